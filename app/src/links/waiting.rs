//! The address of what waits for one of the supplier's people.

use coplan_domain::id::IncomingMailId;

routes! {
    /// What waits, at all customers.
    show() = "/waiting" for staff;
    /// An email that was not posted by itself.
    mail(mail: IncomingMailId) = "/waiting/emails/{mail}" for staff;
    /// Posts it.
    post_mail(mail: IncomingMailId) = "/waiting/emails/{mail}/post" for staff;
    /// Puts it aside.
    discard_mail(mail: IncomingMailId) = "/waiting/emails/{mail}/discard" for staff;
}
