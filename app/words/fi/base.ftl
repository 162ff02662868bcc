# Joka sivulla.
skip-to-content = Siirry sisältöön
you-label = Sinä: { $name }. Asetukset ja laitteet
sign-out = Kirjaudu ulos
go-to-plan = Avaa suunnitelma
back = Takaisin
save = Tallenna
cancel = Peru
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
