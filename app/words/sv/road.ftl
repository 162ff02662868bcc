# Vägen: lovade datum på en gemensam tidsaxel.
short-weekday-monday = mån
short-weekday-tuesday = tis
short-weekday-wednesday = ons
short-weekday-thursday = tors
short-weekday-friday = fre
short-weekday-saturday = lör
short-weekday-sunday = sön
road-earlier = ‹ { $count } tidigare
road-later = { $count } senare ›
road-next = Härnäst:
road-moved-to = flyttat till
road-overdue = { $days ->
    [one] en dag försenat
   *[other] { $days } dagar försenat
}
road-as-of = Läget { $day }, { $name }
road-none = Projekten visas här med status och nästa datum.
road-dates = Alla datum som lista
road-promised = lovat
road-moved-from = flyttat från den { $day }
road-reached = uppnått i tid
road-reached-late = { $days ->
    [one] uppnått en dag försenat
   *[other] uppnått { $days } dagar försenat
}
road-reached-early = { $days ->
    [one] uppnått en dag i förväg
   *[other] uppnått { $days } dagar i förväg
}
road-ended = Avslutade projekt
nav-people = Personer
