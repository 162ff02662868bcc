-- Names are looked for without the marks above their letters; what is kept of each customer is written so.
-- The same letters as in `app/domain/src/text.rs`; a few at a time, because SQLite bounds how deep a sentence may nest.
update customer_summary set search = replace(replace(replace(replace(replace(replace(replace(replace(search, 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ā', 'a'), 'ą', 'a');
update customer_summary set search = replace(search, 'æ', 'ae');
update customer_summary set search = replace(replace(replace(search, 'ç', 'c'), 'ć', 'c'), 'č', 'c');
update customer_summary set search = replace(replace(replace(search, 'ð', 'd'), 'đ', 'd'), 'ď', 'd');
update customer_summary set search = replace(replace(replace(replace(replace(replace(replace(replace(search, 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ē', 'e'), 'ė', 'e'), 'ę', 'e'), 'ě', 'e');
update customer_summary set search = replace(replace(replace(replace(replace(search, 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ī', 'i');
update customer_summary set search = replace(search, 'ł', 'l');
update customer_summary set search = replace(replace(replace(search, 'ñ', 'n'), 'ń', 'n'), 'ň', 'n');
update customer_summary set search = replace(replace(replace(replace(replace(replace(replace(replace(search, 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ō', 'o'), 'ő', 'o');
update customer_summary set search = replace(replace(search, 'ś', 's'), 'š', 's');
update customer_summary set search = replace(replace(replace(replace(replace(replace(replace(search, 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ū', 'u'), 'ů', 'u'), 'ű', 'u');
update customer_summary set search = replace(replace(search, 'ý', 'y'), 'ÿ', 'y');
update customer_summary set search = replace(replace(replace(search, 'ź', 'z'), 'ż', 'z'), 'ž', 'z');
