//! Claims about the way to a password of one's own: invited, reset, forgotten, or by a first password.

use crate::fixtures::{PASSWORD, is_kept, jobs, new_browser, staff_with_password, who};
use coplan_store::{access::System, on_both_databases};
use coplan_usecases::{
    Portal,
    form::Problem,
    job::Job,
    password_link::{self, ChooseError, ForgotError, choose_password, find_chooser, password_mail},
    secret::Hidden,
    sign_in::{SignInError, SignedIn, sign_in},
    staff::{self, AddStaffForm, invite_from_console, make_password_from_console, reset_password},
    testing::{proof, world},
};
use jiff::SignedDuration;

const NEW: &str = "the ferry leaves at seven";
const EMAIL: &str = "pia.puro@northline.example";

fn pia() -> AddStaffForm {
    AddStaffForm {
        name: "Pia Puro".to_owned(),
        email: EMAIL.to_owned(),
        role: "manager".to_owned(),
        title: "Engineer".to_owned(),
        language: "sv".to_owned(),
        sums: true,
        ..AddStaffForm::default()
    }
}

/// The links that were promised, made as the worker makes them.
async fn mailed(portal: &Portal) -> Vec<String> {
    let mut links = Vec::new();
    for job in jobs(portal).await {
        let Job::PasswordMail { asked } = job else { continue };
        let Some(mail) = password_mail(portal, &System::for_tests(), &asked).await.unwrap() else { continue };
        links.push(mail.address.expose().rsplit('/').next().unwrap().to_owned());
    }
    links
}

async fn is_in(portal: &Portal, answer: Result<SignedIn, ChooseError>) -> bool {
    let Ok(SignedIn::In { device_secret }) = answer else { return false };
    who(portal, device_secret.expose()).await.is_some()
}

/// The way that a first password opens.
async fn spent(portal: &Portal, password: &Hidden) -> String {
    match sign_in(portal, EMAIL, password.expose(), &new_browser()).await.unwrap() {
        SignedIn::MustChoose { secret } => secret.expose().to_owned(),
        other => panic!("{other:?}"),
    }
}

