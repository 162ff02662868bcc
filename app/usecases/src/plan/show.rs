//! The plan of one customer as one reader may see it: how it is going, who has it, what waits, what is new.

use super::{
    EndedProject, NewsDetail, NewsItem, PlanInternal, PlanThreads, PlanView, ProjectCard, ProjectCardInternal, WaitingGoals,
    WaitingItem, WaitingTask,
};
use crate::{
    Error, Portal, customer_layout,
    goal::WaitingGoal,
    invoice,
    thread::{self, ThreadSummary, WaitingThread},
    truncate::truncate,
    view_cache::Moment,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, PersonId, ProjectId},
    knowledge::Question,
    person::Side,
    plan::{Milestone, Task},
    request::AnswerRequest,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, Staff, may_write},
    event::{self, News},
    plan::{self as store, Most, PlanParts},
    project::ProjectNow,
    room_waiting::RoomItem,
    visit::{self, Visit},
};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};

/// How many events are told at most.
const NEWS: usize = 30;
/// One more is read, so that it is known whether there are more.
const ONE_MORE: i64 = 31;
/// How many threads are shown on the plan itself.
const THREADS: usize = 5;
/// One thread more, to know whether there are more.
const MOST: Most = Most { threads: THREADS + 1, lines: invoice::SHARES };

/// Shows the plan of a customer.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Arc<PlanView>, Error> {
    let mut reading = portal.db.reading();
    let access = reading.access(actor, customer).await?.ok_or(Error::NotFound)?;
    let moment = portal.moment(actor);
    let read = async || {
        let conn = reading.conn().await?;
        let parts = store::find(conn, &access, moment.today, MOST).await?;
        // Once its reader has been away for long enough, the next look is a new visit, which changes what is new.
        // Being noted in this one changes nothing.
        let until = parts.head.visit.map(|visit| visit.seen_at + visit::AWAY).filter(|until| *until >= moment.now);
        let view = read(portal, conn, actor, &access, moment, parts).await?;
        let until = until.unwrap_or(moment.now + visit::AWAY);
        Ok((view, if rights_last(actor) { until } else { until.min(next_quarter(moment.now)) }))
    };
    let (key, state) = ((actor.person(), customer), (access.state(), moment.today));
    portal.memory.plans.find_or(key, state, moment.now, read).await
}

/// Whether what the reader may do hangs on no day: a specialist's does, on the days of those it stands in for, which
/// begin by their own clocks.
fn rights_last(actor: &Actor) -> bool {
    actor.staff().is_none_or(Staff::keeps_plans)
}

/// The next moment at which a day begins somewhere: clocks differ by quarters of an hour.
fn next_quarter(now: Timestamp) -> Timestamp {
    let quarter = 15 * 60;
    Timestamp::from_second((now.as_second().div_euclid(quarter) + 1) * quarter).unwrap_or(now)
}

async fn read(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
    moment: Moment,
    parts: PlanParts,
) -> Result<PlanView, Error> {
    let PlanParts { head, projects, milestones, waiting: tasks, requests, questions, rooms, threads, goals, money, fellows } =
        parts;
    let scope = access.plan;
    // What the customer is asked waits for nobody else.
    let questions = if scope.side() == Side::Customer { questions } else { Vec::new() };
    let (projects, ended) = cards(access, projects, milestones);
    let last_visit = head.visit.and_then(|visit| before_this_visit(visit, moment.now));
    let mut news = match last_visit {
        None => Vec::new(),
        Some(since) => event::list_by_others(conn, access, since, ONE_MORE).await?,
    };
    let more_news = truncate(&mut news, NEWS);
    let internal = match actor.staff() {
        None => None,
        Some(staff) => {
            let may_edit = may_write(conn, staff, scope, None, moment.now).await?;
            Some(PlanInternal { may_edit, ended_at: head.ended_at })
        }
    };
    let may_open = internal.as_ref().is_none_or(|internal| internal.may_edit);
    let (discussion, threads) = match thread::summary(conn, access, threads, THREADS).await? {
        None => (None, Vec::new()),
        Some(ThreadSummary { threads, has_more, waiting }) => (Some(PlanThreads { threads, has_more, may_open }), waiting),
    };
    Ok(PlanView {
        frame: customer_layout::read(portal, conn, access, head, moment).await?,
        news: told(news, &projects),
        projects,
        ended,
        waiting: waiting(tasks, requests, threads, (goals, questions, rooms), (scope.person(), may_open)),
        discussion,
        money: money.map(invoice::in_short),
        people: fellows,
        scope,
        last_visit,
        more_news,
        today: moment.today,
        internal,
    })
}

