# Joka sivulla.
skip-to-content = Siirry sisältöön
you-label = Sinä: { $name }. Asetukset ja laitteet
sign-out = Kirjaudu ulos
go-to-plan = Avaa suunnitelma
save = Tallenna
cancel = Peruuta
edit = Muokkaa
call = Soita
write = Kirjoita

# Päivät ja iät
day-and-month = { $day }. { $month }
day-month-year = { $day }. { $month } { $year }
today-at = tänään klo { $time }
yesterday-at = eilen klo { $time }
day-at = { $day } klo { $time }
age-today = tänään
age-new = uusi tänään
age-days = { $days ->
    [one] { $days } päivä
   *[other] { $days } päivää
}
age-years = { $years ->
    [one] { $years } vuosi
   *[other] { $years } vuotta
}
label-today = Tänään
label-yesterday = Eilen
weekday-monday = Maanantai
weekday-tuesday = Tiistai
weekday-wednesday = Keskiviikko
weekday-thursday = Torstai
weekday-friday = Perjantai
weekday-saturday = Lauantai
weekday-sunday = Sunnuntai
short-month-january = tammi
short-month-february = helmi
short-month-march = maalis
short-month-april = huhti
short-month-may = touko
short-month-june = kesä
short-month-july = heinä
short-month-august = elo
short-month-september = syys
short-month-october = loka
short-month-november = marras
short-month-december = joulu
month-january = tammikuuta
month-february = helmikuuta
month-march = maaliskuuta
month-april = huhtikuuta
month-may = toukokuuta
month-june = kesäkuuta
month-july = heinäkuuta
month-august = elokuuta
month-september = syyskuuta
month-october = lokakuuta
month-november = marraskuuta
month-december = joulukuuta

# Kenttien virheet
problem-empty = Täytä tämä.
problem-too-long = { $length } merkkiä, enintään { $limit } mahtuu. Mitään ei kadonnut: lyhennä ja lähetä uudelleen.
problem-too-short = { $length } merkkiä; tarvitaan vähintään { $limit }.
problem-too-much-written = { $minutes ->
    [one] Olet kirjoittanut tunnin aikana paljon. Mitään ei kadonnut: lähetä tämä uudelleen minuutin kuluttua.
   *[other] Olet kirjoittanut tunnin aikana paljon. Mitään ei kadonnut: lähetä tämä uudelleen { $minutes } minuutin kuluttua.
}
problem-like-the-account = Tämä on oma nimesi tai osoitteesi. Valitse jotakin, mitä kukaan ei arvaa.
problem-guessable = Tämä on helppo arvata: yleinen, kaava tai tehty nimestäsi, osoitteestasi tai meidän nimestämme. Oma lause toimii hyvin.
problem-not-a-date = Tällaista päivää ei ole. Kirjoita se näin: 4.12.2026.
problem-not-an-email = Tämä ei näytä sähköpostiosoitteelta.
problem-not-a-phone = Kirjoita puhelinnumero näin: +358 40 123 4567.
problem-wrong-check-digit = Tarkistusnumero ei täsmää, joten jokin numero on luultavasti väärin. Jos tunnus on oikein, vahvista se alla.
problem-not-a-business-id = Y-tunnus on muotoa 2345678-0. Jos tunnus on oikein, vahvista se alla.
problem-other-customer = Toisella asiakkaalla on sama tunnus, joten laskuja ei voi yhdistää pelkästään sillä. Jos näin on tarkoitus, vahvista se alla.
problem-long-ago = Tästä päivästä on yli vuosi. Jos se on oikein, vahvista se alla.
problem-not-yours-to-give = Et näe summia, joten et voi antaa oikeutta niihin. Pyydä kollegaa, joka näkee ne.
problem-file-goes-on = Tiedostolla ennen tätä viestiä on uudempi versio sen jälkeen. Aloita jostakin toisesta viestistä.
problem-others-will-read = { $count ->
    [one] Useampi asiakkaan henkilö voi sen jälkeen lukea yhden viestin, jota he eivät nyt näe. Jos se on oikein, vahvista se alla.
   *[other] Useampi asiakkaan henkilö voi sen jälkeen lukea { $count } viestiä, joita he eivät nyt näe. Jos se on oikein, vahvista se alla.
}
problem-far-away = Tähän päivään on yli kymmenen vuotta. Jos se on oikein, vahvista se alla.
form-confirm = Tämä on oikein näin
problem-taken = Tämä on jo käytössä.
problem-not-one-of = Valitse jokin vaihtoehdoista.
problem-same-day = Tämä päivä on jo luvattu.
problem-in-future = Tämä päivä on vasta tulossa.
problem-ends-before-start = Viimeinen päivä on ennen ensimmäistä.
problem-overlaps = Osalle näistä päivistä on jo merkitty poissaolo.
problem-reached = On jo saavutettu, joten päivää ei voi siirtää.
problem-must-be-onstage = Asiakkaan tehtävän on näyttävä asiakkaalle.
problem-other-side = Tämä henkilö on toiselta puolelta. Valitse osapuoli, jolle hän työskentelee.
form-problems = Ei vielä tallennettu: tarkista merkityt kentät. Kirjoittamasi on tallella.

# Kielet
language-en = englanti
language-fi = suomi
language-sv = ruotsi

# Jokaisen sivun ympärillä
foot-supplier = { $name } · Coplan
nav-label = Päävalikko
contact-label = Yhteyshenkilösi
ask-for-link = Pyydä uusi linkki
sign-in-staff = Henkilökunnan kirjautuminen
go-to-start = Etusivulle
nav-plan = Suunnitelma
bar-other-company = Valitse toinen yritys
nav-discussions = Keskustelut
nav-invoices = Laskut
nav-waiting = Odottaa minua
nav-customers = Asiakkaat
nav-more = Muut
contact-stands-in = Sijaisena { $day } asti, kun { $name } on poissa.
contact-away = Poissa { $first } – { $last }. Sijainen: { $name }.
pager-pages = Sivut
problem-in-past = Tämä päivä on jo mennyt. Valitse tämä päivä tai myöhempi.
