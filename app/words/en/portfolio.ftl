# The supplier's table of all customers
portfolio-title = Customers
portfolio-all = All customers
portfolio-new = New customer
portfolio-search = Name or number
portfolio-responsible = Responsible
portfolio-everyone = Everyone
portfolio-mine = Me
portfolio-show = Show
portfolio-show-all = All active customers
portfolio-show-waiting = Waiting for us
portfolio-show-alarming = At risk or late
portfolio-show-overdue = With an overdue promise
portfolio-show-ended = Ended customers
portfolio-order = Sort by
portfolio-find = Find
portfolio-old = We could not reach the server, so this list may be out of date. We will try again in a moment.
portfolio-count = { $n ->
    [one] { $n } customer, { $order }
   *[other] { $n } customers, { $order }
}
portfolio-by-waiting = longest waiting first
portfolio-by-waiting-back = longest waiting last
portfolio-by-name = from A to Z
portfolio-by-name-back = from Z to A
portfolio-by-light = worst status first
portfolio-by-light-back = best status first
portfolio-by-promise = next promised date first
portfolio-by-promise-back = furthest promised date first
portfolio-by-open = largest unpaid sum first
portfolio-by-open-back = smallest unpaid sum first
portfolio-by-visit = last opened first
portfolio-by-visit-back = longest unopened first
portfolio-customer = Customer
portfolio-projects = Projects
portfolio-waits = Waiting for us
portfolio-promise = Next promised date
portfolio-open = Unpaid
portfolio-visit = Last opened
portfolio-late = { $n ->
    [1] late
   *[other] { $n } late
}
portfolio-at-risk = { $n ->
    [1] at risk
   *[other] { $n } at risk
}
portfolio-on-track = { $n ->
    [1] on track
   *[other] { $n } on track
}
portfolio-done = { $n ->
    [1] done
   *[other] { $n } done
}
portfolio-no-projects = none yet
portfolio-waits-nothing = nothing
portfolio-waits-count = { $n } things
portfolio-promise-none = none
portfolio-promise-passed = { $day }, overdue
portfolio-open-none = nothing
portfolio-open-others = { $n ->
    [one] and { $n } other currency
   *[other] and { $n } other currencies
}
portfolio-visit-never = never
portfolio-pages = Pages
portfolio-range = { $first } to { $last } of { $n }
portfolio-before = Previous
portfolio-after = Next
portfolio-nothing = No customer found
portfolio-nothing-text = Try fewer letters of the name or number, or search all customers.
portfolio-none = No customers yet
portfolio-none-text = Each customer appears here with its projects’ status, what is waiting for you, and what is unpaid.
portfolio-number = Customer number
portfolio-waits-since = Waiting since
portfolio-currency = Currency
portfolio-export = Download as a spreadsheet (CSV)
saved-filter-title = Your saved views
saved-filter-save = Save this view
saved-filter-name = What this view is called
saved-filter-name-hint = For example: Late ones that are mine
saved-filter-remove = Remove
saved-filter-edit = Change
saved-filter-none = No views yet. Choose which customers you see, and in which order, then save that as a view.
saved-filter-remove-means = The view { $name } disappears from your list. The customers stay as they are.
saved-filter-remove-sure = Yes, remove the view
portfolio-waits-more = “Waiting for us” also counts discussions about sums, which you do not see.
portfolio-trend = Compared with 30 days ago
portfolio-trend-better = better than a month ago
portfolio-trend-same = as a month ago
portfolio-trend-worse = worse than a month ago
portfolio-trend-marks = Recent statuses: { $marks }
