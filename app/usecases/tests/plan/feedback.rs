//! What a customer's people say reaches who is responsible, and what was done about it reaches them.

use crate::fixtures::{id, project};
use coplan_domain::{feedback::Helped, id::FeedbackId, thread::Ball};
use coplan_store::on_both_databases;
use coplan_usecases::{
    Actor, Error,
    feedback::{self, AnswerFeedbackForm, FeedbackView, GiveForm, HelpedForm, PromiseForm, RoomKind},
    form::{FieldProblem, Problem},
    plan::{self, WaitingItem},
    responsible::{self, HandOverForm},
    survey::{self, RespondForm, SendSurveyForm},
    testing::{World, world},
    today, waiting,
};
use jiff::SignedDuration;

async fn given(world: &World, by: &Actor, about: &str, words: &str) -> Result<FeedbackId, Error> {
    let (kind, about, words) = ("problem".to_owned(), about.to_owned(), words.to_owned());
    let form = GiveForm { id: id(&world.portal).await, about, kind, words };
    feedback::give(&world.portal, by, world.lakeside, &form).await
}

async fn answer(world: &World, by: &Actor, id_of: FeedbackId, words: &str) -> Result<(), Error<()>> {
    let form = AnswerFeedbackForm { result: words.to_owned(), ..AnswerFeedbackForm::blank(id(&world.portal).await) };
    feedback::answer(&world.portal, by, world.lakeside, id_of, &form).await
}

async fn helped(world: &World, by: &Actor, id: FeedbackId, helped: Helped) -> Result<(), Error> {
    let form = HelpedForm { helped: helped.to_string(), words: "Hall 3 too".to_owned() };
    feedback::say_helped(&world.portal, by, world.lakeside, id, &form).await
}

async fn shown(world: &World, by: &Actor, id: FeedbackId) -> FeedbackView {
    feedback::show(&world.portal, by, world.lakeside, id).await.unwrap()
}

/// What waits in rooms on the plan of this reader.
async fn on_plan(world: &World, reader: &Actor) -> Vec<(RoomKind, String)> {
    let view = plan::show(&world.portal, reader, world.lakeside).await.unwrap();
    let rooms = view.waiting.iter().filter_map(|item| match item {
        WaitingItem::Room(item) => Some((item.kind, item.title.clone())),
        WaitingItem::Task(_) | WaitingItem::Thread(_) | WaitingItem::Goals(_) | WaitingItem::Question(_) => None,
    });
    rooms.collect()
}

/// What waits in rooms for one of the supplier's people, as its list and its day agree.
async fn for_staff(world: &World, reader: &Actor) -> Vec<String> {
    let list = waiting::show(&world.portal, reader).await.unwrap().unwrap().rooms;
    let day = today::show(&world.portal, reader).await.unwrap().unwrap().rooms;
    assert_eq!(list, day);
    list.into_iter().map(|item| item.title).collect()
}

