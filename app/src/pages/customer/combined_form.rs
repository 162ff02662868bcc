//! The page of a customer has two things to keep, each with its own button, in one form: so neither button loses what
//! was typed for the other.

use super::{fields::DetailsForm, internal::InternalText};
use serde::Deserialize;

/// What either button sends.
///
/// `version` and `was` are those of what the button keeps, or the details'. What goes along with an answer to somebody
/// else's change has its own names for them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BothForms {
    number: String,
    name: String,
    business_id: String,
    vat_id: String,
    code_policy: String,
    segment: String,
    about: String,
    version: String,
    was: String,
    details_version: Option<String>,
    details_was: Option<String>,
    internal_version: Option<String>,
    internal_was: Option<String>,
}

/// Hidden fields of a form.
pub(super) type Carried = Vec<(&'static str, String)>;

impl BothForms {
    /// The details to be kept, and what is internal where it was sent along.
    pub(super) fn details_first(self) -> (DetailsForm, Option<InternalText>) {
        let internal = self.internal_version.as_ref().zip(self.internal_was.as_ref());
        let internal = internal.map(|(version, was)| self.internal(version, was));
        (self.details(&self.version, &self.was), internal)
    }

    /// What is internal to be kept, and the details where they were sent along.
    pub(super) fn internal_first(self) -> (InternalText, Option<DetailsForm>) {
        if let Some((version, was)) = self.internal_version.as_ref().zip(self.internal_was.as_ref()) {
            return (self.internal(version, was), Some(self.details(&self.version, &self.was)));
        }
        let details = self.details_version.as_ref().zip(self.details_was.as_ref());
        let details = details.map(|(version, was)| self.details(version, was));
        (self.internal(&self.version, &self.was), details)
    }

    fn details(&self, version: &str, was: &str) -> DetailsForm {
        DetailsForm {
            number: self.number.clone(),
            name: self.name.clone(),
            business_id: self.business_id.clone(),
            vat_id: self.vat_id.clone(),
            code_policy: self.code_policy.clone(),
            version: version.to_owned(),
            was: was.to_owned(),
        }
    }

    fn internal(&self, version: &str, was: &str) -> InternalText {
        InternalText {
            segment: self.segment.clone(),
            about: self.about.clone(),
            version: version.to_owned(),
            was: was.to_owned(),
        }
    }
}

/// The details, to go along with an answer about what is internal.
pub(super) fn carry_details(form: DetailsForm) -> Carried {
    let DetailsForm { number, name, business_id, vat_id, code_policy, version, was } = form;
    vec![
        ("number", number),
        ("name", name),
        ("business_id", business_id),
        ("vat_id", vat_id),
        ("code_policy", code_policy),
        ("details_version", version),
        ("details_was", was),
    ]
}

/// What is internal, to go along with an answer about the details.
pub(super) fn carry_internal(form: InternalText) -> Carried {
    let InternalText { segment, about, version, was } = form;
    vec![("segment", segment), ("about", about), ("internal_version", version), ("internal_was", was)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::Query;

    fn sent(body: &str) -> BothForms {
        Query::try_from_uri(&format!("/?{body}").parse().unwrap()).unwrap().0
    }

    #[test]
    fn either_button_brings_both() {
        let both = "name=Lakeside&version=3&was=a&about=Wood&internal_version=2&internal_was=b";
        let (details, internal) = sent(both).details_first();
        let internal = internal.unwrap();
        assert_eq!((details.name.as_str(), details.version.as_str(), details.was.as_str()), ("Lakeside", "3", "a"));
        assert_eq!((internal.about.as_str(), internal.version.as_str(), internal.was.as_str()), ("Wood", "2", "b"));
        let (internal, details) = sent(both).internal_first();
        assert_eq!((internal.version.as_str(), details.unwrap().version.as_str()), ("2", "3"));
    }

    #[test]
    fn what_goes_along_with_an_answer_stays_what_it_was() {
        let (internal, details) =
            sent("about=Wood&version=2&was=b&name=Lakeside&details_version=3&details_was=a").internal_first();
        let details = details.unwrap();
        assert_eq!((internal.about.as_str(), internal.version.as_str()), ("Wood", "2"));
        assert_eq!((details.name.as_str(), details.version.as_str(), details.was.as_str()), ("Lakeside", "3", "a"));
        assert!(sent("about=Wood&version=2&was=b").internal_first().1.is_none());
        assert!(sent("name=Lakeside&version=3&was=a").details_first().1.is_none());
    }
}
