//! Pages with hundreds of customers and thousands of invoices stall nobody, where many ask for them at once either.

use super::crawl::Reader;
use crate::{config::Coplan, router::router};
use axum::http::StatusCode;
use clap::Parser;
use coplan_domain::{customer::Customer, format::read_invoices, person::CodePolicy};
use coplan_store::{
    Engine,
    access::System,
    bulk_load::{self, Past, PastInvoice},
    testing::fresh,
};
use coplan_usecases::testing::{World, world};
use std::time::{Duration, Instant};
use tokio::{task::JoinSet, time::sleep};

const CUSTOMERS: usize = 500;
const INVOICES: usize = 5_000;
/// How many ask at once.
const AT_ONCE: usize = 12;
const PATIENCE: Duration = Duration::from_secs(1);
const SAMPLE: &[u8] = include_bytes!("../../../../app/domain/samples/three-short-tasks.xml");

/// Many customers of Mikko's, and many invoices of one.
async fn fill(world: &World) {
    let mut change = world.portal.change().await.unwrap();
    let (now, by) = (change.now(), world.mikko.person());
    let customers = (0..CUSTOMERS).map(|n| Customer {
        id: change.id(),
        number: format!("2{n:04}"),
        name: format!("Mill number {n} at the lake"),
        business_id: None,
        vat_id: None,
        code_policy: CodePolicy::NewDevice,
        created_at: now,
        ended_at: None,
        version: 1,
    });
    let customers = customers.map(|customer| (customer, by)).collect();
    let sample = read_invoices(SAMPLE).remove(0).unwrap();
    let invoices = (0..INVOICES).map(|n| {
        let mut invoice = sample.clone();
        invoice.number = format!("N-{n}");
        let file_name = format!("{n}.xml");
        PastInvoice { id: change.id(), customer: world.lakeside, invoice, file_name, bytes: SAMPLE.to_vec(), at: now }
    });
    let past = Past { customers, invoices: invoices.collect(), ..Past::default() };
    bulk_load::insert(&mut change, &System::for_tests(), &world.portal.files, by, &past).await.unwrap();
    world.portal.commit(change).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_health_check_answers_within_a_second_while_long_pages_are_asked_for() {
    let world = world(fresh(Engine::Sqlite).await.unwrap()).await;
    fill(&world).await;
    let router = router(world.portal.clone(), &Coplan::parse_from(["coplan", "serve"]).config, None);
    let reader = Reader::enter(&world.portal, &router, world.mikko.person()).await;
    let plan = format!("/c/{}", world.lakeside);
    for page in ["/customers".to_owned(), format!("{plan}/invoices")] {
        let begun = Instant::now();
        let (status, _, text) = reader.get(&page).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        println!("{page}: {} bytes in {:?}", text.len(), begun.elapsed());
        let mut asked = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (reader, page) = (reader.clone(), page.clone());
            asked.spawn(async move { reader.get(&page).await.0 });
        }
        let (mut slowest, mut answered) = (Duration::ZERO, Vec::new());
        while !asked.is_empty() {
            let begun = Instant::now();
            assert_eq!(reader.get("/healthz").await.0, StatusCode::OK);
            slowest = slowest.max(begun.elapsed());
            while let Some(answer) = asked.try_join_next() {
                answered.push(answer.unwrap());
            }
            sleep(Duration::from_millis(20)).await;
        }
        assert!(slowest < PATIENCE, "{page}: the health check took {slowest:?}");
        let read = answered.iter().filter(|status| **status == StatusCode::OK).count();
        assert!(read >= 4, "{page}: {answered:?}");
        let is_known = |status: &StatusCode| [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE].contains(status);
        assert!(answered.iter().all(is_known), "{page}: {answered:?}");
    }
}