on_both_databases! {
    async fn an_invited_colleague_chooses_a_password_and_is_in(db: TestDb) {
        let w = world(db).await;
        let id = staff::add(&w.portal, &w.olli, &pia(), &proof()).await.unwrap();
        assert!(matches!(sign_in(&w.portal, EMAIL, "", &new_browser()).await, Err(SignInError::Wrong)));
        let [link] = mailed(&w.portal).await.try_into().unwrap();
        assert!(!is_kept(&w.portal, &link).await, "only its hash is");
        assert_eq!(find_chooser(&w.portal, &link).await.unwrap().unwrap().id, id);
        let common = choose_password(&w.portal, &link, "passwordpassword", &new_browser()).await;
        assert!(matches!(common, Err(ChooseError::Invalid(told)) if told[0].problem == Problem::Guessable));
        let chosen = choose_password(&w.portal, &link, NEW, &new_browser()).await;
        assert!(is_in(&w.portal, chosen).await);
        let again = choose_password(&w.portal, &link, "another long walk", &new_browser()).await;
        assert!(matches!(again, Err(ChooseError::Over)), "it is good once");
        assert!(sign_in(&w.portal, EMAIL, NEW, &new_browser()).await.is_ok());
    }

    async fn an_invitation_is_good_for_three_days(db: TestDb) {
        let w = world(db).await;
        staff::add(&w.portal, &w.olli, &pia(), &proof()).await.unwrap();
        let [link] = mailed(&w.portal).await.try_into().unwrap();
        w.clock.pass(SignedDuration::from_hours(72) - SignedDuration::from_secs(1));
        assert!(find_chooser(&w.portal, &link).await.unwrap().is_some());
        w.clock.pass(SignedDuration::from_secs(1));
        assert!(find_chooser(&w.portal, &link).await.unwrap().is_none());
        assert!(matches!(choose_password(&w.portal, &link, NEW, &new_browser()).await, Err(ChooseError::Over)));
    }

    async fn a_mail_that_is_tried_again_leaves_the_first_link_good(db: TestDb) {
        let w = world(db).await;
        staff::add(&w.portal, &w.olli, &pia(), &proof()).await.unwrap();
        let job = jobs(&w.portal).await.into_iter().find(|job| matches!(job, Job::PasswordMail { .. })).unwrap();
        let Job::PasswordMail { asked } = job else { panic!("no mail") };
        let mut links = Vec::new();
        for _ in 0..2 {
            let mail = password_mail(&w.portal, &System::for_tests(), &asked).await.unwrap().unwrap();
            links.push(mail.address.expose().rsplit('/').next().unwrap().to_owned());
        }
        for link in &links {
            assert!(find_chooser(&w.portal, link).await.unwrap().is_some());
        }
        let chosen = choose_password(&w.portal, &links[0], NEW, &new_browser()).await;
        assert!(is_in(&w.portal, chosen).await);
        assert!(find_chooser(&w.portal, &links[1]).await.unwrap().is_none(), "both are used up");
    }

    async fn a_reset_password_opens_nothing_until_another_is_chosen(db: TestDb) {
        let w = world(db).await;
        let (id, email) = staff_with_password(&w.portal, "Tiina Tamm", "manager").await;
        reset_password(&w.portal, &w.olli, id, false, &proof()).await.unwrap();
        assert!(sign_in(&w.portal, &email, PASSWORD, &new_browser()).await.is_err());
        let [link] = mailed(&w.portal).await.try_into().unwrap();
        let chosen = choose_password(&w.portal, &link, NEW, &new_browser()).await;
        assert!(is_in(&w.portal, chosen).await);
    }

    async fn a_first_password_is_good_once_and_for_choosing_only(db: TestDb) {
        let w = world(db).await;
        let first = invite_from_console(&w.portal, &System::for_tests(), &pia()).await.unwrap();
        let link = spent(&w.portal, &first).await;
        assert!(matches!(sign_in(&w.portal, EMAIL, first.expose(), &new_browser()).await, Err(SignInError::Wrong)));
        let chosen = choose_password(&w.portal, &link, NEW, &new_browser()).await;
        assert!(is_in(&w.portal, chosen).await);
        let made = make_password_from_console(&w.portal, &System::for_tests(), EMAIL).await.unwrap();
        assert!(sign_in(&w.portal, EMAIL, NEW, &new_browser()).await.is_err());
        spent(&w.portal, &made).await;
    }

    async fn a_first_password_expires_and_says_so_only_to_who_knows_it(db: TestDb) {
        let w = world(db).await;
        let first = invite_from_console(&w.portal, &System::for_tests(), &pia()).await.unwrap();
        w.clock.pass(SignedDuration::from_hours(72));
        assert!(matches!(sign_in(&w.portal, EMAIL, first.expose(), &new_browser()).await, Err(SignInError::Expired)));
        assert!(matches!(sign_in(&w.portal, EMAIL, "not the password", &new_browser()).await, Err(SignInError::Wrong)));
    }

    async fn a_forgotten_password_is_asked_for_without_telling_whose_address_it_is(db: TestDb) {
        let w = world(db).await;
        let (_, email) = staff_with_password(&w.portal, "Tiina Tamm", "manager").await;
        for address in [email.as_str(), "nobody@northline.example", "anna.aho@customer.example"] {
            assert!(password_link::ask(&w.portal, address, "192.0.2.1").await.is_ok(), "{address}");
        }
        let [link] = mailed(&w.portal).await.try_into().unwrap();
        assert!(sign_in(&w.portal, &email, PASSWORD, &new_browser()).await.is_ok(), "the password holds until then");
        w.clock.pass(SignedDuration::from_mins(59));
        let chosen = choose_password(&w.portal, &link, NEW, &new_browser()).await;
        assert!(is_in(&w.portal, chosen).await);
        assert!(sign_in(&w.portal, &email, PASSWORD, &new_browser()).await.is_err());
    }

    async fn asking_is_limited_by_address_and_by_network(db: TestDb) {
        let w = world(db).await;
        for address in ["tiina@northline.example", "nobody@northline.example"] {
            for n in 0..3 {
                assert!(password_link::ask(&w.portal, address, &format!("192.0.2.{n}")).await.is_ok());
            }
            let fourth = password_link::ask(&w.portal, address, "198.51.100.1").await;
            assert!(matches!(fourth, Err(ForgotError::TooMany { .. })), "{address}");
        }
        for n in 0..10 {
            let _ = password_link::ask(&w.portal, &format!("n{n}@northline.example"), "203.0.113.7").await;
        }
        let eleventh = password_link::ask(&w.portal, "one.more@northline.example", "203.0.113.7").await;
        assert!(matches!(eleventh, Err(ForgotError::TooMany { .. })));
        assert!(matches!(password_link::ask(&w.portal, "no address", "").await, Err(ForgotError::NotAnEmail)));
    }
}
