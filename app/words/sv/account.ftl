# Den egna sidan
account-title = Du
crumbs-label = Var du är
account-lead = Vi når dig på { $email }.
account-done-settings = Dina inställningar är sparade.
account-done-ended = Enheten är utloggad.
account-done-not-me = Enheten är utloggad, länken den kom med gäller inte längre, och vi har berättat för dem som bör veta.
account-done-password = Ditt lösenord är bytt och dina andra enheter är utloggade.
account-companies = Dina företag
account-settings = Språk och tid
account-language = Språk för sidor och mejl
account-time-zone = Var du bor
account-time-zone-hint = Tider visas som din klocka visar dem.
account-phone = Telefon
account-signing-in = Hur du loggar in
account-password-about = Minst tolv tecken
account-password-change = Byt
account-factor-on = { $codes ->
    [one] På; en reservkod kvar
   *[other] På; { $codes } reservkoder kvar
}
account-factor-off = Inte i bruk
account-factor-set-up = Ta i bruk
account-factor-keep = Hantera

# Enheter
devices = Dina enheter
device-unknown = En webbläsare utan namn
device-here = den här enheten
device-since = Insläppt { $since }
device-seen = Senast här { $seen }, insläppt { $since }
device-end = Logga ut
device-not-me = Det här är inte jag
device-not-me-text = Vi loggar ut enheten och avslutar länken den kom med, berättar för dem som sköter ert företag och mejlar dig en ny länk. Om du själv kom med samma länk kommer du in igen med den nya.
device-not-me-staff = Vi loggar ut alla dina andra enheter och berättar för administratörerna. Byt lösenord sedan: någon kan känna till det.
device-not-me-deed = Inte jag: logga ut
devices-over = Avslutade de senaste 30 dagarna
device-over-signed-out = Loggade ut { $at }, insläppt { $since }
device-over-ended = Utloggad { $at }, insläppt { $since }
device-over-not-me = Utloggad { $at } eftersom det inte var du; insläppt { $since }
device-over-link = Avslutades { $at } med länken den kom med, insläppt { $since }
device-over-password = Utloggad { $at } eftersom lösenordet byttes; insläppt { $since }
device-over-time = Tiden gick ut { $at }, insläppt { $since }

# När den egna enheten följde med den som inte är ens egen
not-me-title = Den är utloggad, och den här enheten också
not-me-text = Båda kom med samma länk, så vi har avslutat länken och loggat ut allt som kom med den.
not-me-told = Vi har berättat för { $names }.
not-me-link = En ny länk är på väg till { $email }. Med den kommer du in igen.

# Lösenord
password-title = Ett nytt lösenord
password-text = Dina andra enheter loggas ut när det byts.
password-present = Lösenordet du har nu
password-new = Det nya
password-hint = Minst tolv tecken av vilket slag som helst. En mening är bra.
password-wrong = Det här är inte ditt nuvarande lösenord.
password-change = Byt lösenord

# Att ta den andra faktorn i bruk
second-factor-off-text = Enbart ett lösenord kan gissas eller stjälas. Med en autentiseringsapp i din telefon kommer ingen in utan den. Först ditt lösenord, så att vi vet att det är du.
second-factor-required-text = Alla som arbetar här loggar in med två faktorer. Det tar två minuter: du behöver en autentiseringsapp i telefonen. Först ditt lösenord, så att vi vet att det är du.
second-factor-on-text = { $codes ->
    [one] Inloggningen frågar efter koden i din app. Du har en reservkod kvar.
   *[other] Inloggningen frågar efter koden i din app. Du har { $codes } reservkoder kvar.
}
second-factor-keep-text = Nya reservkoder ersätter alla tidigare. Ska du byta telefon, stäng av den andra faktorn och ta den i bruk på nytt där.
second-factor-keep-code = Koden i din app eller en reservkod
second-factor-keep-code-hint = Utan telefonen går det lika bra med en av dina reservkoder.
second-factor-keep-wrong = Det är varken koden som appen visar nu eller en reservkod som är kvar. Skriv lösenordet och en ny kod.
second-factor-renew = Visa nya reservkoder
second-factor-switch-off = Stäng av
second-factor-set-up-title = Läs den här med din app
second-factor-set-up-text = Lägg till ett konto i din autentiseringsapp och rikta kameran hit. Skriv sedan de sex siffrorna som appen visar.
second-factor-qr = QR-kod för din autentiseringsapp
second-factor-by-hand = Ingen kamera?
second-factor-by-hand-text = Skriv i stället in den här hemligheten i appen, som en tidsbaserad kod:
second-factor-turn-on = Ta i bruk
second-factor-wrong-code = Det är inte koden som appen visar nu. Går telefonens klocka rätt?
second-factor-codes-title = Dina reservkoder
second-factor-codes-text = Var och en släpper in dig en gång när telefonen inte är till hands. De visas bara nu: skriv ut eller skriv upp dem och förvara dem någon annanstans än i telefonen.
second-factor-codes-kept = Jag har dem i förvar
