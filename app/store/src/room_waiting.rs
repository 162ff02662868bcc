//! What waits in the rooms beside the plan: feedback and its answers, surveys, tasks from meetings, what is to be tested, ideas,
//! reports and agreements to approve, concerns and proposals in the customer's process, moments that were bad, requests.

mod rows;

use crate::{
    Conn, Result,
    access::{Access, Staff},
    bulk_insert::Value,
    engine::Statement,
    on_duty::{self, MINE},
    row::Columns,
    service_request::ASKER_IS_HERE,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, Side},
    word::UnknownWord,
};
use jiff::{Timestamp, civil::Date};
use rows::{
    ACCEPTANCE, AGREEMENT, CONCERN_OF, CUSTOMER, DRAFT, DRAFTS, FEEDBACK, FILE, IDEAS, MEETING_TASK, MEETING_TASK_OPEN, MOMENT,
    MOMENT_WAITS, MOMENTS, NOBODY, PHASE, PROMISED, PROPOSED, REQUEST, acceptance, agreement_of, concern, files, idea, orphan,
    request,
};
use sqlx::any::AnyRow;
use ulid::Ulid;

/// The most that is told of one customer.
const MOST: i64 = 50;

/// In which room something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomKind {
    /// Feedback: for the supplier to answer, for its giver to say whether the answer helped.
    Feedback,
    /// An idea: for the supplier to look at, for a member to say whether it tries it.
    Idea,
    /// A survey to answer.
    Survey,
    /// A task that a meeting agreed on, told by its meeting.
    MeetingTask,
    /// A checklist: for the customer to test, for the supplier to propose anew after it was refused.
    Acceptance,
    /// A published report that the customer has not approved; its title is the spelling of its days.
    Report,
    /// A report that the supplier has to publish by a day; its title is the same.
    ReportDraft,
    /// The agreement, whose last version one side has not approved; of the customer's id, its title is the number of the version.
    Agreement,
    /// A concern: for the supplier to answer, for who raised it to say whether it is resolved.
    Concern,
    /// What the other side proposes of a phase of the customer's process.
    Phase,
    /// A contact that one of the customer's people found bad, for the supplier to answer; may say nothing.
    Moment,
    /// A request that the supplier has to answer or to do.
    Request,
    /// A request for which the supplier needs something from the customer.
    RequestReply,
    /// A request that is done, for whoever asked to say so too.
    RequestConfirm,
    /// A version of a file that the other side asks to approve.
    File,
}

impl std::str::FromStr for RoomKind {
    type Err = UnknownWord;
    fn from_str(word: &str) -> std::result::Result<Self, UnknownWord> {
        match word {
            "feedback" => Ok(Self::Feedback),
            "idea" => Ok(Self::Idea),
            "survey" => Ok(Self::Survey),
            "meeting_task" => Ok(Self::MeetingTask),
            "acceptance" => Ok(Self::Acceptance),
            "report" => Ok(Self::Report),
            "report_draft" => Ok(Self::ReportDraft),
            "agreement" => Ok(Self::Agreement),
            "concern" => Ok(Self::Concern),
            "phase" => Ok(Self::Phase),
            "moment" => Ok(Self::Moment),
            "request" => Ok(Self::Request),
            "request_reply" => Ok(Self::RequestReply),
            "request_confirm" => Ok(Self::RequestConfirm),
            "file" => Ok(Self::File),
            _ => Err(UnknownWord(word.to_owned())),
        }
    }
}

/// Something that waits in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomItem {
    /// In which.
    pub kind: RoomKind,
    /// What; of the kind's own type, the meeting for a task from one.
    pub id: Ulid,
    /// What it says; may be empty beside a score, and for the standard question of a survey.
    pub title: String,
    /// The language that it is written in.
    pub language: Language,
    /// The score that goes with it.
    pub score: Option<i64>,
    /// Since when it waits.
    pub since: Timestamp,
    /// By when something is promised to be done.
    pub due_on: Option<Date>,
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Who has it, where that was asked for.
    pub responsible: Option<(PersonId, String)>,
}

