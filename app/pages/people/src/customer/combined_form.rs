//! The page of a customer has two things to keep, each with its own button, in one form: so neither button loses what
//! was typed for the other.
//!
//! `version` and `was` are those of what the button keeps, or the details'. What goes along with an answer to somebody
//! else's change has its own names for them.

use coplan_usecases::{
    customer::{CustomerForm, InternalForm},
    form::{FieldSpec, Form},
    merge::Edit,
};

/// The fields as a browser sends them.
pub(super) type Pairs = [(String, String)];
/// Hidden fields of a form.
pub(super) type Carried = Vec<(&'static str, String)>;

/// The names under which a version, and what the fields held then, go along.
struct Names(&'static str, &'static str);

const DETAILS: Names = Names("details_version", "details_was");
const INTERNAL: Names = Names("internal_version", "internal_was");

impl Names {
    /// What went along under these names, as if it were the form itself.
    fn find(&self, pairs: &Pairs) -> Option<Vec<(String, String)>> {
        let find = |name| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        let own = [("version", find(self.0)?), ("was", find(self.1)?)].map(|(name, value)| (name.to_owned(), value));
        Some(own.into_iter().chain(pairs.iter().cloned()).collect())
    }

    fn carry<F: Edit>(&self, form: &F) -> Carried {
        let seen = F::FIELDS.iter().filter(|spec| FieldSpec::is_seen(spec)).map(|spec| spec.name);
        let fields = seen.flat_map(|name| form.values(name).into_iter().map(move |value| (name, value)));
        fields.chain([(self.0, form.version().to_string()), (self.1, form.was().to_owned())]).collect()
    }
}

/// The details to be kept, and what is internal where it was sent along.
pub(super) fn details_first(pairs: &Pairs) -> Option<(CustomerForm, Option<InternalForm>)> {
    let internal = INTERNAL.find(pairs).and_then(|pairs| InternalForm::from_pairs(&pairs));
    Some((CustomerForm::from_pairs(pairs)?, internal))
}

/// What is internal to be kept, and the details where they were sent along.
pub(super) fn internal_first(pairs: &Pairs) -> Option<(InternalForm, Option<CustomerForm>)> {
    if let Some(internal) = INTERNAL.find(pairs) {
        return Some((InternalForm::from_pairs(&internal)?, CustomerForm::from_pairs(pairs)));
    }
    let details = DETAILS.find(pairs).and_then(|pairs| CustomerForm::from_pairs(&pairs));
    Some((InternalForm::from_pairs(pairs)?, details))
}

/// The details, to go along with an answer about what is internal.
pub(super) fn carry_details(form: &CustomerForm) -> Carried {
    DETAILS.carry(form)
}

/// What is internal, to go along with an answer about the details.
pub(super) fn carry_internal(form: &InternalForm) -> Carried {
    INTERNAL.carry(form)
}

/// The version of what is internal and what its fields held, beside the details.
pub(super) fn carry_internal_version(form: &InternalForm) -> [(&'static str, String); 2] {
    [(INTERNAL.0, form.version.to_string()), (INTERNAL.1, form.was.clone())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(body: &str) -> Vec<(String, String)> {
        form_urlencoded::parse(body.as_bytes()).into_owned().collect()
    }

    #[test]
    fn either_button_brings_both() {
        let both = sent("name=Lakeside&version=3&was=a&about=Wood&internal_version=2&internal_was=b");
        let (details, internal) = details_first(&both).unwrap();
        let internal = internal.unwrap();
        assert_eq!((details.name.as_str(), details.version, details.was.as_str()), ("Lakeside", 3, "a"));
        assert_eq!((internal.about.as_str(), internal.version, internal.was.as_str()), ("Wood", 2, "b"));
        let (internal, details) = internal_first(&both).unwrap();
        assert_eq!((internal.version, details.unwrap().version), (2, 3));
    }

    #[test]
    fn what_goes_along_with_an_answer_stays_what_it_was() {
        let both = sent("about=Wood&version=2&was=b&name=Lakeside&details_version=3&details_was=a");
        let (internal, details) = internal_first(&both).unwrap();
        let details = details.unwrap();
        assert_eq!((internal.about.as_str(), internal.version), ("Wood", 2));
        assert_eq!((details.name.as_str(), details.version, details.was.as_str()), ("Lakeside", 3, "a"));
        assert!(internal_first(&sent("about=Wood&version=2&was=b")).unwrap().1.is_none());
        assert!(details_first(&sent("name=Lakeside&version=3&was=a")).unwrap().1.is_none());
    }
}
