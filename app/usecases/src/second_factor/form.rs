//! The forms of setting up a second factor, renewing its recovery codes, and switching it off.

use crate::form::{digits, form, password, secret_line};

form! {
    _ {
        /// The password that holds.
        password: String = password("password-present").autocomplete("current-password"),
    }

    /// What is asked before a second factor is set up.
    plain BeginForm {}
}

form! {
    _ {
        /// The code that the authenticator shows.
        code: String = digits("code-label").hint("second-factor-hint"),
    }

    /// What confirms that the authenticator is set up.
    plain ConfirmForm {}
}

form! {
    _ {
        /// The password that holds.
        password: String = password("password-present").autocomplete("current-password"),
        /// A code of the authenticator, or a recovery code where the phone is gone: so no keypad of digits only.
        code: String = secret_line("second-factor-keep-code").hint("second-factor-keep-code-hint").autocomplete("one-time-code"),
    }

    /// What is asked before a second factor is loosened.
    plain LoosenForm {}
}
