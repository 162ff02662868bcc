# Språket före inloggningen
entry-language = Språk

# En personlig länk
link-kind = Personlig länk
link-title = Till { $name }
link-text = Här är den gemensamma planen för { $companies } och { $supplier }: hur arbetet går, vem som ansvarar, vad vi behöver av dig och vad ni betalar för.
link-open = Öppna planen
link-other-in = Du är inloggad som { $name } i den här webbläsaren. Om du öppnar länken loggas { $name } ut här.
link-not-you = Är du inte { $name }?
link-not-you-text = Länken är personlig: den som öppnar den agerar som { $name }. Om den kom till dig av misstag, stäng sidan. Om någon vidarebefordrade den ger vi dig gärna en egen länk.
link-ask-own = Be om en egen länk
link-too-many-title = För många koder just nu.
link-too-many-text = { $minutes ->
    [one] Försök igen om en minut. Den senaste koden kan fortfarande gälla.
   *[other] Försök igen om { $minutes } minuter. Den senaste koden kan fortfarande gälla.
}
link-too-many-hours = Försök igen om { $hours } timmar, eller be om en ny länk: den öppnas direkt.
link-devices-title = Länken har nyss använts på många nya enheter.
link-devices-text = { $minutes ->
    [one] Försök igen om en minut. Om enheterna inte var dina, berätta för din kontaktperson: någon annan kan ha länken.
   *[other] Försök igen om { $minutes } minuter. Om enheterna inte var dina, berätta för din kontaktperson: någon annan kan ha länken.
}
link-expired-title = Länken har gått ut
link-expired-text = En personlig länk gäller i ett halvår. Inget har försvunnit: be om en ny, så mejlar vi den till dig.
link-revoked-title = Den här länken gäller inte längre
link-revoked-text = Den har återkallats, kanske för att du har fått en nyare. Inget har försvunnit: leta upp den senaste länken i din e-post eller be om en ny.
link-ended-title = Samarbetet har avslutats
link-ended-text = Planen som länken öppnade visas inte längre. Om du ännu behöver något ur den, fråga din kontaktperson.
link-unknown-title = Det här är ingen länk från oss
link-unknown-text = En del av den kan saknas: vissa e-postprogram bryter långa adresser. Tryck på knappen i mejlet eller be om en ny länk.
link-over-foot = Vill du hellre prata, svara på mejlet med länken eller ring din kontaktperson.

# Koden med e-post
code-kind = Kod per e-post
code-title = Sex siffror från din e-post
code-text = Vi har just mejlat dig en kod. Den gäller i tio minuter, bara i den här webbläsaren.
code-label = Koden i mejlet
code-hint = Klistra in eller skriv den; mellanslag spelar ingen roll.
code-continue = Fortsätt
code-wrong = { $left ->
    [one] Det är inte koden vi skickade. Du har ett försök kvar.
   *[other] Det är inte koden vi skickade. Du har { $left } försök kvar.
}
code-too-short = { $missing ->
    [one] En siffra saknas: koden har sex.
   *[other] { $missing } siffror saknas: koden har sex.
}
code-no-mail = Inget mejl?
code-no-mail-text = Det tar oftast mindre än en minut. Titta också i skräpposten. Om det inte kommer, öppna din personliga länk igen: då skickar vi en ny kod. Kommer inte den heller, ring din kontaktperson; vi kan ha fel adress.
code-expired-title = Ingen kod att ange här
code-expired-text = De tio minuterna har gått, eller så begärdes koden i en annan webbläsare. Öppna din personliga länk igen från mejlet: då skickar vi en ny kod.
code-used-title = Koden gäller inte längre
code-used-text = Det blev för många fel försök, eller så har du redan loggat in med den. Öppna din personliga länk igen från mejlet: då skickar vi en ny kod.
code-over-foot = Länken i din e-post gäller fortfarande. En ny behöver du bara om den är borta.

# En ny länk
new-link-title = Ny personlig länk
new-link-text = Ange din e-post på jobbet. Länkar du redan använder gäller fortfarande.
new-link-email = E-post på jobbet
new-link-send = Skicka mig en ny länk
new-link-staff = Jobbar du hos oss?
new-link-sent-title = Den är på väg
new-link-sent-text = Om vi känner till adressen kommer en ny länk inom några minuter. Titta också i skräpposten.
new-link-sent-foot = Inget där? Vi kanske har en annan adress till dig: pröva den eller ring din kontaktperson.
new-link-too-many-title = För många förfrågningar.
new-link-too-many-text = { $minutes ->
    [one] Försök igen om en minut. Länkarna som redan skickats gäller.
   *[other] Försök igen om { $minutes } minuter. Länkarna som redan skickats gäller.
}
