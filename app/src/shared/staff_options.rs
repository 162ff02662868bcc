//! Choosing one of the supplier's people from a list.

use crate::{say, words::Words};
use coplan_domain::{
    id::PersonId,
    person::{Person, StaffPerson},
};

/// A colleague in a list: what the form sends, and the words.
#[must_use]
pub fn option(staff: &StaffPerson) -> (String, String) {
    let Person { id, name, .. } = &staff.person;
    (id.to_string(), format!("{name}, {}", staff.title))
}

/// All but this one, behind a first choice that is nobody: whoever chooses has chosen.
pub fn options(words: &Words, colleagues: &[StaffPerson], but: Option<PersonId>) -> Vec<(String, String)> {
    let others = colleagues.iter().filter(|colleague| Some(colleague.person.id) != but);
    [(String::new(), say!(words, "absence-choose"))].into_iter().chain(others.map(option)).collect()
}
