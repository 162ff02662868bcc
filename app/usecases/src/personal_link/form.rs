//! The forms of coming in by a personal link.

use crate::form::{digits, email, form};
use coplan_domain::id::LinkId;

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
