# Mejl som inte kom fram, så som personalen ser dem
undelivered-title = E-post som inte kom fram
undelivered-to = E-post till { $name } kom inte fram
undelivered-link = Den personliga länken kom inte fram.
undelivered-code = Koden för en ny enhet kom inte fram.
undelivered-message = Ett meddelande i en diskussion kom inte fram.
undelivered-device = Meddelandet om en ny enhet kom inte fram.
undelivered-way-in = Meddelandet om en ändrad inloggning kom inte fram.
undelivered-other = Ett e-postmeddelande kom inte fram.
undelivered-refused = E-postservern godtar inte adressen. Är den rätt skriven?
undelivered-not-taken = Vi försökte flera gånger, men e-postservern tog inte emot meddelandet.
undelivered-bounced = E-postservern skickade tillbaka meddelandet. Används adressen fortfarande?
undelivered-server-said = Serverns svar: { $said }
undelivered-line = E-posten kommer inte fram ({ $day })
