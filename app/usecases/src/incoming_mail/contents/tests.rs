//! Claims about what is found in an email, and about emails that are made to break whoever opens them.

use super::*;
use base64::{Engine as _, engine::general_purpose::STANDARD};

fn of(raw: &str) -> Contents {
    let (header, body) = header::split(raw.as_bytes()).unwrap();
    Contents::of(header, body)
}

/// Parts with the boundary `b`.
fn parts(kind: &str, parts: &[String]) -> String {
    let parts = parts.iter().map(|part| format!("--b\r\n{part}\r\n")).collect::<Vec<_>>().concat();
    format!("Content-Type: multipart/{kind}; boundary=b\r\n\r\n{parts}--b--\r\n")
}

fn part(kind: &str, text: &str) -> String {
    format!("Content-Type: {kind}\r\n\r\n{text}")
}

#[test]
fn words_are_text_and_the_rest_are_files() {
    let raw = parts(
        "mixed",
        &[
            "\r\nThe 12th.".to_owned(),
            part("text/html", "<p>And <b>hall 3</b>.</p>"),
            part("text/plain; name=\"list.txt\"", "a list"),
            "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nJVBE\r\nRg==".to_owned(),
            part("message/rfc822", "From: x@y.example\r\nContent-Type: text/plain\r\n\r\nInner words"),
        ],
    );
    let found = of(&raw);
    assert_eq!(found.text.split_whitespace().collect::<Vec<_>>().join(" "), "The 12th. And hall 3.");
    let files = found.files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect::<Vec<_>>();
    assert_eq!(files, [("list.txt", 6), ("a.pdf", 4), ("file-3.eml", 58)]);
    assert!(!found.has_more_files && !found.is_cut && !found.is_tangled);
}

#[test]
fn of_two_forms_the_plain_one_is_taken() {
    let html = part("text/html", "<p>twelfth</p>");
    assert_eq!(of(&parts("alternative", &[part("text/plain", "12th"), html.clone()])).text, "12th");
    assert_eq!(of(&parts("alternative", &[html.clone(), part("text/calendar", "BEGIN")])).text.trim(), "twelfth");
    let found = of(&parts("related", &[html, "Content-ID: <1>\r\nContent-Type: image/png\r\n\r\nlogo".to_owned()]));
    assert_eq!((found.text.trim(), found.files.len()), ("twelfth", 0));
}

#[test]
fn letters_are_those_of_the_charset() {
    let raw =
        "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nP=E4iv=E4=\r\nvuoro";
    assert_eq!(of(raw).text, "Päivävuoro");
    assert_eq!(of("Content-Type: multipart/mixed; boundary=nowhere\r\n\r\nOnly words").text, "Only words");
}

#[test]
fn emails_in_emails_are_never_opened() {
    for levels in [16_000, 100_000] {
        let deep = "Content-Type: message/rfc822\r\n\r\n".repeat(levels);
        let found = of(&format!("{deep}x"));
        assert!(found.is_tangled && found.files.is_empty() && found.text.is_empty());
        // What is packed is not unpacked.
        let packed =
            format!("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{}", STANDARD.encode(&deep));
        assert_eq!(of(&packed).files.len(), 1);
        // A header whose lines go on in the next one is not counted, and opens nothing either.
        let folded = "Content-Type:\r\n message/rfc822\r\n\r\n".repeat(levels);
        assert_eq!(of(&folded).files.len(), 1);
    }
}

#[test]
fn parts_in_parts_are_opened_twenty_deep() {
    for (levels, is_tangled) in [(20, false), (21, true), (16_000, true), (100_000, true)] {
        let deep = (0..levels)
            .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"))
            .collect::<Vec<_>>()
            .concat();
        let found = of(&format!("{deep}\r\nword"));
        assert_eq!((found.is_tangled, found.text.as_str()), (is_tangled, if is_tangled { "" } else { "word" }), "{levels}");
    }
}

#[test]
fn of_very_many_parts_the_first_are_taken() {
    let file = part("image/png", "no picture");
    let found = of(&parts("mixed", &vec![file.clone(); 11]));
    assert_eq!((found.files.len(), found.has_more_files, found.is_tangled), (10, true, false));
    let found = of(&parts("mixed", &vec![file; 20_000]));
    assert_eq!((found.files.len(), found.has_more_files, found.is_tangled), (10, true, true));
}

#[test]
fn of_a_very_long_text_the_beginning_is_taken() {
    for text in ["From: a\n", "é", "> \n", "<div>"] {
        for kind in ["text/plain", "text/html"] {
            let found = of(&part(kind, &text.repeat(6_000_000 / text.len())));
            assert!(found.is_cut && found.text.len() <= MOST_TEXT);
        }
    }
    assert!(!of(&part("text/plain", &"word ".repeat(100_000))).is_cut);
}