/// What others changed, each with what is different now, as far as the plan shows it.
fn told(news: Vec<News>, projects: &[ProjectCard]) -> Vec<NewsItem> {
    let detail = |item: &NewsItem| {
        let (project, _) = item.project.as_ref()?;
        let card = projects.iter().find(|card| card.id == *project)?;
        match item.kind {
            EventKind::PromiseMoved => {
                let milestone = card.milestones.iter().find(|milestone| milestone.id.0 == item.object_id)?;
                NewsDetail::of_move(milestone, item.at)
            }
            EventKind::StatusReported => NewsDetail::of_report(card.status.as_slice(), item.at),
            _ => None,
        }
    };
    let items = news.into_iter().map(NewsItem::from);
    items.map(|item| NewsItem { detail: detail(&item), ..item }).collect()
}

/// The end of the visit before this one, whether or not this one has been noted yet.
fn before_this_visit(visit: Visit, now: Timestamp) -> Option<Timestamp> {
    let before = if visit.seen_at < now - visit::AWAY { visit.seen_at } else { visit.previous_at };
    Some(before).filter(|at| *at > Timestamp::UNIX_EPOCH)
}

fn cards(access: &Access, projects: Vec<ProjectNow>, milestones: Vec<Milestone>) -> (Vec<ProjectCard>, Vec<EndedProject>) {
    let mut of: BTreeMap<ProjectId, Vec<Milestone>> = BTreeMap::new();
    for milestone in milestones {
        of.entry(milestone.project).or_default().push(milestone);
    }
    let (mut cards, mut ended) = (Vec::new(), Vec::new());
    for ProjectNow { project, status } in projects {
        let shared = project.shared_at.is_some();
        match project.ended_at {
            Some(ended_at) => ended.push(EndedProject { id: project.id, name: project.name, ended_at }),
            None => cards.push(ProjectCard {
                id: project.id,
                name: project.name,
                status,
                milestones: of.remove(&project.id).unwrap_or_default(),
                internal: access.internal.map(|_| ProjectCardInternal { shared }),
            }),
        }
    }
    (cards, ended)
}

/// What waits for the reader's side, tasks, threads and goals alike, the longest wait first. A task represents what is discussed
/// about it.
fn waiting(
    tasks: Vec<(Task, String)>,
    mut requests: Vec<AnswerRequest>,
    threads: Vec<WaitingThread>,
    (goals, questions, rooms): (Vec<WaitingGoal>, Vec<Question>, Vec<RoomItem>),
    (reader, may_move): (PersonId, bool),
) -> Vec<WaitingItem> {
    let mut request_of = |id| {
        let place = requests.iter().position(|request| request.task == id)?;
        Some(requests.swap_remove(place))
    };
    let is_of_a_task = |thread: &WaitingThread| tasks.iter().any(|(task, _)| task.id.0 == thread.subject.id);
    let threads = threads.into_iter().filter(|thread| !is_of_a_task(thread)).collect::<Vec<_>>();
    let tasks = tasks.into_iter().map(|(task, project_name)| {
        let request = request_of(task.id);
        let may_move = may_move || task.taken.as_ref().is_some_and(|owner| owner.by == reader);
        WaitingItem::Task(waiting_task(task, project_name, request, may_move))
    });
    let count = goals.len();
    let goals = goals.into_iter().next().map(|first| WaitingItem::Goals(WaitingGoals { first, count }));
    let mut waiting: Vec<_> = tasks.chain(threads.into_iter().map(WaitingItem::Thread)).chain(goals).collect();
    waiting.extend(questions.into_iter().map(WaitingItem::Question));
    waiting.extend(rooms.into_iter().map(WaitingItem::Room));
    waiting.sort_by_key(WaitingItem::since);
    waiting
}

fn waiting_task(task: Task, project_name: String, request: Option<AnswerRequest>, may_move: bool) -> WaitingTask {
    WaitingTask {
        id: task.id,
        project: task.project,
        project_name,
        name: task.name,
        why: task.why,
        since: task.state_since,
        due_on: task.due_on,
        state: task.state,
        may_move,
        taken: task.taken,
        request,
    }
}
