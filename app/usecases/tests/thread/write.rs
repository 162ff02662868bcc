//! Claims about opening and replying: what is refused, and what is sent twice.

use crate::fixtures::ground;
use coplan_domain::{text::PROSE_LIMIT, thread::AboutKind};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    testing,
    thread::{self, OpenForm, ReplyForm, ResolveForm, ThreadList},
};

on_both_databases! {
    async fn what_was_said_last_stays_last_though_the_clock_was_set_back(db: TestDb) {
        let g = ground(db).await;
        g.pass_minutes(600);
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        for (actor, text) in [(&g.world.anna, "The 12th."), (&g.world.mikko, "Agreed."), (&g.world.anna, "Thank you.")] {
            g.pass_minutes(-60);
            g.reply(actor, thread, text).await;
        }
        let said = g.show(&g.world.ben, thread).await.messages;
        assert_eq!(said.iter().map(|m| m.text.as_str()).collect::<Vec<_>>()[1..], ["The 12th.", "Agreed.", "Thank you."]);
        assert!(said.is_sorted_by(|one, next| one.sent_at < next.sent_at));
    }

    async fn a_thread_can_be_opened_about_everything_and_says_where_it_stands(db: TestDb) {
        let g = ground(db).await;
        for about in g.objects() {
            let thread = g.open(&g.world.anna, about, "A question").await;
            let view = g.show(&g.world.anna, thread).await;
            assert_eq!((view.subject.kind, view.subject.id), (about.kind, about.id));
            assert_eq!(view.messages.len(), 1);
            let found = testing::threads_about(&g.world.portal, &g.world.anna, g.world.lakeside, about.id).await.unwrap();
            assert!(found.iter().any(|line| line.id == thread), "{}", about.kind);
        }
        let line = testing::threads_about(&g.world.portal, &g.world.anna, g.world.lakeside, g.line.0).await.unwrap().remove(0);
        assert_eq!(line.subject.name, "Six hours on a Saturday");
        assert_eq!((line.subject.part_of.as_deref(), line.subject.invoice), (Some("1042"), Some(g.invoice)));
    }

    async fn an_object_gathers_the_threads_of_its_parts(db: TestDb) {
        let g = ground(db).await;
        for about in g.objects() {
            g.open(&g.world.anna, about, "A question").await;
        }
        for (object, expected) in [(g.shared.0, 2), (g.invoice.0, 2), (g.milestone.0, 1), (g.world.lakeside.0, 1), (g.prepared.0, 0)] {
            let found = testing::threads_about(&g.world.portal, &g.world.anna, g.world.lakeside, object).await.unwrap();
            assert_eq!(found.len(), expected);
        }
    }

    async fn opening_twice_with_the_same_ids_opens_one_thread(db: TestDb) {
        let g = ground(db).await;
        let form = g.form(g.plan(), "Which weekend?");
        for _ in 0..2 {
            thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, &form).await.unwrap();
        }
        assert_eq!(g.titles(&g.world.anna).await, ["Which weekend?"]);
        assert_eq!(g.show(&g.world.anna, form.thread).await.messages.len(), 1);
        assert_eq!(g.news(&g.world.mikko).await.iter().filter(|(_, label)| label == "Which weekend?").count(), 1);
    }

    async fn replying_twice_with_the_same_id_says_it_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let form = ReplyForm { message: g.id(), text: "The 12th.".to_owned() };
        for _ in 0..2 {
            thread::reply(&g.world.portal, &g.world.anna, g.world.lakeside, thread, &form).await.unwrap();
            g.pass_minutes(1);
        }
        let view = g.show(&g.world.anna, thread).await;
        assert_eq!(view.messages.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["Which weekend? Tell us.", "The 12th."]);
        assert_eq!(view.messages.iter().map(|m| m.mine).collect::<Vec<_>>(), [false, true]);
    }

    async fn the_same_form_with_other_words_opens_another_thread(db: TestDb) {
        let g = ground(db).await;
        let first = g.form(g.plan(), "Which weekend?");
        let other = OpenForm { text: "The last one of March?".to_owned(), ..first.clone() };
        let elsewhere = OpenForm { about: g.project(), ..other.clone() };
        let mut opened = Vec::new();
        for form in [&first, &other, &elsewhere, &elsewhere, &other, &first] {
            opened.push(thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, form).await.unwrap());
        }
        assert_eq!((opened[0], opened[3..].to_vec()), (first.thread, vec![opened[2], opened[1], opened[0]]), "each once");
        let mut said = Vec::new();
        for thread in &opened[..3] {
            let view = g.show(&g.world.anna, *thread).await;
            said.push((view.subject.kind, view.messages.iter().map(|message| message.text.clone()).collect::<Vec<_>>()));
        }
        let (plan, last) = (AboutKind::Plan, "The last one of March?".to_owned());
        assert_eq!(said, [(plan, vec![first.text]), (plan, vec![last.clone()]), (AboutKind::Project, vec![last])]);
    }

    async fn the_same_form_with_other_words_says_those_as_well(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let first = ReplyForm { message: g.id(), text: "The 12th.".to_owned() };
        let other = ReplyForm { text: "No, the 19th.".to_owned(), ..first.clone() };
        for form in [&first, &other, &other, &first] {
            g.pass_minutes(1);
            let said = thread::reply(&g.world.portal, &g.world.anna, g.world.lakeside, thread, form).await.unwrap();
            let view = g.show(&g.world.anna, thread).await;
            assert!(view.messages.iter().any(|message| message.id == said && message.text == form.text));
        }
        let said = g.show(&g.world.anna, thread).await.messages.into_iter().map(|m| m.text).collect::<Vec<_>>();
        assert_eq!(said, ["Which weekend? Tell us.", "The 12th.", "No, the 19th."]);
    }

    async fn two_posts_at_once_with_the_same_id_say_it_once(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let form = ReplyForm { message: g.id(), text: "The 12th.".to_owned() };
        let post = || thread::reply(&g.world.portal, &g.world.anna, g.world.lakeside, thread, &form);
        let (first, second) = tokio::join!(post(), post());
        first.unwrap();
        second.unwrap();
        assert_eq!(g.show(&g.world.anna, thread).await.messages.len(), 2);
    }

    async fn an_id_that_is_somebody_elses_message_is_not_found(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        let form = ReplyForm { message, text: "Mine".to_owned() };
        let refused = thread::reply(&g.world.portal, &g.world.anna, g.world.lakeside, thread, &form).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        let mut form = g.form(g.plan(), "Mine");
        form.thread = thread;
        let refused = thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, &form).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        assert_eq!(g.show(&g.world.anna, thread).await.messages.len(), 1);
    }

    async fn a_text_of_a_hundred_thousand_characters_is_told_with_its_length(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "Which weekend?").await;
        let text = "ä".repeat(100_000);
        let too_long = Problem::TooLong { length: 100_000, limit: PROSE_LIMIT };
        let reply = g.try_reply(&g.world.anna, g.world.lakeside, thread, &text).await.unwrap_err();
        let note = g.try_note(&g.world.mikko, g.world.lakeside, thread, &text).await.unwrap_err();
        for (field, refused) in [("text", reply), ("note", note)] {
            let Error::Invalid(problems) = refused else { panic!("{refused}") };
            assert_eq!(problems, [FieldProblem { field, problem: too_long }]);
        }
        assert_eq!(g.show(&g.world.anna, thread).await.messages.len(), 1);
    }

    async fn all_that_is_wrong_with_a_new_thread_is_told_at_once(db: TestDb) {
        let g = ground(db).await;
        let form = OpenForm { text: "\n".to_owned(), ..g.form(g.plan(), " ") };
        let refused = thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, &form).await.unwrap_err();
        let Error::Invalid(problems) = refused else { panic!("{refused}") };
        assert_eq!(problems.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(), [("title", Problem::Empty), ("text", Problem::Empty)]);
    }

    async fn a_long_thread_is_read_from_its_end(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.mikko, g.plan(), "0").await;
        for n in 1..=120 {
            g.pass_minutes(1);
            g.try_reply(&g.world.anna, g.world.lakeside, thread, &n.to_string()).await.unwrap();
        }
        let last = g.show(&g.world.anna, thread).await;
        assert_eq!((last.messages.len(), last.messages[0].text.as_str()), (100, "21"));
        let before = thread::show(&g.world.portal, &g.world.anna, g.world.lakeside, thread, last.earlier).await.unwrap();
        assert_eq!((before.messages.len(), before.messages[20].text.as_str(), before.earlier), (21, "20", None));
        let list = thread::list(&g.world.portal, &g.world.anna, g.world.lakeside, &Turn::First).await.unwrap();
        assert_eq!((list.threads[0].messages, list.threads[0].last_text.as_str(), list.threads[0].last_mine), (121, "120", true));
    }

    async fn the_list_goes_on_over_pages(db: TestDb) {
        let g = ground(db).await;
        let mut questions = Vec::new();
        for n in 0..63 {
            questions.push(g.open(&g.world.mikko, g.plan(), &format!("Question {n}")).await);
            g.pass_minutes(1);
        }
        let page = async |turn| thread::list(&g.world.portal, &g.world.mikko, g.world.lakeside, &turn).await.unwrap();
        let titles = |list: &ThreadList| list.threads.iter().map(|thread| thread.title.clone()).collect::<Vec<_>>();
        let from = |first: usize, last: usize| (first..=last).map(|n| format!("Question {n}")).collect::<Vec<_>>();
        let first = page(Turn::First).await;
        assert_eq!((titles(&first), first.before), (from(0, 29), None));
        let version = g.show(&g.world.mikko, questions[3]).await.state.version;
        let done = ResolveForm { outcome: "Done.".to_owned(), version };
        thread::resolve(&g.world.portal, &g.world.mikko, g.world.lakeside, questions[3], &done).await.unwrap();
        let second = page(Turn::After(first.after.unwrap())).await;
        assert_eq!(titles(&second), from(30, 59), "what was resolved meanwhile moves nothing");
        let third = page(Turn::After(second.after.unwrap())).await;
        let mut expected = from(60, 62);
        expected.extend(from(3, 3));
        assert_eq!((titles(&third), third.after), (expected, None));
        let back = page(Turn::Before(third.before.unwrap())).await;
        assert_eq!(titles(&back), from(30, 59));
        let start = page(Turn::Before(back.before.unwrap())).await;
        assert_eq!((titles(&start).len(), titles(&start)[29].clone(), start.before), (30, "Question 30".to_owned(), None));
        let beyond = page(Turn::After("9~0~00000000000000000000000000".parse().unwrap())).await;
        assert_eq!(titles(&beyond), titles(&start), "behind the last is the first page");
    }

    async fn a_member_writes_as_much_as_a_hand_can_and_no_more_until_an_hour_has_passed(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let reply = async |actor, text: &str| {
            let form = ReplyForm { message: g.id(), text: text.to_owned() };
            thread::reply(&g.world.portal, actor, g.world.lakeside, thread, &form).await
        };
        for n in 0..59 {
            reply(&g.world.anna, &n.to_string()).await.unwrap();
        }
        let too_much = |error| matches!(error, Error::Invalid(problems) if matches!(
            problems[..],
            [FieldProblem { field: "text", problem: Problem::TooMuchWritten { minutes: 1..=60 } }]
        ));
        assert!(too_much(reply(&g.world.anna, "one more").await.unwrap_err()));
        let opened = thread::open(&g.world.portal, &g.world.anna, g.world.lakeside, &g.form(g.plan(), "Another")).await;
        assert!(too_much(opened.unwrap_err()));
        assert_eq!(g.show(&g.world.anna, thread).await.messages.len(), 60, "nothing of it was kept");
        for _ in 0..70 {
            reply(&g.world.mikko, "An answer").await.unwrap();
        }
        g.pass_minutes(60);
        reply(&g.world.anna, "one more").await.unwrap();
    }
}
