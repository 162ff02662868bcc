# Oma sivu
account-title = Sinä
crumbs-label = Missä olet
account-lead = Tavoitamme sinut osoitteesta { $email }.
account-done-settings = Asetuksesi on tallennettu.
account-done-ended = Laite on kirjattu ulos.
account-done-not-me = Laite on kirjattu ulos, linkki jolla se tuli ei enää toimi, ja olemme kertoneet niille, joiden pitää tietää.
account-done-password = Salasanasi on vaihdettu ja muut laitteesi on kirjattu ulos.
account-companies = Yrityksesi
account-settings = Kieli ja aika
account-language = Sivujen ja viestien kieli
account-time-zone = Missä asut
account-time-zone-hint = Ajat näytetään sinun kellosi mukaan.
account-phone = Puhelin
account-signing-in = Kirjautumisesi
account-password-about = Vähintään kaksitoista merkkiä
account-password-change = Vaihda
account-factor-on = { $codes ->
    [one] Käytössä; yksi varakoodi jäljellä
   *[other] Käytössä; { $codes } varakoodia jäljellä
}
account-factor-off = Ei käytössä
account-factor-set-up = Ota käyttöön
account-factor-keep = Hallitse

# Laitteet
devices = Laitteesi
device-unknown = Nimetön selain
device-here = tämä laite
device-since = Päästetty sisään { $since }
device-seen = Viimeksi täällä { $seen }, päästetty sisään { $since }
device-end = Kirjaa ulos
device-not-me = Tämä en ole minä
device-not-me-text = Kirjaamme laitteen ulos ja päätämme linkin, jolla se tuli, kerromme yrityksestäsi huolehtiville ja lähetämme sinulle uuden linkin. Jos tulit itse samalla linkillä, tulet uudella takaisin.
device-not-me-staff = Kirjaamme ulos kaikki muut laitteesi ja kerromme ylläpitäjille. Vaihda sen jälkeen salasanasi: joku voi tietää sen.
device-not-me-deed = En ole minä: kirjaa ulos
devices-over = Päättyneet viimeisten 30 päivän aikana
device-over-signed-out = Kirjautui ulos { $at }, päästetty sisään { $since }
device-over-ended = Kirjattu ulos { $at }, päästetty sisään { $since }
device-over-not-me = Kirjattu ulos { $at }, koska se ei ollut sinä; päästetty sisään { $since }
device-over-link = Päättyi { $at } linkkinsä mukana, päästetty sisään { $since }
device-over-password = Kirjattu ulos { $at }, koska salasana vaihtui; päästetty sisään { $since }
device-over-time = Käyntiaika päättyi { $at }, päästetty sisään { $since }

# Kun oma laite meni vieraan mukana
not-me-title = Se on kirjattu ulos, ja tämä laite myös
not-me-text = Molemmat tulivat samalla linkillä, joten päätimme linkin ja kirjasimme ulos kaikki, jotka tulivat sillä.
not-me-told = Olemme kertoneet asiasta: { $names }.
not-me-link = Uusi linkki on matkalla osoitteeseen { $email }. Sillä pääset takaisin.

# Salasana
password-title = Uusi salasana
password-text = Muut laitteesi kirjataan ulos, kun salasana vaihtuu.
password-present = Nykyinen salasanasi
password-new = Uusi salasana
password-hint = Vähintään kaksitoista merkkiä, mitä tahansa. Lause on hyvä.
password-wrong = Tämä ei ole nykyinen salasanasi.
password-change = Vaihda salasana

# Toisen tunnisteen käyttöönotto
second-factor-off-text = Pelkkä salasana voidaan arvata tai varastaa. Kun puhelimessasi on tunnistautumissovellus, kukaan ei pääse sisään ilman sitä. Ensin salasanasi, jotta tiedämme sen olevan sinä.
second-factor-required-text = Kaikki täällä työskentelevät kirjautuvat kahdella tunnisteella. Tähän menee kaksi minuuttia: tarvitset puhelimeesi tunnistautumissovelluksen. Ensin salasanasi, jotta tiedämme sen olevan sinä.
second-factor-on-text = { $codes ->
    [one] Kirjautuminen kysyy koodin sovelluksestasi. Sinulla on yksi varakoodi jäljellä.
   *[other] Kirjautuminen kysyy koodin sovelluksestasi. Sinulla on { $codes } varakoodia jäljellä.
}
second-factor-keep-text = Uudet varakoodit korvaavat kaikki entiset. Jos vaihdat puhelinta, poista toinen tunniste käytöstä ja ota se siellä uudelleen käyttöön.
second-factor-keep-code = Koodi sovelluksestasi tai varakoodi
second-factor-keep-code-hint = Jos puhelin ei ole käsillä, yksi varakoodeistasi käy yhtä hyvin.
second-factor-keep-wrong = Tämä ei ole koodi, jonka sovellus nyt näyttää, eikä käyttämätön varakoodi. Kirjoita salasana ja uusi koodi.
second-factor-renew = Näytä uudet varakoodit
second-factor-switch-off = Poista käytöstä
second-factor-set-up-title = Lue tämä sovelluksellasi
second-factor-set-up-text = Lisää tili tunnistautumissovelluksessasi ja osoita kameralla tähän. Kirjoita sitten kuusi numeroa, jotka sovellus näyttää.
second-factor-qr = QR-koodi tunnistautumissovellukselle
second-factor-by-hand = Eikö kameraa ole?
second-factor-by-hand-text = Kirjoita sovellukseen tämä avain, aikaan perustuvana koodina:
second-factor-turn-on = Ota käyttöön
second-factor-wrong-code = Tämä ei ole koodi, jonka sovellus nyt näyttää. Onko puhelimen kello ajassa?
second-factor-codes-title = Varakoodisi
second-factor-codes-text = Kukin päästää sinut sisään kerran, kun puhelin ei ole käsillä. Ne näytetään vain nyt: tulosta tai kirjoita muistiin, ja säilytä muualla kuin puhelimessa.
second-factor-codes-kept = Ne ovat tallessa
