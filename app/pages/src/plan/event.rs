//! What happened, in a sentence.

use coplan_app::{parts::report_title, say, words::Words};
use coplan_domain::event::{EventKind, ObjectKind};
use coplan_usecases::plan::NewsItem;

/// The sentence that tells of it. Where nobody in person did it, the supplier did.
pub(crate) fn sentence(words: &Words, supplier: &str, item: &NewsItem) -> String {
    let who = item.who.clone().unwrap_or_else(|| supplier.to_owned());
    let label = label_of(words, item);
    match item.kind {
        EventKind::CustomerCreated => say!(words, "event-customer-created", who = who),
        EventKind::CustomerChanged => say!(words, "event-customer-changed", who = who, label = label),
        EventKind::CustomerEnded => say!(words, "event-customer-ended", who = who, label = label),
        EventKind::CustomerResumed => say!(words, "event-customer-resumed", who = who, label = label),
        EventKind::HandedOver => say!(words, "event-handed-over", who = who, label = label),
        EventKind::MemberAdded => say!(words, "event-member-added", who = who, label = label),
        EventKind::MemberChanged => say!(words, "event-member-changed", who = who, label = label),
        EventKind::MemberRemoved => say!(words, "event-member-removed", who = who, label = label),
        EventKind::LinkCreated => say!(words, "event-link-created", who = who, label = label),
        EventKind::LinkRevoked => say!(words, "event-link-revoked", who = who, label = label),
        EventKind::DeviceLetIn => say!(words, "event-device-let-in", who = who),
        EventKind::DeviceNotMine => say!(words, "event-device-not-mine", who = who),
        EventKind::ProjectShared => say!(words, "event-project-shared", who = who, label = label),
        EventKind::ProjectPrepared => say!(words, "event-project-prepared", who = who, label = label),
        EventKind::ProjectChanged => say!(words, "event-project-changed", who = who, label = label),
        EventKind::ProjectEnded => say!(words, "event-project-ended", who = who, label = label),
        EventKind::ProjectResumed => say!(words, "event-project-resumed", who = who, label = label),
        EventKind::StatusReported => say!(words, "event-status-reported", who = who, label = label),
        EventKind::MilestoneAdded => say!(words, "event-milestone-added", who = who, label = label),
        EventKind::MilestoneChanged => say!(words, "event-milestone-changed", who = who, label = label),
        EventKind::MilestoneRemoved => say!(words, "event-milestone-removed", who = who, label = label),
        EventKind::MilestoneBroughtBack => say!(words, "event-milestone-brought-back", who = who, label = label),
        EventKind::PromiseMoved => say!(words, "event-promise-moved", who = who, label = label),
        EventKind::MilestoneReached => say!(words, "event-milestone-reached", who = who, label = label),
        EventKind::MilestoneNotReached => say!(words, "event-milestone-not-reached", who = who, label = label),
        EventKind::TaskAdded => say!(words, "event-task-added", who = who, label = label),
        EventKind::TaskChanged => say!(words, "event-task-changed", who = who, label = label),
        EventKind::TaskShared => say!(words, "event-task-shared", who = who, label = label),
        EventKind::TaskHidden => say!(words, "event-task-hidden", who = who, label = label),
        EventKind::TaskMoved => say!(words, "event-task-moved", who = who, label = label),
        EventKind::TaskDone => say!(words, "event-task-done", who = who, label = label),
        EventKind::TaskTaken => say!(words, "event-task-taken", who = who, label = label),
        EventKind::TaskGivenBack => say!(words, "event-task-given-back", who = who, label = label),
        EventKind::TaskAsked => say!(words, "event-task-asked", who = who, label = label),
        EventKind::TaskAnswered => say!(words, "event-task-answered", who = who, label = label),
        EventKind::TaskAnsweredFor => say!(words, "event-task-answered-for", who = who, label = label),
        EventKind::TaskAnswerUndone => say!(words, "event-task-answer-undone", who = who, label = label),
        EventKind::TaskRemoved => say!(words, "event-task-removed", who = who, label = label),
        EventKind::TaskBroughtBack => say!(words, "event-task-brought-back", who = who, label = label),
        EventKind::InvoiceIssued => say!(words, "event-invoice-issued", who = who, label = label),
        EventKind::InvoiceDue => say!(words, "event-invoice-due", label = label),
        EventKind::PaymentTakenBack => say!(words, "event-payment-taken-back", who = who, label = label),
        EventKind::InvoicePaid => say!(words, "event-invoice-paid", who = who, label = label),
        EventKind::InvoiceTakenBack => say!(words, "event-invoice-taken-back", who = who, label = label),
        EventKind::InvoiceNotYours => say!(words, "event-invoice-not-yours", label = label),
        EventKind::InvoiceApproved => say!(words, "event-invoice-approved", who = who, label = label),
        EventKind::InvoiceObjected => say!(words, "event-invoice-objected", who = who, label = label),
        EventKind::QuestionExplained => say!(words, "event-question-explained", who = who, label = label),
        EventKind::QuestionToCredit => say!(words, "event-question-to-credit", who = who, label = label),
        EventKind::QuestionCredited => say!(words, "event-question-credited", label = label),
        EventKind::WorkApproved => say!(words, "event-work-approved", who = who, label = label),
        EventKind::WorkAssigned => say!(words, "event-work-assigned", who = who, label = label),
        EventKind::MeetingCalled => say!(words, "event-meeting-called", who = who, label = label),
        EventKind::MeetingChanged => say!(words, "event-meeting-changed", who = who, label = label),
        EventKind::MeetingCancelled => say!(words, "event-meeting-cancelled", who = who, label = label),
        EventKind::AgendaProposed => say!(words, "event-agenda-proposed", who = who, label = label),
        EventKind::MinutesClosed => say!(words, "event-minutes-closed", who = who, label = label),
        EventKind::MinutesReopened => say!(words, "event-minutes-reopened", who = who, label = label),
        EventKind::MinutesApproved => say!(words, "event-minutes-approved", who = who, label = label),
        EventKind::OutcomeDone => say!(words, "event-outcome-done", who = who, label = label),
        EventKind::GoalProposed => say!(words, "event-goal-proposed", who = who, label = label),
        EventKind::GoalChanged => say!(words, "event-goal-changed", who = who, label = label),
        EventKind::GoalAgreed => say!(words, "event-goal-agreed", who = who, label = label),
        EventKind::ReadingRecorded => say!(words, "event-reading-recorded", who = who, label = label),
        EventKind::ReadingDisputed => say!(words, "event-reading-disputed", who = who, label = label),
        EventKind::GoalReached => say!(words, "event-goal-reached", who = who, label = label),
        EventKind::GoalGivenUp => say!(words, "event-goal-given-up", who = who, label = label),
        EventKind::GoalResumed => say!(words, "event-goal-resumed", who = who, label = label),
        EventKind::QuestionAsked => say!(words, "event-question-asked", who = who, label = label),
        EventKind::QuestionAnswered => say!(words, "event-question-answered", who = who, label = label),
        EventKind::AgreementWritten => say!(words, "event-agreement-written", who = who, label = label),
        EventKind::ReportPublished => say!(words, "event-report-published", who = who, label = label),
        EventKind::ReportApproved => say!(words, "event-report-approved", who = who, label = label),
        EventKind::FeedbackGiven => say!(words, "event-feedback-given", who = who, label = label),
        EventKind::FollowUpPromised => say!(words, "event-follow-up-promised", who = who, label = label),
        EventKind::FeedbackAnswered => say!(words, "event-feedback-answered", who = who, label = label),
        EventKind::FeedbackHelped => say!(words, "event-feedback-helped", who = who, label = label),
        EventKind::FeedbackNotHelped => say!(words, "event-feedback-not-helped", who = who, label = label),
        EventKind::SurveySent => say!(words, "event-survey-sent", who = who, label = label),
        EventKind::SurveyAnswered => say!(words, "event-survey-answered", who = who, label = label),
        EventKind::ThreadOpened => say!(words, "event-thread-opened", who = who, label = label),
        EventKind::Replied => say!(words, "event-replied", who = who, label = label),
        EventKind::BallPassed => say!(words, "event-ball-passed", who = who, label = label),
        EventKind::ThreadResolved => say!(words, "event-thread-resolved", who = who, label = label),
        EventKind::ThreadReopened => say!(words, "event-thread-reopened", who = who, label = label),
        EventKind::ContactRecorded => say!(words, "event-contact-recorded", who = who, label = label),
        EventKind::ContactCorrected => say!(words, "event-contact-corrected", who = who, label = label),
        EventKind::MessageEdited => say!(words, "event-message-edited", who = who, label = label),
        EventKind::MessageWithdrawn => say!(words, "event-message-withdrawn", who = who, label = label),
        EventKind::MessageAgreed => say!(words, "event-message-agreed", who = who, label = label),
        EventKind::ThreadRenamed => say!(words, "event-thread-renamed", who = who, label = label),
        EventKind::MessagesMoved => say!(words, "event-messages-moved", who = who, label = label),
        EventKind::ThreadMoved => say!(words, "event-thread-moved", who = who, label = label),
        EventKind::NoteWritten => say!(words, "event-note-written", who = who, label = label),
        kind => in_rooms(words, kind, who, label),
    }
}

