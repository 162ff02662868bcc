//! What a plan page shows, asked together.

use crate::{
    Conn, Result,
    access::Access,
    engine::fetch_each,
    goal::{self, WaitingGoal},
    invoice::{self, InvoiceBrief, LineSums, OpenSum, ToPay},
    knowledge,
    membership::{self, Fellow},
    milestone,
    plan_head::{self, PlanHead},
    project::{self, ProjectNow},
    request,
    room_waiting::{self, RoomItem},
    task,
    thread::{self, ThreadLine},
};
use coplan_domain::{
    knowledge::Question,
    person::Side,
    plan::{Milestone, Task},
    request::AnswerRequest,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// What a plan page shows to one reader.
#[derive(Debug, Clone)]
pub struct PlanParts {
    /// Whose it is, who has it, and when the reader was here.
    pub head: PlanHead,
    /// The projects, oldest first, each with its present light; ended ones too.
    pub projects: Vec<ProjectNow>,
    /// The milestones of the projects that go on, in the order of their days.
    pub milestones: Vec<Milestone>,
    /// What the reader's side has to do in projects that go on, longest waiting first, with the projects' names.
    pub waiting: Vec<(Task, String)>,
    /// What those of them ask that ask for an answer.
    pub requests: Vec<AnswerRequest>,
    /// The first threads in the order of [`thread::list`]; none without the discussion scope.
    pub threads: Option<Vec<ThreadLine>>,
    /// On which goals the reader's side has something to do, the longest wait first; none without the scope for them.
    pub goals: Vec<WaitingGoal>,
    /// What the customer is asked and has not answered, the oldest first.
    pub questions: Vec<Question>,
    /// What waits in the rooms beside the plan, the longest wait first.
    pub rooms: Vec<RoomItem>,
    /// What the customer pays for; none without the money scope.
    pub money: Option<PlanMoney>,
    /// The other members, for a member who may know them.
    pub fellows: Option<Vec<Fellow>>,
}

/// What a customer pays for, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMoney {
    /// The newest invoice, and what its largest lines come to by their names; no sums where it has no lines.
    pub last: Option<(InvoiceBrief, Option<LineSums>)>,
    /// What is open, by currency; the currency of the newest invoice first.
    pub open: Vec<OpenSum>,
    /// The newest invoice of which something is to be paid.
    pub to_pay: Option<ToPay>,
}

/// How much of what there may be much of a plan page shows.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// Threads.
    pub threads: usize,
    /// Names of lines of the newest invoice.
    pub lines: usize,
}

/// What the plan page shows to the holder of this access on this day where the reader lives.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read or the customer was removed by other means.
pub async fn find(conn: &mut Conn, access: &Access, today: Date, most: Most) -> Result<PlanParts> {
    let scope = access.plan;
    let mut statements = vec![
        plan_head::ask(scope),
        project::ask_all(scope),
        milestone::ask_all(scope),
        task::ask_waiting(scope),
        request::ask_waiting(scope, access.money),
        knowledge::ask_waiting(scope),
        room_waiting::ask_waiting(access),
    ];
    if let Some(discussion) = access.discussion {
        statements.push(thread::ask_first(discussion, access.money, number(most.threads)));
    }
    statements.extend(access.goals.map(|goals| goal::ask_waiting(goals, today)));
    if let Some(money) = access.money {
        statements.extend([
            invoice::ask_last(money, number(most.lines)),
            invoice::ask_open_sums(money, today),
            invoice::ask_to_pay(money),
        ]);
    }
    let people = access.people.filter(|people| people.side() == Side::Customer);
    statements.extend(people.map(membership::ask_fellows));
    let mut answers = fetch_each(conn, statements).await?.into_iter();
    let mut next = || answers.next().unwrap_or_default();
    Ok(PlanParts {
        head: plan_head::read(&next())?,
        projects: project::read_all(&next())?,
        milestones: milestone::gather(&next())?,
        waiting: task::read_waiting(&next())?,
        requests: request::gather(&next())?,
        questions: knowledge::read_all(&next())?,
        rooms: room_waiting::read_all(&next())?,
        threads: access.discussion.map(|_| thread::read_all(&next())).transpose()?,
        goals: access.goals.map(|_| goal::read_waiting(&next())).transpose()?.unwrap_or_default(),
        money: access.money.map(|_| money(&next(), &next(), &next())).transpose()?,
        fellows: people.map(|_| membership::read_fellows(&next())).transpose()?,
    })
}

fn number(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

fn money(last: &[AnyRow], open: &[AnyRow], to_pay: &[AnyRow]) -> Result<PlanMoney> {
    let (last, open, to_pay) = (invoice::read_last(last)?, invoice::read_open_sums(open)?, invoice::read_to_pay(to_pay)?);
    Ok(PlanMoney { last, open, to_pay })
}
