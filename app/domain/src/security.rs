//! What concerns who may do what: the kinds of security events and how they came out.

words! {
    /// What was done or tried.
    SecurityKind {
        /// Somebody signed in by password.
        SignIn = "sign_in",
        /// A code of the second factor was typed at sign-in.
        SecondFactor = "second_factor",
        /// A personal link was opened.
        LinkOpened = "link_opened",
        /// The code that was mailed for a new browser was typed.
        Code = "code",
        /// The password or a code was asked for again before something far-reaching.
        PasswordAsked = "password_asked",
        /// A person changed its own password.
        PasswordChanged = "password_changed",
        /// Somebody else gave a person a new password, or the way to one.
        PasswordReset = "password_reset",
        /// The second factor is asked for from now on.
        SecondFactorOn = "second_factor_on",
        /// The second factor is asked for no more.
        SecondFactorOff = "second_factor_off",
        /// New recovery codes were made.
        RecoveryCodes = "recovery_codes",
        /// A role, or what a member may see, was changed.
        RoleChanged = "role_changed",
        /// The address that somebody signs in with, or that links go to, was changed.
        AddressChanged = "address_changed",
        /// A colleague was added.
        StaffAdded = "staff_added",
        /// A colleague's access was ended.
        StaffEnded = "staff_ended",
        /// A person was made a member of a customer.
        MemberAdded = "member_added",
        /// A membership was ended.
        MemberEnded = "member_ended",
        /// A personal link was made.
        LinkMade = "link_made",
        /// A personal link was revoked.
        LinkRevoked = "link_revoked",
        /// A device was signed out.
        DeviceEnded = "device_ended",
        /// A person said that a device is not theirs.
        DeviceDisowned = "device_disowned",
        /// A file was taken out.
        Export = "export",
        /// Something was sent that its sender may not do.
        Rights = "rights",
        /// A file that somebody sent was found to do harm.
        Malware = "malware",
    }
}

words! {
    /// How it came out.
    SecurityOutcome {
        /// It was done.
        Done = "done",
        /// It was refused.
        Refused = "refused",
        /// It was refused without being looked at: there were too many tries.
        Limited = "limited",
    }
}
