# Oma sivu
account-title = Sinä
crumbs-label = Missä olet
account-lead = Tavoitamme sinut osoitteesta { $email }.
account-done-settings = Asetuksesi on tallennettu.
account-done-ended = Laite on kirjattu ulos.
account-done-not-me = Laite on kirjattu ulos, sen käyttämä linkki ei enää toimi, ja olemme kertoneet asiasta oikeille ihmisille.
account-done-password = Salasanasi on vaihdettu ja muut laitteesi on kirjattu ulos.
account-companies = Yrityksesi
account-settings = Kieli ja aikavyöhyke
account-language = Sivujen ja sähköpostien kieli
account-time-zone = Aikavyöhyke
account-time-zone-hint = Ajat näytetään tässä aikavyöhykkeessä.
account-phone = Puhelin
account-is-seen = Näytä muille, kun minulla on keskustelu auki
account-is-seen-hint = Nimellä, niille jotka myös voivat lukea keskustelun.
account-signing-in = Kirjautuminen
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
device-unknown = Tuntematon selain
device-here = tämä laite
device-since = Kirjautunut { $since }
device-seen = Viimeksi käytetty { $seen }, kirjautunut { $since }
device-end = Kirjaa ulos
device-not-me = Tämä en ole minä
device-not-me-text = Kirjaamme laitteen ulos, mitätöimme sen käyttämän linkin, kerromme yhteyshenkilöllesi ja lähetämme sinulle uuden linkin sähköpostiin. Jos käytit samaa linkkiä, kirjaudu uudella.
device-not-me-staff = Kirjaamme ulos kaikki muut laitteesi ja kerromme ylläpitäjille. Vaihda sitten salasanasi: joku voi tietää sen.
device-not-me-deed = En ole minä: kirjaa ulos
devices-over = Uloskirjatut viimeisten 30 päivän ajalta
device-over-signed-out = Kirjautui ulos { $at }, kirjautui sisään { $since }
device-over-ended = Kirjattiin ulos { $at } muualta, kirjautui sisään { $since }
device-over-not-me = Kirjattiin ulos { $at }, koska se et ollut sinä; kirjautui sisään { $since }
device-over-link = Kirjattiin ulos { $at }, kun linkki mitätöitiin; kirjautui sisään { $since }
device-over-password = Kirjattiin ulos { $at }, kun salasana vaihtui; kirjautui sisään { $since }
device-over-time = Kirjattiin ulos automaattisesti { $at }, kirjautui sisään { $since }

# Kun oma laite meni vieraan mukana
not-me-title = Se on kirjattu ulos, ja tämä laite myös
not-me-text = Molemmat käyttivät samaa linkkiä, joten mitätöimme linkin ja kirjasimme ulos kaikki sitä käyttäneet laitteet.
not-me-told = Olemme kertoneet asiasta: { $names }.
not-me-link = Uusi linkki on matkalla osoitteeseen { $email }. Kirjaudu sillä uudelleen.

# Salasana
password-title = Uusi salasana
password-text = Muut laitteesi kirjataan ulos, kun salasana vaihtuu.
password-present = Nykyinen salasana
password-new = Uusi salasana
password-hint = Vähintään kaksitoista merkkiä, mitä tahansa. Lause toimii hyvin.
password-wrong = Tämä ei ole nykyinen salasanasi.
password-change = Vaihda salasana

