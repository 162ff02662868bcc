//! What is set wrongly is said, and nothing begins.

use super::Console;

/// Tries to serve with these settings, and gives the refusal.
fn refused(settings: &[(&str, &str)]) -> String {
    let console = Console::new();
    let said = console.run_with(settings, "serve");
    assert!(!said.well && said.out.is_empty(), "{said:?}");
    assert!(console.contents().is_empty(), "nothing is made where nothing begins");
    said.err
}

#[test]
fn nobody_is_served_in_the_open_by_accident() {
    let told = refused(&[("COPLAN_LISTEN", "0.0.0.0:4713")]);
    assert!(told.contains("COPLAN_LISTEN=0.0.0.0:4713") && told.contains("COPLAN_PUBLIC_URL"), "{told}");
    let told = refused(&[("COPLAN_PUBLIC_URL", "http://plan.example.com")]);
    assert!(told.contains("TLS"), "{told}");
    let told = refused(&[("COPLAN_PUBLIC_URL", "http://127.0.0.1:80@evil.example")]);
    assert!(told.contains("write it as in https://plan.example.com"), "{told}");
}

#[test]
fn mail_does_not_begin_in_a_way_that_fails_later() {
    let told = refused(&[("COPLAN_SMTP_URL", "smtp://127.0.0.1:25")]);
    assert!(told.contains("COPLAN_MAIL_FROM"), "{told}");
    let from = ("COPLAN_MAIL_FROM", "Northline <plan@example.com>");
    let told = refused(&[from, ("COPLAN_SMTP_URL", "http://user:hushhush@x")]);
    assert!(told.contains("COPLAN_SMTP_URL: write it as in smtps://") && !told.contains("hushhush"), "{told}");
    let told = refused(&[("COPLAN_MAIL_FROM", "garbage")]);
    assert!(told.contains("COPLAN_MAIL_FROM"), "{told}");
}

#[test]
fn a_yes_may_be_written_as_people_write_it() {
    let console = Console::new();
    for yes in ["1", "yes", "TRUE", "true", "on", "0", "no", "False"] {
        let said = console.run_with(&[("COPLAN_BEHIND_PROXY", yes), ("COPLAN_REQUIRE_SECOND_FACTOR", yes)], "migrate");
        assert!(said.well, "{yes}: {said:?}");
    }
    assert!(console.run_with(&[("COPLAN_BEHIND_PROXY", "perhaps")], "migrate").err.contains("perhaps"));
}

#[test]
fn a_variable_that_is_no_setting_is_told_without_colours() {
    let console = Console::new();
    let said = console.run_with(&[("COPLAN_BEHIND_PROX", "true"), ("COPLAN_TEST_POSTGRES", "x")], "migrate");
    assert!(said.well && said.err.contains("COPLAN_BEHIND_PROX is none of the settings"), "{said:?}");
    assert!(!said.err.contains("COPLAN_TEST_POSTGRES"), "{said:?}");
    assert!(!said.err.contains('\x1b'), "colours are for terminals: {said:?}");
    let quiet = console.run_with(&[("COPLAN_BEHIND_PROX", "true"), ("COPLAN_LOG", "error")], "migrate");
    assert!(quiet.well && quiet.err.is_empty(), "{quiet:?}");
}

#[test]
fn the_help_names_every_variable() {
    let help = Console::new().run("--help").out;
    for name in ["DATABASE_URL", "LISTEN", "PUBLIC_URL", "BEHIND_PROXY", "SMTP_URL", "MAIL_FROM", "LOG"] {
        assert!(
            help.contains(&format!("[env: COPLAN_{name}=]")) || help.contains(&format!("[env: COPLAN_{name}]")),
            "{name}: {help}"
        );
    }
}
