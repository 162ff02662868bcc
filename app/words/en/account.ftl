# A person's own page
account-title = You
crumbs-label = Where you are
account-lead = We reach you at { $email }.
account-done-settings = Your settings are saved.
account-done-ended = The device is signed out.
account-done-not-me = The device is signed out, the link it came by no longer works, and we have told those who should know.
account-done-password = Your password is changed, and your other devices are signed out.
account-companies = Your companies
account-settings = Language and time
account-language = Language of pages and mails
account-time-zone = Where you live
account-time-zone-hint = Times are shown as your clock shows them.
account-phone = Phone
account-signing-in = How you sign in
account-password-about = Twelve characters or more
account-password-change = Change
account-factor-on = { $codes ->
    [one] On; one recovery code left
   *[other] On; { $codes } recovery codes left
}
account-factor-off = Not set up
account-factor-set-up = Set up
account-factor-keep = Manage

# Devices
devices = Your devices
device-unknown = A browser without a name
device-here = this device
device-since = Let in { $since }
device-seen = Last here { $seen }, let in { $since }
device-end = End
device-not-me = This is not me
device-not-me-text = We end this device and the link it came by, tell those who look after your company, and mail you a new link. If you came by the same link, you come in again with the new one.
device-not-me-staff = We end all your other devices and tell the admins. Change your password afterwards: somebody may know it.
device-not-me-deed = It is not me: end it
devices-over = Over in the last 30 days
device-over-signed-out = Signed out { $at }, let in { $since }
device-over-ended = Ended { $at }, let in { $since }
device-over-not-me = Ended { $at }, because you said it was not you; let in { $since }
device-over-link = Ended { $at } with the link it came by, let in { $since }
device-over-password = Ended { $at } because the password changed, let in { $since }
device-over-time = Its time ran out { $at }, let in { $since }

# Where the person's own device went with the one that is not theirs
not-me-title = It is signed out, and so is this device
not-me-text = Both came by the same link, so we have ended that link and everything that came by it.
not-me-told = We have told { $names }.
not-me-link = A new link is on its way to { $email }. With it you come in again.

# Password
password-title = A new password
password-text = Your other devices are signed out when it changes.
password-present = The password you have now
password-new = The new one
password-hint = Twelve characters or more of any kind. A sentence is good.
password-wrong = This is not your present password.
password-change = Change the password

# Setting up the second factor
second-factor-off-text = A password alone can be guessed or stolen. With an authenticator app on your phone, nobody comes in without it. First your password, so that it is really you.
second-factor-required-text = Everybody who works here signs in with a second factor. It takes two minutes: you need an authenticator app on your phone. First your password, so that it is really you.
second-factor-on-text = { $codes ->
    [one] Signing in asks for the code from your app. You have one recovery code left.
   *[other] Signing in asks for the code from your app. You have { $codes } recovery codes left.
}
second-factor-keep-text = New recovery codes take the place of all earlier ones. To move to another phone, switch the second factor off and set it up again there.
second-factor-keep-code = Code from your app, or a recovery code
second-factor-keep-code-hint = Without your phone, one of your recovery codes does as well.
second-factor-keep-wrong = That is neither the code the app shows now nor a recovery code that is left. Please type your password and a fresh code.
second-factor-renew = Show new recovery codes
second-factor-switch-off = Switch it off
second-factor-set-up-title = Read this with your app
second-factor-set-up-text = In your authenticator app, add an account and point the camera here. Then type the six digits that the app shows.
second-factor-qr = QR code for your authenticator app
second-factor-by-hand = No camera?
second-factor-by-hand-text = Type this secret into the app instead, as a time-based code:
second-factor-turn-on = Turn it on
second-factor-wrong-code = That is not the code the app shows now. Is the phone's clock right?
second-factor-codes-title = Your recovery codes
second-factor-codes-text = Each lets you in once when your phone is not at hand. They are shown only now: print them or write them down, and keep them where your phone is not.
second-factor-codes-kept = I have kept them
