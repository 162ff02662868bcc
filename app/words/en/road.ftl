# The road: promised days on one axis of time.
short-weekday-monday = Mon
short-weekday-tuesday = Tue
short-weekday-wednesday = Wed
short-weekday-thursday = Thu
short-weekday-friday = Fri
short-weekday-saturday = Sat
short-weekday-sunday = Sun
road-earlier = ‹ { $count } earlier
road-later = { $count } later ›
road-next = Next:
road-moved-to = moved to
road-overdue = { $days ->
    [one] one day overdue
   *[other] { $days } days overdue
}
road-as-of = As of { $day }, { $name }
road-none = Projects appear here with their status and next date.
road-dates = All dates as a list
road-promised = promised
road-moved-from = moved from { $day }
road-reached = reached on the day
road-reached-late = { $days ->
    [one] reached one day late
   *[other] reached { $days } days late
}
road-reached-early = { $days ->
    [one] reached one day early
   *[other] reached { $days } days early
}
road-ended = Ended projects
nav-people = People
