# Diskussioner.
thread-ask = Fråga eller berätta något
thread-ask-first = Ställ den första frågan
thread-ask-here = Fråga om det här
thread-count = { $n ->
    [one] { $n } diskussion
   *[other] { $n } diskussioner
}
threads-none = Inga frågor ännu
threads-none-text = Fråga om vad som helst. Du ser vem som ska svara och hur länge frågan har väntat.
threads-none-here = Frågor om det här visas här, med vems tur det är.
threads-all = Alla diskussioner
threads-with = Väntar på { $name }
threads-resting = Ingen behöver göra något
threads-resolved = Lösta
threads-newer = Föregående
threads-older = Nästa
thread-last = { $name }: { $text }
thread-last-you = Du: { $text }
thread-not-shown = Kunden ser inte det här just nu
thread-not-shown-text = Projektet är dolt för { $customer }. När det visas igen kan de läsa allt det här, också det som skrivs under tiden.
thread-inside = Förblir intern
thread-inside-text = Det här började innan { $customer } kunde se projektet. Det stannar hos oss på { $supplier }, också när projektet visas. Starta då en ny diskussion om det som { $customer } ska läsa.
thread-new-inside = { $customer } ser inte det här projektet nu. Det du skriver stannar hos oss på { $supplier }, också när projektet visas.
thread-reply-inside = Till dina kollegor

# Vad det gäller
thread-about = Gäller
thread-about-plan = Planen som helhet
thread-about-milestone = { $name }, i { $project }
thread-about-task = { $name }, i { $project }
thread-about-invoice = Faktura { $number }
thread-about-line = { $name }, på faktura { $number }
about-project = Projekt
about-milestone = Delmål
about-task = Uppgift
about-invoice = Faktura
about-line = Fakturarad
thread-opened-by = Startades av

# Vems tur det är
ball-you = väntar på dig, { $age }
ball-us = väntar på oss, { $age }
ball-other = väntar på { $name }, { $age }
ball-nobody = ingen behöver göra något
ball-resolved = löst
ball-since = sedan { $moment }
ball-not-right = Stämmer det inte?
ball-say-you = Det väntar på mig
ball-say-us = Det väntar på oss
ball-say-other = Det väntar på { $name }
ball-say-nobody = Ingen behöver göra något

# En diskussion
thread-speech = Meddelanden
thread-earlier = Tidigare meddelanden
thread-to-end = Till de senaste meddelandena
thread-reply = Svara
thread-reply-label = Till { $name } och alla andra i diskussionen
thread-reply-reopens = Ett svar öppnar diskussionen igen.
thread-markdown-hint = Länkar, - listor, *betoning* och `kod` fungerar.
thread-send = Skicka svaret
thread-draft-kept = Utkastet är sparat i den här webbläsaren.
draft-sending = Skickar…
draft-saving = Sparar…
message-read-by = Läst av { $names }.
message-emailed = { $n ->
    [one] Skickat. { $names } får ett e-postmeddelande.
   *[other] Skickat. { $names } får ett e-postmeddelande.
}
message-unread = Skickat, inte läst ännu.
message-names-more = { $names } och { $n } till
thread-readers = Läses av { $names } och { $supplier }.
thread-readers-supplier = Läses bara av { $supplier }.
thread-news = Det finns ett nytt meddelande.
thread-files = Filer
thread-files-choose = Lägg till filer
thread-files-hint = Högst { $count } filer, { $limit } MB var och { $total } MB tillsammans. Bilder visas här utan uppgift om var de är tagna.
thread-files-again = Det här är inte skickat ännu. Välj filerna igen.
thread-file-too-large = { $name } är större än { $limit } MB.
thread-file-too-many = { $name } är en fil för mycket: ett meddelande rymmer { $limit }.
thread-file-program = { $name } är ett program, och program kan inte skickas här.
thread-file-unreadable = { $name } kan inte läsas som bild. Spara den igen som JPEG eller PNG.
thread-file-busy = { $name } bifogades inte: andra bilder av dig läses fortfarande in. Bifoga den igen om en stund.
thread-file-full = { $name } får inte plats: filerna i de här diskussionerna får ta { $limit } GB totalt.
file-version = Version { $n }
file-choose = Välj en fil
file-choose-hint = En fil, högst { $limit } MB.
file-newest = Aktuell version
file-earlier = Tidigare versioner
file-replaced = Ersatt
file-waits = Väntar på godkännande
file-waits-you = Fil som väntar på ditt godkännande
file-waits-do = Titta på filen
file-approved = Godkänd
file-refused = Avslagen
file-approved-by = Godkänd av { $name }, { $moment }. Den godkända filens kontrollsumma: { $hash }
file-refused-by = Avslagen av { $name }, { $moment }. Den avslagna filens kontrollsumma: { $hash }
file-asked-by = { $name } bad om godkännande, { $moment }.
file-hash = Kontrollsumma (SHA-256): { $hash }
file-ask = Kräver godkännande
file-ask-files = Filerna ska godkännas av { $name }
file-ask-now = Be { $name } om godkännande
file-next = Ny version
file-next-send = Lägg till versionen
file-one = Välj en fil.
file-different = Vad är ändrat?
file-different-hint = Behövs inte. En ny version kräver ett nytt godkännande.
file-verdict = Ditt beslut
file-approve = Godkänn
file-approve-hint = Just den här versionen duger.
file-refuse = Avslå
file-refuse-hint = Något måste ändras först. Berätta vad.
file-reason = Motivering
file-reason-hint = Krävs när du avslår.
file-decide = Spara beslutet
file-stale = Det finns redan en nyare version eller ett annat beslut. Titta på det först.
file-infected = { $name } togs inte emot: virusskyddet hittade { $found } i filen.
file-not-scanned = { $name } togs inte emot: virusskyddet svarar inte. Försök igen om en stund.
size-kb = { $size } kB
size-mb = { $size } MB
thread-resolve = Markera som löst
thread-outcome-label = Resultat, på en rad
thread-outcome-hint = Visas ovanför diskussionen för den som läser senare.
thread-resolve-send = Markera som löst
thread-resolved = Löst
thread-resolved-before = Löst, öppnat igen senare
thread-reopen = Öppna igen
thread-stale = Någon hann före.
thread-stale-text = Diskussionen ändrades efter att du öppnade sidan, så din ändring är inte sparad ännu. Det du skrev finns kvar nedan. Så här är läget nu:
thread-stale-outcome = Du skrev det här som resultat. Kopiera det till ett svar om det fortfarande behövs:
note-internal = Internt: bara { $name } ser det här
note-label = Anteckning till kollegor
note-keep = Spara anteckningen

