//! Who is who: one id type per thing, so that none can be taken for another.

/// A text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// Reads an id of any kind; only the canonical form, so that one thing has one address.
pub(crate) fn parse_ulid(text: &str) -> Result<ulid::Ulid, NotAnId> {
    let id = ulid::Ulid::from_string(text).map_err(|_| NotAnId)?;
    if id.to_string() == text { Ok(id) } else { Err(NotAnId) }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub ulid::Ulid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_ulid(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl From<ulid::Ulid> for $name {
            fn from(id: ulid::Ulid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// What a customer will need in a year.
    NeedId,
    /// How one person found a contact.
    MomentId,
    /// A human on either side.
    PersonId,
    /// A customer company.
    CustomerId,
    /// One person's membership in one customer.
    MembershipId,
    /// A file of the bank that was imported.
    BankStatementId,
    /// A service package.
    PackageId,
    /// A payment that the bank reports.
    BankTransactionId,
    /// A personal link.
    LinkId,
    /// A one-time link to a password.
    PasswordLinkId,
    /// A code sent by mail for a new device.
    CodeId,
    /// A browser that has been let in.
    DeviceId,
    /// A stretch of days that a staff person is away.
    AbsenceId,
    /// A hand-over of several customers on a day.
    HandOverId,
    /// A project of a customer.
    ProjectId,
    /// A dated light of a project.
    StatusReportId,
    /// A milestone of a project.
    MilestoneId,
    /// A task of a project.
    TaskId,
    /// An answer to what a task asks.
    AnswerId,
    /// An invoice or a credit note.
    InvoiceId,
    /// A line of an invoice.
    LineId,
    /// A meeting of both sides.
    MeetingId,
    /// Something to talk about at a meeting.
    AgendaItemId,
    /// Something that came of a meeting.
    OutcomeId,
    /// A goal of a customer.
    GoalId,
    /// What was measured on a goal.
    ReadingId,
    /// A phase of a customer's own process.
    PhaseId,
    /// What one side proposes of a phase.
    PhaseProposalId,
    /// Something that somebody is concerned about in a phase.
    ConcernId,
    /// What is done about a concern.
    ConcernAnswerId,
    /// Something that a customer is asked.
    QuestionId,
    /// An answer to that.
    QuestionAnswerId,
    /// What is asked for a service.
    QuestionTemplateId,
    /// A kind of requests.
    RequestKindId,
    /// A request of a customer.
    ServiceRequestId,
    /// Something that happened to a request.
    ServiceRequestStepId,
    /// What a project of a kind consists of.
    ProjectTemplateId,
    /// The template of a plan.
    PlanTemplateId,
    /// What the customer tests before it takes something over.
    AcceptanceId,
    /// The address by which a calendar reads somebody's meetings.
    CalendarFeedId,
    /// What is reported of some days.
    ReportId,
    /// Which customers somebody asks for again and again.
    SavedFilterId,
    /// What somebody of the customer says of the work.
    FeedbackId,
    /// What is done about that.
    FollowUpId,
    /// A need or an idea of either side.
    IdeaId,
    /// How far that is from a moment on.
    IdeaStepId,
    /// What one side says of a year of working together.
    AssessmentId,
    /// A question to a customer's people.
    SurveyId,
    /// An entry of work.
    WorkEntryId,
    /// An uploaded file that waits for its confirmation.
    UploadId,
    /// A payment of an invoice.
    PaymentId,
    /// What somebody of the customer decided of an invoice.
    ApprovalId,
    /// A contact that was written down.
    ContactId,
    /// A discussion about one object.
    ThreadId,
    /// A message of a thread.
    MessageId,
    /// An internal note.
    NoteId,
    /// Where replies by email of one person in one discussion come.
    ReplyAddressId,
    /// An email that came.
    IncomingMailId,
    /// A file beside a message or an internal note.
    AttachmentId,
    /// What came of a thread before it was opened again.
    PastOutcomeId,
    /// A look at a plan as one of its members.
    PreviewId,
    /// Something that happened.
    EventId,
    /// Something that concerns who may do what.
    SecurityEventId,
    /// Work that a change promised.
    JobId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let id = CustomerId(ulid::Ulid::from_parts(1_794_812_400_000, 2));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().to_lowercase().parse::<CustomerId>(), Err(NotAnId));
        assert_eq!("../../etc".parse::<CustomerId>(), Err(NotAnId));
    }
}
