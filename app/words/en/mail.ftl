mail-greeting = Hello { $name },
mail-sender = { $name }, with Coplan

mail-link-subject = Your link to the plan with { $supplier }
mail-link-text = here is your personal link to the plan that { $companies } and { $supplier } keep together: how the work goes, who has it, what we need from you and what you pay for.
mail-link-personal = It needs no password and works until { $day }.
mail-link-code-new-device = On a new device we ask for a code that we send to this address.
mail-link-code-always = Each time you open it, we ask for a code that we send to this address.
mail-link-open = Open the plan
mail-link-foot = The link is yours alone. If a colleague needs one, ask us for another; a forwarded link does not let anybody in.
mail-link-foot-no-code = The link is yours alone, and whoever opens it comes in as you: keep it to yourself. If a colleague needs one, ask us for another.

mail-code-subject = { $code } is your code
mail-code-text = type this code on the page that asked for it. It is good for ten minutes, in that browser only.
mail-code-foot = If you did not open your link just now, somebody else may have it. Do not pass the code on, and tell us.

mail-new-device-subject = A new device came in with your link
mail-new-device-staff = A new device signed in as you
mail-new-device-text = { $device } was let in { $when }. If it was you, all is well.
mail-new-device-open = If it was not: see your devices and say “this is not me”
mail-not-me-subject = { $who } does not know a device
mail-not-me-text = { $who } says that this device is not theirs: { $device }, let in { $when }.
mail-not-me-ended = We have signed out the device and revoked the link it came by, and are mailing a new link to the address that we know.
mail-not-me-ended-staff = We have signed out all their other devices.
mail-not-me-next = Please call and make sure that nobody else reads that mailbox. If somebody does, change the address: that ends every link.
mail-not-me-next-staff = Somebody may know the password. Please call, and give a new one if it is not changed yet.

mail-way-in-password = Your password has changed
mail-way-in-factor-on = Your second factor is switched on
mail-way-in-factor-off = Your second factor is switched off
mail-way-in-recovery = You have new recovery codes
mail-way-in-tried = Your password was right, and the code after it wrong five times
mail-way-in-address = Your links go to another address now
mail-way-in-sign-in-address = You sign in with another address now
mail-way-in-text = { $what }. It happened { $when }.
mail-way-in-not-you = If it was you, all is well. If not, ask an admin at once to reset your way in.
mail-way-in-tried-not-you = If it was you, all is well. If not, somebody knows your password: change it on the page about you, or ask an admin for a new one.
mail-way-in-not-asked = The links and devices you had have ended, and this mailbox gets no more of them. If you did not ask for that, please tell us.
mail-way-in-not-asked-staff = Your devices are signed out, and your password stays as it is. If you did not ask for that, tell an admin at once.

mail-message-subject = { $title }
mail-message-text = { $author } wrote on the plan of { $customer }:
mail-message-open = Read and answer
