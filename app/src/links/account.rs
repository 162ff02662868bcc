//! Addresses of what a person sets for itself.

use coplan_domain::id::DeviceId;

routes! {
    /// The account.
    show() = "/me";
    /// Saves language, time zone and phone.
    settings() = "/me/settings";
    /// Ends a device.
    end_device(device: DeviceId) = "/me/devices/{device}/end";
    /// Says that a device is somebody else's.
    disown_device(device: DeviceId) = "/me/devices/{device}/not-me";
    /// What came of that.
    device_disowned() = "/me/not-me";
    /// What is told by email.
    mail_choice() = "/me/emails";
    /// When what waits is told by email.
    today_mail() = "/me/emails/today" for staff;
    /// Changes the password.
    password() = "/me/password" for staff;
    /// The second factor.
    second_factor() = "/me/second-factor" for staff;
    /// Makes a secret for the authenticator.
    begin_second_factor() = "/me/second-factor/begin" for staff;
    /// Shows that secret until a code has confirmed it.
    set_up_second_factor() = "/me/second-factor/set-up" for staff;
    /// Makes new recovery codes.
    renew_recovery_codes() = "/me/second-factor/codes" for staff;
    /// Switches the second factor off.
    switch_off_second_factor() = "/me/second-factor/off" for staff;
}

/// The devices on the account's page.
#[must_use]
pub fn devices() -> String {
    format!("{}#h-devices", show())
}
