//! Claims about what is typed again before something far-reaching: a session alone hands out no rights.

use crate::fixtures::jobs;
use coplan_domain::id::PersonId;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error, Turn,
    form::{FieldProblem, Problem},
    second_factor::{begin, confirm},
    security_log::{self, SecurityFilter, SecurityKind, SecurityOutcome},
    sign_in::OwnProof,
    staff::{self, AddStaffForm, ChangeStaffError, ChangeStaffForm, EndStaffError, list_for_admin, reset_password},
    testing::{PASSWORD, World, proof, world},
};
use jiff::SignedDuration;
use totp_rs::TOTP;

fn typed(own_password: &str, own_code: &str) -> OwnProof {
    OwnProof { own_password: own_password.to_owned(), own_code: own_code.to_owned() }
}

fn pia() -> AddStaffForm {
    AddStaffForm {
        name: "Pia Puro".to_owned(),
        email: "pia@northline.example".to_owned(),
        role: "manager".to_owned(),
        title: "Engineer".to_owned(),
        language: "en".to_owned(),
        sums: true,
        ..AddStaffForm::default()
    }
}

async fn drawn(w: &World, id: PersonId) -> ChangeStaffForm {
    let all = list_for_admin(&w.portal, &w.olli).await.unwrap().unwrap();
    ChangeStaffForm::of(all.iter().find(|entry| entry.staff.person.id == id).unwrap())
}

/// What is wrong with each of the deeds, none of which is done.
async fn refusals(w: &World, proof: &OwnProof) -> Vec<Vec<FieldProblem>> {
    let petra = w.petra.person();
    let role = ChangeStaffForm { role: "admin".to_owned(), ..drawn(w, petra).await };
    let address = ChangeStaffForm { email: "olli@northline.example".to_owned(), ..drawn(w, w.olli.person()).await };
    let mut told = Vec::new();
    for (id, form) in [(petra, &role), (w.olli.person(), &address)] {
        match staff::change(&w.portal, &w.olli, id, form, proof).await {
            Err(ChangeStaffError::Other(Error::Invalid(problems))) => told.push(problems),
            other => panic!("{other:?}"),
        }
    }
    match staff::end(&w.portal, &w.olli, petra, proof).await {
        Err(EndStaffError::Other(Error::Invalid(problems))) => told.push(problems),
        other => panic!("{other:?}"),
    }
    for answer in [
        staff::add(&w.portal, &w.olli, &pia(), proof).await.map(drop),
        reset_password(&w.portal, &w.olli, petra, true, proof).await.map(drop),
    ] {
        match answer {
            Err(Error::Invalid(problems)) => told.push(problems),
            other => panic!("{other:?}"),
        }
    }
    told
}

on_both_databases! {
    async fn a_session_alone_gives_and_takes_no_rights(db: TestDb) {
        let w = world(db).await;
        jobs(&w.portal).await;
        let wrong = FieldProblem { field: "own_password", problem: Problem::NotYourPassword };
        let empty = FieldProblem { field: "own_password", problem: Problem::Empty };
        assert_eq!(refusals(&w, &OwnProof::default()).await, vec![vec![empty]; 5]);
        assert_eq!(refusals(&w, &typed("not the password", "")).await, vec![vec![wrong]; 5]);
        assert_eq!(refusals(&w, &typed("not the password", "123456")).await, vec![vec![wrong]; 5]);
        let limited = FieldProblem { field: "own_password", problem: Problem::TooManyTries { minutes: 15 } };
        assert_eq!(refusals(&w, &proof()).await, vec![vec![limited]; 5], "ten tries, however right the next one is");
        assert!(jobs(&w.portal).await.is_empty());
        let filter = SecurityFilter { kind: Some(SecurityKind::PasswordAsked), person: Some(w.olli.person()) };
        let noted = security_log::show(&w.portal, &w.olli, filter, &Turn::First).await.unwrap().unwrap().page.rows;
        let count = |outcome| noted.iter().filter(|row| row.outcome == outcome).count();
        assert_eq!((count(SecurityOutcome::Refused), count(SecurityOutcome::Limited)), (10, 1));
        w.clock.pass(SignedDuration::from_mins(15));
        staff::end(&w.portal, &w.olli, w.petra.person(), &proof()).await.unwrap();
    }

    async fn what_gives_no_rights_asks_for_nothing(db: TestDb) {
        let w = world(db).await;
        let form = ChangeStaffForm { title: "Head of care".to_owned(), ..drawn(&w, w.petra.person()).await };
        staff::change(&w.portal, &w.olli, w.petra.person(), &form, &OwnProof::default()).await.unwrap();
    }

    async fn who_has_a_second_factor_types_a_code_too_and_each_is_good_once(db: TestDb) {
        let w = world(db).await;
        let made = begin(&w.portal, &w.olli, PASSWORD).await.unwrap();
        let totp = TOTP::from_url(made.address.expose()).unwrap();
        let code = || totp.generate(u64::try_from(w.portal.clock.now().as_second()).unwrap());
        let recovery = confirm(&w.portal, &w.olli, &code()).await.unwrap();
        let empty = FieldProblem { field: "own_code", problem: Problem::Empty };
        assert_eq!(refusals(&w, &proof()).await, vec![vec![empty]; 5]);
        let wrong = FieldProblem { field: "own_code", problem: Problem::WrongCode };
        assert_eq!(refusals(&w, &typed(PASSWORD, "000000")).await, vec![vec![wrong]; 5]);
        assert_eq!(refusals(&w, &typed(PASSWORD, &code())).await, vec![vec![wrong]; 5], "it was used to set it up");
        w.clock.pass(SignedDuration::from_mins(20));
        staff::add(&w.portal, &w.olli, &pia(), &typed(PASSWORD, &code())).await.unwrap();
        assert_eq!(refusals(&w, &typed(PASSWORD, &code())).await, vec![vec![wrong]; 5], "a code is good once");
        staff::end(&w.portal, &w.olli, w.petra.person(), &typed(PASSWORD, recovery[0].expose())).await.unwrap();
    }

    async fn a_code_is_not_used_up_by_what_is_refused(db: TestDb) {
        let w = world(db).await;
        let made = begin(&w.portal, &w.olli, PASSWORD).await.unwrap();
        let totp = TOTP::from_url(made.address.expose()).unwrap();
        let code = || totp.generate(u64::try_from(w.portal.clock.now().as_second()).unwrap());
        confirm(&w.portal, &w.olli, &code()).await.unwrap();
        w.clock.pass(SignedDuration::from_mins(1));
        let needed = staff::end(&w.portal, &w.olli, w.mikko.person(), &typed(PASSWORD, &code())).await;
        assert!(matches!(needed, Err(EndStaffError::StillNeeded(_))));
        staff::end(&w.portal, &w.olli, w.petra.person(), &typed(PASSWORD, &code())).await.unwrap();
    }
}
