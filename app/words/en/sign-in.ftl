# Staff comes in
sign-in-title = Sign in
sign-in-kind = For the people of { $supplier }
sign-in-email = E-mail
sign-in-password = Password
sign-in-deed = Sign in
sign-in-customer = Are you a customer? You need no password: open the link in your mail, or
sign-in-customer-link = ask for a new one.
sign-in-wrong-title = That did not work.
sign-in-wrong-text = The address and the password do not belong together.
sign-in-too-many-title = Too many tries.
sign-in-too-many-text = { $minutes ->
    [one] Please wait a minute and try again. If you have forgotten your password, an admin can give you a new one.
   *[other] Please wait { $minutes } minutes and try again. If you have forgotten your password, an admin can give you a new one.
}
sign-in-steps = Signing in

# The second factor
second-factor = Second factor
second-factor-title = The code from your app
second-factor-label = Six digits for { $supplier }
second-factor-hint = They change every 30 seconds.
second-factor-wrong = { $left ->
    [one] That is not the code, or it was used already. One try is left.
   *[other] That is not the code, or it was used already. { $left } tries are left.
}
second-factor-no-phone = No phone at hand?
second-factor-recovery = One of your recovery codes
second-factor-recovery-hint = Each works once. Dashes and small letters do not matter.
second-factor-use-recovery = Use the recovery code
second-factor-over-title = Please begin again
second-factor-over-short = This sign-in is over.
second-factor-over-text = It took more than five minutes, or there were too many wrong codes. With your password you begin anew.
second-factor-again = To the password

# Signed out
signed-out-kind = Signed out
signed-out-title = You are signed out
signed-out-member = This browser opens nothing any more. To come back, open your personal link from the mail. If you cannot find it, we send a new one.
