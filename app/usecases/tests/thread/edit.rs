//! Claims about messages that are said otherwise, withdrawn and agreed to.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{
    id::{MessageId, ThreadId},
    thread::Ball,
};
use coplan_store::{Turn, access::Actor, on_both_databases};
use coplan_usecases::{
    Error,
    thread::{self, EditMessageForm, agree, edit_message, list_to_tell, show_message, withdraw_message},
};

async fn edit(
    g: &Fixtures,
    actor: &Actor,
    thread: ThreadId,
    message: MessageId,
    text: &str,
    revision: i64,
) -> Result<(), String> {
    let form = EditMessageForm { text: text.to_owned(), revision };
    let of = (g.world.lakeside, thread);
    edit_message(&g.world.portal, actor, of, message, &form).await.map_err(|error| error.to_string())
}

async fn before(g: &Fixtures, actor: &Actor, thread: ThreadId, message: MessageId) -> Vec<String> {
    let page = show_message(&g.world.portal, actor, g.world.lakeside, thread, message, None).await.unwrap();
    page.before.into_iter().map(|past| past.text).collect()
}

async fn agreed(g: &Fixtures, actor: &Actor, thread: ThreadId) -> (Vec<String>, bool) {
    let message = g.show(actor, thread).await.messages.remove(0);
    (message.agreed, message.agreed_by_me)
}

