//! Rights at the moment of writing: who was let in when a request began may not be when it ends.

use crate::fixtures::{annas_link, come_in, new_id, who};
use coplan_domain::{
    person::{Scope, StaffRole},
    thread::{About, AboutKind, Ball},
};
use coplan_store::{
    StoreError,
    access::{self, AccountAdmin, Actor, OwnAccount, PlanWrite, System},
    on_both_databases, project,
    testing::dump,
};
use coplan_usecases::{
    Error, Portal,
    absence::{self, AbsenceForm},
    account::{SettingsForm, change_settings, show},
    device::list_own,
    import::IncomingFile,
    member::{self, ChangeMemberForm, show_for_staff},
    personal_link,
    project::{StartForm, start},
    responsible::{HandOverForm, hand_over},
    staff::{self, AddStaffForm, ChangeStaffForm, list_for_admin, reset_password},
    testing::{World, proof, staff, upload, world},
    thread::{OpenForm, PassBallForm, open, pass_ball},
};
use jiff::{SignedDuration, Timestamp};

/// An admin makes somebody a specialist.
async fn demote(w: &World, by: &Actor, who: &Actor) {
    let all = list_for_admin(&w.portal, by).await.unwrap().unwrap();
    let entry = all.into_iter().find(|entry| entry.staff.person.id == who.person()).unwrap();
    let form = ChangeStaffForm { role: "specialist".to_owned(), ..ChangeStaffForm::of(&entry) };
    staff::change(&w.portal, by, who.person(), &form, &proof()).await.unwrap();
}

async fn start_project(w: &World, by: &Actor) -> Result<(), Error> {
    let form = StartForm { name: "New network".to_owned(), shared: true, ..StartForm::blank(new_id(&w.portal).await) };
    start(&w.portal, by, w.lakeside, &form).await.map(drop)
}

async fn ask(w: &World, by: &Actor) -> Result<coplan_domain::id::ThreadId, Error> {
    let about = About { kind: AboutKind::Plan, id: w.lakeside.0 };
    let (thread, message) = (new_id(&w.portal).await, new_id(&w.portal).await);
    let form = OpenForm { thread, message, about, title: "Which weekend?".to_owned(), text: "The 12th?".to_owned() };
    open(&w.portal, by, w.lakeside, &form).await
}

fn colleague() -> AddStaffForm {
    AddStaffForm {
        name: "Tove Tamm".to_owned(),
        email: "t@northline.example".to_owned(),
        role: "admin".to_owned(),
        title: "Service director".to_owned(),
        language: "sv".to_owned(),
        sums: true,
        ..AddStaffForm::default()
    }
}

/// Petra stands in for Mikko on 16 November, and says that she lives elsewhere.
async fn stand_in_from(w: &World, zone: &str) {
    let form = AbsenceForm {
        id: new_id(&w.portal).await,
        first_day: "2026-11-16".to_owned(),
        last_day: "2026-11-16".to_owned(),
        stand_in: w.petra.person().to_string(),
    };
    absence::plan(&w.portal, &w.olli, w.mikko.person(), &form).await.unwrap();
    let own = show(&w.portal, &w.petra).await.unwrap().unwrap();
    let form = SettingsForm { time_zone: zone.to_owned(), ..SettingsForm::of(&own) };
    change_settings(&w.portal, &w.petra, &form).await.unwrap();
}

/// Petra as her next request finds her.
async fn petra(portal: &Portal) -> Actor {
    let mut conn = portal.db.read().await.unwrap();
    access::authenticate(&mut conn, "secret of Petra Niemi", portal.clock.now()).await.unwrap().unwrap()
}

/// Lets time pass until it is this hour in Helsinki, from 10 in the morning of 16 November on.
fn at_hour(w: &World, hours: i64) {
    let begin: Timestamp = "2026-11-16T00:00:00+02:00".parse().unwrap();
    w.clock.pass((begin + SignedDuration::from_hours(hours)).duration_since(w.portal.clock.now()));
}

