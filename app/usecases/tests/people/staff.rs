//! Claims about keeping the supplier's people.

use crate::fixtures::{PASSWORD, jobs, new_browser, staff_with_password, who};
use coplan_domain::{id::PersonId, person::Language};
use coplan_store::{access, access::System, on_both_databases};
use coplan_usecases::{
    Error,
    form::{FieldProblem, Problem},
    job::Job,
    security_notice::{SecurityEvent, way_in_mail},
    sign_in::{OwnProof, SignedIn, sign_in},
    staff::{
        self, AddStaffForm, ChangeStaffError, ChangeStaffForm, EndStaffError, InCharge, Needed, add_from_console,
        invite_from_console, list_for_admin, list_in_charge, reset_password,
    },
    testing::{World, proof, world},
};

fn form(email: &str) -> AddStaffForm {
    AddStaffForm {
        name: "Tiina Tamm".to_owned(),
        email: email.to_owned(),
        role: "specialist".to_owned(),
        title: "Service desk".to_owned(),
        language: "en".to_owned(),
        speaks: vec!["sv".to_owned(), "en".to_owned(), "sv".to_owned()],
        ..AddStaffForm::default()
    }
}

/// This colleague with another role and title.
fn change(name: &str, role: &str, version: i64) -> ChangeStaffForm {
    ChangeStaffForm {
        name: name.to_owned(),
        email: format!("{}@supplier.example", name.to_lowercase().replace(' ', ".")),
        role: role.to_owned(),
        title: "Head of care".to_owned(),
        version,
        ..ChangeStaffForm::default()
    }
}

const SAARA: &str = "Saara Lind";
const OLLI: &str = "Olli Oja";

/// Whether the device on which a person of the world came in still is.
async fn is_still_in(world: &World, name: &str) -> bool {
    let mut conn = world.portal.db.read().await.unwrap();
    access::authenticate(&mut conn, &format!("secret of {name}"), world.portal.clock.now()).await.unwrap().is_some()
}

/// A colleague as its form is drawn.
async fn drawn(world: &World, id: PersonId) -> ChangeStaffForm {
    let entries = list_for_admin(&world.portal, &world.olli).await.unwrap().unwrap();
    ChangeStaffForm::of(entries.iter().find(|entry| entry.staff.person.id == id).unwrap())
}

