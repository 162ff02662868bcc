# Personalen kommer in
sign-in-title = Logga in
sign-in-kind = För personalen på { $supplier }
sign-in-email = E-post
sign-in-password = Lösenord
sign-in-deed = Logga in
sign-in-customer = Är du kund? Då behöver du inget lösenord: öppna länken i din e-post eller
sign-in-customer-link = be om en ny.
sign-in-wrong-title = Inloggningen misslyckades.
sign-in-wrong-text = Fel e-post eller lösenord
sign-in-too-many-title = För många försök.
sign-in-too-many-text = { $minutes ->
    [one] Vänta en minut och försök igen. Om du har glömt lösenordet, be en administratör om ett nytt.
   *[other] Vänta { $minutes } minuter och försök igen. Om du har glömt lösenordet, be en administratör om ett nytt.
}
sign-in-steps = Inloggningens steg

# Den andra faktorn
second-factor = Tvåstegsverifiering
second-factor-title = Koden i din app
second-factor-label = Sex siffror för { $supplier }
second-factor-hint = De byts var 30:e sekund.
second-factor-wrong = { $left ->
    [one] Koden är fel eller redan använd. Ett försök är kvar.
   *[other] Koden är fel eller redan använd. { $left } försök är kvar.
}
second-factor-no-phone = Ingen telefon till hands?
second-factor-recovery = En av dina reservkoder
second-factor-recovery-hint = Var och en fungerar en gång. Streck och små bokstäver spelar ingen roll.
second-factor-use-recovery = Använd reservkoden
second-factor-over-title = Börja om från början
second-factor-over-short = Den här inloggningen har avslutats.
second-factor-over-text = Det tog mer än fem minuter, eller så blev det för många fel koder. Börja om med lösenordet.
second-factor-again = Tillbaka till lösenordet

# Utloggad
signed-out-kind = Utloggad
signed-out-title = Du är utloggad
signed-out-member = När du vill tillbaka, öppna länken i din e-post eller be om en ny.

# Typed again before something far-reaching
own-password = Ditt eget lösenord
own-password-why = Så att ingen annan kan göra det här på din enhet.
own-code = Kod från din app, eller en återställningskod
own-password-sometimes = Behövs bara för en ny roll eller e-postadress, eller om det ändras vad kollegan ser.

# Ett lösenord väljs genom en länk
choose-title = Välj ditt lösenord
choose-text = Du loggar in som { $email }.
choose-deed = Spara och logga in
choose-over-title = Den här länken fungerar inte längre
choose-over-short = Den är använd eller för gammal.
choose-over-text = Varje länk fungerar en gång. Vi kan mejla dig en ny.
forgot-link = Glömt lösenordet?
forgot-text = Ange din e-post på jobbet, så skickar vi en länk där du väljer ett nytt lösenord. Det nuvarande fungerar tills dess.
forgot-send = Mejla mig en länk
forgot-sent-text = Om adressen hör till någon som arbetar här är en länk på väg. Den gäller i en timme.
sign-in-first-expired = Det här första lösenordet är för gammalt. Be nedan om en länk där du väljer ditt eget.
second-factor-later = Inte nu
