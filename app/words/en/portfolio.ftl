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
portfolio-old = We could not reach the server: this is the list from before. We try again in a moment.
portfolio-count = { $n ->
    [one] { $n } customer, { $order }
   *[other] { $n } customers, { $order }
}
portfolio-by-waiting = who waits longest first
portfolio-by-waiting-back = who waits longest last
portfolio-by-name = from A to Z
portfolio-by-name-back = from Z to A
portfolio-by-light = the most worrying first
portfolio-by-light-back = the calmest first
portfolio-by-promise = the nearest promise first
portfolio-by-promise-back = the farthest promise first
portfolio-by-open = the largest sum first
portfolio-by-open-back = the smallest sum first
portfolio-by-visit = the latest visit first
portfolio-by-visit-back = the longest without a visit first
portfolio-customer = Customer
portfolio-projects = Projects
portfolio-waits = Waits for us
portfolio-promise = Next promise
portfolio-open = Open
portfolio-visit = Last visit
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
portfolio-nothing-text = Try fewer letters of the name or the number, or look among all customers.
portfolio-none = No customers yet
portfolio-none-text = Each will stand here with how its projects go, what waits for you, and what is open.
