# Milestones and their promises.
milestone-title = Promised dates
milestone-none = No promised dates yet
milestone-none-member = Promised dates appear here. If one moves, the old date stays, with the reason.
milestone-none-staff = Promise the first date. If it moves later, the old date stays, with the reason.
milestone-was = before:
milestone-late = Overdue: the promised date has passed.
milestone-reached-on-day = Reached on the promised date.
milestone-reached-early = Reached on { $day }, { $days ->
    [one] a day
   *[other] { $days } days
} early.
milestone-reached-later = Reached on { $day }, { $days ->
    [one] a day
   *[other] { $days } days
} later than promised.
milestone-moved-because = New date { $to } (changed on { $day }):
milestone-add = Promise a date
milestone-add-title = New promised date
milestone-add-keep = Promise this date
milestone-name = What will be ready
milestone-name-hint = The way the customer sees it: “Hall 3 on the new network”.
milestone-promised-on = Promised date
milestone-move = Move the date
milestone-move-of = of { $name }
milestone-promised-now = Promised now:
milestone-new-day = New date
milestone-because = Reason
milestone-because-hint = The customer reads this. The old date stays on the plan, struck through.
milestone-move-keep = Promise the new date
milestone-reached-title = Reached?
milestone-reached-on = Date reached
milestone-reach-keep = Mark as reached
milestone-not-reached = Not reached after all
milestone-reached-day = Reached on { $day }
milestone-is-not-reached = Not reached
milestone-rename = Name
milestone-remove = Remove from the plan
milestone-remove-means = The milestone and its promised dates disappear for both sides. If it is only late, move the date instead. You can restore it on the project’s page.
milestone-remove-sure = Yes, remove it
