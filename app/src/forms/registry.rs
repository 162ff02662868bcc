//! Every form of the product with the address that it is sent to. The keys of its words are checked at compile time.

use crate::{links, words::keys};
use coplan_usecases::{
    absence::{AbsenceForm, OtherStandInForm, StandInAnswerForm},
    acceptance::{LaunchForm, NextVersionForm, ProposeAcceptanceForm, VerdictForm},
    account::{PasswordForm, SettingsForm},
    agreement::AgreementForm,
    assessment::AssessForm,
    budget::BudgetForm,
    concern::{AnswerConcernForm, JudgeForm, RaiseForm, ThemeForm},
    contact::ContactForm,
    customer::{CreateCustomerForm, CustomerForm, InternalForm, ResumeForm},
    feedback::{AnswerFeedbackForm, GiveForm, HelpedForm, PromiseForm as FollowUpForm},
    form::{FieldSpec, Form, Word},
    goal::{ChangeGoalForm, DisputeForm, EndGoalForm, ImportReadingsForm, ProposeForm, ReadingForm},
    hand_over::PlanHandOverForm,
    idea::{GiveIdeaForm, InviteForm, MoveIdeaForm},
    invoice::{ApprovalForm, PaymentForm},
    journey::{AnswerMomentForm, MomentWordsForm},
    knowledge::{AnswerQuestionForm, AskQuestionForm, TemplateForm},
    mail_choice::MailChoiceForm,
    meeting::{AgendaForm, ApproveForm, CallForm, ChangeMeetingForm, OutcomeForm},
    member::{AddMemberForm, ChangeMemberForm},
    milestone::{MilestoneForm, PromiseForm, ReachForm, RenameForm},
    need::{ChangeNeedForm, NeedForm},
    package::PackageForm,
    password_link::{ChooseForm, ForgotForm},
    personal_link::{CodeForm, LinkForm, MailLinkForm, NewLinkForm},
    phase::{DeclinePhaseForm, NewPhaseForm, PhaseForm},
    project::{
        CopyForm, FromPlanTemplateForm, FromTemplateForm, LinesForm, ProjectForm, SavePlanTemplateForm, SaveTemplateForm,
        StartDayForm, StartForm,
    },
    question::AskForm,
    report::{DraftReportForm, ReportWordsForm, RhythmForm},
    request::{AnswerForm, RequestForm},
    request_kind::{AddRequestKindForm, ChangeRequestKindForm},
    responsible::HandOverForm,
    saved_filter::SaveFilterForm,
    second_factor::{BeginForm, ConfirmForm, LoosenForm},
    service_request::{AnswerServiceRequestForm, ServiceRequestForm, ServiceRequestWordsForm, WithdrawServiceRequestForm},
    sign_in::{OwnProof, SecondFactorForm, SignInForm},
    staff::{AddStaffForm, ChangeStaffForm, HandOverAllForm, ResetForm},
    status_report::StatusForm,
    status_rhythm::StatusRhythmForm,
    survey::{RespondForm, SendSurveyForm, YearlyForm},
    task::{AddTaskForm, TaskForm},
    thread::{
        ChangeThreadForm, DecideFileForm, EditMessageForm, NewVersionForm, NoteForm, OpenForm, ReplyForm, ResolveForm, SplitForm,
    },
    today_mail::TodayMailForm,
    work::{AdjustForm, ChangeWorkForm, RecordForm},
};

/// What is sent to one address.
#[derive(Debug, Clone, Copy)]
pub struct Registered {
    /// The pattern of the address.
    pub pattern: &'static str,
    /// The fields that are read there.
    pub fields: &'static [FieldSpec],
    /// The fields of the page's other forms, which go along so that no button loses what was typed.
    pub along: &'static [&'static [FieldSpec]],
}

macro_rules! registered {
    ($($module:ident::$route:ident => [$($form:ty)?] $(+ [$($along:ty),+])?;)+) => {
        $($(const _: () = check(<$form as Form>::FIELDS);)?)+

        /// All of them.
        pub const ALL: &[Registered] = &[$(Registered {
            pattern: links::$module::$route::PATTERN,
            fields: registered!(@fields $($form)?),
            along: &[$($(<$along as Form>::FIELDS),+)?],
        }),+];
    };
    (@fields) => { &[] };
    (@fields $form:ty) => { <$form as Form>::FIELDS };
}