/// The same of what happens in the rooms beside the plan.
fn in_rooms(words: &Words, kind: EventKind, who: String, label: String) -> String {
    of_file(words, kind, who.clone(), label.clone())
        .or_else(|| made_together(words, kind, who.clone(), label.clone()))
        .or_else(|| of_process(words, kind, who.clone(), label.clone()))
        .or_else(|| of_acceptance(words, kind, who.clone(), label.clone()))
        .unwrap_or_else(|| of_request(words, kind, who, label))
}

/// The same of what both sides would like, how they judge their work together, and what each says to what the other wrote.
fn made_together(words: &Words, kind: EventKind, who: String, label: String) -> Option<String> {
    Some(match kind {
        EventKind::IdeaGiven => say!(words, "event-idea-given", who = who, label = label),
        EventKind::IdeaMoved => say!(words, "event-idea-moved", who = who, label = label),
        EventKind::IdeaInvited => say!(words, "event-idea-invited", who = who, label = label),
        EventKind::IdeaTrialJoined => say!(words, "event-idea-trial-joined", who = who, label = label),
        EventKind::IdeaTrialDeclined => say!(words, "event-idea-trial-declined", who = who, label = label),
        EventKind::MomentPraised => say!(words, "event-moment-praised", who = who),
        EventKind::MomentFaulted => say!(words, "event-moment-faulted", who = who),
        EventKind::MomentAnswered => say!(words, "event-moment-answered", who = who),
        EventKind::NeedAdded => say!(words, "event-need-added", who = who, label = label),
        EventKind::NeedChanged => say!(words, "event-need-changed", who = who, label = label),
        EventKind::NeedRemoved => say!(words, "event-need-removed", who = who, label = label),
        EventKind::NeedBroughtBack => say!(words, "event-need-restored", who = who, label = label),
        EventKind::AssessmentGiven => say!(words, "event-assessment-given", who = who, label = label),
        EventKind::AgreementApproved => say!(words, "event-agreement-approved", who = who, label = label),
        EventKind::AgreementApprovalWithdrawn => say!(words, "event-agreement-withdrawn", who = who, label = label),
        EventKind::InvitationAnswered => say!(words, "event-invitation-answered", who = who, label = label),
        _ => return None,
    })
}

