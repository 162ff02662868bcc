# Diskussioner.
thread-ask = Fråga eller berätta något
thread-ask-first = Ställ den första frågan
thread-ask-here = Fråga om det här
thread-count = { $n ->
    [one] { $n } diskussion
   *[other] { $n } diskussioner
}
threads-none = Ingen har frågat något ännu
threads-none-text = Fråga om vad som helst. Du ser vem som svarar och hur länge frågan har väntat.
threads-none-here = Allt som frågas om det här samlas här, med vems tur det är.
threads-all = Alla diskussioner
threads-with = Hos { $name }
threads-resting = Väntar inte på någon
threads-resolved = Lösta
threads-newer = Föregående
threads-older = Nästa
thread-last = { $name }: { $text }
thread-last-you = Du: { $text }
thread-not-shown = Kunden ser inte det här just nu
thread-not-shown-text = Projektet är dolt för { $customer }. När det visas igen kan de läsa allt det här, också det som sägs under tiden.
thread-inside = Stannar inom huset
thread-inside-text = Det här började innan projektet visades för { $customer }. Det stannar hos oss på { $supplier }, också när projektet har visats. Det som { $customer } ska läsa behöver en ny diskussion som börjar efter det.
thread-new-inside = { $customer } ser inte det här projektet nu. Det du skriver stannar hos oss på { $supplier }, också när projektet har visats.
thread-reply-inside = Till dina kollegor

# Vad det gäller
thread-about = Gäller
thread-about-plan = Planen som helhet
thread-about-milestone = { $name }, i { $project }
thread-about-invoice = Faktura { $number }
thread-about-line = { $name }, på faktura { $number }
about-project = Projekt
about-milestone = Delmål
about-invoice = Faktura
about-line = Fakturarad
thread-opened-by = Startades av

# Vems tur det är
ball-you = väntar på dig, { $age }
ball-us = väntar på oss, { $age }
ball-other = hos { $name }, { $age }
ball-nobody = väntar inte på någon
ball-resolved = löst
ball-since = sedan { $moment }
ball-not-right = Stämmer det inte?
ball-say-you = Det väntar på dig
ball-say-us = Det väntar på oss
ball-say-other = Det väntar på { $name }
ball-say-nobody = Det väntar inte på någon

# En diskussion
thread-speech = Vad som har sagts
thread-earlier = Tidigare meddelanden
thread-to-end = Till de senaste meddelandena
thread-reply = Svara
thread-reply-label = Till { $name } och alla andra i diskussionen
thread-reply-reopens = Ett svar öppnar diskussionen igen.
thread-markdown-hint = Länkar, - listor, *betoning* och `kod` fungerar.
thread-send = Skicka svaret
thread-draft-kept = Utkastet finns kvar i den här webbläsaren.
thread-resolve = Markera som löst
thread-outcome-label = Vad det ledde till, på en rad
thread-outcome-hint = Det står ovanför diskussionen för den som kommer senare.
thread-resolve-send = Markera som löst
thread-resolved = Löst
thread-reopen = Öppna igen
thread-stale = Någon hann före.
thread-stale-text = Diskussionen har ändrats sedan du öppnade sidan, så din ändring är inte gjord ännu. Det du skrev finns kvar nedan. Så här står det nu:
thread-stale-outcome = Så här skrev du om vad det ledde till. Kopiera det till ett svar om det fortfarande ska sägas:
note-internal = Internt: bara { $name } ser det här
note-label = Anteckning till kollegor
note-keep = Spara anteckningen

# En ny diskussion
thread-new-title = Fråga eller berätta något
thread-new-about = Gäller: { $about }
thread-title-label = Vad det gäller, på en rad
thread-text-label = Ditt meddelande
thread-new-send = Skicka

# Skrivet av någon som inte är inne längre
kept-title = Inget av det du skrev har gått förlorat
kept-text = Ditt besök hann ta slut innan det skickades. Det är inte skickat ännu, men det finns här.
kept-steps = Skicka i två steg
kept-come-in = Kom in igen i en annan flik: öppna din personliga länk i e-posten eller använd någon av de här. Kom sedan tillbaka till den här sidan och skicka igen.
kept-sign-in = Ditt besök hade tagit slut. Logga in igen i en annan flik, kom sedan tillbaka till den här sidan och skicka igen.
kept-open-link = Kom in igen i en annan flik: öppna din personliga länk i e-posten eller be om en ny. Kom sedan tillbaka till den här sidan och skicka igen.
kept-second-factor = Ställ in den andra faktorn i en annan flik; det tar två minuter. Kom sedan tillbaka till den här sidan och skicka igen.
kept-text-label = Det du skrev
kept-send = Skicka igen
