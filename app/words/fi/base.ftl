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
age-days = { $days ->
    [one] { $days } päivä
   *[other] { $days } päivää
}
age-years = { $years ->
    [one] { $years } vuosi
   *[other] { $years } vuotta
}
weekday-and-day = { $weekday } { $day }
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
problem-too-long = Tässä on { $length } merkkiä; enintään { $limit } mahtuu. Mitään ei hävinnyt: lyhennä ja lähetä uudelleen.
problem-too-short = Tässä on { $length } merkkiä; vähintään { $limit } tarvitaan.
problem-too-much-written = { $minutes ->
    [one] Olet kirjoittanut tunnin sisällä hyvin paljon. Mitään ei hävinnyt: lähetä tämä uudelleen minuutin päästä.
   *[other] Olet kirjoittanut tunnin sisällä hyvin paljon. Mitään ei hävinnyt: lähetä tämä uudelleen { $minutes } minuutin päästä.
}
problem-like-the-account = Tämä on oma nimesi tai osoitteesi; valitse jotakin, mitä kukaan ei kokeilisi.
problem-not-a-date = Tällaista päivää ei ole. Kirjoita se näin: 4.12.2026.
problem-not-an-email = Tämä ei näytä sähköpostiosoitteelta.
problem-taken = Tämä on jo jonkun muun käytössä.
problem-not-one-of = Valitse jokin tarjotuista.
problem-same-day = Tämä päivä on jo voimassa.
problem-in-future = Tämä päivä ei ole vielä tullut.
problem-ends-before-start = Tämä loppuisi ennen kuin alkaa.
problem-overlaps = Osa näistä päivistä kuuluu jo toiseen poissaoloon.
problem-reached = Tämä on jo saavutettu, joten päivä on historiaa.
problem-must-be-onstage = Asiakkaan tehtävän on näyttävä asiakkaalle.
form-problems = Ei vielä tallennettu: katso merkityt kentät. Kirjoittamasi on tallella.

# Kielet
language-en = englanti
language-fi = suomi
language-sv = ruotsi

# Jokaisen sivun ympärillä
foot-supplier = { $name }, Coplanilla
nav-label = Päävalikko
contact-label = Yhteyshenkilösi
has-this-now = hoitaa tätä nyt
ask-for-link = Pyydä uusi linkki
sign-in-staff = Kirjaudu henkilökuntana
go-to-start = Alkuun
nav-plan = Suunnitelma
bar-other-company = Valitse toinen yritys
nav-discussions = Keskustelut
nav-invoices = Laskut
nav-waiting = Odottaa minua
nav-customers = Asiakkaat
contact-stands-in = Sijaistaa: { $name }, { $day } asti.
contact-away = Poissa { $first } – { $last }: silloin { $name }.
pager-pages = Sivut
