//! What waits in each room, as rows of one list.

use crate::visible::thread_place;
use coplan_domain::person::Side;

/// Feedback `f` of a customer `c` as a row.
pub(super) const FEEDBACK: &str = "'feedback' as kind, f.id, f.words as title, h.language, f.score, f.ball_since as since";

/// An idea `ia` as a row, since the moment that this column says.
pub(super) fn idea(since: &str) -> String {
    format!(
        "'idea' as kind, ia.id, ia.words as title, h.language, cast(null as bigint) as score, {since} as since, cast(null as text) as due_on"
    )
}

/// Ideas of customers `c` with whose they are.
pub(super) const IDEAS: &str = "idea ia join customer c on c.id = ia.customer_id join person h on h.id = ia.given_by";

/// A task `o` that a meeting `g` of a customer `c` agreed on, as a row.
pub(super) const MEETING_TASK: &str =
    "'meeting_task' as kind, g.id, o.words as title, h.language, cast(null as bigint) as score, o.written_at as since, o.due_on";

/// That a task from a meeting is still to be done.
pub(super) const MEETING_TASK_OPEN: &str = "o.kind = 'task' and o.done_at is null and g.cancelled_at is null";

pub(super) const CUSTOMER: &str = "c.id as customer_id, c.name as customer_name";

/// Checklists `a` of projects `p` that go on, with the version that holds and what was decided of it.
pub(super) const ACCEPTANCE: &str = "acceptance a join project p on p.id = a.project_id and p.ended_at is null
     join customer c on c.id = a.customer_id join acceptance_version v on v.acceptance_id = a.id and v.version = a.version
     join person h on h.id = v.proposed_by
     left join acceptance_verdict d on d.acceptance_id = v.acceptance_id and d.version = v.version";

/// Such a checklist as a row, since the moment that this column says.
pub(super) fn acceptance(since: &str) -> String {
    format!(
        "'acceptance' as kind, a.id, a.title, h.language, cast(null as bigint) as score, {since} as since, cast(null as text) as due_on"
    )
}

/// From a concern `cn` to its customer and who raised it.
pub(super) const CONCERN_OF: &str = "concern cn join customer c on c.id = cn.customer_id join person h on h.id = cn.raised_by";

/// Such a concern as a row, by the day in this column.
pub(super) fn concern(due_on: &str) -> String {
    format!(
        "'concern' as kind, cn.id, cn.words as title, h.language, cast(null as bigint) as score, cn.waits_since as since,
         {due_on} as due_on"
    )
}

/// The day until which something is promised about a concern `cn` that waits for a verdict, with the promise as `u`.
pub(super) const PROMISED: &str = "join concern_answer u on u.concern_id = cn.id and u.verdict is null";

/// Whether who raised a concern `cn` is not here any more.
pub(super) fn orphan() -> String {
    format!("({}) = 1", crate::concern::ORPHAN)
}

/// What one side proposes of phases `ph`, and the row of such a phase.
pub(super) const PROPOSED: &str = "phase ph join phase_proposal q on q.phase_id = ph.id and q.decision is null
     join customer c on c.id = ph.customer_id join person h on h.id = q.proposed_by";
pub(super) const PHASE: &str = "'phase' as kind, ph.id, q.name as title, h.language, cast(null as bigint) as score, q.proposed_at as since, cast(null as text) as due_on";

/// Requests `sr` with who asked.
pub(super) const REQUEST: &str =
    "service_request sr join customer c on c.id = sr.customer_id join person h on h.id = sr.asked_by";

/// Such a request as a row of a kind, wanted by the day that this column says.
pub(super) fn request(kind: &str, due_on: &str) -> String {
    format!(
        "'{kind}' as kind, sr.id, sr.what as title, h.language, cast(null as bigint) as score, sr.state_since as since, {due_on} as due_on"
    )
}

/// Versions `y` of files that wait for the approval of a side, with who brought them and their thread `t`.
pub(super) fn files(side: Side) -> String {
    // From what waits, which is little, and not from all that was said.
    format!(
        "attachment_approval ya cross join attachment y
         join message x on x.id = y.message_id and y.id = ya.attachment_id and ya.verdict is null and ya.side = '{side}'
           and x.withdrawn_at is null and not exists (
           select 1 from attachment ny join message nx on nx.id = ny.message_id
           where ny.version_of = y.version_of and ny.version > y.version and nx.thread_id = x.thread_id and nx.withdrawn_at is null)
         join person h on h.id = x.author_id join thread t on t.id = x.thread_id
         join customer c on c.id = ya.customer_id {}",
        thread_place()
    )
}

/// Such a version as a row.
pub(super) const FILE: &str = "'file' as kind, y.id, y.name as title, h.language, cast(null as bigint) as score, ya.asked_at as since, cast(null as text) as due_on";
/// The last version `av` of an agreement to which this side has not agreed, as a row.
pub(super) const AGREEMENT: &str =
    "'agreement' as kind, c.id, cast(av.version as text) as title, h.language, cast(null as bigint) as score,
     av.written_at as since, cast(null as text) as due_on";

/// Such versions of customers `c`.
pub(super) fn agreement_of(side: Side) -> String {
    let side = side.as_str();
    format!(
        "agreement_version av join customer c on c.id = av.customer_id join person h on h.id = av.written_by
         and not exists (select 1 from agreement_version n where n.customer_id = av.customer_id and n.version > av.version)
         and not exists (select 1 from agreement_approval x
           where x.customer_id = av.customer_id and x.version = av.version and x.side = '{side}')"
    )
}

/// A report `rp` that was drafted by its rhythm, as a row, and what it is of.
pub(super) const DRAFT: &str = "'report_draft' as kind, rp.id, rp.span as title, h.language, cast(null as bigint) as score, rp.drafted_at as since, rp.due_on";
pub(super) const DRAFTS: &str =
    "report rp join customer c on c.id = rp.customer_id and rp.published_at is null and rp.due_on is not null
     join person h on h.id = rp.drafted_by";

/// Moments `mo` that wait for an answer, with who found them so, and such a moment as a row.
pub(super) const MOMENTS: &str = "moment mo join customer c on c.id = mo.customer_id join person h on h.id = mo.rated_by";
pub(super) const MOMENT: &str = "'moment' as kind, mo.id, mo.words as title, h.language, cast(null as bigint) as score, mo.rated_at as since, cast(null as text) as due_on";
pub(super) const MOMENT_WAITS: &str = "mo.rating = 'bad' and (mo.answered_at is null or mo.answered_at < mo.rated_at)";

/// Of who has it nothing was asked.
pub(super) const NOBODY: &str = "cast(null as text) as responsible, cast(null as text) as responsible_name";
