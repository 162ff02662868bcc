# Tie: luvatut päivät yhdellä aikajanalla.
short-weekday-monday = ma
short-weekday-tuesday = ti
short-weekday-wednesday = ke
short-weekday-thursday = to
short-weekday-friday = pe
short-weekday-saturday = la
short-weekday-sunday = su
road-earlier = ‹ { $count } aiemmin
road-later = { $count } myöhemmin ›
road-next = Seuraavaksi:
road-moved-to = uusi päivä
road-overdue = { $days ->
    [one] päivän myöhässä
   *[other] { $days } päivää myöhässä
}
road-as-of = Tilanne { $day }, { $name }
road-none = Projektit tulevat tähän: tilanne ja seuraava luvattu päivä.
road-dates = Kaikki päivät luettelona
road-promised = luvattu
road-moved-from = siirtyi, ennen { $day }
road-reached = saavutettu ajallaan
road-reached-late = { $days ->
    [one] saavutettu päivän myöhässä
   *[other] saavutettu { $days } päivää myöhässä
}
road-reached-early = { $days ->
    [one] saavutettu päivän etuajassa
   *[other] saavutettu { $days } päivää etuajassa
}
road-ended = Päättyneet projektit
nav-people = Henkilöt
