# What waits for one of the supplier's people
waits-title = { $n ->
    [0] Nothing waits for you
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
waits-title-more = More than { $n } things wait for you
waits-cut = The first { $n } of each kind are shown.
waits-threads = Questions
waits-promises = Overdue promises
waits-tasks = Our overdue tasks
waits-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
waits-late-years = { $years ->
    [one] { $years } year late
   *[other] { $years } years late
}
waits-more = { $n } more
waits-instead-of = You are the stand-in for { $name }
waits-none = Nothing right now
waits-none-text = Questions from customers, overdue promised dates and overdue tasks appear here, oldest first.
waits-to-customers = See all customers
