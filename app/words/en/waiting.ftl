# What waits for one of the supplier's people
waits-title = { $n ->
    [0] Nothing waits for you
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
waits-title-more = More than { $n } things wait for you
waits-cut = Of each kind you see the first { $n }.
waits-threads = Questions
waits-promises = Promises whose day has passed
waits-tasks = Our tasks that are late
waits-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
waits-late-years = { $years ->
    [one] { $years } year late
   *[other] { $years } years late
}
waits-more = { $n } more
waits-instead-of = You stand in for { $name }
waits-none = Nothing at the moment
waits-none-text = When a customer asks you something, or the day of a promise or a task passes, it stands here with the oldest first.
waits-to-customers = See all customers
