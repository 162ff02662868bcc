//! Builds the demo: each method is something that a person does on a day.

use super::{Told, clock::StoryClock};
use coplan_domain::{
    id::{CustomerId, InvoiceId, MembershipId, MilestoneId, PersonId, ProjectId, TaskId, WorkEntryId},
    person::CodePolicy,
    question::ApprovalDecision,
    system::{Clock, Rng, new_ulid},
    work::Matter,
};
use coplan_store::{Db, access::Actor, files::Files, outbox};
use coplan_usecases::{
    Portal, Settings, System,
    customer::{self, CreateCustomerForm, CustomerForm},
    entry::{self, Browser},
    invoice::{self, ApprovalForm},
    member::{self, AddMemberForm},
    milestone::{self, MilestoneForm, PromiseForm, ReachForm},
    personal_link::{self, Opened},
    project::{self, StartForm},
    request::{self, AnswerForm, RequestForm},
    status_report::{self, StatusForm},
    system::{SystemClock, SystemRng},
    task::{self, AddTaskForm},
    work::{self, RecordForm},
};
use jiff::{SignedDuration, ToSpan, civil::Date};
use std::{fmt::Display, sync::Arc};

/// The time zone in which the story plays.
pub(crate) const PLACE: &str = "Europe/Helsinki";

/// A browser of the story.
pub const BROWSER: Browser<'static> = Browser { label: "Firefox, Linux", known_device: None, address: "127.0.0.1" };

/// A customer of the story.
pub struct Company {
    /// The supplier's number for it.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Business id.
    pub business_id: &'static str,
    /// VAT id.
    pub vat_id: &'static str,
}

/// A member of the story.
pub struct Someone {
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub email: &'static str,
    /// What it is called at work.
    pub title: &'static str,
    /// The language it reads.
    pub language: &'static str,
    /// What it may see.
    pub scopes: &'static [&'static str],
}

/// Every scope.
pub const ALL: &[&str] = &["plan", "money", "discussion", "meetings", "goals", "people"];

/// Builds the demo through the use cases.
pub struct DemoBuilder {
    /// A portal on the story's clock.
    pub portal: Portal,
    /// The right of the process that tells it.
    pub system: System,
    clock: Arc<StoryClock>,
}

/// An error as a sentence of the demo.
///
/// # Errors
/// The one that it is given.
pub fn told<T, E: Display>(done: Result<T, E>) -> Told<T> {
    done.map_err(|error| format!("the demo cannot be made: {error}"))
}

impl DemoBuilder {
    /// A builder on a database with its files.
    #[must_use]
    pub fn new(db: Db, files: Files, settings: Settings, system: System) -> Self {
        let clock = Arc::new(StoryClock::new());
        let portal = Portal::new(db, files, Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(SystemRng), settings);
        Self { portal, system, clock }
    }

    /// Goes to a moment before now.
    pub fn go(&self, days_ago: i64, hours_ago: i64) {
        self.clock.set(days_ago, hours_ago);
    }

    /// A new id.
    #[must_use]
    pub fn id<T: From<ulid::Ulid>>(&self) -> T {
        let rng: &dyn Rng = &*self.portal.rng;
        new_ulid(self.portal.clock.now(), rng).into()
    }

    /// The year in which the story is told.
    pub(crate) fn year() -> i16 {
        coplan_usecases::day_in(SystemClock.now(), PLACE).year()
    }

    /// The day so many days after the story's moment; negative for before.
    #[must_use]
    pub fn day(&self, days: i32) -> Date {
        coplan_usecases::day_in(self.portal.clock.now(), PLACE).saturating_add(days.days())
    }

    /// Creates a customer that this staff person has.
    ///
    /// # Errors
    /// Where a use case refuses it.
    pub async fn company(&self, by: &Actor, company: &Company) -> Told<CustomerId> {
        let form = CreateCustomerForm {
            id: self.id(),
            number: company.number.to_owned(),
            name: company.name.to_owned(),
            business_id: company.business_id.to_owned(),
            vat_id: company.vat_id.to_owned(),
            // While the story is told, its people come in without waiting for mail; `lock` ends that.
            code_policy: CodePolicy::Never.as_str().to_owned(),
            responsible: by.person().to_string(),
            confirmed: false,
        };
        told(customer::create(&self.portal, by, &form).await)
    }

