# På varje sida.
skip-to-content = Gå till innehållet
you-label = Du: { $name }. Inställningar och enheter
sign-out = Logga ut
go-to-plan = Öppna planen
save = Spara
cancel = Avbryt
edit = Ändra
call = Ring
write = Skriv

# Dagar och åldrar
day-and-month = { $day } { $month }
day-month-year = { $day } { $month } { $year }
today-at = i dag kl. { $time }
yesterday-at = i går kl. { $time }
day-at = { $day } kl. { $time }
age-today = i dag
age-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
age-years = { $years } år
weekday-and-day = { $weekday } { $day }
label-today = I dag
label-yesterday = I går
weekday-monday = Måndag
weekday-tuesday = Tisdag
weekday-wednesday = Onsdag
weekday-thursday = Torsdag
weekday-friday = Fredag
weekday-saturday = Lördag
weekday-sunday = Söndag
short-month-january = jan
short-month-february = feb
short-month-march = mars
short-month-april = apr
short-month-may = maj
short-month-june = juni
short-month-july = juli
short-month-august = aug
short-month-september = sep
short-month-october = okt
short-month-november = nov
short-month-december = dec
month-january = januari
month-february = februari
month-march = mars
month-april = april
month-may = maj
month-june = juni
month-july = juli
month-august = augusti
month-september = september
month-october = oktober
month-november = november
month-december = december

# Fel i fält
problem-empty = Fyll i det här.
problem-too-long = Här är { $length } tecken; högst { $limit } ryms. Inget har gått förlorat: korta och skicka igen.
problem-too-short = Här är { $length } tecken; minst { $limit } behövs.
problem-too-much-written = { $minutes ->
    [one] Du har skrivit väldigt mycket den senaste timmen. Inget har gått förlorat: skicka det här igen om en minut.
   *[other] Du har skrivit väldigt mycket den senaste timmen. Inget har gått förlorat: skicka det här igen om { $minutes } minuter.
}
problem-like-the-account = Det här är ditt eget namn eller din adress; välj något som ingen skulle pröva.
problem-not-a-date = Den dagen finns inte. Skriv den så här: 4.12.2026 eller 2026-12-04.
problem-not-an-email = Det här ser inte ut som en e-postadress.
problem-taken = Någon eller något annat har det här redan.
problem-not-one-of = Välj något av det som erbjuds.
problem-same-day = Den dagen gäller redan.
problem-in-future = Den dagen har inte kommit ännu.
problem-ends-before-start = Det skulle sluta innan det börjar.
problem-overlaps = En del av dagarna hör redan till en annan frånvaro.
problem-reached = Det här är redan nått, så dagen är historia.
problem-must-be-onstage = Det som kunden gör måste kunden se.
form-problems = Inte sparat ännu: se de markerade fälten. Det du skrev finns kvar.

# Språk
language-en = engelska
language-fi = finska
language-sv = svenska

# Kring varje sida
foot-supplier = { $name }, med Coplan
nav-label = Huvudmeny
contact-label = Din kontakt
has-this-now = har det nu
ask-for-link = Be om en ny länk
sign-in-staff = Logga in som personal
go-to-start = Till början
nav-plan = Plan
bar-other-company = Välj ett annat företag
nav-discussions = Diskussioner
nav-invoices = Fakturor
nav-waiting = Väntar på mig
nav-customers = Kunder
contact-stands-in = Vikarierar för { $name } till { $day }.
contact-away = Borta { $first } till { $last }: då { $name }.
pager-pages = Sidor
