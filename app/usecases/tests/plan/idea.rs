//! Ideas of either side: supported by name, moved on with a reason, tried out by who was invited, and seen by both sides alone.

use crate::fixtures::id;
use coplan_domain::{
    event::EventKind,
    id::IdeaId,
    idea::{Idea, IdeaState, TrialAnswer},
    person::Language,
};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    feedback::RoomKind,
    form::{FieldProblem, Problem},
    idea::{self, GiveIdeaForm, InviteForm, MoveIdeaForm},
    plan::{self, EventFilter, NewsDetail, WaitingItem},
    search,
    testing::{World, world},
    waiting,
};
use jiff::SignedDuration;

async fn form(world: &World, what: &str) -> GiveIdeaForm {
    let (category, effect) = ("report".to_owned(), "We see what gets better".to_owned());
    GiveIdeaForm { category, what: what.to_owned(), effect, ..GiveIdeaForm::blank(id(&world.portal).await) }
}

async fn give(world: &World, by: &Actor, what: &str) -> IdeaId {
    idea::give(&world.portal, by, world.lakeside, &form(world, what).await).await.unwrap()
}

async fn shown(world: &World, reader: &Actor, of: IdeaId) -> Idea {
    idea::show(&world.portal, reader, world.lakeside, of).await.unwrap().idea
}

async fn step(world: &World, of: IdeaId, state: IdeaState, reason: &str) -> MoveIdeaForm {
    let was = shown(world, &world.mikko, of).await.state.to_string();
    MoveIdeaForm { id: id(&world.portal).await, was, state: state.to_string(), reason: reason.to_owned() }
}

async fn decide(world: &World, of: IdeaId, state: IdeaState, reason: &str) {
    let form = step(world, of, state, reason).await;
    idea::decide(&world.portal, &world.mikko, world.lakeside, of, &form).await.unwrap();
}

/// The ideas that wait on the plan of this reader.
async fn on_plan(world: &World, reader: &Actor) -> Vec<String> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let ideas = view.waiting.iter().filter_map(|item| match item {
        WaitingItem::Room(item) if item.kind == RoomKind::Idea => Some(item.title.clone()),
        _ => None,
    });
    ideas.collect()
}

async fn for_staff(world: &World, reader: &Actor) -> Vec<String> {
    let rooms = waiting::show(&world.portal, reader).await.unwrap().unwrap().rooms;
    rooms.into_iter().filter(|item| item.kind == RoomKind::Idea).map(|item| item.title).collect()
}

fn names(idea: &Idea) -> Vec<&str> {
    idea.supporters.iter().map(|(_, name)| name.as_str()).collect()
}

