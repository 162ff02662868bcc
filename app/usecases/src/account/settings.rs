//! What a person chooses for itself: language, time zone and phone.

use crate::{
    Error, Portal,
    form::{FieldProblem, Problem, Problems},
    merge::{self, Edit},
};
use coplan_domain::{person::Language, text::Line};
use coplan_store::{
    access::{Actor, OwnAccount},
    person::{self, Own},
};
use jiff::tz::TimeZone;

/// What a person types of itself.
#[derive(Debug, Clone, Default)]
pub struct SettingsForm {
    /// The language it wants to read.
    pub language: String,
    /// The IANA name of the time zone it lives in.
    pub time_zone: String,
    /// Where a call reaches it; empty for nowhere.
    pub phone: String,
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    pub was: String,
}

merge::edit!(SettingsForm: language, time_zone, phone);

impl SettingsForm {
    /// What a person has chosen, as its form is drawn.
    #[must_use]
    pub fn of(own: &Own) -> Self {
        let person = &own.person;
        Self {
            language: person.language.to_string(),
            time_zone: person.time_zone.clone(),
            phone: person.phone.clone().unwrap_or_default(),
            version: own.version,
            was: String::new(),
        }
        .seen()
    }

    fn read(&self) -> Result<Read, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let language = problems.choice("language", &self.language);
        let time_zone = self.time_zone.trim().to_owned();
        let zone = problems.note("time_zone", TimeZone::get(&time_zone).map_err(|_| Problem::NotOneOf));
        let phone = problems.optional_line("phone", &self.phone);
        let (language, _) = problems.finish(language.zip(zone))?;
        Ok(Read { language, time_zone, phone })
    }
}

/// What was typed, as it can be kept.
struct Read {
    language: Language,
    time_zone: String,
    phone: Option<Line>,
}

/// Changes the actor's own settings, together with what others have changed since.
pub async fn change_settings(portal: &Portal, actor: &Actor, form: &SettingsForm) -> Result<(), Error<Own>> {
    form.read().map_err(Error::Invalid)?;
    let mut change = portal.change().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let now = person::find_own(&mut change, actor.person()).await?.ok_or(Error::NotIn)?;
    let merged = merge::merged(form, &SettingsForm::of(&now)).and_then(|form| form.read().ok());
    let Read { language, time_zone, phone } = merged.ok_or_else(|| Error::stale(now))?;
    person::update_settings(&mut change, &own, language, &time_zone, phone.as_ref().map(Line::as_str)).await?;
    portal.commit(change).await?;
    Ok(())
}
