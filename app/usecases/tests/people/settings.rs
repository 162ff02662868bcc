//! Claims about what a person sets for itself.

use coplan_domain::person::Language;
use coplan_store::on_both_databases;
use coplan_usecases::{
    Error,
    account::{SettingsForm, change_settings, show},
    staff::{self, ChangeStaffForm, list_for_admin},
    testing::{World, proof, world},
};

/// Saara's phone, as her admin and she herself change it.
const ADMINS: &str = "+358 50 1";
const OWN: &str = "+358 40 2";

async fn drawn_for_saara(world: &World) -> SettingsForm {
    SettingsForm::of(&show(&world.portal, &world.saara).await.unwrap().unwrap())
}

/// Olli changes Saara's phone meanwhile.
async fn phone_by_admin(world: &World, phone: &str) {
    let saara = world.saara.person();
    let entries = list_for_admin(&world.portal, &world.olli).await.unwrap().unwrap();
    let entry = entries.iter().find(|entry| entry.staff.person.id == saara).unwrap();
    let form = ChangeStaffForm { phone: phone.to_owned(), ..ChangeStaffForm::of(entry) };
    staff::change(&world.portal, &world.olli, saara, &form, &proof()).await.unwrap();
}

on_both_databases! {
    async fn a_person_sets_its_language_time_zone_and_phone(db: TestDb) {
        let world = world(db).await;
        let form = |zone: &str, language: &str| SettingsForm {
            language: language.to_owned(),
            time_zone: zone.to_owned(),
            version: 1,
            ..SettingsForm::default()
        };
        change_settings(&world.portal, &world.anna, &form("Europe/Stockholm", "sv")).await.unwrap();
        let anna = show(&world.portal, &world.anna).await.unwrap().unwrap().person;
        assert_eq!((anna.language, anna.time_zone.as_str(), anna.phone), (Language::Sv, "Europe/Stockholm", None));
        let Err(Error::Invalid(problems)) =
            change_settings(&world.portal, &world.anna, &form("Atlantis/Deep", "la")).await
        else {
            panic!("invalid")
        };
        assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["language", "time_zone"]);
    }

    async fn an_old_window_does_not_put_an_old_phone_back(db: TestDb) {
        let world = world(db).await;
        let old = drawn_for_saara(&world).await;
        phone_by_admin(&world, ADMINS).await;
        let form = SettingsForm { language: "sv".to_owned(), ..old };
        change_settings(&world.portal, &world.saara, &form).await.unwrap();
        let now = show(&world.portal, &world.saara).await.unwrap().unwrap().person;
        assert_eq!((now.language, now.phone.as_deref()), (Language::Sv, Some(ADMINS)), "both are kept");
    }

    async fn two_phones_at_once_are_both_shown_and_neither_is_lost(db: TestDb) {
        let world = world(db).await;
        let old = drawn_for_saara(&world).await;
        phone_by_admin(&world, ADMINS).await;
        let form = SettingsForm { phone: OWN.to_owned(), ..old };
        let Err(Error::Stale(theirs)) = change_settings(&world.portal, &world.saara, &form).await else {
            panic!("stale")
        };
        assert_eq!(theirs.person.phone.as_deref(), Some(ADMINS));
        let SettingsForm { version, was, .. } = SettingsForm::of(&theirs);
        change_settings(&world.portal, &world.saara, &SettingsForm { version, was, ..form }).await.unwrap();
        assert_eq!(show(&world.portal, &world.saara).await.unwrap().unwrap().person.phone.as_deref(), Some(OWN));
    }

    async fn the_same_settings_sent_twice_are_kept_once_more(db: TestDb) {
        let world = world(db).await;
        let form = SettingsForm { phone: OWN.to_owned(), ..drawn_for_saara(&world).await };
        change_settings(&world.portal, &world.saara, &form).await.unwrap();
        change_settings(&world.portal, &world.saara, &form).await.unwrap();
        assert_eq!(show(&world.portal, &world.saara).await.unwrap().unwrap().person.phone.as_deref(), Some(OWN));
    }

    async fn whoever_has_just_left_sets_nothing_any_more(db: TestDb) {
        let world = world(db).await;
        let form = SettingsForm::of(&show(&world.portal, &world.petra).await.unwrap().unwrap());
        staff::end(&world.portal, &world.olli, world.petra.person(), &proof()).await.unwrap();
        let late = change_settings(&world.portal, &world.petra, &SettingsForm { phone: OWN.to_owned(), ..form }).await;
        assert!(matches!(late, Err(Error::NotIn)));
    }
}
