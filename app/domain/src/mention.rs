//! Who is called by name in a text: `@Anna Aho`, or `@Anna` where only one is called so.

use crate::person::first_name;

/// Those of these people whom a text calls, in their order. An `@` within a word, as in an address, calls nobody.
#[must_use]
pub fn mentioned<T: Copy>(text: &str, people: &[(T, &str)]) -> Vec<T> {
    let calls = calls(text);
    let is_called = |name: &str| calls.iter().any(|call| begins_with_name(call, name));
    let is_alone =
        |first: &str| people.iter().filter(|(_, name)| first_name(name).to_lowercase() == first.to_lowercase()).count() == 1;
    let called = people.iter().filter(|(_, name)| {
        let first = first_name(name);
        is_called(name) || (is_alone(first) && is_called(first))
    });
    called.map(|(person, _)| *person).collect()
}

/// What stands behind each `@` that begins a word.
fn calls(text: &str) -> Vec<&str> {
    let at = text.match_indices('@');
    let begins = |(place, _): &(usize, &str)| !text[..*place].chars().next_back().is_some_and(char::is_alphanumeric);
    at.filter(begins).map(|(place, _)| &text[place + 1..]).collect()
}

/// Whether a text begins with this whole name, however its letters are written.
fn begins_with_name(text: &str, name: &str) -> bool {
    let mut rest = text.chars();
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let found = !name.is_empty() && name.chars().all(|letter| rest.next().is_some_and(|next| same(next, letter)));
    found && !rest.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::mentioned;

    const PEOPLE: [(u8, &str); 4] = [(1, "Anna Aho"), (2, "Anna Berg"), (3, "Åke Öst"), (4, "Mikko Kallio")];

    #[test]
    fn people_are_called_by_their_name_or_by_a_first_name_of_their_own() {
        let text = "@mikko, and @ANNA AHO: what says @åke öst?";
        assert_eq!(mentioned(text, &PEOPLE), [1, 3, 4]);
        assert_eq!(mentioned("(@Åke)", &PEOPLE), [3]);
        assert_eq!(mentioned("@Anna, please", &PEOPLE), [], "there are two");
    }

    #[test]
    fn addresses_and_longer_names_call_nobody() {
        for text in ["mikko@mikko.example", "@Mikkos", "@ Mikko", "Mikko", "@", "@Anna Ahola"] {
            assert_eq!(mentioned(text, &PEOPLE), [], "{text}");
        }
    }

    #[test]
    fn whoever_is_called_twice_is_named_once() {
        assert_eq!(mentioned("@Mikko @Mikko Kallio", &PEOPLE), [4]);
        assert_eq!(mentioned("@Mikko", &[(1, "")]), []);
    }
}
