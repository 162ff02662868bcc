//! What a person chooses for itself: language, time zone and phone.

use crate::{
    InternalError, Portal,
    form::{FieldProblem, Problem, Problems},
    merge::{self, Edit},
};
use coplan_domain::{person::Language, text::Line};
use coplan_store::{
    StoreError,
    access::Actor,
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

/// Why the settings are not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeSettingsError {
    /// The actor has just left.
    #[error("not in")]
    NotIn,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// An admin, the customer's keeper or another window has changed the same since.
    #[error("changed meanwhile")]
    Stale(Box<Own>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeSettingsError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes the actor's own settings, together with what others have changed since.
///
/// # Errors
/// [`ChangeSettingsError`].
pub async fn change_settings(portal: &Portal, actor: &Actor, form: &SettingsForm) -> Result<(), ChangeSettingsError> {
    form.read().map_err(ChangeSettingsError::Invalid)?;
    let mut change = portal.change().await?;
    person::lock(&mut change, actor.person()).await?;
    let now = person::find_own(&mut change, actor.person()).await?.ok_or(ChangeSettingsError::NotIn)?;
    let merged = merge::merged(form, &SettingsForm::of(&now)).and_then(|form| form.read().ok());
    let Read { language, time_zone, phone } = merged.ok_or_else(|| ChangeSettingsError::Stale(Box::new(now)))?;
    person::update_settings(&mut change, actor.person(), language, &time_zone, phone.as_ref().map(Line::as_str)).await?;
    portal.commit(change).await?;
    Ok(())
}
