mail-greeting = Hej { $name }!
mail-sender = { $name } via Coplan

mail-link-subject = Din länk till planen med { $supplier }
mail-link-note = { $name } skriver: ”{ $text }”
mail-link-text = Här är din personliga länk till den gemensamma planen för { $companies } och { $supplier }: hur arbetet går, vem som ansvarar, vad vi behöver av dig och vad ni betalar för.
mail-link-personal = Du behöver inget lösenord, och länken gäller till den { $day }.
mail-link-code-new-device = På en ny enhet ber vi också om en kod, som vi skickar till den här adressen.
mail-link-code-always = Varje gång du öppnar den ber vi också om en kod, som vi skickar till den här adressen.
mail-link-open = Öppna planen
mail-link-foot = Länken är bara för dig. Om en kollega behöver en egen, be oss om den; en vidarebefordrad länk fungerar inte för andra.
mail-link-foot-no-code = Länken är bara för dig: den som öppnar den loggas in som du, så dela den inte. Om en kollega behöver en egen, be oss om den.

mail-code-subject = { $code } är din kod
mail-code-text = Skriv in koden på sidan som bad om den. Den gäller i tio minuter, bara i den webbläsaren.
mail-code-foot = Om du inte nyss öppnade din länk kan någon annan ha den. Dela inte koden, och berätta för oss.

mail-new-device-subject = Din länk användes på en ny enhet
mail-new-device-staff = Ny inloggning på ditt konto
mail-new-device-text = Ny inloggning: { $device }, { $when }. Om det var du är allt som det ska.
mail-new-device-open = Om det inte var du, se dina enheter och välj ”Det här är inte jag”
mail-not-me-subject = { $who } känner inte igen en enhet
mail-not-me-text = { $who } känner inte igen den här enheten: { $device }, inloggad { $when }.
mail-not-me-ended = Vi har loggat ut enheten, återkallat länken den använde och skickar en ny länk till adressen vi känner till.
mail-not-me-ended-staff = Vi har loggat ut alla andra enheter som personen har.
mail-not-me-next = Ring och försäkra dig om att ingen annan läser personens e-post. Om någon gör det, byt adressen: då slutar alla länkar att gälla.
mail-not-me-next-staff = Någon kan känna till lösenordet. Ring, och ge ett nytt om det inte redan är bytt.

mail-way-in-password = Ditt lösenord är bytt
mail-way-in-factor-on = Tvåstegsverifieringen är på
mail-way-in-factor-off = Tvåstegsverifieringen är avstängd
mail-way-in-recovery = Du har nya reservkoder
mail-way-in-tried = Ditt lösenord angavs rätt, men koden var fel fem gånger
mail-way-in-address = Dina länkar skickas nu till en annan e-postadress
mail-way-in-sign-in-address = Du loggar nu in med en annan e-postadress
mail-way-in-text = { $what }. Tidpunkt: { $when }.
mail-way-in-not-you = Om det var du är allt som det ska. Om inte, be genast en administratör återställa din inloggning.
mail-way-in-tried-not-you = Om det var du är allt som det ska. Om inte känner någon till ditt lösenord: byt det på din egen sida eller be en administratör om ett nytt.
mail-way-in-not-asked = Dina tidigare länkar gäller inte längre, dina enheter är utloggade, och nya länkar kommer inte längre hit. Om du inte bad om det, berätta för oss.
mail-way-in-not-asked-staff = Dina enheter är utloggade, och ditt lösenord är oförändrat. Om du inte bad om det, säg genast till en administratör.

mail-message-subject = { $title }
mail-message-text = { $author } skrev i planen för { $customer }:
mail-message-files = Filer: { $names }
mail-message-open = Läs och svara
mail-message-foot = Svara på sidan: ett svar på det här e-postmeddelandet når inte diskussionen.

mail-invitation-subject = Ditt konto hos { $supplier }
mail-invitation-text = Du har lagts till som kollega i de planer som { $supplier } delar med sina kunder. Välj ditt lösenord, så är du inloggad.
mail-invitation-foot = Länken är bara för dig och fungerar en gång. Om du inte arbetar hos oss kan du bortse från det här mejlet.
mail-reset-subject = Välj ett nytt lösenord
mail-reset-text = En administratör har återställt ditt lösenord. Det gamla fungerar inte längre, och dina enheter är utloggade. Välj ett nytt för att logga in igen.
mail-reset-foot = Länken är bara för dig och fungerar en gång. Ring en administratör om du inte har bett om det här.
mail-forgotten-text = Någon har bett om ett nytt lösenord till ditt konto. Om det var du, välj ett nu.
mail-forgotten-foot = Om det inte var du kan du bortse från det här mejlet: inget har ändrats. Länken är bara för dig och fungerar en gång.
mail-password-until = Länken gäller till { $when }.
mail-password-open = Välj ditt lösenord

mail-news-promise = { $who } flyttade ett lovat datum: { $label }
mail-news-status = { $who } rapporterade status: { $label }
mail-news-task = { $who } lade till en uppgift för dig: { $label }
mail-news-asked = { $who } behöver ditt svar: { $label }
mail-news-invoice = { $who } lade till en faktura: { $label }
mail-news-idea = { $who } svarade på en idé: { $label }
mail-news-due = Faktura { $label } förfaller inom tre dagar
mail-news-contact = Din kontaktperson är nu { $label }
mail-news-where = Detaljerna finns i planen för { $customer }.
mail-news-foot = Du har valt att få veta genast. Ändra det på din egen sida, under E-post.
mail-request-where = Kund: { $customer }. Öppna begäran för att svara.
mail-request-foot = Du får det här meddelandet eftersom du ansvarar för begäran. På din egen sida väljer du vad vi skickar via e-post.
mail-mention-subject = { $author } nämnde dig: { $title }
mail-mention-text = { $author } nämner dig i en diskussion ({ $customer }):
mail-mention-note = { $author } nämner dig i en intern anteckning i ”{ $title }” ({ $customer }). Den kan bara läsas på sidan.
mail-mention-foot = Du får det här för att du nämndes vid namn.
mail-message-foot-reply = Du kan svara på det här e-postmeddelandet: ditt svar visas i diskussionen.
mail-note-foot-reply = Du kan svara på det här e-postmeddelandet: ditt svar blir en intern anteckning.
mail-digest-subject = { $n ->
    [0] Nytt från { $name }
    [one] { $n } diskussion hos { $name }
   *[other] { $n } diskussioner hos { $name }
}
mail-digest-text = Det här är nytt sedan förra sammanfattningen och inte läst ännu:
mail-digest-message = { $title } ({ $customer })
mail-digest-foot = Du har valt en sammanfattning. Avsluta den här: { $address }
mail-today-subject = { $n ->
    [one] { $n } sak väntar på dig, den { $day }
   *[other] { $n } saker väntar på dig, den { $day }
}
mail-today-open = Öppna I dag
mail-today-foot = Du har valt den här e-posten. Avsluta den: { $address }
