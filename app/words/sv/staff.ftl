# Leverantörens folk, som administratörerna ser det
nav-staff = Personal
role-admin = Administratör
role-admin-about = Hanterar personalen och allt annat
role-manager = Kundansvarig
role-manager-about = Hanterar kunder, personer och planer
role-specialist = Specialist
role-specialist-about = Kan ändra inom sitt ansvar
role-director = Direktör
role-director-about = Ser allt och ändrar inget
staff-sums = Ser belopp
staff-sums-about = Fakturor, priser och öppna belopp
staff-reach = Bara de här kunderna
staff-reach-about = Kundnummer eller segment, åtskilda med komma. Tomt betyder alla kunder.
problem-no-customers = Ingen kund har det här numret eller segmentet.
staff-lead = Vilka som arbetar här och vad var och en får göra.
staff-add = Lägg till en kollega
staff-add-text = Kollegan får ett mejl med en länk för att välja lösenord. Den gäller i tre dagar.
staff-name = För- och efternamn
staff-email-moves = Används för inloggning. En ny adress loggar ut alla enheter, och vi meddelar den gamla adressen.
staff-title = Titel
staff-role = Roll
staff-speaks = Språk med kunder
staff-reads = Språk på de egna sidorna
staff-seen = Senast aktiv { $when }
staff-never-seen = Har inte loggat in ännu
staff-factor-on = Tvåstegsverifiering på
staff-factor-off = Tvåstegsverifiering av
staff-done-changed = Sparat.
staff-done-ended = Åtkomsten är borttagen och alla enheter är utloggade.
staff-done-mailed = Ett mejl med en länk för att välja lösenord är på väg.
staff-reset = Nytt lösenord
staff-reset-ask = Har { $name } glömt lösenordet?
staff-reset-text = Det nuvarande lösenordet slutar fungera, alla enheter loggas ut och ett mejl med en länk för att välja ett nytt skickas.
staff-reset-factor = Telefonen är också borta
staff-reset-factor-about = Tvåstegsverifieringen stängs av och måste aktiveras igen
staff-reset-deed = Mejla en länk till ett nytt lösenord
staff-reset-title = Nytt lösenord för { $name }
staff-over = Ansvar
staff-over-has = { $name } ansvarar för { $customers ->
    [0] ingen kund
    [one] en kund
   *[other] { $customers } kunder
} och { $projects ->
    [0] inget enskilt projekt
    [one] ett enskilt projekt
   *[other] { $projects } enskilda projekt
}, och är ersättare vid { $times ->
    [0] ingen frånvaro.
    [one] en frånvaro.
   *[other] { $times } frånvaroperioder.
}
staff-over-nothing = { $name } ansvarar inte för någon kund eller något projekt och är ingens ersättare.
staff-over-ask = Lämna över allt ansvar från { $name }
staff-over-means = Från och med nu ansvarar en kollega för allt: kunder, projekt och dagar som ersättare. Varje kund ser den nya kontaktpersonen direkt. Om någon lämnar över en del under tiden gäller det.
staff-over-deed = Lämna över allt
staff-over-done = Allt är överlämnat.
staff-over-left = Några dagar är kvar: ingen kan vara sin egen ersättare. Välj någon annan för dem.
staff-end = Ta bort åtkomsten
staff-end-ask = Slutar { $name }?
staff-end-text = Alla enheter loggas ut direkt, och det går inte längre att logga in. Det som skrivits finns kvar under samma namn.
staff-end-deed = Ta bort åtkomsten för { $name }
staff-last-admin-title = Minst en administratör måste finnas kvar.
staff-last-admin-text = Det här är den sista administratören. Gör först någon annan till administratör.
staff-still-needed-title = Inte ännu.
staff-still-responsible-text = { $name } ansvarar fortfarande för de här. Lämna först över dem, en och en eller alla på en gång längre ner, så att varje kund har en kontaktperson:
staff-still-stands-in-text = { $name } är ersättare för de här kollegorna. Välj först någon annan för var och en, så att varje kund har en kontaktperson:
