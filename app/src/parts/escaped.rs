//! What people wrote, in a picture that is put together as text.

/// The words so that no letter of them is markup, between tags and in attributes alike.
#[must_use]
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&#39;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_markup_are_none() {
        assert_eq!(escaped("<b>'&\"'</b>"), "&lt;b&gt;&#39;&amp;&quot;&#39;&lt;/b&gt;");
    }
}
