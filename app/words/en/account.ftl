# A person's own page
account-title = You
crumbs-label = Where you are
account-lead = We reach you at { $email }.
account-done-settings = Your settings are saved.
account-done-ended = The device is signed out.
account-done-not-me = The device is signed out, the link it used no longer works, and we have told the right people.
account-done-password = Your password is changed, and your other devices are signed out.
account-companies = Your companies
account-settings = Language and time zone
account-language = Language of pages and emails
account-time-zone = Time zone
account-time-zone-hint = Times are shown in this time zone.
account-phone = Phone
account-is-seen = Show others when I have a discussion open
account-is-seen-hint = By name, to those who can read the discussion too.
account-signing-in = Sign-in
account-password-about = At least twelve characters
account-password-change = Change
account-factor-on = { $codes ->
    [one] On; one recovery code left
   *[other] On; { $codes } recovery codes left
}
account-factor-off = Off
account-factor-set-up = Set up
account-factor-keep = Manage

# Devices
devices = Your devices
device-unknown = Unknown browser
device-here = this device
device-since = Signed in { $since }
device-seen = Last used { $seen }, signed in { $since }
device-end = Sign out
device-not-me = This is not me
device-not-me-text = We sign out this device, revoke the link it used, tell your contact, and email you a new link. If you used the same link, sign in again with the new one.
device-not-me-staff = We sign out all your other devices and tell the admins. Then change your password: somebody may know it.
device-not-me-deed = Not me: sign it out
devices-over = Signed out in the last 30 days
device-over-signed-out = Signed out { $at }, signed in { $since }
device-over-ended = Signed out { $at } from another device, signed in { $since }
device-over-not-me = Signed out { $at } because you said it was not you; signed in { $since }
device-over-link = Signed out { $at } when its link was revoked, signed in { $since }
device-over-password = Signed out { $at } when the password changed, signed in { $since }
device-over-time = Signed out automatically { $at }, signed in { $since }

# Where the person's own device went with the one that is not theirs
not-me-title = It is signed out, and so is this device
not-me-text = Both used the same link, so we have revoked the link and signed out everything that used it.
not-me-told = We have told { $names }.
not-me-link = A new link is on its way to { $email }. Sign in again with it.

# Password
password-title = New password
password-text = Your other devices are signed out when the password changes.
password-present = Current password
password-new = New password
password-hint = At least twelve characters of any kind. A sentence works well.
password-wrong = This is not your current password.
password-change = Change the password

# Setting up the second factor
second-factor-off-text = A password alone can be guessed or stolen. With two-step sign-in you also need a code from an app on your phone. First enter your password, so that we know it is you.
second-factor-required-text = Everybody who works here uses two-step sign-in. Setting it up takes two minutes: you need an authenticator app on your phone. First enter your password, so that we know it is you.
second-factor-on-text = { $codes ->
    [one] You sign in with a code from your app. You have one recovery code left.
   *[other] You sign in with a code from your app. You have { $codes } recovery codes left.
}
second-factor-keep-text = New recovery codes replace all earlier ones. To change phones, turn off two-step sign-in and set it up again on the new one.
second-factor-keep-code = Code from your app, or a recovery code
second-factor-keep-code-hint = Without your phone, use one of your recovery codes.
second-factor-keep-wrong = This is neither the current code from the app nor an unused recovery code. Please enter your password and a new code.
second-factor-renew = Show new recovery codes
second-factor-switch-off = Turn off
second-factor-set-up-title = Scan this with your app
second-factor-set-up-text = In your authenticator app, add an account and point the camera here. Then enter the six digits the app shows.
second-factor-qr = QR code for your authenticator app
second-factor-by-hand = No camera?
second-factor-by-hand-text = Enter this key in the app instead, as a time-based code:
second-factor-turn-on = Turn on
second-factor-wrong-code = This is not the current code from the app. Is the phone’s clock right?
second-factor-codes-title = Your recovery codes
second-factor-codes-text = Each works once when you do not have your phone. They are shown only now: print them or write them down, and store them somewhere other than your phone.
second-factor-codes-kept = I have saved them

# What is told by email
mail-choice-title = Emails
mail-choice-text = What we email you. Links, codes and security notices always come.
mail-choice-messages = Messages in discussions
mail-choice-messages-hint = When somebody writes where you take part
mail-choice-staff = Messages and requests
mail-choice-staff-hint = When somebody writes in your discussions, or sends or answers a request that you are responsible for
mail-choice-news = News on the plan
mail-choice-news-hint = A moved date, a status report, a task for you, a new contact
mail-choice-pace = When
mail-choice-pace-hint = Mentions of you, links, codes and security notices always come right away
mail-choice-at-once = Right away
mail-choice-daily = Once a day, in one email
mail-choice-weekly = Every Monday, in one email
mail-choice-hour = The time of that email
mail-choice-quiet = No emails at night
mail-choice-quiet-hint = What would come between 20:00 and 7:00 comes at 7:00
digest-stop-title = Stop these emails
digest-stop-text = You then get no more summaries by email. You can turn them on again under your account.
digest-stop = Stop the emails
digest-stopped-title = You get no more of these emails
digest-stopped-text = You can turn them on again under your account.
today-mail-title = What waits for you, by email
today-mail-text = On these days you get an email with what Today shows. Nothing comes when nothing waits.
today-mail-days = On which days
today-mail-hour = At what time
today-mail-stop-text = You will no longer get an email with what waits for you. You can choose it again under Emails in your account.
today-mail-stopped-text = No more emails with what waits for you.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