registered! {
    sign_in::password => [SignInForm];
    sign_in::second_factor => [SecondFactorForm];
    sign_in::choose => [ChooseForm];
    sign_in::forgot => [ForgotForm];
    entry::code => [CodeForm];
    entry::new_link => [NewLinkForm];
    account::settings => [SettingsForm];
    account::mail_choice => [MailChoiceForm];
    account::today_mail => [TodayMailForm];
    account::password => [PasswordForm];
    account::begin_second_factor => [BeginForm];
    account::set_up_second_factor => [ConfirmForm];
    account::renew_recovery_codes => [LoosenForm];
    account::switch_off_second_factor => [LoosenForm];
    absence::own => [AbsenceForm];
    absence::of_colleague => [AbsenceForm];
    absence::answer => [StandInAnswerForm];
    absence::other_own => [OtherStandInForm];
    absence::other_of_colleague => [OtherStandInForm];
    staff::add => [AddStaffForm] + [OwnProof];
    staff::edit => [ChangeStaffForm] + [OwnProof];
    staff::end => [OwnProof];
    staff::hand_over => [HandOverAllForm];
    staff::reset_password => [ResetForm] + [OwnProof];
    customer::new => [CreateCustomerForm];
    customer::edit => [CustomerForm] + [InternalForm];
    customer::internal => [InternalForm] + [CustomerForm];
    customer::resume => [ResumeForm];
    portfolio::saved_filters => [SaveFilterForm];
    hand_over::choose => [PlanHandOverForm];
    hand_over::preview => [PlanHandOverForm];
    contact::list => [ContactForm];
    need::add => [NeedForm];
    need::change => [ChangeNeedForm];
    journey::say => [MomentWordsForm];
    journey::answer => [AnswerMomentForm];
    contact::correct => [ContactForm];
    member::new => [AddMemberForm];
    member::show => [ChangeMemberForm];
    member::make_link => [LinkForm];
    member::mail_link => [MailLinkForm];
    member::rotate_link => [LinkForm];
    responsible::of_customer => [HandOverForm];
    responsible::of_project => [HandOverForm];
    project::start => [StartForm];
    project::change => [ProjectForm];
    project::copy => [CopyForm];
    project::save_template => [SaveTemplateForm];
    project::save_plan_template => [SavePlanTemplateForm];
    project::start_plan_from => [FromPlanTemplateForm];
    project::start_day => [StartDayForm];
    project::start_from => [FromTemplateForm];
    project::lines => [LinesForm];
    project::budget => [BudgetForm];
    status_report::report => [StatusForm];
    status_report::rhythm => [StatusRhythmForm];
    milestone::add => [MilestoneForm];
    milestone::rename => [RenameForm];
    milestone::promise => [PromiseForm];
    milestone::reach => [ReachForm];
    milestone::not_reached => [] + [PromiseForm];
    task::add => [AddTaskForm];
    task::change => [TaskForm];
    request::ask => [RequestForm];
    request::answer => [AnswerForm];
    thread::new => [OpenForm];
    thread::reply => [ReplyForm] + [NoteForm, ResolveForm];
    thread::said => [EditMessageForm];
    thread::split => [SplitForm];
    thread::agree => [] + [ReplyForm, NoteForm, ResolveForm];
    thread::change => [ChangeThreadForm];
    thread::file_version => [NewVersionForm];
    thread::decide_file => [DecideFileForm];
    thread::note => [NoteForm] + [ReplyForm, ResolveForm];
    thread::resolve => [ResolveForm] + [ReplyForm, NoteForm];
    thread::ball => [] + [ReplyForm, NoteForm, ResolveForm];
    thread::reopen => [] + [ReplyForm, NoteForm, ResolveForm];
    thread::explain => [ReplyForm] + [NoteForm, ResolveForm];
    thread::promise_credit => [ReplyForm] + [NoteForm, ResolveForm];
    thread::accept => [] + [ReplyForm, NoteForm, ResolveForm];
    invoice::record_payment => [PaymentForm];
    invoice::ask => [AskForm];
    invoice::decide => [ApprovalForm];
    meeting::call => [CallForm];
    meeting::change => [ChangeMeetingForm];
    meeting::propose => [AgendaForm];
    meeting::record => [OutcomeForm];
    meeting::approve => [ApproveForm];
    goal::propose => [ProposeForm];
    goal::change => [ChangeGoalForm];
    goal::end => [EndGoalForm];
    goal::record => [ReadingForm];
    goal::import => [ImportReadingsForm];
    goal::dispute => [DisputeForm];
    phase::add => [NewPhaseForm];
    phase::change => [PhaseForm];
    phase::decline => [DeclinePhaseForm];
    concern::raise => [RaiseForm];
    concern::answer => [AnswerConcernForm];
    concern::judge => [JudgeForm];
    concern::theme => [ThemeForm];
    acceptance::propose => [ProposeAcceptanceForm];
    acceptance::decide => [VerdictForm];
    acceptance::next => [NextVersionForm];
    acceptance::plan_launch => [LaunchForm];
    agreement::write => [AgreementForm];
    report::draft => [DraftReportForm];
    report::change => [ReportWordsForm];
    report::rhythm => [RhythmForm];
    service_request::send => [ServiceRequestForm];
    service_request::answer => [AnswerServiceRequestForm];
    service_request::reply => [ServiceRequestWordsForm];
    service_request::withdraw => [WithdrawServiceRequestForm];
    service_request::reopen => [ServiceRequestWordsForm];
    request_kind::list => [AddRequestKindForm];
    request_kind::change => [ChangeRequestKindForm];
    feedback::give => [GiveForm];
    feedback::promise => [FollowUpForm];
    feedback::answer => [AnswerFeedbackForm];
    feedback::helped => [HelpedForm];
    idea::give => [GiveIdeaForm];
    idea::decide => [MoveIdeaForm];
    idea::invite => [InviteForm];
    assessment::give => [AssessForm];
    survey::yearly => [YearlyForm];
    survey::send => [SendSurveyForm];
    survey::show => [RespondForm];
    knowledge::ask => [AskQuestionForm];
    knowledge::answer => [AnswerQuestionForm];
    knowledge::templates => [TemplateForm];
    package::catalogue => [PackageForm];
    work::own => [RecordForm];
    work::change => [ChangeWorkForm];
    work::line => [AdjustForm];
}

