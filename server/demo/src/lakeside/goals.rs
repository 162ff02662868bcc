//! The goals of Lakeside Mills: one on its way, one off its path, one that waits for Anna, and one reached.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::{
    goal::{Direction, GoalOutcome},
    id::{CustomerId, GoalId},
};
use coplan_store::access::Actor;
use coplan_usecases::goal::{self, EndGoalForm, ProposeForm, ReadingForm};

/// What a goal of the story says.
struct Wanted {
    title: &'static str,
    why: &'static str,
    measure: &'static str,
    unit: &'static str,
    measured_by: &'static str,
    baseline: &'static str,
    target: &'static str,
    direction: Direction,
    /// In how many days it is due.
    days: i32,
    note: &'static str,
}

const WAITING: Wanted = Wanted {
    title: "No shift waits for the service desk",
    why: "A shift leader who waits on the phone is not at the machine. At night the line stands still meanwhile.",
    measure: "Waiting time per call, the worst tenth of a week",
    unit: "min",
    measured_by: "The service desk, from its phone system",
    baseline: "14",
    target: "4",
    direction: Direction::Down,
    days: 150,
    note: "On Sunday nights 8 minutes are enough.",
};

const RECOVERY: Wanted = Wanted {
    title: "A hall is back within the hour",
    why: "After an hour the pulp in the pipes has to be thrown away.",
    measure: "Time until a hall runs again, in the monthly rehearsal",
    unit: "min",
    measured_by: "Ben, with the night shift",
    baseline: "95",
    target: "60",
    direction: Direction::Down,
    days: 120,
    note: "",
};

const COPIES: Wanted = Wanted {
    title: "Nothing of a working day is lost",
    why: "Recipes are changed all day long, and nobody writes them down twice.",
    measure: "Age of the newest copy at the second site",
    unit: "h",
    measured_by: "Northline, by its monitoring",
    baseline: "24",
    target: "1",
    direction: Direction::Down,
    days: 60,
    note: "",
};

const HELP: Wanted = Wanted {
    title: "Shift leaders solve more by themselves",
    why: "Each call that is not needed saves a quarter of an hour on both sides.",
    measure: "Questions answered by the guide, of all questions",
    unit: "%",
    measured_by: "The service desk",
    baseline: "20",
    target: "45",
    direction: Direction::Up,
    days: 180,
    note: "",
};

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId) -> Told<()> {
    builder.go(38, 4);
    let copies = propose(builder, &by.mikko, id, &COPIES).await?;
    agree(builder, anna, id, copies).await?;
    let waiting = propose(builder, &by.mikko, id, &WAITING).await?;
    agree(builder, anna, id, waiting).await?;
    let recovery = propose(builder, &by.mikko, id, &RECOVERY).await?;
    agree(builder, anna, id, recovery).await?;
    // Anna's device is in until the eleventh day before today; the last reading still waits for her.
    let weeks = [(35, "13.5", ""), (28, "12", ""), (21, "12.5", "Two new shift leaders"), (14, "10", "")];
    for (days_ago, value, note) in weeks {
        builder.go(days_ago, 2);
        measure(builder, &by.mikko, id, waiting, value, note).await?;
        builder.go(days_ago - 1, 3);
        confirm_last(builder, anna, id, waiting).await?;
    }
    builder.go(7, 2);
    measure(builder, &by.mikko, id, waiting, "9.5", "").await?;
    for (days_ago, value) in [(33, "9"), (26, "1.5"), (19, "1")] {
        builder.go(days_ago, 5);
        measure(builder, &by.mikko, id, copies, value, "").await?;
        confirm_last(builder, anna, id, copies).await?;
    }
    builder.go(18, 2);
    let reason = "Three weeks in a row; the copies now run every half hour.".to_owned();
    let form = EndGoalForm { outcome: GoalOutcome::Reached.to_string(), reason };
    told(goal::end(&builder.portal, anna, id, copies, &form).await)?;
    builder.go(25, 2);
    measure(builder, anna, id, recovery, "90", "The keys were in the other building").await?;
    builder.go(3, 2);
    measure(builder, &by.mikko, id, recovery, "96", "Rehearsed with the night shift").await?;
    builder.go(2, 6);
    propose(builder, &by.mikko, id, &HELP).await.map(drop)
}

async fn propose(builder: &DemoBuilder, by: &Actor, id: CustomerId, wanted: &Wanted) -> Told<GoalId> {
    let form = ProposeForm {
        title: wanted.title.to_owned(),
        why: wanted.why.to_owned(),
        measure: wanted.measure.to_owned(),
        unit: wanted.unit.to_owned(),
        measured_by: wanted.measured_by.to_owned(),
        baseline: wanted.baseline.to_owned(),
        target: wanted.target.to_owned(),
        direction: wanted.direction.to_string(),
        due_on: builder.day(wanted.days).to_string(),
        note: wanted.note.to_owned(),
        ..ProposeForm::blank(builder.id())
    };
    told(goal::propose(&builder.portal, by, id, &form).await)
}

async fn agree(builder: &DemoBuilder, by: &Actor, id: CustomerId, goal: GoalId) -> Told<()> {
    told(goal::approve(&builder.portal, by, id, goal, 1).await)
}

async fn measure(builder: &DemoBuilder, by: &Actor, id: CustomerId, goal: GoalId, value: &str, note: &str) -> Told<()> {
    let form = ReadingForm {
        day: builder.day(0).to_string(),
        value: value.to_owned(),
        note: note.to_owned(),
        ..ReadingForm::blank(builder.id())
    };
    told(goal::record(&builder.portal, by, id, goal, &form).await)
}

async fn confirm_last(builder: &DemoBuilder, by: &Actor, id: CustomerId, goal: GoalId) -> Told<()> {
    let view = told(goal::show(&builder.portal, by, id, goal).await)?;
    let last = view.readings.last().ok_or_else(|| "nothing was measured".to_owned())?;
    told(goal::confirm(&builder.portal, by, id, goal, last.id).await)
}
