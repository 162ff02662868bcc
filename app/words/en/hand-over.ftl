# Several customers that go over to a colleague
hand-over-title = Hand customers over
hand-over-lead = Choose the customers, who becomes responsible and from which day. You see what goes over before anything happens.
hand-over-several = Hand several over
hand-over-list = Planned hand-overs
hand-over-which = Whose customers
hand-over-customers = Customers
hand-over-every = Choose all of these
hand-over-cut = These are the first { $n }. Search to find the others.
hand-over-waiting = { $n ->
    [one] { $n } open matter
   *[other] { $n } open matters
}
hand-over-to-hint = Colleagues who see the same customers as you.
hand-over-day = From which day
hand-over-day-hint = With today it happens right away. Until the day begins you can withdraw it.
hand-over-note = Note to your colleague
hand-over-note-hint = What helps to begin well. Only colleagues read it.
hand-over-word = A word to the customers
hand-over-word-hint = They read it with the news of their new contact.
hand-over-look = Show what goes over
hand-over-check = Is this right?
hand-over-goes = { $name } becomes responsible from { $day }.
hand-over-goes-now = { $name } becomes responsible right away.
hand-over-n = { $n ->
    [one] { $n } customer
   *[other] { $n } customers
}
hand-over-from = From { $name }
hand-over-projects = Projects: { $names }
hand-over-promise = next promised date { $day }
hand-over-back = Change
hand-over-now = Hand over now
hand-over-plan = Plan the hand-over
hand-over-none = No hand-over planned
hand-over-none-text = Choose several customers, a colleague and a day. Each customer sees its new contact from that day.
hand-over-named = { $n ->
    [one] { $n } customer to { $name }, { $day }
   *[other] { $n } customers to { $name }, { $day }
}
hand-over-by = Planned by { $name }, { $day }
hand-over-withdraw = Withdraw
hand-over-withdraw-means = Nothing changes for the customers.
hand-over-withdraw-sure = Yes, withdraw it
hand-over-withdrawn = Withdrawn by { $name }, { $day }
hand-over-done = Handed over
hand-over-meanwhile = Not handed over: somebody else had become responsible
hand-over-heir-cannot = Not handed over: { $name } could no longer be responsible
hand-over-not-allowed = Not handed over: { $name } could no longer do it, or the co-operation had ended
today-hand-overs = Hand-overs
today-over-you-get = { $n ->
    [one] You become responsible for { $n } customer, { $day }
   *[other] You become responsible for { $n } customers, { $day }
}
today-over-you-got = { $n ->
    [one] You are responsible for { $n } more customer since { $day }
   *[other] You are responsible for { $n } more customers since { $day }
}
today-over-failed = { $done } of { $n } customers went to { $name }
today-over-why = See which ones did not, and why.
