# Milestones and their promises.
timeline-label = { $count ->
    [one] 1 milestone
   *[other] { $count } milestones
}, { $reached } reached.
timeline-next = Next: { $name }, { $day }.
milestone-title = What is promised
milestone-none = No dates promised yet
milestone-none-member = What you can wait for will stand here by its day. If a day moves, the old one stays, with the reason.
milestone-none-staff = Promise the first day. If it moves later, the old one stays, with the reason.
milestone-was = before:
milestone-late = The day is over, and it is not reached.
milestone-reached-on-day = Reached on the day.
milestone-reached-early = Reached on { $day }, { $days ->
    [one] a day
   *[other] { $days } days
} early.
milestone-reached-later = Reached on { $day }, { $days ->
    [one] a day
   *[other] { $days } days
} later than promised.
milestone-moved-because = Moved to { $to } on { $day }:
milestone-add = Promise a date
milestone-add-title = A new promise
milestone-add-keep = Promise it
milestone-name = What will be so
milestone-name-hint = As the customer would notice it: “Hall 3 on the new network”.
milestone-promised-on = The promised day
milestone-move = Move the date
milestone-move-of = of { $name }
milestone-promised-now = Promised now:
milestone-new-day = The new day
milestone-because = Because
milestone-because-hint = The customer reads it. The old day stays on the plan, struck through.
milestone-move-keep = Promise the new day
milestone-reached-title = Reached?
milestone-reached-on = The day it was reached
milestone-reach-keep = It is reached
milestone-not-reached = It is not reached after all
milestone-reached-day = Reached on { $day }
milestone-is-not-reached = Not reached
milestone-rename = Its name
milestone-remove = Take it off the plan
milestone-remove-means = The milestone and the days promised for it disappear for both sides. If it is only late, move the date instead. It can be brought back from the project’s page.
milestone-remove-sure = Yes, take it off
