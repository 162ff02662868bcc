//! Addresses of meetings.

use super::TurnQuery;
use coplan_domain::id::{AgendaItemId, CustomerId, IncomingMailId, MeetingId, OutcomeId};
use coplan_usecases::{Turn, meeting::MeetingKey};

routes! {
    /// A customer's meetings.
    list(customer: CustomerId) = "/c/{customer}/meetings";
    /// Calls one.
    call(customer: CustomerId) = "/c/{customer}/meetings/new" for staff;
    /// Makes the address by which a member's calendar reads them.
    make_feed(customer: CustomerId) = "/c/{customer}/meetings/feed";
    /// Revokes it.
    revoke_feed(customer: CustomerId) = "/c/{customer}/meetings/feed/revoke";
    /// One of them.
    show(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}";
    /// Its invitation for calendars.
    invitation(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/invitation.ics", part;
    /// Changes its invitation.
    change(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/edit" for staff;
    /// Shows it to the customer.
    share(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/share" for staff;
    /// Cancels it.
    cancel(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/cancel" for staff;
    /// Answers to its invitation; members too.
    answer(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/answer";
    /// Puts an email aside that was not taken for an answer.
    discard_mail(customer: CustomerId, meeting: MeetingId, mail: IncomingMailId)
        = "/c/{customer}/meetings/{meeting}/emails/{mail}/discard" for staff;
    /// Puts something on its agenda; members too.
    propose(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/agenda";
    /// Takes something off its agenda; members too.
    remove_agenda_item(customer: CustomerId, meeting: MeetingId, item: AgendaItemId)
        = "/c/{customer}/meetings/{meeting}/agenda/{item}/remove";
    /// Writes down what came of it.
    record(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/outcomes" for staff;
    /// Takes something out of its minutes.
    remove_outcome(customer: CustomerId, meeting: MeetingId, outcome: OutcomeId)
        = "/c/{customer}/meetings/{meeting}/outcomes/{outcome}/remove" for staff;
    /// Says that something is done that came of it; members too.
    set_done(customer: CustomerId, meeting: MeetingId, outcome: OutcomeId)
        = "/c/{customer}/meetings/{meeting}/outcomes/{outcome}/done";
    /// Closes its minutes.
    close(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/close" for staff;
    /// Opens its minutes again.
    reopen(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/reopen" for staff;
    /// Agrees to its minutes; members too.
    approve(customer: CustomerId, meeting: MeetingId) = "/c/{customer}/meetings/{meeting}/approve";
}

/// One page of those that are over.
#[must_use]
pub fn list_page(customer: CustomerId, turn: &Turn<MeetingKey>) -> String {
    TurnQuery::address(&list(customer), turn)
}

/// The address for calendars, on the page of all meetings.
#[must_use]
pub fn own_feed(customer: CustomerId) -> String {
    format!("{}#h-feed", list(customer))
}

/// Its agenda on its page.
#[must_use]
pub fn agenda(customer: CustomerId, meeting: MeetingId) -> String {
    format!("{}#h-agenda", show(customer, meeting))
}

/// Its minutes there.
#[must_use]
pub fn minutes(customer: CustomerId, meeting: MeetingId) -> String {
    format!("{}#h-minutes", show(customer, meeting))
}
