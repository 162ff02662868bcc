//! A customer's own process: phases that both sides write, proposals that the other side decides, concerns that are followed.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::{ConcernId, PhaseId},
    person::{Side, StaffRole},
    process::ConcernWait,
};
use coplan_store::{Turn, on_both_databases, room_waiting::RoomKind};
use coplan_usecases::{
    Actor, Error,
    concern::{self, AnswerConcernForm, JudgeForm, RaiseForm, ThemeForm},
    phase::{self, DeclinePhaseForm, NewPhaseForm, PhaseForm, PhaseView},
    plan::{self, EventFilter, WaitingItem},
    testing::{World, staff, world},
    waiting,
};

fn text(text: &str) -> String {
    text.to_owned()
}

fn names(_: coplan_domain::person::Language) -> Vec<String> {
    ["Identify", "Acquire", "Deliver", "Utilise"].map(text).to_vec()
}

async fn begin(world: &World) -> PhaseId {
    phase::begin(&world.portal, &world.mikko, world.lakeside, names).await.unwrap();
    phases(world, &world.mikko).await[2].phase.id
}

async fn phases(world: &World, reader: &Actor) -> Vec<PhaseView> {
    phase::list(&world.portal, reader, world.lakeside).await.unwrap().phases
}

async fn order(world: &World) -> Vec<String> {
    phases(world, &world.anna).await.into_iter().map(|it| it.phase.terms.name).collect()
}

/// The form of a phase as its reader gets it.
async fn form(world: &World, reader: &Actor, id: PhaseId) -> PhaseForm {
    let editor = phase::begin_change(&world.portal, reader, world.lakeside, id).await.unwrap();
    PhaseForm::of(&editor.terms, editor.phase.version)
}

async fn set_goal(world: &World, by: &Actor, id: PhaseId, goal: &str) -> bool {
    let form = PhaseForm { goal: text(goal), ..form(world, by, id).await };
    phase::change(&world.portal, by, world.lakeside, id, &form).await.unwrap()
}

async fn found(world: &World, id: PhaseId) -> PhaseView {
    phases(world, &world.anna).await.into_iter().find(|it| it.phase.id == id).unwrap()
}

async fn proposal_of(world: &World, id: PhaseId, side: Side) -> String {
    found(world, id).await.phase.open(side).unwrap().id.to_string()
}

async fn on_plan(world: &World, reader: &Actor) -> Vec<(RoomKind, String)> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let room = |item: &WaitingItem| match item {
        WaitingItem::Room(item) => Some((item.kind, item.title.clone())),
        WaitingItem::Task(_) | WaitingItem::Thread(_) | WaitingItem::Goals(_) | WaitingItem::Question(_) => None,
    };
    view.waiting.iter().filter_map(room).collect()
}

async fn on_today(world: &World, reader: &Actor) -> Vec<(RoomKind, String)> {
    let view = waiting::show(&world.portal, reader).await.unwrap().unwrap();
    view.rooms.into_iter().map(|item| (item.kind, item.title)).collect()
}

async fn raise(world: &World, by: &Actor, phase: PhaseId, words: &str) -> ConcernId {
    let form = RaiseForm { words: text(words), ..RaiseForm::blank(id(&world.portal).await) };
    let first = concern::raise(&world.portal, by, world.lakeside, phase, &form).await.unwrap();
    assert_eq!(concern::raise(&world.portal, by, world.lakeside, phase, &form).await.unwrap(), first, "sent twice, raised once");
    first
}

async fn answer(world: &World, by: &Actor, concern: ConcernId, due_on: &str) -> Result<(), Error<()>> {
    answer_with(world, by, concern, due_on, &world.petra).await
}

async fn answer_with(world: &World, by: &Actor, concern: ConcernId, due_on: &str, owner: &Actor) -> Result<(), Error<()>> {
    let owner = owner.person().to_string();
    let form = AnswerConcernForm {
        action: text("Petra calls each shift"),
        owner,
        due_on: text(due_on),
        ..AnswerConcernForm::blank(id(&world.portal).await)
    };
    concern::answer(&world.portal, by, world.lakeside, concern, &form).await
}

