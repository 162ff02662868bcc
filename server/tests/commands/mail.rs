//! Claims about emails that a mail server gives to the program.

use crate::Console;
use std::{io::Write, process::Stdio};

const DOMAIN: (&str, &str) = ("COPLAN_REPLY_DOMAIN", "reply.example.com");

/// What a mail server is answered that gives this.
fn answered(console: &Console, settings: &[(&str, &str)], mail: &str) -> Option<i32> {
    let mut command = console.command(settings, "mail receive");
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(mail.as_bytes()).unwrap();
    child.wait().unwrap().code()
}

#[test]
fn the_mail_server_is_told_why_an_email_is_not_taken() {
    let console = Console::new();
    assert!(console.run("migrate").well);
    let reply = "From: anna@mill.example\r\nTo: reply+x@reply.example.com\r\n\r\nThe 12th.\r\n";
    assert_eq!(answered(&console, &[], reply), Some(75), "replies are not set up");
    assert_eq!(answered(&console, &[DOMAIN], reply), Some(67), "no such address");
    assert_eq!(answered(&console, &[DOMAIN], "\u{1}"), Some(65), "no email");
}