/// The same of the files of a discussion.
fn of_file(words: &Words, kind: EventKind, who: String, label: String) -> Option<String> {
    Some(match kind {
        EventKind::FileAsked => say!(words, "event-file-asked", who = who, label = label),
        EventKind::FileApproved => say!(words, "event-file-approved", who = who, label = label),
        EventKind::FileRefused => say!(words, "event-file-refused", who = who, label = label),
        _ => return None,
    })
}

/// The same of what is taken over and launched.
fn of_acceptance(words: &Words, kind: EventKind, who: String, label: String) -> Option<String> {
    Some(match kind {
        EventKind::AcceptanceProposed => say!(words, "event-acceptance-proposed", who = who, label = label),
        EventKind::AcceptanceApproved => say!(words, "event-acceptance-approved", who = who, label = label),
        EventKind::AcceptanceRefused => say!(words, "event-acceptance-refused", who = who, label = label),
        EventKind::LaunchPlanned => say!(words, "event-launch-planned", who = who, label = label),
        EventKind::LaunchReady => say!(words, "event-launch-ready", who = who, label = label),
        EventKind::Launched => say!(words, "event-launched", who = who, label = label),
        _ => return None,
    })
}

/// What happened to a request.
fn of_request(words: &Words, kind: EventKind, who: String, label: String) -> String {
    match kind {
        EventKind::RequestSent => say!(words, "event-request-sent", who = who, label = label),
        EventKind::RequestBegun => say!(words, "event-request-begun", who = who, label = label),
        EventKind::RequestWaits => say!(words, "event-request-waits", who = who, label = label),
        EventKind::RequestReplied => say!(words, "event-request-replied", who = who, label = label),
        EventKind::RequestDone => say!(words, "event-request-done", who = who, label = label),
        EventKind::RequestDeclined => say!(words, "event-request-declined", who = who, label = label),
        EventKind::RequestConfirmed => say!(words, "event-request-confirmed", who = who, label = label),
        EventKind::RequestWithdrawn => say!(words, "event-request-withdrawn", who = who, label = label),
        EventKind::RequestReopened => say!(words, "event-request-reopened", who = who, label = label),
        _ => label,
    }
}

