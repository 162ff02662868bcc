# Asiakkaan suunnitelma.
plan-title = Yhteistyösuunnitelma
plan-how-it-is-going = Missä mennään
plan-people = Muut yrityksestäsi
plan-people-none = Yrityksestäsi ei ole vielä muita mukana.
plan-no-projects-staff = Aloita ensimmäinen. Asiakas näkee sen vasta, kun näytät sen.
waiting-for-you = Odottaa sinua
waiting-for-us = Odottaa meitä
news-first-visit-text = Ensi kerralla näet tässä, mikä on muuttunut tämän päivän jälkeen.
way-back = Takaisin
conflict-title = Joku muutti tätä samaan aikaan
conflict-nothing-lost = Versiotasi ei ole vielä tallennettu. Muut muutokset on yhdistetty; tätä muutitte molemmat. Jätä ennalleen tai tallenna omasi.
conflict-theirs = Tallennettu versio
conflict-yours = Sinun versiosi, ei vielä tallennettu
conflict-leave-theirs = Jätä ennalleen
conflict-take-mine = Tallenna omani

# Kaikki muutokset
changes-all = Kaikki muutokset
changes-title = Kaikki muutokset
changes-lead = Suunnitelman tapahtumat, uusin ensin.
changes-none = Ei enempää muutoksia.
changes-newer = Uudemmat
changes-older = Vanhemmat
changes-of = Mitä
changes-in = Missä
changes-of-everything = Kaikki
changes-in-everything = Kaikkialla
changes-show = Näytä
changes-of-customer = Yhteistyö
changes-of-person = Ihmiset
changes-of-project = Projektit ja niiden tilanne
changes-of-milestone = Luvatut päivät
changes-of-task = Tehtävät
changes-of-invoice = Laskut
changes-of-thread = Keskustelut
changes-of-meeting = Kokoukset
change-from-to = { $from } → { $to }.
