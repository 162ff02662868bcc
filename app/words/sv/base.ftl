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
age-new = nytt i dag
age-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
age-years = { $years } år
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
problem-too-long = { $length } tecken, högst { $limit } ryms. Inget har försvunnit: korta och skicka igen.
problem-too-short = { $length } tecken; minst { $limit } behövs.
problem-too-much-written = { $minutes ->
    [one] Du har skrivit mycket den senaste timmen. Inget har försvunnit: skicka det här igen om en minut.
   *[other] Du har skrivit mycket den senaste timmen. Inget har försvunnit: skicka det här igen om { $minutes } minuter.
}
problem-like-the-account = Det här är ditt namn eller din adress. Välj något som ingen gissar.
problem-guessable = Det här är lätt att gissa: vanligt, ett mönster eller gjort av ditt namn, din adress eller vårt namn. En egen mening fungerar bra.
problem-not-a-date = Det datumet finns inte. Skriv så här: 4.12.2026.
problem-not-an-email = Det här ser inte ut som en e-postadress.
problem-not-a-phone = Skriv ett telefonnummer så här: +358 40 123 4567.
problem-wrong-check-digit = Kontrollsiffran stämmer inte, så någon siffra är troligen fel. Om numret är rätt, bekräfta det nedan.
problem-not-a-business-id = Ett FO-nummer ser ut så här: 2345678-0. Om numret är rätt, bekräfta det nedan.
problem-other-customer = En annan kund har samma nummer, så fakturor kan inte kopplas med bara det. Om det stämmer, bekräfta det nedan.
problem-long-ago = Det här datumet var för mer än ett år sedan. Om det är rätt, bekräfta det nedan.
problem-not-yours-to-give = Du ser inte belopp, så du kan inte ge rätt till dem. Be en kollega som ser dem.
problem-file-goes-on = En fil ovanför det här meddelandet har en nyare version nedanför. Starta från ett annat meddelande.
problem-others-will-read = { $count ->
    [one] Fler av kundens personer kan sedan läsa 1 meddelande som de inte ser nu. Om det är rätt, bekräfta det nedan.
   *[other] Fler av kundens personer kan sedan läsa { $count } meddelanden som de inte ser nu. Om det är rätt, bekräfta det nedan.
}
problem-far-away = Till det här datumet är det mer än tio år. Om det är rätt, bekräfta det nedan.
form-confirm = Det här stämmer
problem-taken = Det här används redan.
problem-not-one-of = Välj ett av alternativen.
problem-same-day = Det här är redan det lovade datumet.
problem-in-future = Det datumet har inte kommit ännu.
problem-ends-before-start = Den sista dagen är före den första.
problem-overlaps = En del av dagarna hör redan till en annan frånvaro.
problem-reached = Redan uppnått, datumet kan inte ändras.
problem-must-be-onstage = En uppgift för kunden måste vara synlig för kunden.
problem-other-side = Den här personen hör till den andra parten. Välj den part som personen arbetar för.
form-problems = Inte sparat ännu: kontrollera de markerade fälten. Det du skrev finns kvar.

# Språk
language-en = engelska
language-fi = finska
language-sv = svenska

# Kring varje sida
foot-supplier = { $name } via Coplan
nav-label = Huvudmeny
contact-label = Din kontaktperson
ask-for-link = Be om en ny länk
sign-in-staff = Logga in som personal
go-to-start = Till startsidan
nav-plan = Plan
bar-other-company = Välj ett annat företag
nav-discussions = Diskussioner
nav-invoices = Fakturor
nav-waiting = Väntar på mig
nav-customers = Kunder
nav-more = Mer
contact-stands-in = Ersätter { $name } till den { $day }.
contact-away = Borta { $first } – { $last }. Ersättare: { $name }.
pager-pages = Sidor
problem-in-past = Den dagen har passerat. Välj i dag eller senare.
