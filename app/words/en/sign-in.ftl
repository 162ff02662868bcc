# Staff signs in
sign-in-title = Sign in
sign-in-kind = For staff of { $supplier }
sign-in-email = Email
sign-in-password = Password
sign-in-deed = Sign in
sign-in-customer = Are you a customer? You need no password: open the link in our email, or
sign-in-customer-link = ask for a new one.
sign-in-wrong-title = Sign-in failed.
sign-in-wrong-text = Wrong email or password
sign-in-too-many-title = Too many tries.
sign-in-too-many-text = { $minutes ->
    [one] Please wait a minute and try again. If you have forgotten your password, ask an admin for a new one.
   *[other] Please wait { $minutes } minutes and try again. If you have forgotten your password, ask an admin for a new one.
}
sign-in-steps = Sign-in steps

# The second factor
second-factor = Two-step sign-in
second-factor-title = Code from your app
second-factor-label = Six digits for { $supplier }
second-factor-hint = They change every 30 seconds.
second-factor-wrong = { $left ->
    [one] Wrong code, or already used. One try left.
   *[other] Wrong code, or already used. { $left } tries left.
}
second-factor-no-phone = No phone with you?
second-factor-recovery = One of your recovery codes
second-factor-recovery-hint = Each works once. Dashes and small letters do not matter.
second-factor-use-recovery = Use the recovery code
second-factor-over-title = Please start again
second-factor-over-short = This sign-in has timed out.
second-factor-over-text = It took more than five minutes, or there were too many wrong codes. Start again with your password.
second-factor-again = Back to the password

# Signed out
signed-out-kind = Signed out
signed-out-title = You are signed out
signed-out-member = To come back, open your personal link in our email, or ask for a new one.

# Typed again before something far-reaching
own-password = Your own password
own-password-why = So that nobody else can do this on your device.
own-code = Code from your app, or a recovery code
own-password-sometimes = Needed only for a new role or email, or a change in what your colleague sees.

# Choosing a password by a link
choose-title = Choose your password
choose-text = You will sign in as { $email }.
choose-deed = Save and sign in
choose-over-title = This link no longer works
choose-over-short = It has been used or has expired.
choose-over-text = Each link works once. We can email you a new one.
forgot-link = Forgot your password?
forgot-text = Enter your work email, and we send you a link to choose a new password. Your present password works until then.
forgot-send = Email me a link
forgot-sent-text = If the address belongs to somebody who works here, a link is on its way. It is valid for one hour.
sign-in-first-expired = This first password has expired. Ask for a link to choose your own below.
second-factor-later = Not now