on_both_databases! {
    async fn an_idea_is_found_by_its_words_within_its_customer(db: TestDb) {
        let world = world(db).await;
        let of = give(&world, &world.anna, "Mittarit kassojen näytöille").await;
        for (reader, customer, hits) in [
            (&world.ben, world.lakeside, vec![of]),
            (&world.mikko, world.lakeside, vec![of]),
            (&world.mikko, world.harbour, vec![]),
            (&world.carla, world.harbour, vec![]),
        ] {
            for words in ["mittarit näytöille", "gets better"] {
                let view = search::find(&world.portal, reader, Some(customer), words).await.unwrap();
                let found: Vec<_> = view.groups.iter().flat_map(|group| &group.hits).map(|hit| IdeaId::from(hit.id)).collect();
                assert_eq!(found, hits, "{words}");
            }
        }
    }

    async fn an_idea_waits_for_the_responsible_person_until_it_is_answered(db: TestDb) {
        let world = world(db).await;
        let graph = give(&world, &world.anna, "A weekly graph").await;
        assert_eq!(for_staff(&world, &world.mikko).await, ["A weekly graph"]);
        assert_eq!(on_plan(&world, &world.mikko).await, ["A weekly graph"]);
        assert!(for_staff(&world, &world.saara).await.is_empty() && on_plan(&world, &world.ben).await.is_empty());
        let drawn = step(&world, graph, IdeaState::Accepted, "We have the numbers.").await;
        for _ in 0..2 {
            idea::decide(&world.portal, &world.mikko, world.lakeside, graph, &drawn).await.unwrap();
        }
        assert!(for_staff(&world, &world.mikko).await.is_empty());
        let late = MoveIdeaForm { id: id(&world.portal).await, ..drawn.clone() };
        let stale = idea::decide(&world.portal, &world.olli, world.lakeside, graph, &late).await;
        assert!(matches!(stale, Err(Error::Stale(_))), "a colleague was first: {stale:?}");
        world.clock.pass(SignedDuration::from_hours(1));
        decide(&world, graph, IdeaState::Done, "On the first page now.").await;
        let found = shown(&world, &world.anna, graph).await;
        let steps: Vec<_> = found.steps.iter().map(|step| (step.state, step.reason.as_str(), step.by.as_str())).collect();
        let by = "Mikko Kallio";
        assert_eq!(steps, [(IdeaState::Accepted, "We have the numbers.", by), (IdeaState::Done, "On the first page now.", by)]);
        assert_eq!((found.state, found.by_name.as_str()), (IdeaState::Done, "Anna Aho"), "the credit stays");
        let told = plan::changes(&world.portal, &world.ben, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let moved: Vec<_> = told.iter().filter(|item| item.kind == EventKind::IdeaMoved).map(|item| item.detail.clone()).collect();
        let decided = |to, why: &str| Some(NewsDetail::Decided { to, reason: (Language::En, why.to_owned()) });
        assert_eq!(moved, [decided(IdeaState::Done, "On the first page now."), decided(IdeaState::Accepted, "We have the numbers.")]);
    }

    async fn support_is_given_and_withdrawn_by_name_and_a_second_click_changes_nothing(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let new = form(&world, "A weekly graph").await;
        let graph = idea::give(portal, &world.anna, lakeside, &new).await.unwrap();
        assert_eq!(idea::give(portal, &world.anna, lakeside, &new).await.unwrap(), graph);
        let spare = give(&world, &world.mikko, "A spare switch").await;
        for who in [&world.ben, &world.ben, &world.mikko, &world.anna] {
            idea::support(portal, who, lakeside, graph).await.unwrap();
            world.clock.pass(SignedDuration::from_mins(1));
        }
        assert_eq!(names(&shown(&world, &world.anna, graph).await), ["Ben Berg", "Mikko Kallio"], "nobody supports its own");
        let list = idea::list(portal, &world.ben, lakeside).await.unwrap().ideas;
        assert_eq!(list.iter().map(|idea| idea.id).collect::<Vec<_>>(), [graph, spare], "what most support first");
        for _ in 0..2 {
            idea::withdraw_support(portal, &world.ben, lakeside, graph).await.unwrap();
        }
        assert_eq!(names(&shown(&world, &world.anna, graph).await), ["Mikko Kallio"]);
        idea::support(portal, &world.ben, lakeside, spare).await.unwrap();
        idea::support(portal, &world.anna, lakeside, spare).await.unwrap();
        let mine = idea::list_mine(portal, &world.mikko, None).await.unwrap().ideas;
        let lines: Vec<_> = mine.iter().map(|line| (line.what.as_str(), line.support)).collect();
        assert_eq!(lines, [("A spare switch", 2), ("A weekly graph", 1)]);
        assert!(idea::list_mine(portal, &world.mikko, Some(IdeaState::Done)).await.unwrap().ideas.is_empty());
        assert!(idea::list_mine(portal, &world.saara, None).await.unwrap().ideas.is_empty(), "of another manager's customer");
    }

    async fn who_is_invited_to_try_it_says_yes_or_no(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let graph = give(&world, &world.anna, "A weekly graph").await;
        let invite = |person: &Actor| InviteForm { person: person.person().to_string() };
        for _ in 0..2 {
            idea::invite(portal, &world.mikko, lakeside, graph, &invite(&world.ben)).await.unwrap();
        }
        let refused = idea::invite(portal, &world.mikko, lakeside, graph, &invite(&world.carla)).await;
        let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems, [FieldProblem { field: "person", problem: Problem::NotOneOf }]);
        assert_eq!(on_plan(&world, &world.ben).await, ["A weekly graph"]);
        assert!(on_plan(&world, &world.anna).await.is_empty());
        let answer = async |who: &Actor, answer| idea::answer_trial(portal, who, lakeside, graph, answer).await;
        assert!(matches!(answer(&world.anna, TrialAnswer::Yes).await, Err(Error::NotFound)), "not invited");
        answer(&world.ben, TrialAnswer::Yes).await.unwrap();
        assert!(on_plan(&world, &world.ben).await.is_empty());
        answer(&world.ben, TrialAnswer::Yes).await.unwrap();
        answer(&world.ben, TrialAnswer::No).await.unwrap();
        let trials = shown(&world, &world.anna, graph).await.trials;
        let said: Vec<_> = trials.iter().map(|trial| (trial.name.as_str(), trial.answer)).collect();
        assert_eq!(said, [("Ben Berg", Some(TrialAnswer::No))]);
        let told = plan::changes(portal, &world.anna, lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let count = |kind| told.iter().filter(|item| item.kind == kind).count();
        let counts = [EventKind::IdeaInvited, EventKind::IdeaTrialJoined, EventKind::IdeaTrialDeclined].map(count);
        assert_eq!(counts, [1, 1, 1]);
    }

    async fn an_invitation_waits_no_longer_once_the_idea_is_over(db: TestDb) {
        let world = world(db).await;
        let graph = give(&world, &world.mikko, "A weekly graph").await;
        let form = InviteForm { person: world.ben.person().to_string() };
        idea::invite(&world.portal, &world.mikko, world.lakeside, graph, &form).await.unwrap();
        decide(&world, graph, IdeaState::NotNow, "The factory is closed.").await;
        assert!(on_plan(&world, &world.ben).await.is_empty());
    }

    async fn nobody_else_sees_or_moves_an_idea(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let graph = give(&world, &world.anna, "A weekly graph").await;
        let own = form(&world, "Mine").await;
        assert!(matches!(idea::list(portal, &world.carla, lakeside).await, Err(Error::NotFound)));
        assert!(matches!(idea::show(portal, &world.carla, world.harbour, graph).await, Err(Error::NotFound)));
        assert!(matches!(idea::give(portal, &world.carla, lakeside, &own).await, Err(Error::NotFound)));
        assert!(matches!(idea::support(portal, &world.carla, world.harbour, graph).await, Err(Error::NotFound)));
        assert!(matches!(idea::list_mine(portal, &world.anna, None).await, Err(Error::NotFound)));
        let drawn = step(&world, graph, IdeaState::Done, "Done.").await;
        assert!(matches!(idea::decide(portal, &world.anna, lakeside, graph, &drawn).await, Err(Error::NotFound)));
        assert!(matches!(idea::decide(portal, &world.petra, lakeside, graph, &drawn).await, Err(Error::NotResponsible)));
        let invite = InviteForm { person: world.ben.person().to_string() };
        assert!(matches!(idea::invite(portal, &world.anna, lakeside, graph, &invite).await, Err(Error::NotFound)));
        assert!(matches!(idea::begin_invite(portal, &world.ben, lakeside, graph).await, Err(Error::NotFound)));
        let again = MoveIdeaForm { state: IdeaState::New.to_string(), ..drawn };
        let refused = idea::decide(portal, &world.mikko, lakeside, graph, &again).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "nothing becomes new again");
        idea::support(portal, &world.petra, lakeside, graph).await.unwrap();
    }
}
