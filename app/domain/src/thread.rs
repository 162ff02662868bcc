//! Discussions: threads about one object, whose turn it is, and internal notes.

use crate::{
    id::{CustomerId, InvoiceId, MessageId, NotAnId, NoteId, PersonId, ProjectId, ThreadId, parse_ulid},
    person::{Language, Side},
    question::QuestionState,
};
use jiff::Timestamp;

words! {
    /// Who must move next.
    Ball {
        /// The supplier.
        Supplier = "supplier",
        /// The customer.
        Customer = "customer",
        /// Nobody: it rests.
        Nobody = "nobody",
    }
}

impl Ball {
    /// After this side has spoken, the other one moves; where nobody of the customer reads it, the supplier still.
    #[must_use]
    pub const fn after(side: Side, inside: bool) -> Self {
        match side {
            Side::Supplier if !inside => Self::Customer,
            Side::Supplier | Side::Customer => Self::Supplier,
        }
    }

    /// With this side.
    #[must_use]
    pub const fn with(side: Side) -> Self {
        match side {
            Side::Supplier => Self::Supplier,
            Side::Customer => Self::Customer,
        }
    }
}

words! {
    /// What a thread is about.
    AboutKind {
        /// The plan as a whole.
        Plan = "plan",
        /// A project.
        Project = "project",
        /// A milestone.
        Milestone = "milestone",
        /// A task.
        Task = "task",
        /// An invoice.
        Invoice = "invoice",
        /// A line of an invoice.
        InvoiceLine = "invoice_line",
        /// A report.
        Report = "report",
        /// A request.
        ServiceRequest = "service_request",
    }
}

impl AboutKind {
    /// Whether only readers of sums may see a thread about it.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Invoice | Self::InvoiceLine)
    }
}

/// The object of a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Its kind.
    pub kind: AboutKind,
    /// Its id; the customer's for the plan.
    pub id: ulid::Ulid,
}

/// Written as `KIND.ID`, for addresses and forms.
impl std::fmt::Display for About {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.kind, self.id)
    }
}

impl std::str::FromStr for About {
    type Err = NotAnId;
    /// Accepts only the canonical form, as ids do.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, id) = text.split_once('.').ok_or(NotAnId)?;
        Ok(Self { kind: kind.parse().map_err(|_| NotAnId)?, id: parse_ulid(id)? })
    }
}

/// The object of a thread as it is called now, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The object.
    pub about: About,
    /// Its name: the customer's, the project's or the milestone's, the invoice's number, the line's name, the days of a report.
    pub name: String,
    /// What it is a part of: the project of a milestone, the invoice number of a line.
    pub part_of: Option<String>,
    /// The project it is or stands in.
    pub project: Option<ProjectId>,
    /// The invoice it is or stands on.
    pub invoice: Option<InvoiceId>,
    /// Whether the customer sees the object at present.
    pub shared: bool,
    /// Whether the thread about it began while the customer did not see the object: it stays with the supplier's people.
    pub inside: bool,
    /// Whether only readers of sums see the thread, whatever it is about.
    pub money: bool,
}

/// How a thread ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// When.
    pub at: Timestamp,
    /// Who said so.
    pub by: String,
    /// What came of it, in one line.
    pub outcome: String,
    /// The language of who said so.
    pub language: Language,
}

/// A discussion about one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Which thread.
    pub id: ThreadId,
    /// Whose plan it belongs to.
    pub customer: CustomerId,
    /// What it is about.
    pub subject: Subject,
    /// The question in one line.
    pub title: String,
    /// Who opened it.
    pub opened_by: String,
    /// The language of who opened it.
    pub language: Language,
    /// When.
    pub opened_at: Timestamp,
    /// Who must move next.
    pub ball: Ball,
    /// Since when.
    pub ball_since: Timestamp,
    /// When something was last said.
    pub last_message_at: Timestamp,
    /// How it ended, once it has.
    pub resolution: Option<Resolution>,
    /// How far it is, where it is a question about an invoice.
    pub question: Option<QuestionState>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// Something said to both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which message.
    pub id: MessageId,
    /// Who.
    pub author: PersonId,
    /// The author's name.
    pub author_name: String,
    /// The author's side.
    pub side: Side,
    /// What was said, in small Markdown.
    pub text: String,
    /// The author's language.
    pub language: Language,
    /// When.
    pub sent_at: Timestamp,
    /// How often it was said otherwise, from 1.
    pub revision: i64,
    /// When it was last said otherwise.
    pub edited_at: Option<Timestamp>,
    /// When its author withdrew it; then it has no text.
    pub withdrawn_at: Option<Timestamp>,
}

/// What a message said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastText {
    /// Which version it is, counted from one.
    pub revision: i64,
    /// What it said, in small Markdown.
    pub text: String,
    /// Until when.
    pub replaced_at: Timestamp,
}

/// Something that only the supplier's people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which note.
    pub id: NoteId,
    /// Who.
    pub author: PersonId,
    /// The author's name.
    pub author_name: String,
    /// What was written, in small Markdown.
    pub text: String,
    /// The author's language.
    pub language: Language,
    /// When.
    pub written_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_has_one_spelling() {
        let about = About { kind: AboutKind::InvoiceLine, id: ulid::Ulid::from_parts(1_794_812_400_000, 2) };
        let written = about.to_string();
        assert_eq!(written.parse(), Ok(about));
        for other in ["", "plan", "plan.", "line.01", &written.to_lowercase(), &written.replace("invoice_line", "soup")] {
            assert_eq!(other.parse::<About>(), Err(NotAnId), "{other}");
        }
    }
}
