# Mejl som inte kom fram, så som personalen ser dem
undelivered-title = Mejl som inte kom fram
undelivered-to = Mejl till { $name } kom inte fram
undelivered-link = Den personliga länken kom inte fram.
undelivered-code = Koden för en ny enhet kom inte fram.
undelivered-message = Ett meddelande i en diskussion kom inte fram.
undelivered-device = Beskedet om en ny enhet kom inte fram.
undelivered-way-in = Beskedet om en ändrad inloggning kom inte fram.
undelivered-other = Ett mejl kom inte fram.
undelivered-refused = E-postservern tar inte emot mejl till den här adressen. Är den rätt skriven?
undelivered-not-taken = Vi försökte flera gånger, men e-postservern tog inte emot mejlet.
