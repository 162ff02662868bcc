//! Claims about addresses and the routes that they lead to.

use super::*;
use std::collections::BTreeSet;

/// A value for an address.
pub(super) trait Sample {
    /// One such value.
    fn sample() -> Self;
}

impl Sample for &str {
    fn sample() -> Self {
        "Xyzzy"
    }
}

impl Sample for usize {
    fn sample() -> Self {
        7
    }
}

impl Sample for coplan_domain::moment::Touch {
    fn sample() -> Self {
        "meeting-01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()
    }
}

macro_rules! samples {
    ($($id:ident)+) => {$(
        impl Sample for coplan_domain::id::$id {
            fn sample() -> Self {
                "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()
            }
        }
    )+};
}

samples!(AbsenceId BankStatementId BankTransactionId CustomerId DeviceId HandOverId InvoiceId LinkId MembershipId MilestoneId MomentId NeedId PaymentId PersonId ProjectId PlanTemplateId ProjectTemplateId SavedFilterId TaskId);
samples!(AcceptanceId AgendaItemId AttachmentId ConcernId ContactId FeedbackId GoalId IdeaId IncomingMailId LineId MeetingId MessageId OutcomeId PackageId PhaseId QuestionId QuestionTemplateId ReadingId ReportId RequestKindId ServiceRequestId SurveyId ThreadId UploadId WorkEntryId);

fn all_samples() -> Vec<(&'static str, String)> {
    let modules = [
        absence::samples(),
        acceptance::samples(),
        account::samples(),
        agreement::samples(),
        assessment::samples(),
        concern::samples(),
        contact::samples(),
        bank::samples(),
        blueprint::samples(),
        customer::samples(),
        entry::samples(),
        feedback::samples(),
        goal::samples(),
        hand_over::samples(),
        idea::samples(),
        import::samples(),
        invoice::samples(),
        journey::samples(),
        knowledge::samples(),
        live::samples(),
        meeting::samples(),
        member::samples(),
        milestone::samples(),
        network::samples(),
        need::samples(),
        package::samples(),
        phase::samples(),
        plan::samples(),
        portfolio::samples(),
        preview::samples(),
        project::samples(),
        report::samples(),
        request::samples(),
        request_kind::samples(),
        responsible::samples(),
        search::samples(),
        security::samples(),
        service_request::samples(),
        sign_in::samples(),
        site::samples(),
        staff::samples(),
        status_report::samples(),
        survey::samples(),
        table_import::samples(),
        task::samples(),
        thread::samples(),
        today::samples(),
        waiting::samples(),
        work::samples(),
    ];
    modules.into_iter().flatten().collect()
}

#[test]
fn each_address_leads_to_its_own_route_and_each_route_has_one_address() {
    let samples = all_samples();
    for (pattern, address) in &samples {
        assert_eq!(find(address).map(|route| route.pattern), Some(*pattern), "{address}");
        assert_eq!(find(&format!("{address}?x=/y")).map(|route| route.pattern), Some(*pattern), "{address}");
    }
    let patterns: BTreeSet<_> = samples.iter().map(|(pattern, _)| *pattern).collect();
    let declared: Vec<_> = ALL.into_iter().flatten().collect();
    assert_eq!((patterns.len(), samples.len()), (declared.len(), declared.len()), "no pattern stands twice");
    assert_eq!(find("/c/1/nowhere"), None);
}

#[test]
fn a_personal_link_is_where_the_mail_says() {
    assert!(entry::is_personal_link(&entry::personal_link("Xyzzy")));
    assert_eq!(entry::personal_link(""), coplan_usecases::personal_link::LINK_PATH);
    assert_eq!(sign_in::choose(""), coplan_usecases::password_link::CHOOSE_PATH);
}

#[test]
fn only_our_own_pages_are_gone_on_to() {
    assert_eq!(local("/c/01?x=1&y=2"), "/c/01?x=1&y=2");
    for typed in ["", "https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nset-cookie: x=y", "/å", "c/01"] {
        assert_eq!(local(typed), "/", "{typed:?}");
    }
}

#[test]
fn a_part_of_a_page_leads_to_the_page() {
    for (asked, page) in [
        ("/c/01/invoices/02/original", "/c/01/invoices/02"),
        ("/c/01/threads/02/files/03", "/c/01/threads/02"),
        ("/c/01/threads/02/files/03/picture", "/c/01/threads/02"),
        ("/live?customer=01", "/"),
        ("/customers/rows?q=mills&sort=name", "/customers?q=mills&sort=name"),
        ("/c/01?x=/original", "/c/01?x=/original"),
        ("/", "/"),
    ] {
        assert_eq!(page_of(asked), page);
    }
}

#[test]
fn where_to_go_on_survives_in_an_address() {
    assert_eq!(sign_in::password_then("/customers?q=a%20b&sort=name"), "/sign-in?next=/customers?q=a%2520b%26sort=name");
    assert_eq!(sign_in::password_then("//evil.example"), "/sign-in");
}

#[test]
fn what_only_staff_sends_is_told_from_what_members_send_too() {
    for staffs in ["/c/1/invoices/2/take-back", "/c/1/projects/2/tasks/3/bring-back", "/staff/1/hand-over", "/c/1/edit"] {
        assert!(is_for_staff(staffs), "{staffs}");
    }
    for anybodys in ["/c/1/threads/2/reply", "/c/1/projects/2/tasks/3/state", "/me/settings"] {
        assert!(!is_for_staff(anybodys), "{anybodys}");
    }
}

#[test]
fn a_log_never_knows_the_secret_of_a_link() {
    assert_eq!(entry::without_secret("/in/abc"), "/in/");
    assert_eq!(entry::without_secret(&sign_in::choose("abc")), "/sign-in/choose/");
    assert!(entry::carries_secret(&sign_in::choose("abc")) && !entry::carries_secret(&sign_in::password()));
    assert_eq!(entry::without_secret("/invoices/new"), "/invoices/new");
}
