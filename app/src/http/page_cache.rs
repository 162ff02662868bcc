//! Plans that were drawn before, for the reader who comes again.
//!
//! A page is a function of its view, of who reads it and of what time it is. The use case proves access at every
//! request and gives the very same view for as long as nothing has changed; for that long the page is the same too.

use crate::http::context::RequestContext;
use axum::body::Bytes;
use coplan_domain::{
    id::{CustomerId, PersonId, PreviewId},
    person::{Language, StaffRole},
};
use coplan_usecases::{Actor, plan::PlanView};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use moka::sync::Cache;
use std::sync::Arc;

/// The most bytes that pages take together with the views that they were drawn from; most have about 20 kB.
const BYTES: u64 = 32 << 20;
/// The most bytes of one of them. A larger one is drawn anew each time: for one that a few read, those of hundreds would
/// go.
const LARGEST: usize = 256 << 10;
/// What the cache itself needs for a page, in bytes.
const OVERHEAD: usize = 256;

/// Where debug assertions are on, what is kept is drawn again and must be the same.
const VERIFY: bool = cfg!(debug_assertions);

/// The plans that were drawn, by reader and customer.
pub struct PageCache(Cache<(PersonId, CustomerId), Kept>);

#[derive(Clone)]
struct Kept {
    view: Arc<PlanView>,
    by: Arc<Drawer>,
    page: Bytes,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.page.len() + self.view.bytes() + OVERHEAD
    }
}

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |_: &(PersonId, CustomerId), kept: &Kept| u32::try_from(kept.bytes()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(BYTES).weigher(weigh).build())
    }
}

/// What a page shows besides its view.
#[derive(PartialEq)]
struct Drawer {
    path: String,
    name: String,
    role: Option<StaffRole>,
    preview: Option<PreviewId>,
    language: Language,
    time_zone: String,
    at: Timestamp,
}

impl PageCache {
    /// The page that was drawn from this very view in this quarter of an hour; or the one that `draw` gives for the
    /// quarter's beginning.
    ///
    /// # Panics
    /// With debug assertions, where a page is not what it was drawn from.
    pub fn find_or(
        &self,
        context: &RequestContext,
        actor: &Actor,
        view: &Arc<PlanView>,
        now: Timestamp,
        draw: impl FnOnce(Timestamp) -> String,
    ) -> Bytes {
        let at = quarter(now);
        let by = drawer(context, actor, at);
        let key = (actor.person(), view.frame.customer);
        let good = |kept: &Kept| Arc::ptr_eq(&kept.view, view) && *kept.by == by;
        let known = self.0.get(&key).filter(good).map(|kept| kept.page);
        if let Some(known) = known {
            assert!(!VERIFY || known == draw(at), "the page that was kept is not what is drawn now");
            return known;
        }
        let drawn = draw(at);
        // What holds the nonce of one answer is for no other.
        let shared = !drawn.contains(&*context.nonce);
        let drawn = Bytes::from(drawn);
        let kept = Kept { view: Arc::clone(view), by: Arc::new(by), page: drawn.clone() };
        if shared && kept.bytes() <= LARGEST {
            self.0.insert(key, kept);
        } else {
            self.0.invalidate(&key);
        }
        drawn
    }
}

fn drawer(context: &RequestContext, actor: &Actor, at: Timestamp) -> Drawer {
    let entered = actor.entered();
    Drawer {
        path: context.path.clone(),
        name: entered.name().to_owned(),
        role: actor.staff().map(coplan_usecases::Staff::role),
        preview: actor.preview().map(|look| look.id),
        language: context.words.language(),
        time_zone: entered.time_zone().to_owned(),
        at,
    }
}

/// The beginning of the quarter of an hour. Everywhere on earth the hour and the day begin with one.
fn quarter(now: Timestamp) -> Timestamp {
    now.round(TimestampRound::new().smallest(Unit::Minute).increment(15).mode(RoundMode::Floor)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        layout::{self, Page},
        words::Words,
    };
    use coplan_store::{Engine, testing};
    use coplan_usecases::{
        plan, project,
        project::StartForm,
        testing::{World, world},
    };
    use leptos::prelude::*;

    const MORNING: &str = "2026-11-16T07:00:00Z";

    async fn ground() -> World {
        world(testing::fresh(Engine::Sqlite).await.unwrap()).await
    }

    /// Ben, reading in this language.
    fn ben(w: &World, language: Language) -> RequestContext {
        let words = Words::new(language, w.ben.entered().time_zone());
        RequestContext { actor: Some(w.ben.clone()), words, ..RequestContext::anonymous() }
    }

    /// What Ben gets at this moment.
    async fn page(w: &World, drawn: &PageCache, context: &RequestContext, at: &str) -> Bytes {
        let view = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        let page = |now| layout::html(context, || Page::plain(context.words.clock(now), "page", ().into_any()));
        drawn.find_or(context, &w.ben, &view, at.parse().unwrap(), page)
    }

    #[tokio::test]
    async fn a_page_is_kept_for_a_quarter_of_an_hour_while_nothing_changes() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let first = page(&w, &drawn, &context, "2026-11-16T07:00:00Z").await;
        let again = page(&w, &drawn, &context, "2026-11-16T07:14:59Z").await;
        assert_eq!(first.as_ptr(), again.as_ptr());
        let later = page(&w, &drawn, &context, "2026-11-16T07:15:00Z").await;
        assert_ne!(first, later);
    }

    #[tokio::test]
    async fn a_change_of_the_plan_is_seen_at_once() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let before = page(&w, &drawn, &context, MORNING).await;
        let id = w.portal.change().await.unwrap().id();
        let form = StartForm { id, name: "New network".to_owned(), about: String::new(), shared: true };
        project::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
        assert_ne!(before.as_ptr(), page(&w, &drawn, &context, MORNING).await.as_ptr());
    }

    #[tokio::test]
    async fn another_language_is_another_page() {
        let w = ground().await;
        let drawn = PageCache::default();
        let english = page(&w, &drawn, &ben(&w, Language::En), MORNING).await;
        assert_ne!(english, page(&w, &drawn, &ben(&w, Language::Fi), MORNING).await);
    }

    #[tokio::test]
    async fn a_page_with_the_nonce_of_its_answer_is_not_kept() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let view = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        let page = |_| layout::html(&context, || Page::plain(context.nonce.to_string(), "page", ().into_any()));
        drawn.find_or(&context, &w.ben, &view, MORNING.parse().unwrap(), page);
        drawn.0.run_pending_tasks();
        assert_eq!(drawn.0.entry_count(), 0);
    }
    #[tokio::test]
    async fn pages_have_a_bound_together_and_a_large_one_is_not_kept() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let view = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        let by = Arc::new(drawer(&context, &w.ben, MORNING.parse().unwrap()));
        let page = Bytes::from(vec![b'x'; 200 << 10]);
        for n in 0..1_000 {
            let reader: PersonId = format!("{n:026}").parse().unwrap();
            drawn.0.insert((reader, w.lakeside), Kept { view: Arc::clone(&view), by: Arc::clone(&by), page: page.clone() });
        }
        drawn.0.run_pending_tasks();
        assert!(drawn.0.weighted_size() <= BYTES);
        assert!(drawn.0.entry_count() > 100);
        let large = |_| "x".repeat(LARGEST + 1);
        let fresh = PageCache::default();
        fresh.find_or(&context, &w.ben, &view, MORNING.parse().unwrap(), large);
        fresh.0.run_pending_tasks();
        assert_eq!(fresh.0.entry_count(), 0);
    }
}
