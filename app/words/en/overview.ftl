# The top of a plan: what needs the reader, and how the dates are.
overview-of = { $customer } and { $supplier }
overview-needs-you = { $count ->
    [one] One thing needs you.
   *[other] { $count } things need you.
}
overview-waits-for-you = { $count ->
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
}
overview-waits-for-us = { $count ->
    [one] One thing waits for us.
   *[other] { $count } things wait for us.
}
overview-caught-up = You’re all caught up.
overview-caught-up-us = Nothing waits for us.
overview-nothing-yet = Nothing needs you yet.
overview-welcome = Welcome, { $name }.
overview-first-project = { $name } adds the first project here.
overview-overdue = { $days ->
    [one] One day
   *[other] { $days } days
} overdue: { $name }.
overview-overdue-count = { $count ->
    [one] One date is
   *[other] { $count } dates are
} overdue.
overview-moved = { $name } moved to { $day }.
overview-moved-count = { $count ->
    [one] One date
   *[other] { $count } dates
} moved.
overview-others-hold = Every other date holds.
overview-all-hold = Every date holds.
overview-all-hold-next = Every date holds. Next: { $name }, { $day }.
overview-next = Next: { $name }, { $day }
overview-tally = Projects by status
overview-since = Since { $day }: { $count ->
    [one] one change
   *[other] { $count } changes
}
overview-since-more = Since { $day }: more than { $count } changes
overview-since-none = Nothing new since { $day }.

# What waits for the reader, one thing open and the others a line each.
request-title = For you
request-title-us = For us
request-due = Due { $weekday } { $day }
request-was-due = Was due { $weekday } { $day }
request-asked = { $days ->
    [0] asked today
    [one] asked yesterday
   *[other] asked { $days } days ago
}
request-begun = { $days ->
    [0] in progress since today
    [one] in progress since yesterday
   *[other] in progress for { $days } days
}
request-more = { $count ->
    [one] One more
   *[other] { $count } more
}

# What there is to pay.
pay-title = You pay
pay-title-staff = The customer pays
pay-by = by { $day }
pay-late-all = overdue since { $day }
pay-late-part = { $sum } of it overdue since { $day }
pay-to = Pay to
pay-account = Account
pay-reference = Reference
pay-how = How to pay
pay-sum = Sum
pay-code = QR code for your bank
pay-code-means = Scan it with your bank’s app: account, reference and sum are filled in.
pay-invoice = Invoice
pay-none = Nothing yet. Each invoice will show what it is for.

# Discussions in short.
turn-you = Your turn, { $age }
turn-us = Our turn, { $age }
turn-other = { $name }’s turn, { $age }
turn-resolved = { $count ->
    [one] One resolved
   *[other] { $count } resolved
}
talk-none = Ask anything here and see whose turn it is.
talk-ask = Ask something
