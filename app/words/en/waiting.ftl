# What waits for one of the supplier's people
waiting-title = { $n ->
    [0] Nothing waits for you
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
waiting-promises = Promises whose day has passed
waiting-tasks = Our tasks that are late
waiting-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
waiting-instead-of = You stand in for { $name }
waiting-none = All promises hold
waiting-none-text = Promises and tasks whose day has passed will stand here, the oldest first.
waiting-to-customers = See all customers
