//! Whatever was acknowledged is shown, and nothing fails, because a clock was set back.

use super::crawl::Served;
use coplan_store::on_both_databases;
use jiff::SignedDuration;

on_both_databases! {
    async fn every_page_of_the_demo_answers_by_a_clock_that_was_set_back_by_a_month(db: TestDb) {
        let demo = Served::open(db, SignedDuration::from_hours(30 * 24)).await;
        let members = demo.guests.iter().map(|guest| guest.email.to_string()).collect::<Vec<_>>();
        let staff = ["mikko.kallio", "olli.oja", "petra.niemi"].map(|name| format!("{name}@northline.example"));
        for email in staff.iter().chain(&members) {
            let pages = demo.reader(email).await.crawl([]).await;
            assert!(pages.len() > 10, "{email} reads {} pages", pages.len());
            let failed = pages.iter().filter(|(_, (status, _))| status.is_server_error());
            let failed = failed.map(|(path, (status, _))| format!("{status} {path}")).collect::<Vec<_>>();
            assert_eq!(failed, Vec::<String>::new(), "{email}");
        }
    }
}
