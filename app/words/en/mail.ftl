mail-greeting = Hello { $name }!
mail-sender = { $name } via Coplan

mail-link-subject = Your link to the plan with { $supplier }
mail-link-note = { $name } writes: “{ $text }”
mail-link-text = Here is your personal link to the shared plan of { $companies } and { $supplier }: how the work is going, who is responsible, what we need from you and what you pay for.
mail-link-personal = You need no password, and the link is valid until { $day }.
mail-link-code-new-device = On a new device we also ask for a code, which we send to this address.
mail-link-code-always = Each time you open it we also ask for a code, which we send to this address.
mail-link-open = Open the plan
mail-link-foot = This link is only for you. If a colleague needs one, ask us; a forwarded link does not work for others.
mail-link-foot-no-code = This link is only for you, and anybody who opens it is signed in as you, so please do not share it. If a colleague needs one, ask us.

mail-code-subject = { $code } is your code
mail-code-text = Enter this code on the page that asked for it. It is valid for ten minutes, in that browser only.
mail-code-foot = If you did not just open your link, somebody else may have it. Do not share the code, and tell us.

mail-new-device-subject = Your link was used on a new device
mail-new-device-staff = New sign-in to your account
mail-new-device-text = New sign-in: { $device }, { $when }. If it was you, all is well.
mail-new-device-open = If it was not you, check your devices and choose “This is not me”
mail-not-me-subject = { $who } does not recognise a device
mail-not-me-text = { $who } says that this device is not theirs: { $device }, signed in { $when }.
mail-not-me-ended = We have signed out the device, revoked the link it used, and are emailing a new link to the address we know.
mail-not-me-ended-staff = We have signed out all their other devices.
mail-not-me-next = Please call them and make sure that nobody else reads their email. If somebody does, change the address: that revokes every link.
mail-not-me-next-staff = Somebody may know the password. Please call them, and set a new one if it has not been changed yet.

mail-way-in-password = Your password has changed
mail-way-in-factor-on = Two-step sign-in is on
mail-way-in-factor-off = Two-step sign-in is off
mail-way-in-recovery = You have new recovery codes
mail-way-in-tried = Your password was entered correctly, but the code was wrong five times
mail-way-in-address = Your links now go to another email address
mail-way-in-sign-in-address = You now sign in with another email address
mail-way-in-text = { $what }. Time: { $when }.
mail-way-in-not-you = If it was you, all is well. If not, ask an admin right away to reset your access.
mail-way-in-tried-not-you = If it was you, all is well. If not, somebody knows your password: change it on your own page, or ask an admin for a new one.
mail-way-in-not-asked = Your earlier links no longer work, your devices are signed out, and new links no longer come here. If you did not ask for this, please tell us.
mail-way-in-not-asked-staff = Your devices are signed out, and your password is unchanged. If you did not ask for this, tell an admin right away.

mail-message-subject = { $title }
mail-message-text = { $author } wrote on the plan of { $customer }:
mail-message-files = Files: { $names }
mail-message-open = Read and reply
mail-message-foot = Please reply on the page: a reply to this email does not reach the discussion.

mail-invitation-subject = Your account with { $supplier }
mail-invitation-text = You have been added as a colleague on the plans that { $supplier } shares with its customers. Choose your password, and you are signed in.
mail-invitation-foot = This link is only for you and works once. If you do not work with us, please ignore this email.
mail-reset-subject = Choose a new password
mail-reset-text = An admin has reset your password. The old one no longer works, and your devices are signed out. Choose a new one to sign in again.
mail-reset-foot = This link is only for you and works once. If you did not ask for this, please call an admin.
mail-forgotten-text = Somebody has asked for a new password for your account. If it was you, choose one now.
mail-forgotten-foot = If it was not you, ignore this email: nothing has changed. This link is only for you and works once.
mail-password-until = The link is valid until { $when }.
mail-password-open = Choose your password

mail-news-promise = { $who } moved a promised date: { $label }
mail-news-status = { $who } reported the status: { $label }
mail-news-task = { $who } added a task for you: { $label }
mail-news-asked = { $who } needs your answer: { $label }
mail-news-invoice = { $who } added an invoice: { $label }
mail-news-idea = { $who } answered an idea: { $label }
mail-news-due = Invoice { $label } is due within three days
mail-news-contact = Your contact is now { $label }
mail-news-where = The details are on the plan of { $customer }.
mail-news-foot = You chose to be told right away. Change that on your own page, under Emails.
mail-request-where = Customer: { $customer }. Open the request to read and answer it.
mail-request-foot = You get this email because you are responsible for this request. You choose what we email you on your own page, under Emails.
mail-mention-subject = { $author } mentioned you: { $title }
mail-mention-text = { $author } mentions you in a discussion ({ $customer }):
mail-mention-note = { $author } mentions you in an internal note in “{ $title }” ({ $customer }). The note can be read on the page only.
mail-mention-foot = You get this because you were mentioned by name.
mail-message-foot-reply = You can reply to this email: your reply appears in the discussion.
mail-note-foot-reply = You can reply to this email: your reply becomes an internal note.
mail-digest-subject = { $n ->
    [0] News from { $name }
    [one] { $n } discussion at { $name }
   *[other] { $n } discussions at { $name }
}
mail-digest-text = This is new since the last summary and not read yet:
mail-digest-message = { $title } ({ $customer })
mail-digest-foot = You chose to get a summary. To stop it: { $address }
mail-today-subject = { $n ->
    [one] { $n } thing waits for you, { $day }
   *[other] { $n } things wait for you, { $day }
}
mail-today-open = Open Today
mail-today-foot = You chose to get this email. To stop it: { $address }