/// What is sent to an address; none where it is no form that people fill.
#[must_use]
pub fn at(address: &str) -> Option<&'static Registered> {
    let route = links::find(address)?;
    ALL.iter().find(|form| form.pattern == route.pattern)
}

/// A field of what is sent to an address, with its table; none where that has no such field.
#[must_use]
pub fn field(address: &str, name: &str) -> Option<&'static FieldSpec> {
    let form = at(address)?;
    [form.fields].into_iter().chain(form.along.iter().copied()).find_map(|fields| named(fields, name))
}

/// A secret field of any form that is called so.
#[must_use]
pub fn secret(name: &str) -> Option<&'static FieldSpec> {
    ALL.iter().find_map(|form| named(form.fields, name).filter(|spec| spec.is_secret()))
}

fn named(fields: &'static [FieldSpec], name: &str) -> Option<&'static FieldSpec> {
    fields.iter().find(|spec| spec.name == name)
}

/// Stops the build where the words lack a key that a table names.
const fn check(fields: &[FieldSpec]) {
    let mut n = 0;
    while n < fields.len() {
        let field = &fields[n];
        if field.is_seen() {
            keys::check(field.label, &[]);
        }
        if let Some(hint) = field.hint {
            keys::check(hint, &[]);
        }
        let (choices, mut m) = (field.choices(), 0);
        while m < choices.len() {
            if let Word::Key(key) = choices[m].word {
                keys::check(key, &[]);
            }
            if let Some(hint) = choices[m].hint {
                keys::check(hint, &[]);
            }
            m += 1;
        }
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_as_its_own_form_calls_it() {
        let called = |address, name| field(address, name).filter(|spec| spec.is_seen()).map(|spec| spec.label);
        assert_eq!(called("/c/1/projects/2/tasks/new", "name"), Some("task-name"));
        assert_eq!(called("/c/1/projects/2/milestones/3/promise", "promised_on"), Some("milestone-new-day"));
        assert_eq!(called("/c/1/projects/2/milestones/new", "promised_on"), Some("milestone-promised-on"));
        assert_eq!(called("/c/1/projects/2/edit", "name"), Some("project-name"));
        assert_eq!(called("/c/1/edit", "name"), Some("customer-name"));
        assert_eq!(called("/c/1/members/2", "title"), Some("member-title"));
        assert_eq!(called("/c/1/threads/new", "about"), None, "what a discussion is about is an object, not words");
    }

    #[test]
    fn no_address_takes_two_forms_and_no_form_calls_two_fields_alike() {
        for (n, form) in ALL.iter().enumerate() {
            assert!(ALL[..n].iter().all(|other| other.pattern != form.pattern), "{}", form.pattern);
            let seen = [form.fields].into_iter().chain(form.along.iter().copied()).flatten();
            let mut names = seen.filter(|spec| spec.is_seen()).map(|spec| spec.name).collect::<Vec<_>>();
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{}", form.pattern);
        }
    }
}
