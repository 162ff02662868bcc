//! The forms of coming in by a personal link.

use crate::form::{digits, email, form, line};
use coplan_domain::{id::LinkId, text::Line};

form! {
    _ {
        /// Where the new link is to be mailed.
        email: String = email("new-link-email").autocomplete("email"),
    }

    /// Asking for a new link, as it was typed.
    plain NewLinkForm {}
}

form! {
    _ {
        /// The six digits that were mailed.
        code: String = digits("code-label").hint("code-hint"),
    }

    /// A code as it was typed.
    plain CodeForm {}
}

form! {
    _ {}

    /// A link that is asked for.
    keyed LinkForm {
        /// The id of the link to be made, made when the form was drawn, so that a second click makes no second link.
        key new: LinkId,
    }
}

form! {
    /// What is said of a link that is mailed.
    ReadMailLink {
        /// A line of the sender's own, above everything else; empty for none.
        note: Option<Line> = line("link-note").hint("link-note-hint").autocomplete("off"),
    }

    /// A link to be mailed.
    keyed MailLinkForm {
        /// The id of the link to be made, made when the form was drawn, so that a second click mails no second one.
        key new: LinkId,
    }
}

impl MailLinkForm {
    /// One without a line of the sender's own.
    #[must_use]
    pub fn blank(new: LinkId) -> Self {
        Self { new, note: String::new() }
    }
}