on_both_databases! {
    async fn an_author_says_its_message_otherwise_and_what_it_said_stays(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        assert_eq!(edit(&g, &g.world.anna, thread, message, "The 12th?", 1).await, Ok(()));
        assert_eq!(edit(&g, &g.world.anna, thread, message, "The 12th?", 1).await, Ok(()), "sent twice");
        let shown = g.show(&g.world.mikko, thread).await.messages.remove(0);
        assert_eq!((shown.text.as_str(), shown.revision, shown.edited_at), ("The 12th?", 2, Some(g.now())));
        assert_eq!(before(&g, &g.world.mikko, thread, message).await, ["Which weekend? Tell us."]);
        assert_eq!(edit(&g, &g.world.anna, thread, message, "The 13th?", 1).await, Err("changed by somebody else".to_owned()));
        assert_eq!(edit(&g, &g.world.anna, thread, message, " ", 2).await, Err("fields cannot be taken".to_owned()));
    }

    async fn what_was_said_often_is_shown_ten_versions_at_a_time(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        for revision in 1..=12_i64 {
            edit(&g, &g.world.anna, thread, message, &format!("version {}", revision + 1), revision).await.unwrap();
        }
        let page = async |from| show_message(&g.world.portal, &g.world.mikko, g.world.lakeside, thread, message, from).await.unwrap();
        let newest = page(None).await;
        let texts: Vec<_> = newest.before.iter().map(|past| past.text.as_str()).collect();
        assert_eq!((texts.len(), texts[0], texts[9], newest.more), (10, "version 12", "version 3", Some(3)));
        let oldest = page(newest.more).await;
        let texts: Vec<_> = oldest.before.iter().map(|past| past.text.as_str()).collect();
        assert_eq!((texts, oldest.more), (vec!["version 2", "Which weekend? Tell us."], None));
    }

    async fn nobody_else_changes_or_withdraws_it(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let other = g.open(&g.world.anna, g.plan(), "Other").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        for (actor, thread) in [(&g.world.mikko, thread), (&g.world.ben, thread), (&g.world.carla, thread), (&g.world.anna, other)] {
            assert_eq!(edit(&g, actor, thread, message, "mine", 1).await, Err("not found".to_owned()));
            let done = withdraw_message(&g.world.portal, actor, (g.world.lakeside, thread), message).await;
            assert!(matches!(done, Err(Error::NotFound)));
        }
        let page = show_message(&g.world.portal, &g.world.carla, g.world.lakeside, thread, message, None).await;
        assert!(matches!(page, Err(Error::NotFound)));
        assert!(!show_message(&g.world.portal, &g.world.ben, g.world.lakeside, thread, message, None).await.unwrap().may_edit);
    }

    async fn what_is_withdrawn_is_told_as_such_and_mailed_no_more(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let first = g.show(&g.world.anna, thread).await.messages[0].id;
        g.pass_minutes(1);
        let second = g.reply(&g.world.anna, thread, "The twelfthmost").await;
        for _ in 0..2 {
            withdraw_message(&g.world.portal, &g.world.anna, (g.world.lakeside, thread), second).await.unwrap();
        }
        let shown = g.show(&g.world.mikko, thread).await.messages.remove(1);
        assert_eq!((shown.text.as_str(), shown.withdrawn), ("", true));
        assert_eq!(before(&g, &g.world.mikko, thread, second).await, ["The twelfthmost"]);
        assert!(list_to_tell(&g.world.portal, second).await.unwrap().is_empty());
        assert_eq!(list_to_tell(&g.world.portal, first).await.unwrap().len(), 2, "the one before it is the newest again");
        assert!(edit(&g, &g.world.anna, thread, second, "again", 2).await.is_err());
        let list = thread::list(&g.world.portal, &g.world.ben, g.world.lakeside, &Turn::First).await.unwrap();
        assert_eq!(list.threads[0].last_text, "");
        for first_words in ["twelfthmost", "Which weekend"] {
            let found = coplan_usecases::search::find(&g.world.portal, &g.world.ben, Some(g.world.lakeside), first_words).await.unwrap();
            assert_eq!(found.groups.iter().map(|group| group.hits.len()).sum::<usize>() > 0, first_words != "twelfthmost");
        }
    }

    async fn whose_turn_it_was_before_what_is_withdrawn_it_is_again(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let ball = async || g.show(&g.world.anna, thread).await.state.ball;
        assert_eq!(ball().await, Ball::Supplier);
        g.pass_minutes(1);
        let first = g.reply(&g.world.mikko, thread, "The 12th").await;
        g.pass_minutes(1);
        let second = g.reply(&g.world.mikko, thread, "Or the 19th").await;
        assert_eq!(ball().await, Ball::Customer);
        withdraw_message(&g.world.portal, &g.world.mikko, (g.world.lakeside, thread), first).await.unwrap();
        assert_eq!(ball().await, Ball::Customer, "something is left to be answered");
        withdraw_message(&g.world.portal, &g.world.mikko, (g.world.lakeside, thread), second).await.unwrap();
        assert_eq!(ball().await, Ball::Supplier);
    }

    async fn agreement_is_one_press_and_belongs_to_these_words(db: TestDb) {
        let g = ground(db).await;
        let thread = g.open(&g.world.anna, g.plan(), "Which weekend?").await;
        let message = g.show(&g.world.anna, thread).await.messages[0].id;
        let say = async |actor: &Actor, agrees: bool| agree(&g.world.portal, actor, g.world.lakeside, thread, (message, agrees)).await;
        for actor in [&g.world.mikko, &g.world.mikko, &g.world.ben] {
            say(actor, true).await.unwrap();
            g.pass_minutes(1);
        }
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(agreed(&g, &g.world.mikko, thread).await, (names(&["Mikko Kallio", "Ben Berg"]), true));
        say(&g.world.mikko, false).await.unwrap();
        assert_eq!(agreed(&g, &g.world.anna, thread).await, (names(&["Ben Berg"]), false));
        edit(&g, &g.world.anna, thread, message, "The 12th?", 1).await.unwrap();
        assert_eq!(agreed(&g, &g.world.ben, thread).await, (names(&[]), false));
        say(&g.world.ben, true).await.unwrap();
        assert_eq!(agreed(&g, &g.world.ben, thread).await, (names(&["Ben Berg"]), true));
        for actor in [&g.world.carla, &g.world.anna] {
            assert!(matches!(say(actor, true).await, Err(Error::NotFound)), "nobody agrees to itself");
        }
    }
}
