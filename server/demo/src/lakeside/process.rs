//! The own process of Lakeside Mills: four phases that both sides have filled in, with what became shorter, a proposal that
//! waits and concerns that are followed.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::id::{CustomerId, PersonId, PhaseId};
use coplan_store::access::Actor;
use coplan_usecases::{
    concern::{self, AnswerConcernForm, JudgeForm, RaiseForm, ThemeForm},
    phase::{self, PhaseForm},
};

/// What a phase says: the goal, what is missing, the supplier's part.
const SAID: [(&str, &str, &str); 4] = [
    (
        "We notice a weak spot before a machine stops, and say so in one place.",
        "",
        "Measures the load of every ring each night and tells you what grows.",
    ),
    (
        "One order for a hall, decided within a week.",
        "A list of what may be ordered without asking",
        "Counts the price of each hall before you ask for it.",
    ),
    (
        "No machine stands for longer than 20 minutes while we move.",
        "",
        "Works on weekends, tests each ring before it carries a machine.",
    ),
    ("Every shift leader solves the usual troubles without waiting.", "Training for the new people of the night shift", ""),
];

fn text(text: &str) -> String {
    text.to_owned()
}

fn names(_: coplan_domain::person::Language) -> Vec<String> {
    ["Notice the need", "Acquire", "Deliver", "Utilise"].map(text).to_vec()
}

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, (anna, ben): (&Actor, &Actor), id: CustomerId) -> Told<()> {
    builder.go(28, 3);
    told(phase::begin(&builder.portal, &by.mikko, id, names).await)?;
    let view = told(phase::list(&builder.portal, &by.mikko, id).await)?;
    let phases = view.phases.iter().map(|it| it.phase.id).collect::<Vec<_>>();
    let owners = [ben.person(), anna.person(), anna.person(), ben.person()];
    let staff = [by.petra.person(), by.mikko.person(), by.petra.person()].map(Some).into_iter().chain([None]);
    for (((phase, said), owner), staff) in phases.iter().zip(SAID).zip(owners).zip(staff) {
        fill(builder, &by.mikko, id, *phase, said, (owner, staff)).await?;
    }
    let [_, acquire, deliver, utilise] = phases[..] else { return Err("four phases were written down".to_owned()) };
    relieve(builder, &by.mikko, id, acquire).await?;
    concerns(builder, by, (anna, ben), id, (deliver, utilise)).await?;
    // Anna's device has rested for too long by now; Ben proposes for the shifts.
    builder.go(2, 3);
    let editor = told(phase::begin_change(&builder.portal, ben, id, deliver).await)?;
    let goal = text("No machine stands for longer than 20 minutes while we move, and the dye line not at all.");
    let form = PhaseForm { goal, ..PhaseForm::of(&editor.terms, editor.phase.version) };
    told(phase::change(&builder.portal, ben, id, deliver, &form).await.map(|_| ()))
}

async fn fill(
    builder: &DemoBuilder,
    by: &Actor,
    id: CustomerId,
    phase: PhaseId,
    (goal, missing, part): (&str, &str, &str),
    (owner, staff): (PersonId, Option<PersonId>),
) -> Told<()> {
    let editor = told(phase::begin_change(&builder.portal, by, id, phase).await)?;
    let form = PhaseForm {
        goal: text(goal),
        missing: text(missing),
        supplier_part: text(part),
        owner: owner.to_string(),
        staff: staff.map(|staff| staff.to_string()).unwrap_or_default(),
        ..PhaseForm::of(&editor.terms, editor.phase.version)
    };
    told(phase::change(&builder.portal, by, id, phase, &form).await.map(|_| ()))
}

/// Ordering takes less since the prices of the halls are known ahead.
async fn relieve(builder: &DemoBuilder, by: &Actor, id: CustomerId, phase: PhaseId) -> Told<()> {
    builder.go(12, 3);
    let editor = told(phase::begin_change(&builder.portal, by, id, phase).await)?;
    let form = PhaseForm {
        relief: text("shorter"),
        relieved_on: builder.day(-5).to_string(),
        effect: text("Three weeks from wish to order became six days"),
        ..PhaseForm::of(&editor.terms, editor.phase.version)
    };
    told(phase::change(&builder.portal, by, id, phase, &form).await.map(|_| ()))
}

/// One is resolved, one is answered and waits for Ben, one waits for an answer.
async fn concerns(
    builder: &DemoBuilder,
    by: &Colleagues,
    (anna, ben): (&Actor, &Actor),
    id: CustomerId,
    (deliver, utilise): (PhaseId, PhaseId),
) -> Told<()> {
    let (portal, mikko) = (&builder.portal, &by.mikko);
    let raise = async |who: &Actor, phase, words: &str| {
        told(concern::raise(portal, who, id, phase, &RaiseForm { words: text(words), ..RaiseForm::blank(builder.id()) }).await)
    };
    let answer = async |concern, action: &str, owner: PersonId, days| {
        let form = AnswerConcernForm {
            action: text(action),
            owner: owner.to_string(),
            due_on: builder.day(days).to_string(),
            ..AnswerConcernForm::blank(builder.id())
        };
        told(concern::answer(portal, mikko, id, concern, &form).await)
    };
    builder.go(25, 3);
    let paper =
        raise(anna, deliver, "Who tells the shift that a ring is switched? Last time it heard it from the cleaner.").await?;
    builder.go(24, 3);
    answer(paper, "The crew calls the shift leader an hour before and again when the ring carries.", by.petra.person(), 0)
        .await?;
    builder.go(14, 3);
    let form = JudgeForm { verdict: text("resolved"), words: text("Hall 2 went so, thank you.") };
    told(concern::judge(portal, anna, id, paper, &form).await)?;
    builder.go(8, 3);
    let night = raise(ben, utilise, "The night shift does not know whom to call after ten.").await?;
    builder.go(7, 3);
    answer(night, "A card at each panel with one number, and a visit to both night shifts.", by.mikko.person(), 12).await?;
    told(concern::set_theme(portal, mikko, id, night, &ThemeForm { theme: text("Whom to call at night") }).await)?;
    builder.go(3, 3);
    raise(ben, deliver, "Hall 3 has the oldest cables. What if the new ring finds more faults than planned?").await?;
    Ok(())
}
