//! Emails that people send as replies: why one is held, and what in it is the reply.

words! {
    /// Why an email does not stand in its discussion by itself.
    HeldReason {
        /// Another address sent it than the person's own.
        OtherSender = "other_sender",
        /// The receiving server does not vouch for its sender.
        Unverified = "unverified",
        /// A program sent it, as an absence note.
        Automatic = "automatic",
        /// A mail server says that an email did not arrive.
        Bounce = "bounce",
        /// There is nothing in it that could be posted.
        Empty = "empty",
        /// There is more in it than a message takes.
        TooLong = "too_long",
        /// It is packed so deep, or so broken, that it was not read.
        Unreadable = "unreadable",
        /// Its person may not write there, or not any more.
        NoAccess = "no_access",
        /// Its person has written very much lately.
        TooMany = "too_many",
        /// It was posted, without a file that is not taken.
        FilesLeft = "files_left",
    }
}

/// What mail programs put before the mail that is answered, in small letters.
const ORIGINAL: [&str; 6] = [
    "-----original message-----",
    "-----alkuperäinen viesti-----",
    "-----ursprungligt meddelande-----",
    "---- original message ----",
    "________________________________",
    "-------- original message --------",
];
/// The words by which a line says who wrote what follows, in small letters.
const WROTE: [&str; 5] = [" wrote", " kirjoitti", " skrev", " schrieb", " a écrit"];
/// The first line of a header that is copied into a mail, and what follows within a few lines.
const FROM: [&str; 5] = ["from:", "lähettäjä:", "från:", "von:", "de :"];
const SENT: [&str; 10] =
    ["sent:", "date:", "to:", "lähetetty:", "päivämäärä:", "vastaanottaja:", "skickat:", "datum:", "till:", "gesendet:"];
/// What phones write below a mail by themselves, in small letters.
const BY_PHONE: [&str; 9] = [
    "sent from my ",
    "sent from outlook",
    "sent from mail for",
    "get outlook for",
    "lähetetty iphonesta",
    "lähetetty laitteesta",
    "hanki outlook",
    "skickat från min ",
    "skaffa outlook",
];
/// More letters than any of these begins a line with.
const LONGEST_MARK: usize = 100;
/// More bytes than the lines have that say who wrote what follows.
const LONGEST_ATTRIBUTION: usize = 300;
/// How subjects of what is passed on begin, in small letters.
const FORWARDED: [&str; 6] = ["fw:", "fwd:", "vl:", "vb:", "wg:", "välitetty:"];

/// What somebody wrote in a mail, without what is quoted below it and without a signature. Answers between quoted lines stay
/// with those lines, as a quotation; of a mail that passes another one on, that stays.
#[must_use]
pub fn reply_in(subject: &str, text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_end().trim_start_matches('\u{feff}')).collect::<Vec<_>>();
    let subject = subject.trim().to_lowercase();
    let is_forwarded = FORWARDED.iter().any(|word| subject.starts_with(word));
    let kept = if is_forwarded { lines } else { without_quotes(&lines) };
    let kept = without_signature(&kept);
    let mut kept = kept.as_slice();
    // What is quoted last was answered above it.
    while let [rest @ .., last] = kept
        && (last.trim().is_empty() || (!is_forwarded && last.starts_with('>')))
    {
        kept = rest;
    }
    kept.join("\n").trim().to_owned()
}

fn without_quotes<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let plain = lines.iter().map(|line| plain(line)).collect::<Vec<_>>();
    let quoted = are_quoted_next(lines);
    for at in 0..lines.len() {
        if is_original(&plain[at..]) {
            return lines[..at].to_vec();
        }
        if let Some(length) = attribution(&lines[at..], &quoted[at..]) {
            let quoted = &lines[at + length..];
            if answers_between(quoted) {
                return [&lines[..at], quoted].concat();
            }
            return lines[..at].to_vec();
        }
    }
    lines.to_vec()
}

/// Whether the first line that is not empty is quoted, from each line on and behind the last one.
fn are_quoted_next(lines: &[&str]) -> Vec<bool> {
    let mut quoted = vec![false; lines.len() + 1];
    for (at, line) in lines.iter().enumerate().rev() {
        quoted[at] = if line.trim().is_empty() { quoted[at + 1] } else { line.starts_with('>') };
    }
    quoted
}

/// The plain words with which a line begins, without the stars of what was bold.
fn plain(line: &str) -> String {
    let begin = line.trim().chars().filter(|letter| *letter != '*').take(LONGEST_MARK).collect::<String>();
    begin.trim().to_lowercase()
}

/// Whether a mail that is answered begins here, with its header; of lines in plain words.
fn is_original(below: &[String]) -> bool {
    let Some(first) = below.first() else { return false };
    let follows = |line: &String| SENT.iter().any(|word| line.starts_with(word));
    ORIGINAL.iter().any(|mark| first.starts_with(mark))
        || (FROM.iter().any(|word| first.starts_with(word)) && below.iter().skip(1).take(3).any(follows))
}