/// The same of what happened in the customer's process; none of anything else.
fn of_process(words: &Words, kind: EventKind, who: String, label: String) -> Option<String> {
    Some(match kind {
        EventKind::ProcessBegun => say!(words, "event-process-begun", who = who, label = label),
        EventKind::PhaseAdded => say!(words, "event-phase-added", who = who, label = label),
        EventKind::PhaseChanged => say!(words, "event-phase-changed", who = who, label = label),
        EventKind::PhaseProposed => say!(words, "event-phase-proposed", who = who, label = label),
        EventKind::PhaseAccepted => say!(words, "event-phase-accepted", who = who, label = label),
        EventKind::PhaseDeclined => say!(words, "event-phase-declined", who = who, label = label),
        EventKind::PhaseRemoved => say!(words, "event-phase-removed", who = who, label = label),
        EventKind::ConcernRaised => say!(words, "event-concern-raised", who = who, label = label),
        EventKind::ConcernAnswered => say!(words, "event-concern-answered", who = who, label = label),
        EventKind::ConcernDone => say!(words, "event-concern-done", who = who, label = label),
        EventKind::ConcernResolved => say!(words, "event-concern-resolved", who = who, label = label),
        EventKind::ConcernNotResolved => say!(words, "event-concern-not-resolved", who = who, label = label),
        _ => return None,
    })
}

/// What it happened to, as readers know it.
fn label_of(words: &Words, item: &NewsItem) -> String {
    match item.object {
        ObjectKind::Report => report_title::named(words, &item.label),
        _ => item.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use jiff::Timestamp;
    use ulid::Ulid;

    #[test]
    fn each_kind_of_event_has_a_sentence() {
        let words = Words::new(Language::En, "UTC");
        for kind in EventKind::ALL.iter().copied() {
            let item = NewsItem {
                kind,
                label: "Zq".to_owned(),
                object: ObjectKind::Customer,
                object_id: Ulid::nil(),
                project: None,
                who: None,
                detail: None,
                at: Timestamp::UNIX_EPOCH,
            };
            assert!(sentence(&words, "Northline", &item).len() > item.label.len(), "{kind}");
        }
    }
}
