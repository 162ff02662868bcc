//! A part of a document once it has been parsed, namespaces already resolved.

/// An element with its unprefixed attributes, its own text and its children.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// The attributes without a prefix: name and value.
    pub attributes: Vec<(String, String)>,
    /// The text directly inside it.
    pub text: String,
    /// The elements directly inside it whose namespace was wanted.
    pub children: Vec<Element>,
}

impl Element {
    /// The children of this name, in their order.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element down this path of names.
    #[must_use]
    pub fn first(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    /// The element's own text without white space around it; None where there is none.
    #[must_use]
    pub fn trimmed(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// An attribute's value without white space around it; None where there is none.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }
}
