-- What is claimed first has four ranks: codes, what may be awaited, what anybody may ask for, news.
update outbox set priority = 3 where priority = 1;
update outbox set priority = 2 where kind = 'new_link_mail';
update outbox set priority = 1 where priority = 0 and kind <> 'code_mail';
