//! One draft as a browser's storage holds it: which words it waits for, when it was written, and every field.

/// After so many milliseconds (7 days) a draft is forgotten: what was left behind on a device is not found there later.
const LONGEST: u64 = 7 * 24 * 60 * 60 * 1000;

/// A draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// The id of the element that its words will be, or the version that it was written to.
    pub id: String,
    /// When it was written, in milliseconds of the browser's clock.
    pub at: u64,
    /// Each field's name with a value; a field where nothing is chosen has none, one with several choices has several.
    pub values: Vec<(String, String)>,
}

impl Entry {
    /// One line for the id, one for the time, and one for each value.
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n{}", self.id, self.at);
        for (name, value) in &self.values {
            let value = value.replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\\n");
            text.extend(["\n", name, "=", &value]);
        }
        text
    }

    /// Reads what [`Self::to_text`] wrote; none where it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (id, at) = (lines.next()?.to_owned(), lines.next()?.parse().ok()?);
        let value = |line: &str| line.split_once('=').map(|(name, value)| (name.to_owned(), unescape(value)));
        Some(Self { id, at, values: lines.map(value).collect::<Option<_>>()? })
    }

    /// Whether it was written too long ago to be there still, or by a clock that was far ahead.
    pub fn is_too_old(&self, now: u64) -> bool {
        is_too_old(self.at, now)
    }
}

/// The same of anything that was written then.
pub(in crate::islands) fn is_too_old(at: u64, now: u64) -> bool {
    now.abs_diff(at) > LONGEST
}

fn unescape(value: &str) -> String {
    let (mut text, mut letters) = (String::with_capacity(value.len()), value.chars());
    while let Some(letter) = letters.next() {
        match if letter == '\\' { letters.next() } else { None } {
            None if letter == '\\' => {}
            None => text.push(letter),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some(other) => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_comes_back_as_it_was() {
        let values = [("reason", "a\nb\\n = \r\n\\"), ("light", "late"), ("scopes", "plan"), ("scopes", "money"), ("name", "")];
        let values = values.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let entry = Entry { id: "after-1".to_owned(), at: 1_795_000_000_000, values };
        assert_eq!(Entry::parse(&entry.to_text()), Some(entry));
    }

    #[test]
    fn something_else_is_no_draft() {
        for text in ["", "m-1", "m-1\nWords of a former form.", "m-1\n12\nno value"] {
            assert_eq!(Entry::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_draft_of_more_than_a_week_is_too_old() {
        let day = 24 * 60 * 60 * 1000;
        let entry = Entry { id: String::new(), at: 100 * day, values: Vec::new() };
        assert!(!entry.is_too_old(106 * day));
        assert!(entry.is_too_old(108 * day));
        assert!(entry.is_too_old(80 * day));
    }
}