on_both_databases! {
    async fn feedback_comes_back_with_what_was_done_until_it_helped(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let said = given(&world, &world.anna, &format!("project.{network}"), "The crew came late").await.unwrap();
        assert_eq!(for_staff(&world, &world.mikko).await, ["The crew came late"]);
        assert_eq!(on_plan(&world, &world.mikko).await, [(RoomKind::Feedback, "The crew came late".to_owned())]);
        assert!(for_staff(&world, &world.saara).await.is_empty());
        assert!(on_plan(&world, &world.anna).await.is_empty());

        let form = PromiseForm {
            action: "Call the crew".to_owned(),
            owner: world.petra.person().to_string(),
            due_on: "2026-12-04".to_owned(),
            ..PromiseForm::blank(id(&world.portal).await)
        };
        let past = PromiseForm { due_on: "2026-11-01".to_owned(), ..form.clone() };
        let refused = feedback::promise(&world.portal, &world.mikko, world.lakeside, said, &past).await;
        let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems, [FieldProblem { field: "due_on", problem: Problem::InPast }]);
        for _ in 0..2 {
            feedback::promise(&world.portal, &world.mikko, world.lakeside, said, &form).await.unwrap();
        }
        assert_eq!(for_staff(&world, &world.petra).await, ["The crew came late"], "whoever promised has it on its list");
        assert!(for_staff(&world, &world.mikko).await.is_empty());
        let other = PromiseForm { id: id(&world.portal).await, ..form };
        let second = feedback::promise(&world.portal, &world.mikko, world.lakeside, said, &other).await;
        assert!(matches!(second, Err(Error::Stale(_))), "one promise at a time");

        answer(&world, &world.petra, said, "They come at six now").await.unwrap();
        answer(&world, &world.petra, said, "They come at six now").await.unwrap_err();
        answer(&world, &world.mikko, said, "They come at six now").await.unwrap();
        assert!(matches!(answer(&world, &world.mikko, said, "Otherwise").await, Err(Error::Stale(_))));
        assert_eq!(on_plan(&world, &world.anna).await, [(RoomKind::Feedback, "They come at six now".to_owned())]);
        assert!(for_staff(&world, &world.petra).await.is_empty());

        helped(&world, &world.anna, said, Helped::No).await.unwrap();
        assert_eq!(for_staff(&world, &world.mikko).await, ["The crew came late"], "it did not help, so it waits again");
        answer(&world, &world.mikko, said, "All halls").await.unwrap();
        for _ in 0..2 {
            helped(&world, &world.anna, said, Helped::Yes).await.unwrap();
        }
        let view = shown(&world, &world.anna, said).await.feedback;
        assert_eq!((view.ball, view.follow_ups.len()), (Ball::Nobody, 2));
        assert_eq!(view.follow_ups[0].owner_name, "Petra Niemi");
        let verdict = |n: usize| view.follow_ups[n].result.as_ref().unwrap().helped.clone().map(|(helped, _)| helped);
        assert_eq!([verdict(0), verdict(1)], [Some(Helped::No), Some(Helped::Yes)]);
        assert!(on_plan(&world, &world.mikko).await.is_empty() && for_staff(&world, &world.mikko).await.is_empty());
    }

    async fn feedback_goes_to_who_has_the_project(db: TestDb) {
        let world = world(db).await;
        let network = project(&world, "New network", true).await;
        let form = HandOverForm { from: world.mikko.person(), to: world.petra.person().to_string() };
        responsible::hand_over(&world.portal, &world.mikko, world.lakeside, Some(network), &form).await.unwrap();
        given(&world, &world.ben, &format!("project.{network}"), "Good work in hall 1").await.unwrap();
        given(&world, &world.ben, "", "A shared calendar").await.unwrap();
        assert_eq!(for_staff(&world, &world.petra).await, ["Good work in hall 1"]);
        assert_eq!(for_staff(&world, &world.mikko).await, ["A shared calendar"]);
    }

    async fn what_one_says_is_between_that_one_and_the_supplier(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let hidden = project(&world, "Metering", false).await;
        let said = given(&world, &world.anna, "", "The crew came late").await.unwrap();
        assert!(feedback::list(portal, &world.ben, lakeside).await.unwrap().feedback.is_empty());
        for stranger in [&world.ben, &world.carla] {
            assert!(matches!(feedback::show(portal, stranger, lakeside, said).await, Err(Error::NotFound)));
            assert!(matches!(helped(&world, stranger, said, Helped::Yes).await, Err(Error::NotFound)));
        }
        assert!(matches!(given(&world, &world.carla, "", "Hello").await, Err(Error::NotFound)));
        assert!(matches!(given(&world, &world.mikko, "", "Hello").await, Err(Error::NotFound)));
        assert!(matches!(given(&world, &world.anna, &format!("project.{hidden}"), "Hello").await, Err(Error::NotFound)));
        assert!(matches!(answer(&world, &world.anna, said, "I did").await, Err(Error::NotFound)));
        assert!(matches!(answer(&world, &world.petra, said, "I did").await, Err(Error::NotResponsible)));
        assert!(matches!(helped(&world, &world.mikko, said, Helped::Yes).await, Err(Error::NotFound)));
        helped(&world, &world.anna, said, Helped::Yes).await.unwrap();
        assert_eq!(shown(&world, &world.anna, said).await.feedback.ball, Ball::Supplier, "nothing was done yet");
        let told = plan::changes(portal, &world.ben, lakeside, plan::EventFilter::default(), &coplan_store::Turn::First).await.unwrap();
        assert!(told.items.iter().all(|item| !item.label.contains("late")), "history tells nobody else");
    }

    async fn a_member_gives_as_much_feedback_as_a_hand_can_and_no_more_until_an_hour_has_passed(db: TestDb) {
        let w = world(db).await;
        for n in 0..60 {
            given(&w, &w.anna, "", &format!("Idea {n}")).await.unwrap();
        }
        let refused = given(&w, &w.anna, "", "Idea 60").await;
        let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert!(matches!(problems[..], [FieldProblem { field: "words", problem: Problem::TooMuchWritten { minutes: 1..=60 } }]));
        given(&w, &w.ben, "", "Another's").await.unwrap();
        w.clock.pass(SignedDuration::from_hours(1));
        given(&w, &w.anna, "", "Idea 60").await.unwrap();
    }

    async fn feedback_sent_twice_is_given_once(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let mut form = GiveForm { id: id(portal).await, about: String::new(), kind: "idea".to_owned(), words: "A calendar".to_owned() };
        let first = feedback::give(portal, &world.anna, lakeside, &form).await.unwrap();
        assert_eq!(feedback::give(portal, &world.anna, lakeside, &form).await.unwrap(), first);
        "A calendar for both".clone_into(&mut form.words);
        assert_ne!(feedback::give(portal, &world.anna, lakeside, &form).await.unwrap(), first);
        "answer".clone_into(&mut form.kind);
        assert!(matches!(feedback::give(portal, &world.anna, lakeside, &form).await, Err(Error::Invalid(_))));
        assert_eq!(feedback::list(portal, &world.anna, lakeside).await.unwrap().feedback.len(), 2);
    }

    async fn a_survey_asks_each_once_in_two_months_and_every_score_is_followed_up(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let form = SendSurveyForm { scale: "nps".to_owned(), ..SendSurveyForm::blank(id(portal).await) };
        for _ in 0..2 {
            survey::send(portal, &world.mikko, lakeside, &form).await.unwrap();
        }
        assert_eq!(on_plan(&world, &world.anna).await, [(RoomKind::Survey, String::new())]);
        let again = SendSurveyForm { id: id(portal).await, ..form.clone() };
        assert!(matches!(survey::send(portal, &world.mikko, lakeside, &again).await, Err(Error::Invalid(_))), "asked lately");
        assert!(survey::mail_of(portal, form.id, world.anna.person()).await.unwrap().is_some());

        let respond = async |by: &Actor, score: &str, reason: &str| {
            let answer = RespondForm { score: score.to_owned(), reason: reason.to_owned(), ..RespondForm::blank(id(portal).await) };
            survey::respond(portal, by, lakeside, form.id, &answer).await
        };
        assert!(matches!(respond(&world.anna, "11", "").await, Err(Error::Invalid(_))));
        assert!(matches!(respond(&world.carla, "9", "").await, Err(Error::NotFound)));
        let first = respond(&world.anna, "6", "Late twice").await.unwrap();
        assert_eq!(respond(&world.anna, "10", "After all").await.unwrap(), first, "the first answer holds");
        survey::decline(portal, &world.ben, lakeside, form.id).await.unwrap();
        assert!(on_plan(&world, &world.anna).await.is_empty() && on_plan(&world, &world.ben).await.is_empty());
        assert_eq!(survey::mail_of(portal, form.id, world.ben.person()).await.unwrap(), None, "who declined gets no mail");
        assert_eq!(for_staff(&world, &world.mikko).await, ["Late twice"]);
        let view = survey::show(portal, &world.mikko, lakeside, form.id).await.unwrap();
        assert_eq!((view.survey.asked, view.survey.scores), (2, vec![6]));
        answer(&world, &world.mikko, first.unwrap(), "We come a day before now").await.unwrap();
        assert_eq!(on_plan(&world, &world.anna).await, [(RoomKind::Feedback, "We come a day before now".to_owned())]);

        world.clock.pass(SignedDuration::from_hours(24 * 61));
        let own = SendSurveyForm {
            scale: "ten".to_owned(), question: "How did hall 3 go?".to_owned(), ..SendSurveyForm::blank(id(portal).await)
        };
        survey::send(portal, &world.mikko, lakeside, &own).await.unwrap();
        let zero = RespondForm { score: "0".to_owned(), ..RespondForm::blank(id(portal).await) };
        assert!(matches!(survey::respond(portal, &world.ben, lakeside, own.id, &zero).await, Err(Error::Invalid(_))));
    }

    async fn further_questions_are_optional_and_each_takes_its_own_answers(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let lines = |n: usize| (0..n).map(|n| format!("Question {n}")).collect::<Vec<_>>().join("\n");
        let form = SendSurveyForm {
            scale: "nps".to_owned(),
            scores: "How quick are we?".to_owned(),
            choices: "Which hall is next? Hall 3; Hall 4".to_owned(),
            words: "\nWhat is missing?\n".to_owned(),
            ..SendSurveyForm::blank(id(portal).await)
        };
        let too_many = SendSurveyForm { words: lines(7), ..form.clone() };
        let refused = survey::send(portal, &world.mikko, lakeside, &too_many).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].problem == Problem::TooManyLines { limit: 8 }));
        let no_choice = SendSurveyForm { choices: "Which hall? Hall 3".to_owned(), ..form.clone() };
        let refused = survey::send(portal, &world.mikko, lakeside, &no_choice).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].problem == Problem::LineWithoutChoices { line: 1 }));
        for _ in 0..2 {
            survey::send(portal, &world.mikko, lakeside, &form).await.unwrap();
        }
        let asked = survey::show(portal, &world.anna, lakeside, form.id).await.unwrap();
        let words: Vec<_> = asked.questions.iter().map(|it| (it.n, it.words.as_str())).collect();
        assert_eq!(words, [(2, "How quick are we?"), (3, "Which hall is next?"), (4, "What is missing?")]);
        assert_eq!(survey::mail_of(portal, form.id, world.anna.person()).await.unwrap().unwrap().survey.further, 3);

        let answer = RespondForm { score: "9".to_owned(), answer2: "8".to_owned(), answer3: "2".to_owned(), ..RespondForm::blank(id(portal).await) };
        for (wrong, field) in [
            (RespondForm { answer2: "11".to_owned(), ..answer.clone() }, "answer2"),
            (RespondForm { answer3: "3".to_owned(), ..answer.clone() }, "answer3"),
        ] {
            let refused = survey::respond(portal, &world.anna, lakeside, form.id, &wrong).await;
            assert!(matches!(refused, Err(Error::Invalid(problems)) if problems[0].field == field), "{field}");
        }
        assert!(matches!(survey::respond(portal, &world.carla, lakeside, form.id, &answer).await, Err(Error::NotFound)));
        let given = survey::respond(portal, &world.anna, lakeside, form.id, &answer).await.unwrap().unwrap();
        let other = RespondForm { answer2: "1".to_owned(), answer4: "Nothing".to_owned(), ..RespondForm { id: id(portal).await, ..answer.clone() } };
        assert_eq!(survey::respond(portal, &world.anna, lakeside, form.id, &other).await.unwrap(), Some(given), "the first answer holds");
        let beside = RespondForm { score: "3".to_owned(), answer4: "A night shift".to_owned(), answer9: "To no question".to_owned(), ..RespondForm::blank(id(portal).await) };
        survey::respond(portal, &world.ben, lakeside, form.id, &beside).await.unwrap();

        let said = |view: &survey::SurveyView| view.further.iter().map(|it| (it.n, it.answer.clone())).collect::<Vec<_>>();
        let text = |text: &str| text.to_owned();
        let all = survey::show(portal, &world.mikko, lakeside, form.id).await.unwrap();
        assert_eq!(said(&all), [(2, text("8")), (3, text("2")), (4, text("A night shift"))]);
        let bens = survey::show(portal, &world.ben, lakeside, form.id).await.unwrap();
        assert_eq!(said(&bens), [(4, text("A night shift"))], "no member sees what another one answered");
        let shown = feedback::show(portal, &world.mikko, lakeside, given).await.unwrap();
        let shown: Vec<_> = shown.further.iter().map(|(question, answer)| (question.n, answer.as_str())).collect();
        assert_eq!(shown, [(2, "8"), (3, "2")]);
        assert!(matches!(feedback::show(portal, &world.ben, lakeside, given).await, Err(Error::NotFound)));
    }

    async fn only_who_has_the_customer_sends_surveys_and_no_member_sees_the_answers_of_another(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let form = SendSurveyForm { scale: "nps".to_owned(), ..SendSurveyForm::blank(id(portal).await) };
        assert!(matches!(survey::send(portal, &world.petra, lakeside, &form).await, Err(Error::NotResponsible)));
        assert!(matches!(survey::send(portal, &world.anna, lakeside, &form).await, Err(Error::NotFound)));
        let without = SendSurveyForm { scale: "ten".to_owned(), ..form.clone() };
        assert!(matches!(survey::send(portal, &world.mikko, lakeside, &without).await, Err(Error::Invalid(_))));
        survey::send(portal, &world.mikko, lakeside, &form).await.unwrap();
        let answer = RespondForm { score: "9".to_owned(), ..RespondForm::blank(id(portal).await) };
        survey::respond(portal, &world.anna, lakeside, form.id, &answer).await.unwrap();
        assert!(survey::show(portal, &world.ben, lakeside, form.id).await.unwrap().survey.scores.is_empty());
        assert!(matches!(survey::show(portal, &world.carla, lakeside, form.id).await, Err(Error::NotFound)));
    }
}
