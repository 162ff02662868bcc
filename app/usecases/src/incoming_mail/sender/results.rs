//! `Authentication-Results`, read by its grammar (RFC 8601, 2.2): what stands in quotes or in comments is no result.

use std::str::Chars;

/// What one server says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Results {
    /// The server, where it is named. Some large ones do not name themselves.
    pub server: Option<String>,
    /// Each result: the method with its outcome, and then the properties.
    pub each: Vec<Vec<Word>>,
}

/// A name and what is behind its `=`, in small letters; a word without one has only a name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The name; nothing of it stood in quotes.
    pub name: String,
    has_value: bool,
    /// What stood in quotes.
    quoted: Option<String>,
    /// The rest of the value, behind what stood in quotes.
    bare: String,
}

impl Word {
    /// A value of which nothing stood in quotes.
    pub(super) fn plain(&self) -> Option<&str> {
        (self.has_value && self.quoted.is_none()).then_some(self.bare.as_str())
    }

    /// The domain of an address or a domain; none where that can be taken for two.
    pub(super) fn domain(&self) -> Option<&str> {
        let domain = match &self.quoted {
            None => self.bare.trim_matches(['<', '>']).rsplit('@').next()?,
            Some(quoted) if self.bare.is_empty() => quoted,
            // What is before the `@` may be anything in quotes.
            Some(_) => self.bare.strip_prefix('@')?,
        };
        (self.has_value && !domain.is_empty() && !domain.contains('@')).then_some(domain)
    }

    fn is_unfinished(&self) -> bool {
        self.has_value && self.quoted.is_none() && self.bare.is_empty()
    }

    fn push(&mut self, letter: char) {
        if self.has_value { self.bare.push(letter) } else { self.name.push(letter) }
    }
}

/// Reads one; none where it does not follow the grammar.
pub(super) fn read(value: &str) -> Option<Results> {
    let mut each = words(&value.to_lowercase())?;
    let names_itself = each.first().and_then(|words| words.first()).is_some_and(|word| !word.has_value);
    let server = if names_itself {
        let word = each.remove(0).into_iter().next()?;
        Some(word.quoted.unwrap_or(word.name))
    } else {
        None
    };
    each.retain(|words| !words.is_empty());
    Some(Results { server, each })
}

/// The words between the semicolons.
fn words(value: &str) -> Option<Vec<Vec<Word>>> {
    let mut letters = value.chars();
    let (mut parts, mut words, mut word) = (Vec::new(), Vec::new(), None::<Word>);
    loop {
        match letters.next() {
            None | Some(';') => {
                words.extend(word.take());
                parts.push(std::mem::take(&mut words));
                if letters.as_str().is_empty() {
                    return Some(parts);
                }
            }
            Some('(') => {
                skip_comment(&mut letters)?;
                // Behind a `=` there may be comments and spaces.
                words.extend(word.take_if(|word| !word.is_unfinished()));
            }
            Some(')') => return None,
            Some(letter) if letter.is_whitespace() => words.extend(word.take_if(|word| !word.is_unfinished())),
            Some('"') => {
                let word = word.get_or_insert_default();
                if word.quoted.is_some() || !word.bare.is_empty() {
                    return None;
                }
                word.quoted = Some(quoted(&mut letters)?);
            }
            Some('=') if word.as_ref().is_none_or(|word| !word.has_value) => {
                // So may there be before it.
                let mut named = word.take().or_else(|| words.pop_if(|last: &mut Word| !last.has_value))?;
                if named.quoted.is_some() {
                    return None;
                }
                named.has_value = true;
                word = Some(named);
            }
            Some(letter) => {
                let word = word.get_or_insert_default();
                if word.quoted.is_some() && !word.has_value {
                    return None;
                }
                word.push(letter);
            }
        }
    }
}

/// The rest of what stands in quotes.
fn quoted(letters: &mut Chars<'_>) -> Option<String> {
    let mut said = String::new();
    loop {
        match letters.next()? {
            '"' => return Some(said),
            '\\' => said.push(letters.next()?),
            letter => said.push(letter),
        }
    }
}

/// Leaves out the rest of a comment, and the comments in it.
fn skip_comment(letters: &mut Chars<'_>) -> Option<()> {
    let mut depth = 1;
    while depth > 0 {
        match letters.next()? {
            '(' => depth += 1,
            ')' => depth -= 1,
            '\\' => drop(letters.next()?),
            _ => {}
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(value: &str) -> Option<Vec<(String, Option<String>)>> {
        let words = read(value)?.each.into_iter().flatten();
        Some(words.map(|word| (word.name.clone(), word.domain().map(str::to_owned))).collect())
    }

    #[test]
    fn words_are_told_from_comments_and_quotes() {
        let results = read(r#"mx.x.example 1 (v (2\) "); ; dkim=pass; x"#).map(|it| (it.server, it.each.len()));
        assert_eq!(results, None, "a comment that does not end");
        let results = read("(ours) MX.x.example 1; dkim = (yes) pass (a;b) header.d=M.example header.b=ab/c=; none;").unwrap();
        assert_eq!(results.server.as_deref(), Some("mx.x.example"));
        assert_eq!(results.each[0][0].plain(), Some("pass"));
        assert_eq!(results.each[0][1].domain(), Some("m.example"));
        assert_eq!((results.each[0].len(), results.each[1].len(), results.each.len()), (3, 1, 2));
        let one = |value: &str, domain: Option<&str>| {
            assert_eq!(said(&format!("mx; spf=pass p={value}")).unwrap()[1].1.as_deref(), domain, "{value}");
        };
        one("a@m.example", Some("m.example"));
        one("<a@m.example>", Some("m.example"));
        one("@m.example", Some("m.example"));
        one(r#""m.example""#, Some("m.example"));
        one(r#""a b"@m.example"#, Some("m.example"));
        one(r#""a@m.example""#, None);
        one(r#""a"b@m.example"#, None);
        one(r#""a"@b@m.example"#, None);
        one("", None);
    }

    #[test]
    fn what_does_not_follow_the_grammar_is_not_read() {
        for broken in [
            "mx; dkim=pass (",
            "mx; dkim=pass )",
            "mx; a=\"",
            "mx; a=\"\\",
            "mx; = pass",
            "mx; a=b\"c\"",
            "mx; \"a\"=b",
            "mx; \"a\"b",
        ] {
            assert_eq!(read(broken), None, "{broken}");
        }
        assert_eq!(read("").map(|it| it.each), Some(Vec::new()));
        assert_eq!(read("spf=pass (x) p=m.example;dkim=none").map(|it| (it.server, it.each.len())), Some((None, 2)));
    }
}
