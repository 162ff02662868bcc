# Yhden toimittajan henkilön päivä
nav-today = Tänään
today-title = Tänään
today-n-threads = { $n ->
    [one] { $n } kysymys
   *[other] { $n } kysymystä
}
today-n-requests = { $n ->
    [one] { $n } pyyntö
   *[other] { $n } pyyntöä
}
today-n-danger = { $n ->
    [one] { $n } lupaus uhkaa myöhästyä
   *[other] { $n } lupausta uhkaa myöhästyä
}
today-n-tasks = { $n ->
    [one] { $n } tehtävä
   *[other] { $n } tehtävää
}
today-n-week = { $n ->
    [one] { $n } luvattu päivä tällä viikolla
   *[other] { $n } luvattua päivää tällä viikolla
}
today-n-invoices = { $n ->
    [one] { $n } lasku katsottavana
   *[other] { $n } laskua katsottavana
}
today-n-rooms = { $n } kokouksista ja palautteista
today-n-goals = { $n ->
    [one] { $n } tavoite
   *[other] { $n } tavoitetta
}
today-n-emails = { $n ->
    [one] { $n } käsiteltävä sähköposti
   *[other] { $n } käsiteltävää sähköpostia
}
today-n-declined = { $n ->
    [one] { $n } sijainen puuttuu
   *[other] { $n } sijaista puuttuu
}
today-n-asked = { $n ->
    [one] { $n } sijaisuus vahvistettavana
   *[other] { $n } sijaisuutta vahvistettavana
}
today-n-unreached = { $n ->
    [one] { $n } henkilö tavoittamatta
   *[other] { $n } henkilöä tavoittamatta
}
today-n-reports = { $n ->
    [one] { $n } tilanne uusittavana
   *[other] { $n } tilannetta uusittavana
}
today-danger = Nämä lupaukset uhkaavat myöhästyä
today-tasks = Tehtävät
today-week = Luvattu seuraavalle viikolle
today-invoices = Erääntyneet tai kysytyt laskut
today-done = Valmis
today-was-done = Valmis: ”{ $name }”.
today-undo = Kumoa
today-disagrees = Luvattu päivä on mennyt, mutta tilanne ei kerro sitä.
today-unreported = Luvattu päivä on mennyt, eikä tilannetta ole vielä raportoitu.
today-report = Raportoi tilanne
today-invoice = { $number }, { $customer }
today-open = { $sum } maksamatta, eräpäivä oli { $day }
today-asked = Kysymys:
today-asked-us = Kysymys, odottaa meitä:
today-silent = Suunnitelmaa ei ole avattu 60 päivään
today-silent-days = { $days ->
    [one] Avattu viimeksi { $days } päivä sitten
   *[other] Avattu viimeksi { $days } päivää sitten
}
today-silent-years = { $years ->
    [one] Avattu viimeksi { $years } vuosi sitten
   *[other] Avattu viimeksi { $years } vuotta sitten
}
today-never = Kukaan ei ole vielä avannut suunnitelmaa
today-write = Aloita keskustelu
today-stand-ins = Olet sijaisena
today-away = { $first } – { $last }
today-news = Eilisen jälkeen
today-news-more = Lisää on kunkin asiakkaan suunnitelman muutoksissa.
today-alarming = Uhkaa myöhästyä tai on myöhässä
today-longest = Odottanut meitä pisimpään
today-overview-all = Näytä kaikki
today-none = Mikään ei odota sinua
today-none-text = Kysymykset, tehtävät ja luvatut päivät tulevat tähän heti, kun ne tarvitsevat sinua.
today-none-at-all = Asiakkaittesi kysymykset, tehtävät ja luvatut päivät tulevat tähän heti, kun niitä on.
today-more = Kaikki ei mahdu tähän.
today-all = Kaikki, mikä odottaa minua
today-declined = Sijainen puuttuu
today-declined-by = { $name } ei voi olla sijaisena
today-asked-stand-in = Oletko sijaisena?
status-rhythm-title = Kuinka usein tilanne raportoidaan
status-rhythm-lead = Projektin vastuuhenkilö saa muistutuksen, kun viimeisin tilannekatsaus on tätä vanhempi. Mitään ei koskaan lukita.
status-rhythm-every = Muistuta
status-rhythm-hint = Sama kaikille projekteille, jotka asiakkaat näkevät.
status-rhythm-never = Ei koskaan
status-rhythm-7 = Viikon kuluttua
status-rhythm-14 = Kahden viikon kuluttua
status-rhythm-30 = 30 päivän kuluttua
status-rhythm-60 = 60 päivän kuluttua
report-reminder-old = { $days ->
    [one] Viimeisin tilanne { $days } päivä sitten
   *[other] Viimeisin tilanne { $days } päivää sitten
}
report-reminder-again = Raportoi uudelleen
report-reminder-off = Muistuta viikon kuluttua
today-reports = Uusittavat tilannekatsaukset
