//! What happened, in a sentence.

use crate::{say, words::Words};
use coplan_domain::event::EventKind;
use coplan_usecases::plan::NewsItem;

/// The sentence that tells of it. Where nobody in person did it, the supplier did.
pub(super) fn sentence(words: &Words, supplier: &str, item: &NewsItem) -> String {
    let who = item.who.clone().unwrap_or_else(|| supplier.to_owned());
    let label = item.label.clone();
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
        EventKind::TaskRemoved => say!(words, "event-task-removed", who = who, label = label),
        EventKind::TaskBroughtBack => say!(words, "event-task-brought-back", who = who, label = label),
        EventKind::InvoiceIssued => say!(words, "event-invoice-issued", who = who, label = label),
        EventKind::PaymentTakenBack => say!(words, "event-payment-taken-back", who = who, label = label),
        EventKind::InvoicePaid => say!(words, "event-invoice-paid", who = who, label = label),
        EventKind::InvoiceTakenBack => say!(words, "event-invoice-taken-back", who = who, label = label),
        EventKind::InvoiceNotYours => say!(words, "event-invoice-not-yours", label = label),
        EventKind::ThreadOpened => say!(words, "event-thread-opened", who = who, label = label),
        EventKind::Replied => say!(words, "event-replied", who = who, label = label),
        EventKind::BallPassed => say!(words, "event-ball-passed", who = who, label = label),
        EventKind::ThreadResolved => say!(words, "event-thread-resolved", who = who, label = label),
        EventKind::ThreadReopened => say!(words, "event-thread-reopened", who = who, label = label),
        EventKind::NoteWritten => say!(words, "event-note-written", who = who, label = label),
    }
}