/// What waits at a customer for the reader's side, or for the reader itself where it is a member; tasks from meetings for
/// who reads those, files for who reads discussions.
pub(crate) fn ask_waiting(access: &Access) -> Statement {
    let (scope, meetings, moment) = (access.plan, access.meetings, Sight::from(access).moment());
    let sight = Sight::from(scope);
    let (feedback, survey, reader) = (sight.feedback(), sight.survey(), scope.person());
    let (ideas, new_idea, trial) = (sight.idea(), idea("ia.given_at"), idea("t.invited_at"));
    let (report, asked, no_day) = (sight.report(), sight.service_request(), "cast(null as text)");
    let (seen, phase, orphan) = (sight.concern(), sight.phase(), orphan());
    let (answers, verdicts) = (concern(no_day), concern("u.due_on"));
    let to_do = request("request", "sr.wanted_on");
    let (to_reply, to_confirm) = (request("request_reply", no_day), request("request_confirm", no_day));
    let (project, refused, open) = (sight.project(), acceptance("d.decided_at"), acceptance("v.proposed_at"));
    let (seen_agreement, agreement) = (sight.agreement(), agreement_of(scope.side()));
    let rows = match scope.side() {
        Side::Supplier => format!(
            "select {FEEDBACK}, u.due_on, {CUSTOMER}, {NOBODY}
             from feedback f join customer c on c.id = f.customer_id join person h on h.id = f.given_by
             left join follow_up u on u.feedback_id = f.id and u.result_at is null
             where {feedback} and f.ball = 'supplier'
             union all
             select {refused}, {CUSTOMER}, {NOBODY} from {ACCEPTANCE} where {project} and d.decision = 'refused'
             union all
             select {answers}, {CUSTOMER}, {NOBODY} from {CONCERN_OF} where {seen} and cn.waits = 'answer'
             union all
             select {verdicts}, {CUSTOMER}, {NOBODY} from {CONCERN_OF} {PROMISED}
             where {seen} and cn.waits = 'verdict' and cn.side = 'supplier' and (cn.raised_by = '{reader}' or {orphan})
             union all
             select {PHASE}, {CUSTOMER}, {NOBODY} from {PROPOSED} where {phase} and q.side = 'customer'
             union all
             select {to_do}, {CUSTOMER}, {NOBODY} from {REQUEST} where {asked} and sr.state in ('received', 'in_progress')
             union all
             select {AGREEMENT}, {CUSTOMER}, {NOBODY} from {agreement} where {seen_agreement}
             union all
             select {DRAFT}, {CUSTOMER}, {NOBODY} from {DRAFTS} where {report}
             union all
             select {new_idea}, {CUSTOMER}, {NOBODY} from {IDEAS} where {ideas} and ia.state = 'new'
             union all
             select {MOMENT}, {CUSTOMER}, {NOBODY} from {MOMENTS} where {moment} and {MOMENT_WAITS}"
        ),
        Side::Customer => format!(
            "select 'feedback' as kind, f.id, u.result as title, x.language, f.score, f.ball_since as since,
               cast(null as text) as due_on, {CUSTOMER}, {NOBODY}
             from feedback f join customer c on c.id = f.customer_id
             join follow_up u on u.feedback_id = f.id and u.result_at is not null and u.helped is null
             join person x on x.id = u.result_by
             where {feedback} and f.ball = 'customer'
             union all
             select 'survey', s.id, s.words, h.language, cast(null as bigint), s.sent_at, cast(null as text), {CUSTOMER}, {NOBODY}
             from survey s join customer c on c.id = s.customer_id join person h on h.id = s.sent_by
             join survey_recipient z on z.survey_id = s.id and z.person_id = '{reader}' and z.declined_at is null
             where {survey} and not exists (select 1 from feedback f where f.survey_id = s.id and f.given_by = '{reader}')
             union all
             select {open}, {CUSTOMER}, {NOBODY} from {ACCEPTANCE} where {project} and d.decision is null
             union all
             select {trial}, {CUSTOMER}, {NOBODY} from {IDEAS} join idea_trial t on t.idea_id = ia.id and t.person_id = '{reader}'
             where {ideas} and t.answer is null and ia.state not in ('done', 'not_now')
             union all
             select 'report', rp.id, rp.span, h.language, cast(null as bigint), rp.published_at, cast(null as text), {CUSTOMER}, {NOBODY}
             from report rp join customer c on c.id = rp.customer_id join person h on h.id = rp.published_by
             where {report} and not exists (select 1 from report_approval a where a.report_id = rp.id and a.side = 'customer')
             union all
             select {AGREEMENT}, {CUSTOMER}, {NOBODY} from {agreement} where {seen_agreement}
             union all
             select {answers}, {CUSTOMER}, {NOBODY} from {CONCERN_OF} {PROMISED}
             where {seen} and cn.waits = 'verdict' and cn.side = 'customer' and (cn.raised_by = '{reader}' or {orphan})
             union all
             select {PHASE}, {CUSTOMER}, {NOBODY} from {PROPOSED} where {phase} and q.side = 'supplier'
             union all
             select {to_reply}, {CUSTOMER}, {NOBODY} from {REQUEST} where {asked} and sr.state = 'waiting'
             union all
             select {to_confirm}, {CUSTOMER}, {NOBODY} from {REQUEST}
             where {asked} and sr.state = 'done' and (sr.asked_by = '{reader}' or not {ASKER_IS_HERE})"
        ),
    };
    let tasks = meetings.map(|meetings| {
        let (meeting, side) = (Sight::from(meetings).meeting(), scope.side().as_str());
        format!(
            " union all
             select {MEETING_TASK}, {CUSTOMER}, {NOBODY}
             from outcome o join meeting g on g.id = o.meeting_id join customer c on c.id = g.customer_id
             join person h on h.id = o.written_by
             where {meeting} and o.side = '{side}' and {MEETING_TASK_OPEN}"
        )
    });
    let tasks = tasks.unwrap_or_default();
    let files = access.discussion.map(|discussion| {
        let (files, thread) = (files(scope.side()), Sight::from((discussion, access.money)).thread());
        format!(" union all select {FILE}, {CUSTOMER}, {NOBODY} from {files} where ya.customer_id = $1 and {thread}")
    });
    let files = files.unwrap_or_default();
    sight
        .ask(format!("select w.* from ({rows}{tasks}{files}) w order by w.since, w.id limit $2 + 0"))
        .bind(Value::Int(Some(MOST)))
}

