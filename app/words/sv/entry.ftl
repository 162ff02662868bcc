# Språket innan man är inne
entry-language = Språk

# En personlig länk
link-kind = En personlig länk
link-title = Till { $name }
link-text = Här är planen som { $companies } och { $supplier } håller tillsammans: hur arbetet går, vem som har hand om det, vad vi behöver av dig och vad ni betalar för.
link-open = Öppna planen
link-other-in = I den här webbläsaren är du inne som { $name }. När du öppnar länken loggas { $name } ut här.
link-not-you = Är du inte { $name }?
link-not-you-text = Länken är personlig: den som öppnar den handlar som { $name }. Om den kom till dig av misstag, stäng sidan. Om någon gav den vidare till dig ger vi dig gärna en egen länk.
link-ask-own = Be om en egen länk
link-too-many-title = För många koder just nu.
link-too-many-text = { $minutes ->
    [one] Försök igen om en minut. Den senaste koden kan fortfarande gälla.
   *[other] Försök igen om { $minutes } minuter. Den senaste koden kan fortfarande gälla.
}
link-too-many-hours = Försök igen om { $hours } timmar, eller be om en ny länk: den öppnas genast.
link-devices-title = Många nya enheter har nyss kommit in med den här länken.
link-devices-text = { $minutes ->
    [one] Försök igen om en minut. Om enheterna inte var dina, berätta för din kontaktperson: länken kan vara i andra händer.
   *[other] Försök igen om { $minutes } minuter. Om enheterna inte var dina, berätta för din kontaktperson: länken kan vara i andra händer.
}
link-expired-title = Länkens tid har gått ut
link-expired-text = En personlig länk gäller i ett halvår. Inget har försvunnit: be om en ny, så kommer den med e-post.
link-revoked-title = Den här länken gäller inte längre
link-revoked-text = Den har avslutats, kanske för att du har fått en nyare. Inget har försvunnit: leta upp den senaste länken i din e-post eller be om en ny.
link-unknown-title = Det här är ingen länk från oss
link-unknown-text = Kanske försvann en bit på vägen: i en del e-postprogram bryts långa adresser. Tryck på knappen i mejlet eller be om en ny länk.
link-over-foot = Vill du hellre prata, svara på mejlet som länken kom med eller ring den du känner hos oss.

# Koden med e-post
code-kind = En kod med e-post
code-title = Sex siffror från din e-post
code-text = Vi har just mejlat en kod till dig. Den gäller i tio minuter och bara i den här webbläsaren.
code-label = Koden från mejlet
code-hint = Klistra in eller skriv den; mellanslag spelar ingen roll.
code-continue = Fortsätt
code-wrong = { $left ->
    [one] Det är inte koden vi skickade. Du har ett försök kvar.
   *[other] Det är inte koden vi skickade. Du har { $left } försök kvar.
}
code-no-mail = Inget mejl?
code-no-mail-text = Det tar oftast mindre än en minut. Titta också i skräpposten. Om det inte kommer, öppna din personliga länk igen: då skickar vi en ny kod. Kommer inte den heller, ring den du känner hos oss; kanske har vi fel adress till dig.
code-expired-title = Här går det inte att ange någon kod nu
code-expired-text = De tio minuterna har gått, eller så begärdes koden i en annan webbläsare. Öppna din personliga länk igen från mejlet: då skickar vi en ny kod.
code-used-title = Koden är förbrukad
code-used-text = Det blev för många fel försök, eller så har den redan släppt in dig. Öppna din personliga länk igen från mejlet: då skickar vi en ny kod.
code-over-foot = Länken i din e-post gäller som förut. En ny behöver du bara om den är borta.

# En ny länk
new-link-title = En ny personlig länk
new-link-text = Skriv e-postadressen som vi känner dig genom. Den nya länken kommer dit; de som du har använt fortsätter att gälla.
new-link-email = Din e-post på jobbet
new-link-send = Skicka mig en ny länk
new-link-staff = Jobbar du här?
new-link-sent-title = Den är på väg
new-link-sent-text = Om vi känner till adressen kommer en ny länk dit inom några minuter. Titta också i skräpposten.
new-link-sent-foot = Inget där? Då kanske vi känner dig genom en annan adress: pröva den, eller ring den du känner hos oss.
new-link-too-many-title = Det har begärts för ofta.
new-link-too-many-text = { $minutes ->
    [one] Försök igen om en minut. Länkarna som redan skickats gäller.
   *[other] Försök igen om { $minutes } minuter. Länkarna som redan skickats gäller.
}
