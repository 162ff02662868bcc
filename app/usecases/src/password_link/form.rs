//! The forms of choosing a password, and of asking for the way to one.

use crate::form::{email, form, password};

form! {
    _ {
        /// The password that is to hold.
        new: String = password("password-new").hint("password-hint").autocomplete("new-password"),
    }

    /// A password as it was chosen.
    plain ChooseForm {}
}

form! {
    _ {
        /// The address that somebody signs in with.
        email: String = email("sign-in-email").autocomplete("username"),
    }

    /// Who has forgotten the password.
    plain ForgotForm {}
}
