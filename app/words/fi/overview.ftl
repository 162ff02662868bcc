# Suunnitelman alku: mikä odottaa lukijaa ja miten päivät pitävät.
overview-of = { $customer } ja { $supplier }
overview-needs-you = { $count ->
    [one] Yksi asia odottaa sinua.
   *[other] { $count } asiaa odottaa sinua.
}
overview-waits-for-you = { $count ->
    [one] Yksi asia odottaa sinua.
   *[other] { $count } asiaa odottaa sinua.
}
overview-waits-for-us = { $count ->
    [one] Yksi asia odottaa meitä.
   *[other] { $count } asiaa odottaa meitä.
}
overview-caught-up = Kaikki hoidettu.
overview-caught-up-us = Mikään ei odota meitä.
overview-nothing-yet = Mikään ei odota sinua vielä.
overview-welcome = Tervetuloa, { $name }.
overview-first-project = { $name } lisää tähän ensimmäisen projektin.
overview-overdue = { $days ->
    [one] Päivän
   *[other] { $days } päivää
} myöhässä: { $name }.
overview-overdue-count = { $count ->
    [one] Yksi asia
   *[other] { $count } asiaa
} on myöhässä.
overview-moved = Uusi päivä { $day }: { $name }.
overview-moved-count = { $count ->
    [one] Yksi päivä
   *[other] { $count } päivää
} siirtyi.
overview-others-hold = Muut päivät pitävät.
overview-all-hold = Kaikki päivät pitävät.
overview-all-hold-next = Kaikki päivät pitävät. Seuraavaksi: { $name }, { $day }.
overview-next = Seuraavaksi: { $name }, { $day }
overview-tally = Projektit tilanteen mukaan
overview-since = { $day } jälkeen: { $count ->
    [one] yksi muutos
   *[other] { $count } muutosta
}
overview-since-more = { $day } jälkeen: yli { $count } muutosta
overview-since-none = Ei uutta { $day } jälkeen.

# Mikä odottaa lukijaa: yksi asia auki, muut rivillä.
request-title = Sinulle
request-title-us = Meille
request-due = Viimeistään { $weekday }na { $day }
request-was-due = Määräpäivä oli { $weekday } { $day }
request-asked = { $days ->
    [0] pyydetty tänään
    [one] pyydetty eilen
   *[other] pyydetty { $days } päivää sitten
}
request-begun = { $days ->
    [0] työn alla tästä päivästä
    [one] työn alla eilisestä
   *[other] työn alla { $days } päivää
}
request-more = { $count ->
    [one] Yksi muu
   *[other] { $count } muuta
}

# Mitä on maksettavana.
pay-title = Maksatte
pay-title-staff = Asiakas maksaa
pay-by = eräpäivä { $day }
pay-late-all = erääntynyt { $day }
pay-late-part = tästä erääntynyt { $day }: { $sum }
pay-to = Saaja
pay-account = Tilinumero
pay-reference = Viitenumero
pay-how = Näin maksat
pay-sum = Summa
pay-code = QR-koodi pankillesi
pay-code-means = Skannaa pankkisi sovelluksella: tili, viite ja summa täyttyvät itsestään.
pay-invoice = Lasku
pay-none = Ei vielä mitään. Jokainen lasku näyttää, mistä maksatte.

# Keskustelut lyhyesti.
turn-you = Sinun vuorosi, { $age }
turn-us = Meidän vuoromme, { $age }
turn-other = Vuorossa { $name }, { $age }
turn-resolved = { $count ->
    [one] Yksi ratkaistu
   *[other] { $count } ratkaistua
}
talk-none = Kysy täällä mitä vain ja näet, kenen vuoro on.
talk-ask = Kysy jotakin
