//! Whoever is narrowed to some customers, or sees no sums, finds nothing of the others or of sums on any page.

use super::crawl::{Pages, Served};
use axum::http::StatusCode;
use coplan_store::{
    on_both_databases,
    testing::{hide_sums, list_names, narrow},
};
use jiff::SignedDuration;

const MIKKO: &str = "mikko.kallio@northline.example";
const SAARA: &str = "saara.lind@northline.example";

/// Saara's own.
const HARBOUR: &str = "Satamakylmä Oy";

/// What of these stands on pages, as `address: words`.
fn told(pages: &Pages, words: &[String]) -> Vec<String> {
    let on = |path: &str, text: &str| {
        let found = words.iter().filter(|words| text.contains(words.as_str()));
        found.map(|words| format!("{path}: {words}")).collect::<Vec<_>>()
    };
    pages.iter().flat_map(|(path, (_, text))| on(path, text)).collect()
}

/// Whether a page says what is in the templates.
fn lists_templates(path: &str) -> bool {
    path.starts_with("/staff/templates") || path.contains("/from/") || path.ends_with("/projects/new")
}

/// Words as they stand in a page.
fn escaped(words: &[String]) -> Vec<String> {
    words.iter().map(|words| words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")).collect()
}

on_both_databases! {
    async fn whoever_is_narrowed_reads_of_its_own_customers_alone(db: TestDb) {
        let demo = Served::open(db, SignedDuration::ZERO).await;
        narrow(&demo.portal.db, SAARA, HARBOUR).await;
        let all = demo.reader(MIKKO).await.crawl([]).await;
        let saara = demo.reader(SAARA).await;
        // What others find is asked for as well.
        let mut pages = saara.crawl(all.into_keys()).await;
        // What somebody has kept as a template is the supplier's own from then on.
        pages.retain(|path, _| !lists_templates(path));
        let (own, others): (Vec<_>, Vec<_>) =
            list_names(&demo.portal.db).await.into_iter().partition(|(customer, _)| customer == HARBOUR);
        let mut others = others.into_iter().map(|(_, said)| said).collect::<Vec<_>>();
        // A short number is a part of many things.
        others.retain(|words| words.len() > 5 && own.iter().all(|(_, own)| !own.contains(words.as_str())));
        others.sort_unstable();
        others.dedup();
        assert_eq!(told(&pages, &escaped(&others)), Vec::<String>::new());
        let read = pages.iter().filter(|(path, (status, _))| path.starts_with("/c/") && *status == StatusCode::OK);
        assert!(read.count() > 20, "she reads her own");
    }

    async fn whoever_sees_no_sums_reads_none(db: TestDb) {
        let demo = Served::open(db, SignedDuration::ZERO).await;
        hide_sums(&demo.portal.db, SAARA).await;
        let all = demo.reader(MIKKO).await.crawl([]).await;
        let has_sum = |text: &str| text.split('€').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let read = |pages: &Pages| {
            let read = pages.iter().filter(|(_, (_, text))| has_sum(text));
            read.map(|(path, _)| path.clone()).collect::<Vec<_>>()
        };
        assert!(read(&all).len() > 10, "others read sums");
        let pages = demo.reader(SAARA).await.crawl(all.into_keys()).await;
        assert_eq!(read(&pages), Vec::<String>::new());
    }
}