# En ny diskussion
thread-new-title = Fråga eller berätta något
thread-new-about = Gäller: { $about }
thread-title-label = Ämne, på en rad
thread-text-label = Ditt meddelande
thread-new-send = Skicka

# Skrivet av någon som inte längre är inloggad
kept-title = Inget av det du skrev har försvunnit
kept-text = Du blev utloggad innan det här skickades. Det är inte skickat ännu, men det finns här.
kept-steps = Skicka i två steg
kept-come-in = Logga in igen i en annan flik: öppna din personliga länk i e-posten eller använd någon av de här. Kom sedan tillbaka till den här sidan och skicka igen.
kept-sign-in = Du var utloggad. Logga in igen i en annan flik, kom sedan tillbaka till den här sidan och skicka igen.
kept-open-link = Logga in igen i en annan flik: öppna din personliga länk i e-posten eller be om en ny. Kom sedan tillbaka till den här sidan och skicka igen.
kept-second-factor = Aktivera tvåstegsverifieringen i en annan flik; det tar två minuter. Kom sedan tillbaka till den här sidan och skicka igen.
kept-text-label = Det du skrev
kept-send = Skicka igen

# Ett meddelande
message-edit = Redigera
message-edited = redigerat
message-title = Meddelande från { $name }
message-edit-label = Ditt meddelande
message-edit-means = Alla i diskussionen ser att du har redigerat det och vad det sade tidigare.
message-edit-stale = Meddelandet ändrades i ett annat fönster efter att du öppnade sidan. Din text finns nedan och är inte sparad ännu.
message-withdraw = Återkalla meddelandet
message-withdraw-means = I diskussionen syns att du har återkallat det. Andra kan redan ha läst det, och den tidigare texten finns kvar på den här sidan.
message-withdraw-sure = Återkalla
message-withdrawn = Avsändaren har återkallat meddelandet.
message-before = Tidigare versioner
message-before-more = Ännu tidigare versioner
message-until = till { $moment }
message-show = Visa i diskussionen
message-agree = Jag håller med
message-agree-undo = Du håller med. Ångra
message-agreed = Håller med: { $names }
message-called = Nämnda: { $names }
message-called-you = nämner dig
message-call-hint = Skriv @ och ett namn för att meddela en person.
message-call-names = Personer du kan meddela
message-call-found = Välj ett namn. Flytta med piltangenterna, välj med Enter.
thread-split = Starta en ny diskussion härifrån
thread-split-text = { $n ->
    [one] Det här meddelandet flyttas till en egen diskussion.
   *[other] { $n } meddelanden, det här och alla efter det, flyttas till en egen diskussion.
} Samma personer läser den.
thread-split-do = Starta diskussionen
thread-split-from = Fortsätter från
thread-split-to = Fortsätter i
thread-change = Ändra
thread-change-title = Ändra ämnet
thread-change-stale = Ämnet är nu { $title }: någon ändrade det efter att du öppnade sidan. Det du skrev är inte sparat ännu.
thread-about-choice = Vad det gäller
thread-about-choice-hint = Det avgör vem som kan läsa diskussionen: om en faktura läser de som ser fakturor, om ett dolt projekt bara dina kolleger.
thread-here = { $n ->
    [one] { $names } har den här öppen just nu.
   *[other] { $names } har den här öppen just nu.
}