# Toisen tunnisteen käyttöönotto
second-factor-off-text = Pelkän salasanan voi arvata tai varastaa. Kaksivaiheisessa tunnistautumisessa tarvitset lisäksi koodin puhelimesi sovelluksesta. Anna ensin salasanasi, jotta tiedämme sen olevan sinä.
second-factor-required-text = Kaikki täällä työskentelevät käyttävät kaksivaiheista tunnistautumista. Käyttöönotto vie kaksi minuuttia: tarvitset puhelimeesi tunnistautumissovelluksen. Anna ensin salasanasi, jotta tiedämme sen olevan sinä.
second-factor-on-text = { $codes ->
    [one] Kirjaudut sovelluksesi koodilla. Sinulla on yksi varakoodi jäljellä.
   *[other] Kirjaudut sovelluksesi koodilla. Sinulla on { $codes } varakoodia jäljellä.
}
second-factor-keep-text = Uudet varakoodit korvaavat kaikki aiemmat. Jos vaihdat puhelinta, poista kaksivaiheinen tunnistautuminen käytöstä ja ota se uudelleen käyttöön uudella puhelimella.
second-factor-keep-code = Koodi sovelluksestasi tai varakoodi
second-factor-keep-code-hint = Jos puhelin ei ole käsillä, käytä varakoodia.
second-factor-keep-wrong = Tämä ei ole sovelluksen nykyinen koodi eikä käyttämätön varakoodi. Anna salasana ja uusi koodi.
second-factor-renew = Näytä uudet varakoodit
second-factor-switch-off = Poista käytöstä
second-factor-set-up-title = Lue tämä sovelluksellasi
second-factor-set-up-text = Lisää tili tunnistautumissovelluksessasi ja osoita kameralla tähän. Kirjoita sitten sovelluksen näyttämät kuusi numeroa.
second-factor-qr = QR-koodi tunnistautumissovellukselle
second-factor-by-hand = Ei kameraa?
second-factor-by-hand-text = Kirjoita sovellukseen tämä avain (aikaan perustuva koodi):
second-factor-turn-on = Ota käyttöön
second-factor-wrong-code = Tämä ei ole sovelluksen nykyinen koodi. Onko puhelimen kello oikeassa ajassa?
second-factor-codes-title = Varakoodisi
second-factor-codes-text = Kukin toimii kerran, kun puhelin ei ole käsillä. Ne näytetään vain nyt: tulosta tai kirjoita ne muistiin ja säilytä muualla kuin puhelimessa.
second-factor-codes-kept = Olen tallentanut ne

# Mitä kerrotaan sähköpostitse
mail-choice-title = Sähköpostit
mail-choice-text = Mitä lähetämme sinulle heti. Linkit, koodit ja tietoturvailmoitukset tulevat aina.
mail-choice-messages = Keskustelujen viestit
mail-choice-messages-hint = Kun joku kirjoittaa keskusteluun, jossa olet mukana
mail-choice-staff = Viestit ja pyynnöt
mail-choice-staff-hint = Kun joku kirjoittaa keskusteluusi tai lähettää pyynnön, joka on vastuullasi, tai vastaa siihen
mail-choice-news = Suunnitelman uutiset
mail-choice-news-hint = Siirtynyt päivä, tilannekatsaus, tehtävä sinulle, uusi yhteyshenkilö
mail-choice-pace = Milloin
mail-choice-pace-hint = Maininnat sinusta, linkit, koodit ja turvallisuusilmoitukset tulevat aina heti
mail-choice-at-once = Heti
mail-choice-daily = Kerran päivässä, yhtenä sähköpostina
mail-choice-weekly = Joka maanantai, yhtenä sähköpostina
mail-choice-hour = Sen sähköpostin kellonaika
mail-choice-quiet = Ei sähköpostia yöllä
mail-choice-quiet-hint = Klo 20–7 lähtevä sähköposti tulee klo 7
digest-stop-title = Lopeta nämä sähköpostit
digest-stop-text = Et enää saa yhteenvetoja sähköpostilla. Voit ottaa ne uudelleen käyttöön omissa asetuksissasi.
digest-stop = Lopeta sähköpostit
digest-stopped-title = Et enää saa näitä sähköposteja
digest-stopped-text = Voit ottaa ne uudelleen käyttöön omissa asetuksissasi.
today-mail-title = Odottavat asiat sähköpostilla
today-mail-text = Näinä päivinä saat sähköpostin siitä, mitä Tänään-sivu näyttää. Jos mikään ei odota, mitään ei tule.
today-mail-days = Minä päivinä
today-mail-hour = Mihin aikaan
today-mail-stop-text = Et enää saa sähköpostia odottavista asioista. Voit valita sen uudelleen tilisi kohdassa Sähköpostit.
today-mail-stopped-text = Odottavista asioista ei enää tule sähköpostia.
weekday-1 = maanantai
weekday-2 = tiistai
weekday-3 = keskiviikko
weekday-4 = torstai
weekday-5 = perjantai
weekday-6 = lauantai
weekday-7 = sunnuntai
