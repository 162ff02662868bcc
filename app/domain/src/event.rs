//! What happened: who did what to which object, and which scope may know.

mod audience;

pub use audience::Audience;

use crate::id::{CustomerId, EventId, PersonId};
use jiff::Timestamp;

words! {
    /// What was done. One word per deed that history tells of.
    EventKind {
        /// A customer was created.
        CustomerCreated = "customer_created",
        /// A customer's details were changed.
        CustomerChanged = "customer_changed",
        /// Working together with a customer ended.
        CustomerEnded = "customer_ended",
        /// It goes on after all.
        CustomerResumed = "customer_resumed",
        /// Somebody else has the matter now.
        HandedOver = "handed_over",
        /// A member was added.
        MemberAdded = "member_added",
        /// What a member may see was changed.
        MemberChanged = "member_changed",
        /// A membership ended.
        MemberRemoved = "member_removed",
        /// A personal link was made.
        LinkCreated = "link_created",
        /// A personal link was revoked.
        LinkRevoked = "link_revoked",
        /// A browser was let in.
        DeviceLetIn = "device_let_in",
        /// A person said that a device is not theirs.
        DeviceNotMine = "device_not_mine",
        /// A project began or was shown to the customer.
        ProjectShared = "project_shared",
        /// A project was prepared, not shown yet, or taken from view.
        ProjectPrepared = "project_prepared",
        /// A project's words were changed.
        ProjectChanged = "project_changed",
        /// A project ended.
        ProjectEnded = "project_ended",
        /// An ended project goes on after all.
        ProjectResumed = "project_resumed",
        /// A light with its reason.
        StatusReported = "status_reported",
        /// A milestone was added.
        MilestoneAdded = "milestone_added",
        /// A milestone was renamed.
        MilestoneChanged = "milestone_changed",
        /// A milestone was taken away.
        MilestoneRemoved = "milestone_removed",
        /// A milestone that was taken away is there again.
        MilestoneBroughtBack = "milestone_brought_back",
        /// A promised date moved.
        PromiseMoved = "promise_moved",
        /// A milestone was reached.
        MilestoneReached = "milestone_reached",
        /// A milestone turned out not to be reached.
        MilestoneNotReached = "milestone_not_reached",
        /// A task was added.
        TaskAdded = "task_added",
        /// A task was changed.
        TaskChanged = "task_changed",
        /// A task behind the scenes was shown to the customer.
        TaskShared = "task_shared",
        /// A task behind the scenes was taken from the customer's view.
        TaskHidden = "task_hidden",
        /// A task was begun, or opened again.
        TaskMoved = "task_moved",
        /// A task was done.
        TaskDone = "task_done",
        /// Somebody has put its own name on a task.
        TaskTaken = "task_taken",
        /// A task is nobody's in person any more.
        TaskGivenBack = "task_given_back",
        /// The customer was asked to choose, or is asked otherwise or not any more.
        TaskAsked = "task_asked",
        /// What a task asks was answered.
        TaskAnswered = "task_answered",
        /// The supplier wrote down what the customer answered by other means.
        TaskAnsweredFor = "task_answered_for",
        /// Whoever answered what a task asks undid that.
        TaskAnswerUndone = "task_answer_undone",
        /// A task was taken away.
        TaskRemoved = "task_removed",
        /// A task that was taken away is there again.
        TaskBroughtBack = "task_brought_back",
        /// An invoice was brought in.
        InvoiceIssued = "invoice_issued",
        /// An invoice is due within days.
        InvoiceDue = "invoice_due",
        /// A payment was recorded.
        InvoicePaid = "invoice_paid",
        /// A recorded payment was taken back.
        PaymentTakenBack = "payment_taken_back",
        /// An invoice was taken back that was kept at the wrong customer; the supplier's people alone read whose it was.
        InvoiceTakenBack = "invoice_taken_back",
        /// The same as the customer is told it.
        InvoiceNotYours = "invoice_not_yours",
        /// The customer approved an invoice for payment.
        InvoiceApproved = "invoice_approved",
        /// The customer objected to an invoice.
        InvoiceObjected = "invoice_objected",
        /// The supplier explained what a question about an invoice was about.
        QuestionExplained = "question_explained",
        /// The supplier promised to credit what a question was about.
        QuestionToCredit = "question_to_credit",
        /// A credit note settled a question.
        QuestionCredited = "question_credited",
        /// Work in a project was approved.
        WorkApproved = "work_approved",
        /// The work behind a line of an invoice was told, or told otherwise.
        WorkAssigned = "work_assigned",
        /// A meeting was called.
        MeetingCalled = "meeting_called",
        /// The invitation to a meeting was changed.
        MeetingChanged = "meeting_changed",
        /// A meeting was cancelled.
        MeetingCancelled = "meeting_cancelled",
        /// Somebody answered to the invitation to a meeting.
        InvitationAnswered = "invitation_answered",
        /// Something was put on the agenda of a meeting.
        AgendaProposed = "agenda_proposed",
        /// The minutes of a meeting were closed.
        MinutesClosed = "minutes_closed",
        /// Closed minutes were opened again.
        MinutesReopened = "minutes_reopened",
        /// One side agreed to the minutes.
        MinutesApproved = "minutes_approved",
        /// What a meeting gave somebody to do was done.
        OutcomeDone = "outcome_done",
        /// A goal was proposed.
        GoalProposed = "goal_proposed",
        /// Another version of a goal was proposed.
        GoalChanged = "goal_changed",
        /// One side agreed to a goal.
        GoalAgreed = "goal_agreed",
        /// What was measured on a goal was written down.
        ReadingRecorded = "reading_recorded",
        /// The other side says that a reading is not so.
        ReadingDisputed = "reading_disputed",
        /// A goal was reached.
        GoalReached = "goal_reached",
        /// A goal was given up.
        GoalGivenUp = "goal_given_up",
        /// A goal that had ended goes on after all.
        GoalResumed = "goal_resumed",
        /// The customer was asked something about itself.
        QuestionAsked = "question_asked",
        /// Such a question was answered.
        QuestionAnswered = "question_answered",
        /// The phases of the customer's process were written down.
        ProcessBegun = "process_begun",
        /// A phase was added.
        PhaseAdded = "phase_added",
        /// A phase was changed.
        PhaseChanged = "phase_changed",
        /// One side proposed something of a phase.
        PhaseProposed = "phase_proposed",
        /// The other side accepted that.
        PhaseAccepted = "phase_accepted",
        /// The other side declined it.
        PhaseDeclined = "phase_declined",
        /// A phase was removed.
        PhaseRemoved = "phase_removed",
        /// Somebody raised a concern.
        ConcernRaised = "concern_raised",
        /// The supplier answered it.
        ConcernAnswered = "concern_answered",
        /// What was promised about it was done.
        ConcernDone = "concern_done",
        /// Who raised it says that it is resolved.
        ConcernResolved = "concern_resolved",
        /// Who raised it says that it is not.
        ConcernNotResolved = "concern_not_resolved",
        /// What the customer is to test was proposed.
        AcceptanceProposed = "acceptance_proposed",
        /// The customer approved what it tested.
        AcceptanceApproved = "acceptance_approved",
        /// The day was planned on which what was approved is taken into use.
        LaunchPlanned = "launch_planned",
        /// One side said that it is ready for that.
        LaunchReady = "launch_ready",
        /// It was taken into use.
        Launched = "launched",
        /// The customer refused it.
        AcceptanceRefused = "acceptance_refused",
        /// A version of the agreement was written.
        AgreementWritten = "agreement_written",
        /// One side agreed to it.
        AgreementApproved = "agreement_approved",
        /// It took that back.
        AgreementApprovalWithdrawn = "agreement_approval_withdrawn",
        /// A report was published.
        ReportPublished = "report_published",
        /// The customer approved it.
        ReportApproved = "report_approved",
        /// Somebody of the customer gave feedback.
        FeedbackGiven = "feedback_given",
        /// What is done about feedback was promised.
        FollowUpPromised = "follow_up_promised",
        /// Feedback was answered with what was done.
        FeedbackAnswered = "feedback_answered",
        /// What was done helped whoever gave the feedback.
        FeedbackHelped = "feedback_helped",
        /// It did not.
        FeedbackNotHelped = "feedback_not_helped",
        /// One of the customer's people found a contact good.
        MomentPraised = "moment_praised",
        /// Or bad.
        MomentFaulted = "moment_faulted",
        /// The supplier said something to that.
        MomentAnswered = "moment_answered",
        /// Either side wrote down what the customer will need.
        NeedAdded = "need_added",
        /// It is needed otherwise.
        NeedChanged = "need_changed",
        /// It is not needed after all.
        NeedRemoved = "need_removed",
        /// It is needed again.
        NeedBroughtBack = "need_brought_back",
        /// Somebody of either side had an idea.
        IdeaGiven = "idea_given",
        /// How far an idea is was said, with the reason.
        IdeaMoved = "idea_moved",
        /// One of the customer's people was invited to try an idea.
        IdeaInvited = "idea_invited",
        /// It tries the idea.
        IdeaTrialJoined = "idea_trial_joined",
        /// It does not.
        IdeaTrialDeclined = "idea_trial_declined",
        /// One side said how it sees a year of working together.
        AssessmentGiven = "assessment_given",
        /// The customer's people were asked a survey.
        SurveySent = "survey_sent",
        /// One of them answered.
        SurveyAnswered = "survey_answered",
        /// A request was sent.
        RequestSent = "request_sent",
        /// The supplier works on it.
        RequestBegun = "request_begun",
        /// The supplier needs something from the customer for it.
        RequestWaits = "request_waits",
        /// The customer answered.
        RequestReplied = "request_replied",
        /// The supplier says that it is done.
        RequestDone = "request_done",
        /// The supplier does not do it, with its reason.
        RequestDeclined = "request_declined",
        /// Whoever asked says that it is done.
        RequestConfirmed = "request_confirmed",
        /// It is not done after all.
        RequestReopened = "request_reopened",
        /// Whoever asked does not need it any more.
        RequestWithdrawn = "request_withdrawn",
        /// A thread was opened.
        ThreadOpened = "thread_opened",
        /// Somebody replied.
        Replied = "replied",
        /// Whose turn it is was corrected.
        BallPassed = "ball_passed",
        /// A thread was resolved.
        ThreadResolved = "thread_resolved",
        /// A resolved thread was opened again.
        ThreadReopened = "thread_reopened",
        /// A contact was written down.
        ContactRecorded = "contact_recorded",
        /// A contact that was written down was corrected.
        ContactCorrected = "contact_corrected",
        /// A message was said otherwise by its author.
        MessageEdited = "message_edited",
        /// A message was withdrawn by its author.
        MessageWithdrawn = "message_withdrawn",
        /// Somebody agreed to a message.
        MessageAgreed = "message_agreed",
        /// A file of a thread is to be approved.
        FileAsked = "file_asked",
        /// A version of a file was approved.
        FileApproved = "file_approved",
        /// A version of a file was refused.
        FileRefused = "file_refused",
        /// A thread has another subject.
        ThreadRenamed = "thread_renamed",
        /// A thread is about another object.
        ThreadMoved = "thread_moved",
        /// Messages of a thread became one of their own.
        MessagesMoved = "messages_moved",
        /// An internal note was written.
        NoteWritten = "note_written",
    }
}

