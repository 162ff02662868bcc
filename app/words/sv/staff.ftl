# Leverantörens folk, som administratörerna ser det
nav-staff = Personal
role-admin = Administratör
role-admin-about = Sköter personalen och allt annat
role-manager = Kundansvarig
role-manager-about = Sköter kunder, medlemmar och planer
role-specialist = Specialist
role-specialist-about = Skriver där ansvaret finns
staff-lead = De som arbetar här och vad var och en får göra.
staff-add = Lägg till en kollega
staff-add-text = Du får se ett första lösenord, en gång, att lämna över.
staff-name = För- och efternamn
staff-email-moves = Personen loggar in med den. Med en ny adress loggas enheterna ut, och vi berättar det för den gamla.
staff-title = Titel
staff-role = Vad personen får göra
staff-speaks = Språk som personen talar med kunder
staff-reads = Språk på de egna sidorna
staff-seen = Senast här { $when }
staff-never-seen = Har inte varit här ännu
staff-factor-on = Andra faktorn på
staff-factor-off = Ingen andra faktor
staff-done-changed = Sparat.
staff-done-ended = Tiden här är slut och enheterna är utloggade.
staff-added-title = { $name } är tillagd
staff-first-password = Första lösenordet
staff-password-text = { $name } loggar in med { $email } och det här lösenordet.
staff-password-foot = Det visas bara nu. Lämna över det personligen eller per telefon och be personen byta det genast på sin egen sida.
staff-password-told = Jag har lämnat över det
staff-reset = Ett nytt lösenord
staff-reset-ask = Har { $name } glömt lösenordet?
staff-reset-text = När någon har glömt det. Du får se ett nytt, en gång, att lämna över; alla enheter loggas ut.
staff-reset-factor = Telefonen är också borta
staff-reset-factor-about = Den andra faktorn stängs av och måste tas i bruk på nytt
staff-reset-deed = Gör ett nytt lösenord
staff-reset-title = Ett nytt lösenord för { $name }
staff-over = Allt som personen har hand om
staff-over-has = { $name } har { $customers ->
    [0] ingen kund
    [one] en kund
   *[other] { $customers } kunder
} och { $projects ->
    [0] inget enskilt projekt
    [one] ett enskilt projekt
   *[other] { $projects } enskilda projekt
}, och vikarierar { $times ->
    [0] inte för någon.
    [one] vid en frånvaro.
   *[other] vid { $times } frånvaror.
}
staff-over-nothing = { $name } har ingen kund och inget projekt och vikarierar för ingen.
staff-over-ask = Lämna över allt som { $name } har
staff-over-means = Allt går till en kollega från och med nu: kunder, projekt och de dagar då andra är borta. Varje kund ser det nya ansiktet genast. Det som någon lämnar över under tiden får vara som det är.
staff-over-deed = Lämna över allt
staff-over-done = Allt är överlämnat.
staff-over-left = Några dagar är kvar: ingen kan vikariera för sig själv. Välj någon annan för dem.
staff-end = Slutet på tiden här
staff-end-ask = Slutar { $name }?
staff-end-text = Alla enheter loggas genast ut och det går inte längre att logga in. Det som skrivits finns kvar under samma namn.
staff-end-deed = Avsluta tiden här för { $name }
staff-last-admin-title = Någon måste sköta personalen.
staff-last-admin-text = Det här är den sista administratören. Gör först någon annan till administratör.
staff-still-needed-title = Inte ännu.
staff-still-responsible-text = { $name } har fortfarande hand om de här. Lämna först över dem, en och en eller alla på en gång längre ner, så att ingen kund blir utan kontakt:
staff-still-stands-in-text = { $name } ska vikariera för de här kollegorna. Välj först någon annan för var och en av dem, så att ingen kund blir utan kontakt:
