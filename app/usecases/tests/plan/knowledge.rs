//! What a customer is asked once: with a reason, answered by its people, prefilled when it is asked again.

use crate::fixtures::id;
use coplan_domain::{event::EventKind, id::QuestionId};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Actor, Error,
    knowledge::{self, AnswerQuestionForm, AskQuestionForm, KnowledgeView, TemplateForm},
    plan::{self, EventFilter, WaitingItem},
    testing::{World, world},
};
use jiff::SignedDuration;

async fn form(world: &World, words: &str) -> AskQuestionForm {
    let (question, why) = (words.to_owned(), "The crew comes at six".to_owned());
    AskQuestionForm { question, why, ..AskQuestionForm::blank(id(&world.portal).await) }
}

async fn ask(world: &World, words: &str) -> QuestionId {
    knowledge::ask(&world.portal, &world.mikko, world.lakeside, &form(world, words).await).await.unwrap()
}

async fn answer(world: &World, by: &Actor, question: QuestionId, words: &str) -> Result<(), Error> {
    let form = AnswerQuestionForm { answer: words.to_owned(), ..AnswerQuestionForm::blank(id(&world.portal).await) };
    knowledge::answer(&world.portal, by, world.lakeside, question, &form).await
}

async fn known(world: &World, reader: &Actor) -> KnowledgeView {
    knowledge::list(&world.portal, reader, world.lakeside).await.unwrap()
}

async fn waits(world: &World, reader: &Actor) -> Vec<String> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let asked = view.waiting.iter().filter_map(|item| match item {
        WaitingItem::Question(question) => Some(question.said.words.clone()),
        WaitingItem::Task(_) | WaitingItem::Thread(_) | WaitingItem::Goals(_) | WaitingItem::Room(_) => None,
    });
    asked.collect()
}

on_both_databases! {
    async fn what_was_answered_is_known_and_prefilled_when_it_is_asked_again(db: TestDb) {
        let world = world(db).await;
        let first = ask(&world, "Who opens gate 2?").await;
        assert_eq!((waits(&world, &world.anna).await, waits(&world, &world.mikko).await), (vec!["Who opens gate 2?".to_owned()], vec![]));
        answer(&world, &world.ben, first, "The guard").await.unwrap();
        assert!(waits(&world, &world.anna).await.is_empty());
        let view = known(&world, &world.mikko).await;
        let found = view.questions[0].answer.as_ref().unwrap();
        assert_eq!((found.words.as_str(), found.by.as_str()), ("The guard", "Ben Berg"));
        world.clock.pass(SignedDuration::from_hours(24 * 20));
        let again = ask(&world, "who opens  GATE 2?").await;
        let (_, question) = knowledge::show(&world.portal, &world.anna, world.lakeside, again).await.unwrap();
        assert_eq!(question.answer, None);
        assert_eq!(question.earlier.map(|answer| answer.words).as_deref(), Some("The guard"));
        answer(&world, &world.anna, first, "The guard, from five on").await.unwrap();
        let (_, question) = knowledge::show(&world.portal, &world.anna, world.lakeside, first).await.unwrap();
        assert_eq!(question.answer.map(|answer| answer.words).as_deref(), Some("The guard, from five on"), "the newest holds");
        world.clock.pass(SignedDuration::from_hours(1));
        answer(&world, &world.anna, again, "Nobody before six").await.unwrap();
        let view = known(&world, &world.mikko).await;
        let answers: Vec<_> = view.questions.iter().filter_map(|it| it.answer.as_ref()).map(|it| it.words.as_str()).collect();
        assert_eq!(answers, ["Nobody before six"], "what was asked again is known once");
        let told = plan::changes(&world.portal, &world.anna, world.lakeside, EventFilter::default(), &Turn::First).await.unwrap().items;
        let kinds: Vec<_> = told.iter().map(|item| item.kind).collect();
        assert!(kinds.contains(&EventKind::QuestionAsked) && kinds.contains(&EventKind::QuestionAnswered), "{kinds:?}");
    }

    async fn sent_twice_is_asked_and_answered_once(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let new = form(&world, "Who opens gate 2?").await;
        let question = knowledge::ask(portal, &world.mikko, lakeside, &new).await.unwrap();
        assert_eq!(knowledge::ask(portal, &world.mikko, lakeside, &new).await.unwrap(), question);
        let template = |words: &str, id| TemplateForm {
            service: "Network".to_owned(), words: words.to_owned(), reason: "So that we know".to_owned(), ..TemplateForm::blank(id)
        };
        for words in ["Who opens gate 2?", "Who decides at night?"] {
            let form = template(words, id(portal).await);
            for _ in 0..2 {
                knowledge::add_template(portal, &world.mikko, &form).await.unwrap();
            }
        }
        assert_eq!(knowledge::list_templates(portal, &world.saara).await.unwrap().len(), 2);
        assert_eq!(knowledge::ask_templates(portal, &world.mikko, lakeside, "Network").await.unwrap(), 1, "one is asked already");
        assert_eq!(knowledge::ask_templates(portal, &world.mikko, lakeside, "Network").await.unwrap(), 0);
        for _ in 0..2 {
            knowledge::withdraw(portal, &world.mikko, lakeside, question).await.unwrap();
        }
        assert_eq!(known(&world, &world.anna).await.questions.len(), 1);
        assert!(matches!(answer(&world, &world.anna, question, "The guard").await, Err(Error::NotFound)));
    }

    async fn only_the_customers_people_and_its_responsible_answer(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let question = ask(&world, "Who opens gate 2?").await;
        let new = form(&world, "And gate 3?").await;
        assert!(matches!(answer(&world, &world.carla, question, "I").await, Err(Error::NotFound)));
        assert!(matches!(answer(&world, &world.petra, question, "I").await, Err(Error::NotResponsible)));
        assert!(matches!(knowledge::ask(portal, &world.anna, lakeside, &new).await, Err(Error::NotFound)));
        assert!(matches!(knowledge::ask(portal, &world.petra, lakeside, &new).await, Err(Error::NotResponsible)));
        assert!(matches!(knowledge::withdraw(portal, &world.anna, lakeside, question).await, Err(Error::NotFound)));
        assert!(matches!(knowledge::list(portal, &world.carla, lakeside).await, Err(Error::NotFound)));
        assert!(matches!(knowledge::list_templates(portal, &world.anna).await, Err(Error::NotFound)));
        assert!(matches!(knowledge::list_templates(portal, &world.petra).await, Err(Error::NotFound)));
        answer(&world, &world.mikko, question, "The guard, as Anna said on the phone").await.unwrap();
        assert_eq!(known(&world, &world.anna).await.questions[0].answer.as_ref().unwrap().by, "Mikko Kallio");
    }
}