on_both_databases! {
    async fn only_an_admin_keeps_the_staff(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person();
        for by in [&world.mikko, &world.petra, &world.anna] {
            assert!(matches!(staff::add(&world.portal, by, &form("t@northline.example"), &proof()).await, Err(Error::NotFound)));
            assert!(matches!(staff::change(&world.portal, by, saara, &change(SAARA, "admin", 1), &proof()).await, Err(ChangeStaffError::Other(Error::NotFound))));
            assert!(matches!(staff::end(&world.portal, by, saara, &proof()).await, Err(EndStaffError::Other(Error::NotFound))));
            assert!(matches!(reset_password(&world.portal, by, saara, true, &proof()).await, Err(Error::NotFound)));
            assert!(list_for_admin(&world.portal, by).await.unwrap().is_none());
        }
        assert!(list_in_charge(&world.portal, &world.anna, InCharge::Anything).await.unwrap().is_none());
        assert_eq!(list_in_charge(&world.portal, &world.petra, InCharge::Anything).await.unwrap().unwrap().len(), 4);
    }

    async fn whoever_is_added_sees_what_the_admin_chose(db: TestDb) {
        let world = world(db).await;
        let less = AddStaffForm { reach: "1002, 1002".to_owned(), ..form("t@northline.example") };
        let unknown = AddStaffForm { reach: "1002, 9999".to_owned(), ..less.clone() };
        let refused = staff::add(&world.portal, &world.olli, &unknown, &proof()).await;
        let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems, [FieldProblem { field: "reach", problem: Problem::NoCustomers }]);
        let rights = async |id: PersonId| {
            let entries = list_for_admin(&world.portal, &world.olli).await.unwrap().unwrap();
            let entry = entries.into_iter().find(|entry| entry.staff.person.id == id).unwrap();
            (entry.sums, entry.reach)
        };
        let id = staff::add(&world.portal, &world.olli, &less, &proof()).await.unwrap();
        assert_eq!(rights(id).await, (false, vec!["1002".to_owned()]));
        let all = AddStaffForm { sums: true, ..form("u@northline.example") };
        let id = staff::add(&world.portal, &world.olli, &all, &proof()).await.unwrap();
        assert_eq!(rights(id).await, (true, Vec::new()));
        invite_from_console(&world.portal, &System::for_tests(), &form("v@northline.example")).await.unwrap();
        let entries = list_for_admin(&world.portal, &world.olli).await.unwrap().unwrap();
        let invited = entries.into_iter().find(|entry| entry.staff.person.email == "v@northline.example").unwrap();
        assert!(!invited.sums, "an invitation from the console too");
    }

    async fn an_address_belongs_to_one_person(db: TestDb) {
        let world = world(db).await;
        for taken in ["mikko.kallio@supplier.example", "anna.aho@customer.example"] {
            let Err(Error::Invalid(problems)) = staff::add(&world.portal, &world.olli, &form(taken), &proof()).await else {
                panic!("taken")
            };
            assert_eq!(problems, [FieldProblem { field: "email", problem: Problem::Taken }]);
        }
    }

    async fn a_form_that_is_wrong_everywhere_says_so_everywhere(db: TestDb) {
        let world = world(db).await;
        let wrong = AddStaffForm { speaks: vec!["la".to_owned()], ..AddStaffForm::default() };
        let Err(Error::Invalid(problems)) = staff::add(&world.portal, &world.olli, &wrong, &proof()).await else { panic!("wrong") };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["name", "email", "title", "role", "speaks", "language"]);
        let short = add_from_console(&world.portal, &System::for_tests(), &form("t@northline.example"), "short").await;
        assert!(matches!(short, Err(Error::Invalid(problems)) if problems[0].field == "password"));
    }

    async fn whoever_has_left_frees_the_address(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "specialist").await;
        staff::end(&world.portal, &world.olli, id, &proof()).await.unwrap();
        assert!(matches!(staff::end(&world.portal, &world.olli, id, &proof()).await, Err(EndStaffError::Other(Error::NotFound))));
        staff_with_password(&world.portal, "Tiina Tamm", "specialist").await;
        assert!(sign_in(&world.portal, &email, PASSWORD, &new_browser()).await.is_ok());
    }

    async fn nobody_leaves_with_a_matter_in_hand(db: TestDb) {
        let world = world(db).await;
        let Err(EndStaffError::StillNeeded(Needed { matters, stand_ins })) =
            staff::end(&world.portal, &world.olli, world.mikko.person(), &proof()).await
        else {
            panic!("refused")
        };
        assert_eq!((matters.len(), stand_ins.len()), (1, 0));
        assert_eq!((matters[0].customer_name.as_str(), &matters[0].project), ("Lakeside Mills", &None));
        staff::end(&world.portal, &world.olli, world.petra.person(), &proof()).await.unwrap();
    }

    async fn the_last_admin_stays(db: TestDb) {
        let world = world(db).await;
        let olli = world.olli.person();
        assert!(matches!(staff::end(&world.portal, &world.olli, olli, &proof()).await, Err(EndStaffError::LastAdmin)));
        let demoted = staff::change(&world.portal, &world.olli, olli, &change(OLLI, "manager", 1), &proof()).await;
        assert!(matches!(demoted, Err(ChangeStaffError::LastAdmin)));
        staff::change(&world.portal, &world.olli, world.saara.person(), &change(SAARA, "admin", 1), &proof()).await.unwrap();
        staff::change(&world.portal, &world.olli, olli, &change(OLLI, "manager", 1), &proof()).await.unwrap();
        let still = staff::change(&world.portal, &world.olli, olli, &change(OLLI, "admin", 2), &proof()).await;
        assert!(matches!(still, Err(ChangeStaffError::Other(Error::NotFound))), "an admin no more, whatever the request began as");
    }

    async fn two_admins_at_once_do_not_demote_each_other(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "admin").await;
        let Ok(SignedIn::In { device_secret }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        let tiina = who(&world.portal, device_secret.expose()).await.unwrap();
        let (to, from) = (ChangeStaffForm { email: email.clone(), ..change("Tiina Tamm", "manager", 1) }, change(OLLI, "manager", 1));
        let tiinas = OwnProof { own_password: PASSWORD.to_owned(), ..OwnProof::default() };
        let ollis = proof();
        let (one, two) = tokio::join!(
            staff::change(&world.portal, &world.olli, id, &to, &ollis),
            staff::change(&world.portal, &tiina, world.olli.person(), &from, &tiinas)
        );
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1);
    }

    async fn two_who_change_different_things_of_a_colleague_both_keep_them(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person();
        let find = async || {
            let entries = list_for_admin(&world.portal, &world.olli).await.unwrap().unwrap();
            entries.into_iter().find(|entry| entry.staff.person.id == saara).unwrap()
        };
        let drawn = ChangeStaffForm::of(&find().await);
        let title = ChangeStaffForm { title: "Head of care".to_owned(), ..drawn.clone() };
        let speaks = ChangeStaffForm { speaks: vec!["sv".to_owned()], ..drawn };
        staff::change(&world.portal, &world.olli, saara, &title, &proof()).await.unwrap();
        staff::change(&world.portal, &world.olli, saara, &speaks, &proof()).await.unwrap();
        let now = find().await;
        assert_eq!((now.staff.title.as_str(), now.staff.speaks), ("Head of care", vec![Language::Sv]));
    }

    async fn a_second_edit_of_the_same_colleague_sees_the_first(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person();
        staff::change(&world.portal, &world.olli, saara, &change(SAARA, "manager", 1), &proof()).await.unwrap();
        let Err(ChangeStaffError::Other(Error::Stale(now))) = staff::change(&world.portal, &world.olli, saara, &change(SAARA, "specialist", 1), &proof()).await
        else {
            panic!("stale")
        };
        assert_eq!((now.version, now.staff.title.as_str()), (2, "Head of care"));
    }

    async fn a_reset_password_is_another_and_ends_the_devices(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let Ok(SignedIn::In { device_secret }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        reset_password(&world.portal, &world.olli, id, true, &proof()).await.unwrap();
        assert!(who(&world.portal, device_secret.expose()).await.is_none());
        assert!(sign_in(&world.portal, &email, PASSWORD, &new_browser()).await.is_err());
        assert!(sign_in(&world.portal, &email, "", &new_browser()).await.is_err());
        let own = reset_password(&world.portal, &world.olli, world.olli.person(), true, &proof()).await;
        assert!(matches!(own, Err(Error::NotFound)), "not around the own password");
        let member = reset_password(&world.portal, &world.olli, world.anna.person(), true, &proof()).await;
        assert!(matches!(member, Err(Error::NotFound)));
    }

    async fn another_name_keeps_the_devices(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person();
        let form = ChangeStaffForm { name: "Saara Lindroos".to_owned(), ..drawn(&world, saara).await };
        staff::change(&world.portal, &world.olli, saara, &form, &proof()).await.unwrap();
        assert_eq!(drawn(&world, saara).await.name, "Saara Lindroos");
        assert!(is_still_in(&world, SAARA).await);
        assert!(jobs(&world.portal).await.is_empty());
    }

    async fn another_address_signs_a_colleague_out_and_is_told_to_the_earlier_one(db: TestDb) {
        let world = world(db).await;
        let (id, email) = staff_with_password(&world.portal, "Tiina Tamm", "manager").await;
        let Ok(SignedIn::In { device_secret }) = sign_in(&world.portal, &email, PASSWORD, &new_browser()).await else {
            panic!("in")
        };
        jobs(&world.portal).await;
        let form = ChangeStaffForm { email: "Tiina@Northline.example".to_owned(), ..drawn(&world, id).await };
        staff::change(&world.portal, &world.olli, id, &form, &proof()).await.unwrap();
        assert!(who(&world.portal, device_secret.expose()).await.is_none());
        assert!(sign_in(&world.portal, &email, PASSWORD, &new_browser()).await.is_err());
        assert!(sign_in(&world.portal, "tiina@northline.example", PASSWORD, &new_browser()).await.is_ok());
        let told = jobs(&world.portal).await;
        let Some(Job::WayInMail { told }) = told.iter().find(|job| matches!(job, Job::WayInMail { .. })) else { panic!("{told:?}") };
        let mail = way_in_mail(&world.portal, told).await.unwrap().unwrap();
        assert_eq!((mail.to.email, mail.what), (email, SecurityEvent::SignInAddress));
    }

    async fn an_admin_with_another_address_stays_where_it_changed_it(db: TestDb) {
        let world = world(db).await;
        let olli = world.olli.person();
        let form = ChangeStaffForm { email: "olli@northline.example".to_owned(), ..drawn(&world, olli).await };
        staff::change(&world.portal, &world.olli, olli, &form, &proof()).await.unwrap();
        assert!(is_still_in(&world, OLLI).await);
    }

    async fn an_address_that_is_somebody_elses_is_refused_and_nothing_of_the_colleague_is_kept(db: TestDb) {
        let world = world(db).await;
        let saara = world.saara.person();
        for taken in ["mikko.kallio@supplier.example", "anna.aho@customer.example"] {
            let form = ChangeStaffForm { email: taken.to_owned(), name: "Nobody".to_owned(), ..drawn(&world, saara).await };
            let answer = staff::change(&world.portal, &world.olli, saara, &form, &proof()).await;
            let expected = [FieldProblem { field: "email", problem: Problem::Taken }];
            assert!(matches!(answer, Err(ChangeStaffError::Other(Error::Invalid(problems))) if problems == expected), "{taken}");
        }
        assert_eq!(drawn(&world, saara).await.name, SAARA);
    }
}