async fn judge(world: &World, by: &Actor, concern: ConcernId, verdict: &str, words: &str) -> Result<(), Error> {
    let form = JudgeForm { verdict: text(verdict), words: text(words) };
    concern::judge(&world.portal, by, world.lakeside, concern, &form).await
}

async fn waits(world: &World, id: ConcernId) -> ConcernWait {
    concern::show(&world.portal, &world.anna, world.lakeside, id).await.unwrap().concern.waits
}

on_both_databases! {
    async fn staff_begins_with_the_template_once_and_both_sides_read_it(db: TestDb) {
        let world = world(db).await;
        assert!(matches!(phase::begin(&world.portal, &world.anna, world.lakeside, names).await, Err(Error::NotFound)));
        assert!(matches!(phase::begin(&world.portal, &world.petra, world.lakeside, names).await, Err(Error::NotResponsible)));
        for _ in 0..2 {
            begin(&world).await;
        }
        assert_eq!(order(&world).await, ["Identify", "Acquire", "Deliver", "Utilise"]);
        assert_eq!(phases(&world, &world.ben).await.len(), 4, "whoever sees the plan reads it");
        assert!(matches!(phase::list(&world.portal, &world.carla, world.lakeside).await, Err(Error::NotFound)));
        let all = phases(&world, &world.anna).await;
        let (first, place) = (all[0].phase.id, all[0].phase.place);
        for _ in 0..2 {
            phase::shift(&world.portal, &world.anna, world.lakeside, first, (place, true)).await.unwrap();
        }
        assert_eq!(order(&world).await, ["Acquire", "Identify", "Deliver", "Utilise"], "pressed twice, moved once");
        phase::remove(&world.portal, &world.mikko, world.lakeside, first).await.unwrap();
        assert_eq!(order(&world).await, ["Acquire", "Deliver", "Utilise"]);
        assert!(matches!(phase::remove(&world.portal, &world.anna, world.lakeside, all[1].phase.id).await, Err(Error::NotFound)));
        let told = plan::changes(&world.portal, &world.anna, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap();
        let kinds: Vec<_> = told.items.iter().map(|item| item.kind).collect();
        assert!(kinds.contains(&EventKind::ProcessBegun) && kinds.contains(&EventKind::PhaseRemoved), "{kinds:?}");
    }

    async fn what_a_member_changes_is_a_proposal_until_staff_accepts_it(db: TestDb) {
        let world = world(db).await;
        let id = begin(&world).await;
        assert!(!set_goal(&world, &world.mikko, id, "Drafted by us").await, "nobody's words yet");
        assert!(set_goal(&world, &world.anna, id, "No line stands").await);
        assert_eq!(found(&world, id).await.phase.terms.goal, "Drafted by us", "the present text stays");
        assert_eq!(on_plan(&world, &world.mikko).await, [(RoomKind::Phase, text("Deliver"))]);
        assert_eq!(on_today(&world, &world.mikko).await, [(RoomKind::Phase, text("Deliver"))]);
        let own = form(&world, &world.anna, id).await;
        assert_eq!(own.goal, "No line stands", "she goes on from her proposal");
        // What the supplier changes meanwhile in its own part stays.
        let theirs = PhaseForm { supplier_part: text("Works on Sundays"), ..form(&world, &world.mikko, id).await };
        assert!(!phase::change(&world.portal, &world.mikko, world.lakeside, id, &theirs).await.unwrap());
        let proposal = proposal_of(&world, id, Side::Customer).await;
        let accept = async |by: &Actor| phase::accept(&world.portal, by, world.lakeside, id, &proposal).await;
        assert!(matches!(accept(&world.anna).await, Err(Error::NotFound)), "nobody accepts its own side's");
        assert!(matches!(accept(&world.petra).await, Err(Error::NotResponsible)));
        assert!(matches!(accept(&world.carla).await, Err(Error::NotFound)));
        accept(&world.mikko).await.unwrap();
        let phase = found(&world, id).await.phase;
        assert_eq!((phase.terms.goal.as_str(), phase.terms.supplier_part.as_str()), ("No line stands", "Works on Sundays"));
        assert_eq!(phase.voice, Side::Customer);
        assert!(on_plan(&world, &world.mikko).await.is_empty());
    }

    async fn the_customers_words_are_changed_by_staff_with_its_consent_only(db: TestDb) {
        let world = world(db).await;
        let id = begin(&world).await;
        set_goal(&world, &world.anna, id, "No line stands").await;
        let proposal = proposal_of(&world, id, Side::Customer).await;
        phase::accept(&world.portal, &world.mikko, world.lakeside, id, &proposal).await.unwrap();
        let director = staff(&world.portal, "Dora Dahl", StaffRole::Director).await;
        let named = PhaseForm { staff: director.person().to_string(), ..form(&world, &world.mikko, id).await };
        let refused = phase::change(&world.portal, &world.mikko, world.lakeside, id, &named).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "who changes nothing takes part in no phase: {refused:?}");
        assert!(set_goal(&world, &world.mikko, id, "Short stops").await, "these are Anna's words");
        assert_eq!(on_plan(&world, &world.anna).await, [(RoomKind::Phase, text("Deliver"))]);
        let proposal = proposal_of(&world, id, Side::Supplier).await;
        let decline = DeclinePhaseForm { proposal: proposal.clone(), reason: text("A stop is a stop") };
        assert!(matches!(phase::decline(&world.portal, &world.mikko, world.lakeside, id, &decline).await, Err(Error::NotFound)));
        let unsaid = DeclinePhaseForm { reason: String::new(), ..decline.clone() };
        assert!(matches!(phase::decline(&world.portal, &world.anna, world.lakeside, id, &unsaid).await, Err(Error::Invalid(_))));
        phase::decline(&world.portal, &world.anna, world.lakeside, id, &decline).await.unwrap();
        let view = found(&world, id).await;
        assert_eq!(view.phase.terms.goal, "No line stands");
        let declined = view.proposals.iter().find_map(|it| it.proposal.declined.clone()).unwrap();
        assert_eq!((declined.reason.as_str(), declined.by.as_str()), ("A stop is a stop", "Anna Aho"));
        assert!(matches!(phase::accept(&world.portal, &world.anna, world.lakeside, id, &proposal).await, Ok(()) | Err(Error::NotFound)));
        assert_eq!(found(&world, id).await.phase.terms.goal, "No line stands", "what was declined is not accepted");
    }

    async fn a_member_proposes_a_phase_and_names_only_people_it_knows(db: TestDb) {
        let world = world(db).await;
        let new = NewPhaseForm { name: text("Audit"), ..NewPhaseForm::blank(id(&world.portal).await) };
        let audit = phase::add(&world.portal, &world.ben, world.lakeside, &new).await.unwrap();
        assert_eq!(phase::add(&world.portal, &world.ben, world.lakeside, &new).await.unwrap(), audit);
        assert!(!found(&world, audit).await.phase.is_agreed);
        let other = PhaseForm { owner: world.carla.person().to_string(), ..form(&world, &world.anna, audit).await };
        assert!(matches!(phase::change(&world.portal, &world.anna, world.lakeside, audit, &other).await, Err(Error::Invalid(_))));
        let owned = PhaseForm { owner: world.anna.person().to_string(), ..form(&world, &world.anna, audit).await };
        assert!(phase::change(&world.portal, &world.anna, world.lakeside, audit, &owned).await.unwrap());
        let unknown = PhaseForm { relief: text("shorter"), ..form(&world, &world.mikko, audit).await };
        assert!(matches!(phase::change(&world.portal, &world.mikko, world.lakeside, audit, &unknown).await, Err(Error::Invalid(_))));
        let proposal = proposal_of(&world, audit, Side::Customer).await;
        phase::accept(&world.portal, &world.mikko, world.lakeside, audit, &proposal).await.unwrap();
        let view = found(&world, audit).await;
        assert_eq!((view.phase.is_agreed, view.phase.people.owner.as_deref()), (true, Some("Anna Aho")));
    }

    async fn a_concern_is_followed_until_who_raised_it_says_that_it_is_resolved(db: TestDb) {
        let world = world(db).await;
        let phase = begin(&world).await;
        let concern = raise(&world, &world.ben, phase, "Nobody knows the night crew").await;
        let item = vec![(RoomKind::Concern, text("Nobody knows the night crew"))];
        assert_eq!((on_plan(&world, &world.mikko).await, on_today(&world, &world.mikko).await), (item.clone(), item.clone()));
        assert!(matches!(answer(&world, &world.anna, concern, "2030-01-01").await, Err(Error::NotFound)));
        assert!(matches!(answer(&world, &world.petra, concern, "2030-01-01").await, Err(Error::NotResponsible)));
        let director = staff(&world.portal, "Dora Dahl", StaffRole::Director).await;
        let refused = answer_with(&world, &world.mikko, concern, "2030-01-01", &director).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "who changes nothing does nothing about it: {refused:?}");
        answer(&world, &world.mikko, concern, "2030-01-01").await.unwrap();
        assert!(matches!(answer(&world, &world.mikko, concern, "2030-01-02").await, Err(Error::Stale(_))));
        assert_eq!(on_plan(&world, &world.ben).await, item, "who raised it is asked");
        assert!(on_plan(&world, &world.anna).await.is_empty() && on_today(&world, &world.mikko).await.is_empty());
        assert_eq!(on_today(&world, &world.petra).await, item, "who promised it is reminded");
        for _ in 0..2 {
            concern::finish(&world.portal, &world.petra, world.lakeside, concern).await.ok();
        }
        assert!(on_today(&world, &world.petra).await.is_empty());
        assert!(matches!(judge(&world, &world.anna, concern, "resolved", "").await, Err(Error::NotResponsible)));
        assert!(matches!(judge(&world, &world.mikko, concern, "resolved", "").await, Err(Error::NotFound)));
        assert!(matches!(judge(&world, &world.ben, concern, "not_yet", "").await, Err(Error::Invalid(_))));
        judge(&world, &world.ben, concern, "not_yet", "Two shifts were not called").await.unwrap();
        assert_eq!((waits(&world, concern).await, on_today(&world, &world.mikko).await), (ConcernWait::Answer, item));
        answer(&world, &world.mikko, concern, "2026-01-01").await.unwrap();
        for _ in 0..2 {
            judge(&world, &world.ben, concern, "resolved", "").await.unwrap();
        }
        assert_eq!(waits(&world, concern).await, ConcernWait::Nobody);
        assert!(on_plan(&world, &world.ben).await.is_empty() && on_today(&world, &world.mikko).await.is_empty());
    }

    async fn concerns_that_recur_are_told_to_colleagues_and_to_no_customer(db: TestDb) {
        let world = world(db).await;
        let here = raise(&world, &world.ben, begin(&world).await, "Nobody knows the night crew").await;
        phase::begin(&world.portal, &world.saara, world.harbour, names).await.unwrap();
        let theirs = phase::list(&world.portal, &world.carla, world.harbour).await.unwrap().phases[0].phase.id;
        let form = RaiseForm { words: text("Who comes at night?"), ..RaiseForm::blank(id(&world.portal).await) };
        let there = concern::raise(&world.portal, &world.carla, world.harbour, theirs, &form).await.unwrap();
        let theme = ThemeForm { theme: text("Night crew") };
        concern::set_theme(&world.portal, &world.mikko, world.lakeside, here, &theme).await.unwrap();
        let overview = concern::recurring(&world.portal, &world.mikko).await.unwrap();
        assert_eq!((overview.recurring.len(), overview.others.len()), (0, 2));
        let theme = ThemeForm { theme: text("night  CREW") };
        concern::set_theme(&world.portal, &world.saara, world.harbour, there, &theme).await.unwrap();
        let overview = concern::recurring(&world.portal, &world.mikko).await.unwrap();
        assert_eq!((overview.recurring[0].customers(), overview.recurring[0].open(), overview.others.len()), (2, 2, 0));
        assert!(matches!(concern::recurring(&world.portal, &world.anna).await, Err(Error::NotFound)));
        let set = concern::set_theme(&world.portal, &world.anna, world.lakeside, here, &theme).await;
        assert!(matches!(set, Err(Error::NotFound)));
        assert_eq!(concern::show(&world.portal, &world.anna, world.lakeside, here).await.unwrap().theme, None);
        assert!(matches!(concern::show(&world.portal, &world.carla, world.lakeside, here).await, Err(Error::NotFound)));
        assert!(matches!(concern::show(&world.portal, &world.anna, world.lakeside, there).await, Err(Error::NotFound)));
    }
}
