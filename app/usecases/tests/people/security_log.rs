//! Claims about the log of security events: what is in it, who reads it, and how long it is kept.

use crate::fixtures::{PASSWORD, annas_link, is_kept, new_browser, staff_with_password};
use coplan_domain::person::Language;
use coplan_store::{access::System, on_both_databases};
use coplan_usecases::{
    Actor, Portal, Turn, entry,
    member::{self, AddMemberForm},
    personal_link,
    security_log::{self, SecurityFilter, SecurityKind, SecurityOutcome, SecurityRow, note_export, note_forbidden},
    sign_in::{SignInError, sign_in},
    staff::{self, ChangeStaffForm, list_for_admin},
    testing::{proof, world},
};
use jiff::SignedDuration;

async fn read(portal: &Portal, admin: &Actor, filter: SecurityFilter) -> Vec<SecurityRow> {
    security_log::show(portal, admin, filter, &Turn::First).await.unwrap().unwrap().page.rows
}

fn of_kind(kind: SecurityKind) -> SecurityFilter {
    SecurityFilter { kind: Some(kind), person: None }
}

on_both_databases! {
    async fn signing_in_is_noted_with_whom_from_where_and_how_it_came_out(db: TestDb) {
        let w = world(db).await;
        let (tiina, email) = staff_with_password(&w.portal, "Tiina Tamm", "manager").await;
        for typed in ["wrong kielo words", PASSWORD] {
            let _ = sign_in(&w.portal, &email, typed, &new_browser()).await;
        }
        let answer = sign_in(&w.portal, "kielo@northline.example", "wrong kielo words", &new_browser()).await;
        assert!(matches!(answer, Err(SignInError::Wrong)));
        let rows = read(&w.portal, &w.olli, of_kind(SecurityKind::SignIn)).await;
        let told: Vec<_> = rows.iter().map(|row| (row.outcome, row.person.as_ref().map(|(id, _)| *id))).collect();
        let (done, refused) = (SecurityOutcome::Done, SecurityOutcome::Refused);
        assert_eq!(told, [(refused, None), (done, Some(tiina)), (refused, Some(tiina))], "newest first");
        assert!(rows.iter().all(|row| row.network == new_browser().address && row.by.is_none()));
        assert!(!is_kept(&w.portal, "kielo").await, "nothing that was typed is kept");
    }

    async fn a_lock_out_is_noted_once(db: TestDb) {
        let w = world(db).await;
        let (_, email) = staff_with_password(&w.portal, "Tiina Tamm", "manager").await;
        for _ in 0..14 {
            let _ = sign_in(&w.portal, &email, "not the password", &new_browser()).await;
        }
        let rows = read(&w.portal, &w.olli, of_kind(SecurityKind::SignIn)).await;
        let count = |outcome| rows.iter().filter(|row| row.outcome == outcome).count();
        assert_eq!((count(SecurityOutcome::Refused), count(SecurityOutcome::Limited)), (10, 1));
    }

    async fn who_changes_whose_rights_is_noted_with_the_address(db: TestDb) {
        let w = world(db).await;
        let olli = w.olli.clone().from_network("198.51.100.4");
        let all = list_for_admin(&w.portal, &olli).await.unwrap().unwrap();
        let petra = all.into_iter().find(|entry| entry.staff.person.id == w.petra.person()).unwrap();
        let form = ChangeStaffForm { role: "manager".to_owned(), ..ChangeStaffForm::of(&petra) };
        staff::change(&w.portal, &olli, w.petra.person(), &form, &proof()).await.unwrap();
        let (link, _) = annas_link(&w).await;
        personal_link::revoke(&w.portal, &w.mikko, w.lakeside, w.anna_membership, link).await.unwrap();
        personal_link::revoke(&w.portal, &w.mikko, w.lakeside, w.anna_membership, link).await.unwrap();
        let form = AddMemberForm { name: "Dan Dahl".to_owned(), email: "dan@lakeside.example".to_owned(), title: "Buyer".to_owned(), ..AddMemberForm::suggested(Language::En) };
        let dan = member::add(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap().membership;
        member::remove(&w.portal, &w.mikko, w.lakeside, dan).await.unwrap();
        note_export(&w.portal, &w.anna).await.unwrap();
        note_forbidden(&w.portal, &w.ben).await.unwrap();
        let told: Vec<_> = read(&w.portal, &w.olli, SecurityFilter::default())
            .await
            .into_iter()
            .map(|row| (row.kind, row.person.unwrap().1, row.by.unwrap().1, row.network))
            .collect();
        let row = |kind, person: &str, by: &str, network: &str| (kind, person.to_owned(), by.to_owned(), network.to_owned());
        assert_eq!(told, [
            row(SecurityKind::Rights, "Ben Berg", "Ben Berg", ""),
            row(SecurityKind::Export, "Anna Aho", "Anna Aho", ""),
            row(SecurityKind::MemberEnded, "Dan Dahl", "Mikko Kallio", ""),
            row(SecurityKind::MemberAdded, "Dan Dahl", "Mikko Kallio", ""),
            row(SecurityKind::LinkRevoked, "Anna Aho", "Mikko Kallio", ""),
            row(SecurityKind::LinkMade, "Anna Aho", "Mikko Kallio", ""),
            row(SecurityKind::RoleChanged, "Petra Niemi", "Olli Oja", "198.51.100.4"),
        ]);
        let annas = SecurityFilter { person: Some(w.anna.person()), kind: None };
        assert_eq!(read(&w.portal, &w.olli, annas).await.len(), 3);
        let mikkos = SecurityFilter { person: Some(w.mikko.person()), kind: Some(SecurityKind::LinkMade) };
        assert_eq!(read(&w.portal, &w.olli, mikkos).await.len(), 1);
    }

    async fn only_admins_read_it(db: TestDb) {
        let w = world(db).await;
        for actor in [&w.mikko, &w.petra, &w.anna] {
            assert!(security_log::show(&w.portal, actor, SecurityFilter::default(), &Turn::First).await.unwrap().is_none());
        }
    }

    async fn it_is_paged_and_forgotten_after_400_days(db: TestDb) {
        let w = world(db).await;
        for _ in 0..60 {
            note_export(&w.portal, &w.anna).await.unwrap();
            w.clock.pass(SignedDuration::from_secs(1));
        }
        let show = async |turn| {
            security_log::show(&w.portal, &w.olli, SecurityFilter::default(), &turn).await.unwrap().unwrap().page
        };
        let first = show(Turn::First).await;
        let second = show(Turn::After(first.after.unwrap())).await;
        assert_eq!((first.rows.len(), second.rows.len(), second.after), (50, 10, None));
        assert_eq!(show(Turn::Before(second.before.unwrap())).await.rows, first.rows);
        w.clock.pass(SignedDuration::from_hours(24 * 400) - SignedDuration::from_secs(31));
        entry::forget_old(&w.portal, &System::for_tests()).await.unwrap();
        assert_eq!(show(Turn::First).await.rows.len(), 31);
    }

    async fn a_refused_stranger_cannot_fill_it(db: TestDb) {
        let w = world(db).await;
        for n in 0..110 {
            let unknown = personal_link::open(&w.portal, &format!("nothing{n}"), &new_browser()).await;
            assert!(unknown.is_err());
        }
        let show = async |turn| {
            security_log::show(&w.portal, &w.olli, of_kind(SecurityKind::LinkOpened), &turn).await.unwrap().unwrap().page
        };
        let first = show(Turn::First).await;
        let second = show(Turn::After(first.after.unwrap())).await;
        assert_eq!((first.rows.len(), second.rows.len(), second.after), (50, 50, None));
    }
}