on_both_databases! {
    async fn an_admin_demoted_while_a_request_waited_adds_nobody_and_resets_nothing(db: TestDb) {
        let w = world(db).await;
        let ada = staff(&w.portal, "Ada Alho", StaffRole::Admin).await;
        demote(&w, &ada, &w.olli).await;
        let before = dump(&w.portal.db).await;
        // The actor is as it was when the request began.
        assert!(matches!(staff::add(&w.portal, &w.olli, &colleague(), &proof()).await, Err(Error::NotFound)));
        assert!(matches!(reset_password(&w.portal, &w.olli, w.saara.person(), true, &proof()).await, Err(Error::NotFound)));
        let mut change = w.portal.change().await.unwrap();
        assert!(AccountAdmin::prove(&mut change, &w.olli, w.lakeside).await.is_err(), "nor keeps it plans");
        drop(change);
        assert_eq!(dump(&w.portal.db).await, before);
    }

    async fn what_was_sent_from_a_device_that_has_ended_since_is_not_kept(db: TestDb) {
        let w = world(db).await;
        let sent = || vec![IncomingFile { name: "a.xml".to_owned(), bytes: b"<Invoice/>".to_vec(), size: 10 }];
        upload(&w.portal, &w.mikko, sent()).await.unwrap();
        reset_password(&w.portal, &w.olli, w.mikko.person(), false, &proof()).await.unwrap();
        let before = dump(&w.portal.db).await;
        assert!(matches!(upload(&w.portal, &w.mikko, sent()).await, Err(Error::NotIn)));
        assert!(matches!(start_project(&w, &w.mikko).await, Err(Error::NotIn)));
        let own = show(&w.portal, &w.mikko).await.unwrap().unwrap();
        let settings = change_settings(&w.portal, &w.mikko, &SettingsForm::of(&own)).await;
        assert!(matches!(settings, Err(Error::NotIn)));
        assert_eq!(dump(&w.portal.db).await, before);
    }

    async fn a_member_removed_meanwhile_writes_nothing(db: TestDb) {
        let w = world(db).await;
        let thread = ask(&w, &w.anna).await.unwrap();
        member::remove(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap();
        let before = dump(&w.portal.db).await;
        assert!(matches!(ask(&w, &w.anna).await, Err(Error::NotIn)), "with the last membership her devices went");
        let ball = PassBallForm { ball: Ball::Customer, version: 1 };
        assert!(matches!(pass_ball(&w.portal, &w.anna, w.lakeside, thread, ball).await, Err(Error::NotIn)));
        assert_eq!(dump(&w.portal.db).await, before);
    }

    async fn a_member_whose_scope_was_taken_meanwhile_does_not_write_there(db: TestDb) {
        let w = world(db).await;
        let view = show_for_staff(&w.portal, &w.mikko, w.lakeside, w.anna_membership).await.unwrap().unwrap();
        let form = ChangeMemberForm { scopes: vec![Scope::Plan.to_string()], ..ChangeMemberForm::of(&view.membership) };
        member::change(&w.portal, &w.mikko, w.lakeside, w.anna_membership, &form).await.unwrap();
        assert!(matches!(ask(&w, &w.anna).await, Err(Error::NotFound)));
    }

    async fn whoever_came_by_a_link_that_is_revoked_meanwhile_writes_nothing(db: TestDb) {
        let w = world(db).await;
        let (link, secret) = annas_link(&w).await;
        let anna = who(&w.portal, &come_in(&w.portal, &secret).await).await.unwrap();
        ask(&w, &anna).await.unwrap();
        personal_link::revoke(&w.portal, &w.mikko, w.lakeside, w.anna_membership, link).await.unwrap();
        assert!(matches!(ask(&w, &anna).await, Err(Error::NotIn)));
        assert_eq!(list_own(&w.portal, &anna).await.unwrap().len(), 1, "the one of the tests, which came by no link");
    }

    async fn a_specialist_who_has_handed_over_meanwhile_writes_no_more(db: TestDb) {
        let w = world(db).await;
        let to = |from: &Actor, to: &Actor| HandOverForm { from: from.person(), to: to.person().to_string() };
        hand_over(&w.portal, &w.olli, w.lakeside, None, &to(&w.mikko, &w.petra)).await.unwrap();
        start_project(&w, &w.petra).await.unwrap();
        w.clock.pass(SignedDuration::from_mins(1));
        hand_over(&w.portal, &w.olli, w.lakeside, None, &to(&w.petra, &w.mikko)).await.unwrap();
        assert!(matches!(start_project(&w, &w.petra).await, Err(Error::NotResponsible)));
    }

    async fn a_right_is_good_in_the_change_where_it_was_proved_and_in_no_other(db: TestDb) {
        let w = world(db).await;
        let mut first = w.portal.change().await.unwrap();
        let plan = PlanWrite::prove(&mut first, &w.mikko, w.lakeside).await.unwrap();
        drop(first);
        let mut second = w.portal.change().await.unwrap();
        let id = second.id();
        let refused = project::insert(&mut second, &plan, id, "New network", "", true).await;
        assert!(matches!(refused, Err(StoreError::ForeignProof)));
        let own = OwnAccount::prove(&mut second, &w.anna).await.unwrap();
        assert_eq!(own.person(), w.anna.person());
    }

    async fn a_right_of_the_process_holds_in_every_change(db: TestDb) {
        let w = world(db).await;
        coplan_usecases::entry::forget_old(&w.portal, &System::for_tests()).await.unwrap();
    }

    async fn a_stand_in_far_to_the_west_keeps_nothing_past_the_days_of_the_one_away(db: TestDb) {
        let w = world(db).await;
        stand_in_from(&w, "Pacific/Pago_Pago").await;
        let petra = petra(&w.portal).await;
        at_hour(&w, 23);
        start_project(&w, &petra).await.unwrap();
        // It is the 17th where Mikko lives, and the 16th in Pago Pago for another half of a day.
        at_hour(&w, 25);
        assert_eq!(w.portal.today(&petra).to_string(), "2026-11-16");
        assert!(matches!(start_project(&w, &petra).await, Err(Error::NotResponsible)));
    }

    async fn a_stand_in_far_to_the_east_has_it_to_the_end_of_the_days_of_the_one_away(db: TestDb) {
        let w = world(db).await;
        stand_in_from(&w, "Pacific/Kiritimati").await;
        let petra = petra(&w.portal).await;
        at_hour(&w, 23);
        assert_eq!(w.portal.today(&petra).to_string(), "2026-11-17");
        start_project(&w, &petra).await.unwrap();
    }
}