    /// From now on a new device needs a code.
    ///
    /// # Errors
    /// Where a use case refuses it.
    pub async fn lock(&self, by: &Actor, id: CustomerId, company: &Company) -> Told<()> {
        let view = told(customer::show_for_staff(&self.portal, by, id).await)?.ok_or("the customer is gone")?;
        let form = CustomerForm {
            number: company.number.to_owned(),
            name: company.name.to_owned(),
            business_id: company.business_id.to_owned(),
            vat_id: company.vat_id.to_owned(),
            code_policy: CodePolicy::NewDevice.as_str().to_owned(),
            version: view.customer.version,
            was: String::new(),
            confirmed: false,
        };
        told(customer::change(&self.portal, by, id, &form).await)
    }

    /// Adds a member.
    ///
    /// # Errors
    /// Where a use case refuses it.
    pub async fn member(&self, by: &Actor, customer: CustomerId, someone: &Someone) -> Told<MembershipId> {
        let form = AddMemberForm {
            name: someone.name.to_owned(),
            email: someone.email.to_owned(),
            title: someone.title.to_owned(),
            language: someone.language.to_owned(),
            scopes: someone.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        };
        Ok(told(member::add(&self.portal, by, customer, &form).await)?.membership)
    }

    /// What the story promised to mail is not mailed: its people have read it all long ago.
    ///
    /// # Errors
    /// Where a use case refuses it.
    pub async fn settle(&self) -> Told<()> {
        self.go(0, 0);
        loop {
            let mut change = told(self.portal.change().await)?;
            let Some(job) = told(outbox::claim(&mut change, &self.system, SignedDuration::from_mins(1)).await)? else {
                return Ok(());
            };
            told(outbox::update_done(&mut change, &self.system, &job).await)?;
            told(self.portal.commit(change).await)?;
        }
    }

    /// Lets a member in, as it would come by its link.
    ///
    /// # Errors
    /// Where a use case refuses it.
    pub async fn enter(&self, by: &Actor, customer: CustomerId, membership: MembershipId) -> Told<Actor> {
        let made = told(personal_link::create(&self.portal, by, customer, membership, self.id()).await)?;
        let secret = made.address.expose().rsplit('/').next().unwrap_or_default().to_owned();
        match told(personal_link::open(&self.portal, &secret, &BROWSER).await)? {
            Opened::In { device_secret } => {
                told(entry::enter(&self.portal, device_secret.expose()).await)?.ok_or_else(|| "nobody came in".to_owned())
            }
            Opened::CodeSent { .. } => Err("a code was asked for before its time".to_owned()),
        }
    }

    /// Starts a project.
    pub(crate) async fn project(
        &self,
        by: &Actor,
        customer: CustomerId,
        name: &str,
        about: &str,
        shared: bool,
    ) -> Told<ProjectId> {
        let form = StartForm { id: self.id(), name: name.to_owned(), about: about.to_owned(), shared };
        told(project::start(&self.portal, by, customer, &form).await)
    }

    /// Reports how a project goes.
    pub(crate) async fn report(
        &self,
        by: &Actor,
        customer: CustomerId,
        project: ProjectId,
        light: &str,
        reason: &str,
    ) -> Told<()> {
        let view = told(project::show(&self.portal, by, customer, project).await)?;
        let seen = view.reports.first().map(|report| report.id.to_string()).unwrap_or_default();
        let form = StatusForm { id: self.id(), seen, light: light.to_owned(), reason: reason.to_owned() };
        told(status_report::report(&self.portal, by, customer, project, &form).await).map(drop)
    }

    /// Adds a milestone, promised for a day.
    pub(crate) async fn milestone(
        &self,
        by: &Actor,
        customer: CustomerId,
        project: ProjectId,
        name: &str,
        day: Date,
    ) -> Told<MilestoneId> {
        let id = self.id();
        let form = MilestoneForm { id, name: name.to_owned(), promised_on: day.to_string(), confirmed: false };
        told(milestone::add(&self.portal, by, customer, project, &form).await)?;
        Ok(id)
    }

    /// Promises another day.
    pub(crate) async fn moved(
        &self,
        by: &Actor,
        customer: CustomerId,
        id: MilestoneId,
        version: i64,
        day: Date,
        reason: &str,
    ) -> Told<()> {
        let form = PromiseForm {
            version,
            was: String::new(),
            promised_on: day.to_string(),
            reason: reason.to_owned(),
            confirmed: false,
        };
        told(milestone::move_promise(&self.portal, by, customer, id, &form).await).map(drop)
    }

