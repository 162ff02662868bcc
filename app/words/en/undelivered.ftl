# Email that did not arrive, for staff
undelivered-title = Emails that did not arrive
undelivered-to = Emails to { $name } did not arrive
undelivered-link = The personal link did not arrive.
undelivered-code = The code for a new device did not arrive.
undelivered-message = A message from a discussion did not arrive.
undelivered-device = The notice of a new device did not arrive.
undelivered-way-in = The notice of a change to sign-in did not arrive.
undelivered-other = An email did not arrive.
undelivered-refused = The email server rejects this address. Is it spelled correctly?
undelivered-not-taken = We tried several times, but the email server did not accept it.
undelivered-bounced = The email server sent it back. Is the address still in use?
undelivered-server-said = It said: { $said }
undelivered-line = Email does not arrive ({ $day })
