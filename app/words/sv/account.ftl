# Den egna sidan
account-title = Du
crumbs-label = Var du är
account-lead = Vi når dig på { $email }.
account-done-settings = Dina inställningar är sparade.
account-done-ended = Enheten är utloggad.
account-done-not-me = Enheten är utloggad, länken den använde gäller inte längre, och vi har berättat för rätt personer.
account-done-password = Ditt lösenord är bytt och dina andra enheter är utloggade.
account-companies = Dina företag
account-settings = Språk och tidszon
account-language = Språk för sidor och e-post
account-time-zone = Tidszon
account-time-zone-hint = Tider visas i den här tidszonen.
account-phone = Telefon
account-is-seen = Visa andra när jag har en diskussion öppen
account-is-seen-hint = Med namn, för dem som också kan läsa diskussionen.
account-signing-in = Inloggning
account-password-about = Minst tolv tecken
account-password-change = Byt
account-factor-on = { $codes ->
    [one] På; en reservkod kvar
   *[other] På; { $codes } reservkoder kvar
}
account-factor-off = Av
account-factor-set-up = Aktivera
account-factor-keep = Hantera

# Enheter
devices = Dina enheter
device-unknown = Okänd webbläsare
device-here = den här enheten
device-since = Inloggad { $since }
device-seen = Senast använd { $seen }, inloggad { $since }
device-end = Logga ut
device-not-me = Det här är inte jag
device-not-me-text = Vi loggar ut enheten, återkallar länken den använde, berättar för din kontaktperson och mejlar dig en ny länk. Om du använde samma länk, logga in igen med den nya.
device-not-me-staff = Vi loggar ut alla dina andra enheter och berättar för administratörerna. Byt sedan lösenord: någon kan känna till det.
device-not-me-deed = Inte jag: logga ut
devices-over = Utloggade de senaste 30 dagarna
device-over-signed-out = Loggade ut { $at }, loggade in { $since }
device-over-ended = Loggades ut { $at } från en annan enhet, loggade in { $since }
device-over-not-me = Loggades ut { $at } eftersom det inte var du; loggade in { $since }
device-over-link = Loggades ut { $at } när länken återkallades; loggade in { $since }
device-over-password = Loggades ut { $at } när lösenordet byttes; loggade in { $since }
device-over-time = Loggades ut automatiskt { $at }, loggade in { $since }

# När den egna enheten följde med den som inte är ens egen
not-me-title = Den är utloggad, och den här enheten också
not-me-text = Båda använde samma länk, så vi har återkallat länken och loggat ut alla enheter som använde den.
not-me-told = Vi har berättat för { $names }.
not-me-link = En ny länk är på väg till { $email }. Logga in igen med den.

# Lösenord
password-title = Nytt lösenord
password-text = Dina andra enheter loggas ut när lösenordet byts.
password-present = Nuvarande lösenord
password-new = Nytt lösenord
password-hint = Minst tolv tecken av vilket slag som helst. En mening fungerar bra.
password-wrong = Det här är inte ditt nuvarande lösenord.
password-change = Byt lösenord

# Att ta den andra faktorn i bruk
second-factor-off-text = Enbart ett lösenord kan gissas eller stjälas. Med tvåstegsverifiering behövs också en kod från en app i telefonen. Ange först ditt lösenord, så att vi vet att det är du.
second-factor-required-text = Alla som arbetar här använder tvåstegsverifiering. Det tar två minuter att aktivera den: du behöver en autentiseringsapp i telefonen. Ange först ditt lösenord, så att vi vet att det är du.
second-factor-on-text = { $codes ->
    [one] Du loggar in med en kod från din app. Du har en reservkod kvar.
   *[other] Du loggar in med en kod från din app. Du har { $codes } reservkoder kvar.
}
second-factor-keep-text = Nya reservkoder ersätter alla tidigare. Ska du byta telefon, stäng av tvåstegsverifieringen och aktivera den igen på den nya.
second-factor-keep-code = Koden i din app eller en reservkod
second-factor-keep-code-hint = Utan telefonen kan du använda en reservkod.
second-factor-keep-wrong = Det är varken appens aktuella kod eller en oanvänd reservkod. Ange lösenordet och en ny kod.
second-factor-renew = Visa nya reservkoder
second-factor-switch-off = Stäng av
second-factor-set-up-title = Skanna det här med din app
second-factor-set-up-text = Lägg till ett konto i din autentiseringsapp och rikta kameran hit. Skriv sedan de sex siffrorna som appen visar.
second-factor-qr = QR-kod för din autentiseringsapp
second-factor-by-hand = Ingen kamera?
second-factor-by-hand-text = Skriv i stället in den här nyckeln i appen, som tidsbaserad kod:
second-factor-turn-on = Aktivera
second-factor-wrong-code = Det är inte appens aktuella kod. Går telefonens klocka rätt?
second-factor-codes-title = Dina reservkoder
second-factor-codes-text = Var och en fungerar en gång när du inte har telefonen. De visas bara nu: skriv ut eller skriv upp dem och förvara dem någon annanstans än i telefonen.
second-factor-codes-kept = Jag har sparat dem

# Vad som berättas per e-post
mail-choice-title = E-post
mail-choice-text = Vad vi mejlar dig genast. Länkar, koder och säkerhetsmeddelanden kommer alltid.
mail-choice-messages = Meddelanden i diskussioner
mail-choice-messages-hint = När någon skriver där du deltar
mail-choice-staff = Meddelanden och begäranden
mail-choice-staff-hint = När någon skriver i dina diskussioner, eller skickar eller svarar på en begäran som du ansvarar för
mail-choice-news = Nytt i planen
mail-choice-news-hint = Ett flyttat datum, en statusrapport, en uppgift för dig, en ny kontaktperson
mail-choice-pace = När
mail-choice-pace-hint = Omnämnanden av dig, länkar, koder och säkerhetsmeddelanden kommer alltid direkt
mail-choice-at-once = Direkt
mail-choice-daily = En gång om dagen, i ett e-postmeddelande
mail-choice-weekly = Varje måndag, i ett e-postmeddelande
mail-choice-hour = Tiden för det meddelandet
mail-choice-quiet = Ingen e-post på natten
mail-choice-quiet-hint = Det som skulle komma mellan kl. 20 och 7 kommer kl. 7
digest-stop-title = Avsluta de här e-postmeddelandena
digest-stop-text = Då får du inga fler sammanfattningar per e-post. Du kan slå på dem igen i dina inställningar.
digest-stop = Avsluta e-posten
digest-stopped-title = Du får inga fler sådana meddelanden
digest-stopped-text = Du kan slå på dem igen i dina inställningar.
today-mail-title = Det som väntar på dig, med e-post
today-mail-text = De här dagarna får du e-post med det som I dag visar. När inget väntar kommer ingenting.
today-mail-days = Vilka dagar
today-mail-hour = Vilken tid
today-mail-stop-text = Du får inte längre e-post med det som väntar på dig. Du kan välja det igen under E-post i ditt konto.
today-mail-stopped-text = Ingen mer e-post med det som väntar på dig.
weekday-1 = måndag
weekday-2 = tisdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lördag
weekday-7 = söndag