    /// A milestone was reached.
    pub(crate) async fn reached(&self, by: &Actor, customer: CustomerId, id: MilestoneId, version: i64, day: Date) -> Told<()> {
        let form = ReachForm { version, was: String::new(), reached_on: day.to_string() };
        told(milestone::reach(&self.portal, by, customer, id, &form).await).map(drop)
    }

    /// Adds a task that is on nobody in person.
    pub(crate) async fn task(
        &self,
        by: &Actor,
        customer: CustomerId,
        project: ProjectId,
        task: &Todo,
        due: Option<Date>,
    ) -> Told<TaskId> {
        self.task_on(by, (customer, project), task, due, None).await
    }

    /// Adds a task that is on somebody.
    pub(crate) async fn task_on(
        &self,
        by: &Actor,
        (customer, project): (CustomerId, ProjectId),
        task: &Todo,
        due: Option<Date>,
        owner: Option<PersonId>,
    ) -> Told<TaskId> {
        let form = AddTaskForm {
            id: self.id(),
            name: task.name.to_owned(),
            why: task.why.to_owned(),
            side: task.side.to_owned(),
            owner: owner.map(|who| who.to_string()).unwrap_or_default(),
            stage: task.stage.to_owned(),
            shared: task.shared,
            due_on: due.map(|day| day.to_string()).unwrap_or_default(),
            confirmed: false,
        };
        told(task::add(&self.portal, by, customer, project, &form).await)?;
        Ok(form.id)
    }

    /// Offers choices for a task.
    pub(crate) async fn offer(&self, by: &Actor, customer: CustomerId, task: TaskId, form: &RequestForm) -> Told<()> {
        told(request::ask(&self.portal, by, customer, task, form).await).map(drop)
    }

    /// Answers what a task asks.
    pub(crate) async fn choose(
        &self,
        by: &Actor,
        customer: CustomerId,
        (project, task): (ProjectId, TaskId),
        choice: &str,
        note: &str,
    ) -> Told<()> {
        let view = told(project::show(&self.portal, by, customer, project).await)?;
        let asked = view.tasks.into_iter().find(|it| it.id == task).and_then(|it| it.request);
        let asked = asked.ok_or_else(|| "nothing is asked".to_owned())?;
        let form = AnswerForm { choice: choice.to_owned(), note: note.to_owned(), ..AnswerForm::of(&asked, "") };
        told(request::answer(&self.portal, by, customer, task, &form).await).map(drop)
    }

    /// Records work that somebody did on the day.
    pub(crate) async fn worked(&self, by: &Actor, matter: Matter, worked: &Worked) -> Told<WorkEntryId> {
        let form = RecordForm {
            id: self.id(),
            matter: matter.to_string(),
            time: worked.time.to_owned(),
            day: self.day(0).to_string(),
            words: worked.words.to_owned(),
            charge: worked.charge.to_owned(),
        };
        told(work::record(&self.portal, by, &form).await)?;
        Ok(form.id)
    }

    /// Approves an invoice for payment.
    pub(crate) async fn approve(&self, by: &Actor, customer: CustomerId, invoice: InvoiceId, reference: &str) -> Told<()> {
        let form = ApprovalForm {
            decision: ApprovalDecision::Approved.to_string(),
            reference: reference.to_owned(),
            ..ApprovalForm::suggested(self.id(), None)
        };
        told(invoice::decide(&self.portal, by, customer, invoice, (&form, "")).await)
    }
}

/// Work of the story.
pub struct Worked {
    /// How long it took.
    pub time: &'static str,
    /// What was done.
    pub words: &'static str,
    /// Whether it is charged.
    pub charge: &'static str,
}

/// A discussion of the story as it begins.
pub struct Said {
    /// The question in one line.
    pub title: &'static str,
    /// The first message.
    pub text: &'static str,
}

/// A task of the story.
pub struct Todo {
    /// What is to be done.
    pub name: &'static str,
    /// What for.
    pub why: &'static str,
    /// Who does it.
    pub side: &'static str,
    /// Onstage or backstage.
    pub stage: &'static str,
    /// Whether a backstage task is shown.
    pub shared: bool,
}