/// How many lines say who wrote what follows; none where that is not said here. A mail program breaks long lines. `quoted` says
/// of each line whether what comes from there on is quoted.
fn attribution(below: &[&str], quoted: &[bool]) -> Option<usize> {
    let first = below.first().filter(|line| !line.starts_with('>') && line.len() < LONGEST_ATTRIBUTION)?.to_lowercase();
    // Of one that is broken, the first line tells the day or the sender already.
    let begins = has_year(&first) || first.contains('@') || first.starts_with("on ") || first.starts_with("den ");
    let most = if begins { 3 } else { 1 };
    let whole = below.iter().take(most).take_while(|line| !line.trim().is_empty()).count();
    (1..=whole).find(|length| {
        if below[..*length].iter().map(|line| line.len()).sum::<usize>() >= LONGEST_ATTRIBUTION {
            return false;
        }
        let said = below[..*length].join(" ").to_lowercase();
        let said = said.trim_end();
        let by_program = quoted[*length] || said.contains('@') || has_year(said);
        by_program && said.ends_with(':') && WROTE.iter().any(|word| said.contains(word))
    })
}

/// Whether a year stands in it: four digits, of this century.
fn has_year(said: &str) -> bool {
    said.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with("20"))
}

/// Whether somebody answers between quoted lines.
fn answers_between(quoted: &[&str]) -> bool {
    let first = quoted.iter().position(|line| line.starts_with('>'));
    let signed = quoted.iter().position(|line| is_signature(line)).unwrap_or(quoted.len());
    first.is_some_and(|first| {
        let behind = quoted.get(first..signed).unwrap_or_default();
        behind.iter().any(|line| !line.trim().is_empty() && !line.starts_with('>') && !is_by_phone(line))
    })
}

fn is_signature(line: &str) -> bool {
    line == "--" || line == "-- " || line == "\u{2014}"
}

fn is_by_phone(line: &str) -> bool {
    let line = plain(line);
    BY_PHONE.iter().any(|words| line.starts_with(words))
}

fn without_signature<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let end = lines.iter().position(|line| is_signature(line)).unwrap_or(lines.len());
    lines[..end].iter().copied().filter(|line| !is_by_phone(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::reply_in;

    #[test]
    fn what_is_quoted_below_is_not_the_reply() {
        let quotes = [
            "On Mon, 16 Nov 2026 at 09:12, Northline via Coplan <plan@x.example>\nwrote:\n\n> Which weekend?\n> \n> -- \n> Northline",
            "ma 16. marrask. 2026 klo 9.12 Northline (plan@x.example) kirjoitti:\n\n> Which weekend?",
            "Den mån 16 nov. 2026 kl 09:12 skrev Northline <plan@x.example>:\n\n> Vilken helg?",
            "-----Original Message-----\nFrom: Northline\nSent: Monday\n\nWhich weekend?",
            "________________________________\nFrom: Northline <plan@x.example>\nSent: Monday",
            "*Lähettäjä:* Northline\n*Lähetetty:* maanantai\n*Vastaanottaja:* Anna\n\nWhich?",
            "Från: Northline\nDatum: måndag\nTill: Anna\n\nVilken?",
            "> Which weekend?",
        ];
        for quote in quotes {
            for space in ["\n", "\n\n"] {
                let text = format!("The 12th.{space}{quote}\n");
                assert_eq!(reply_in("Re: Which weekend?", &text), "The 12th.", "{quote}");
            }
        }
    }

    #[test]
    fn signatures_are_not_the_reply() {
        for signature in
            ["-- \nAnna Aho\nMill manager", "--\nAnna", "Sent from my iPhone", "Lähetetty iPhonesta", "Get Outlook for iOS<x>"]
        {
            assert_eq!(reply_in("Re", &format!("The 12th.\n\n{signature}\n")), "The 12th.", "{signature}");
        }
    }

    #[test]
    fn answers_between_the_lines_keep_what_they_answer() {
        let text =
            "Hi,\n\nOn 16.11.2026 9.12, Northline wrote:\n> Which weekend?\nThe 12th.\n> Which hall?\nHall 3.\n\n-- \nAnna";
        assert_eq!(reply_in("Re", text), "Hi,\n\n> Which weekend?\nThe 12th.\n> Which hall?\nHall 3.");
    }

    #[test]
    fn what_is_passed_on_stays() {
        let text =
            "See below.\n\n---------- Forwarded message ---------\nFrom: Guard <g@x.example>\nDate: Mon\n\nGate 2 opens at six.";
        assert!(reply_in("Fwd: Gate", text).ends_with("Gate 2 opens at six."));
    }

    #[test]
    fn words_that_only_look_like_a_quotation_stay() {
        for text in
            ["He wrote:\nsix is fine.", "Anna wrote at 6:\nsix is fine.", "From: now on\nwe park at gate 2.", "At 6 - or 7?"]
        {
            assert_eq!(reply_in("Re", text), text);
        }
        assert_eq!(reply_in("Re", "\n\n"), "");
    }

    #[test]
    fn a_long_text_takes_time_that_grows_with_its_length_alone() {
        for line in ["From: a\n", "> \n", "on 2026 a@b\n", "2026 wrote:", "*", "\n", "On 2026 a@b wrote\n\n"] {
            let text = line.repeat(1_000_000 / line.len());
            assert!(reply_in("Re", &text).len() <= text.len());
            assert_eq!(
                reply_in("Re", &format!("The 12th.\n> {text}On 16.11.2026 x@y wrote:\n> {text}")).lines().next(),
                Some("The 12th.")
            );
        }
        assert_eq!(reply_in("Re", &"> \n".repeat(400_000)), "");
    }
}