words! {
    /// The kind of object an event is about, for finding its page.
    ObjectKind {
        /// The customer.
        Customer = "customer",
        /// A person.
        Person = "person",
        /// A project.
        Project = "project",
        /// A milestone of a project.
        Milestone = "milestone",
        /// A task of a project.
        Task = "task",
        /// An invoice.
        Invoice = "invoice",
        /// A thread.
        Thread = "thread",
        /// A meeting.
        Meeting = "meeting",
        /// A goal.
        Goal = "goal",
        /// What is reported of some days.
        Report = "report",
        /// The agreement, which has the id of the customer.
        Agreement = "agreement",
        /// What the customer's people say of the work, which has the id of the customer.
        Feedback = "feedback",
        /// The contacts between the two sides and how they were found, which has the id of the customer.
        Journey = "journey",
        /// What the customer needs in a year, which has the id of the customer.
        YearPlan = "year_plan",
        /// A need or an idea.
        Idea = "idea",
        /// How both sides judge their work together, which has the id of the customer.
        Assessment = "assessment",
        /// What is known of the customer, which has the id of the customer.
        Knowledge = "knowledge",
        /// The customer's own process, which has the id of the customer.
        Process = "process",
        /// A request.
        ServiceRequest = "service_request",
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Which event.
    pub id: EventId,
    /// Under which customer.
    pub customer: CustomerId,
    /// Who did it; none where nobody in person did.
    pub actor: Option<PersonId>,
    /// What was done.
    pub kind: EventKind,
    /// What kind of object it was done to.
    pub object_kind: ObjectKind,
    /// Which object.
    pub object: ulid::Ulid,
    /// What the object was called at that time, as the audience may read it.
    pub label: String,
    /// Who may know.
    pub audience: Audience,
    /// When.
    pub at: Timestamp,
}
