# Mail that did not arrive, as staff reads it
undelivered-title = Mail that did not arrive
undelivered-to = Mail to { $name } did not arrive
undelivered-link = The personal link did not arrive.
undelivered-code = The code for a new device did not arrive.
undelivered-message = A message from a discussion did not arrive.
undelivered-device = Word of a new device did not arrive.
undelivered-way-in = Word of a change to how they sign in did not arrive.
undelivered-other = A mail did not arrive.
undelivered-refused = The mail server takes no mail for this address. Is it written right?
undelivered-not-taken = We tried several times, and the mail server did not take it.