pub(crate) fn read_all(rows: &[AnyRow]) -> Result<Vec<RoomItem>> {
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<RoomItem> {
    Ok(RoomItem {
        kind: row.parse("kind")?,
        id: row.parse("id")?,
        title: row.text("title")?,
        language: row.parse("language")?,
        score: row.maybe_int("score")?,
        since: row.time("since")?,
        due_on: row.maybe("due_on")?,
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        responsible: row.maybe("responsible")?.zip(row.maybe_text("responsible_name")?),
    })
}

/// What waits for the supplier in matters that this staff person has or whose responsible person it stands in
/// for on a day, and what these have promised to do themselves; the longest wait first.
pub async fn list_for_staff(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<RoomItem>> {
    let refused = acceptance("d.decided_at");
    let sight = Sight::from(staff);
    let (seen, phase, answers, promised) = (sight.concern(), sight.phase(), concern("cast(null as text)"), concern("u.due_on"));
    let (ideas, new_idea, moment) = (sight.idea(), idea("ia.given_at"), sight.moment());
    let (files, thread) = (files(Side::Supplier), sight.thread());
    let (seen_agreement, agreement) = (sight.agreement(), agreement_of(Side::Supplier));
    let report = sight.report();
    let (sight, meeting, project) = (sight.feedback(), sight.meeting(), sight.project());
    let sql = format!(
        ", {MINE}
         select w.* from (
           select {FEEDBACK}, cast(null as text) as due_on, {CUSTOMER}, o.id as responsible, o.name as responsible_name
           from mine cross join feedback f join customer c on c.id = f.customer_id join person h on h.id = f.given_by
           join person o on o.id = mine.staff_id
           where f.customer_id = mine.customer_id and f.ball = 'supplier' and c.ended_at is null and {sight}
             and mine.matter_id = case when exists
               (select 1 from responsibility k where k.matter_id = f.project_id)
               then f.project_id else f.customer_id end
             and not exists (select 1 from follow_up u where u.feedback_id = f.id and u.result_at is null)
           union all
           select {FEEDBACK}, u.due_on, {CUSTOMER}, o.id, o.name
           from covered cross join follow_up u join feedback f on f.id = u.feedback_id join customer c on c.id = f.customer_id
           join person h on h.id = f.given_by join person o on o.id = u.owner_id
           where u.owner_id = covered.staff_id and u.result_at is null and c.ended_at is null and {sight}
           union all
           select {MEETING_TASK}, {CUSTOMER}, a.id, a.name
           from mine cross join outcome o join meeting g on g.id = o.meeting_id join customer c on c.id = g.customer_id
           join person h on h.id = o.written_by join person a on a.id = mine.staff_id
           where g.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null
             and o.side = 'supplier' and {MEETING_TASK_OPEN} and {meeting}
           union all
           select {refused}, {CUSTOMER}, o.id, o.name
           from mine cross join {ACCEPTANCE} join person o on o.id = mine.staff_id
           where a.customer_id = mine.customer_id and c.ended_at is null and {project} and d.decision = 'refused'
             and mine.matter_id = case when exists
               (select 1 from responsibility k where k.matter_id = p.id) then p.id else p.customer_id end
           union all
           select {answers}, {CUSTOMER}, o.id, o.name
           from mine cross join {CONCERN_OF} join person o on o.id = mine.staff_id
           where cn.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null
             and cn.waits = 'answer' and {seen}
           union all
           select {promised}, {CUSTOMER}, o.id, o.name
           from covered cross join {CONCERN_OF} {PROMISED} join person o on o.id = u.owner_id
           where u.owner_id = covered.staff_id and u.done_at is null and cn.waits = 'verdict' and c.ended_at is null and {seen}
           union all
           select {promised}, {CUSTOMER}, h.id, h.name
           from covered cross join {CONCERN_OF} {PROMISED}
           where cn.raised_by = covered.staff_id and cn.side = 'supplier' and cn.waits = 'verdict'
             and (u.done_at is not null or u.owner_id <> cn.raised_by) and c.ended_at is null and {seen}
           union all
           select {PHASE}, {CUSTOMER}, o.id, o.name
           from mine cross join {PROPOSED} join person o on o.id = mine.staff_id
           where ph.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null
             and q.side = 'customer' and {phase}
           union all
           select {AGREEMENT}, {CUSTOMER}, o.id, o.name
           from mine cross join {agreement} join person o on o.id = mine.staff_id
           where av.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null
             and {seen_agreement}
           union all
           select {DRAFT}, {CUSTOMER}, o.id, o.name
           from mine cross join {DRAFTS} join person o on o.id = mine.staff_id
           where rp.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null and {report}
           union all
           select {new_idea}, {CUSTOMER}, o.id, o.name
           from mine cross join {IDEAS} join person o on o.id = mine.staff_id
           where ia.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null and {ideas}
             and ia.state = 'new'
           union all
           select {FILE}, {CUSTOMER}, o.id, o.name
           from {files} join mine on mine.customer_id = ya.customer_id and mine.matter_id = case when exists
             (select 1 from responsibility k where k.matter_id = p.id) then p.id else ya.customer_id end
           join person o on o.id = mine.staff_id
           where c.ended_at is null and {thread}
           union all
           select {MOMENT}, {CUSTOMER}, o.id, o.name
           from mine cross join {MOMENTS} join person o on o.id = mine.staff_id
           where mo.customer_id = mine.customer_id and mine.matter_id = mine.customer_id and c.ended_at is null
             and {MOMENT_WAITS} and {moment}
         ) w order by w.since, w.id limit $3 + 0"
    );
    read_all(&on_duty::list(conn, &sql, staff, today, limit).await?)
}
