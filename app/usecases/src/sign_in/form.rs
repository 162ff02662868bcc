//! The forms of signing in.

use crate::form::{digits, email, form, password, secret_line};

form! {
    _ {
        /// The address that somebody signs in with.
        email: String = email("sign-in-email").autocomplete("username"),
        /// The password.
        password: String = password("sign-in-password").autocomplete("current-password"),
    }

    /// Address and password as they were typed.
    plain SignInForm {
        /// Where to go on afterwards.
        carried next: String,
    }
}

form! {
    _ {
        /// A code of the authenticator.
        code: String = digits("code-label").hint("second-factor-hint"),
        /// A recovery code in its place.
        recovery: String = secret_line("second-factor-recovery").hint("second-factor-recovery-hint").autocomplete("off"),
    }

    /// The second factor as it was typed, in one of two ways.
    plain SecondFactorForm {
        /// Where to go on afterwards.
        carried next: String,
    }
}
