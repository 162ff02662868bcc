# The day of one of the supplier's people
nav-today = Today
today-title = Today
today-n-threads = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
today-n-requests = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}
today-n-danger = { $n ->
    [one] { $n } promise in danger
   *[other] { $n } promises in danger
}
today-n-tasks = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
today-n-week = { $n ->
    [one] { $n } date this week
   *[other] { $n } dates this week
}
today-n-invoices = { $n ->
    [one] { $n } invoice to look at
   *[other] { $n } invoices to look at
}
today-n-rooms = { $n } from meetings and feedback
today-n-goals = { $n ->
    [one] { $n } goal
   *[other] { $n } goals
}
today-n-emails = { $n ->
    [one] { $n } email to sort
   *[other] { $n } emails to sort
}
today-n-declined = { $n ->
    [one] { $n } stand-in is missing
   *[other] { $n } stand-ins are missing
}
today-n-asked = { $n ->
    [one] { $n } stand-in to confirm
   *[other] { $n } stand-ins to confirm
}
today-n-unreached = { $n ->
    [one] { $n } person was not reached
   *[other] { $n } people were not reached
}
today-n-reports = { $n ->
    [one] { $n } status to renew
   *[other] { $n } statuses to renew
}
today-danger = Promises in danger
today-tasks = Tasks
today-week = Promised within a week
today-invoices = Invoices, overdue or questioned
today-done = Done
today-was-done = Done: “{ $name }”.
today-undo = Undo
today-disagrees = The date has passed, but the status does not say so.
today-unreported = The date has passed, and no status is reported yet.
today-report = Report the status
today-invoice = { $number }, { $customer }
today-open = { $sum } unpaid, was due { $day }
today-asked = Question:
today-asked-us = Question, waiting for us:
today-silent = Plan not opened for 60 days
today-silent-days = { $days ->
    [one] Last opened { $days } day ago
   *[other] Last opened { $days } days ago
}
today-silent-years = { $years ->
    [one] Last opened { $years } year ago
   *[other] Last opened { $years } years ago
}
today-never = Nobody has opened the plan yet
today-write = Start a discussion
today-stand-ins = You are the stand-in
today-away = { $first } to { $last }
today-news = Since yesterday
today-news-more = There is more on the plan of each customer, under its changes.
today-alarming = At risk or late
today-longest = Waiting for us the longest
today-overview-all = See all of them
today-none = Nothing waits for you
today-none-text = Questions, tasks and promised dates appear here as soon as they need you.
today-none-at-all = Questions, tasks and promised dates of your customers appear here as soon as there are any.
today-more = There is more than fits here.
today-all = Everything that waits for me
today-declined = Stand-in needed
today-declined-by = { $name } cannot be the stand-in
today-asked-stand-in = Are you the stand-in?
status-rhythm-title = How often a status is reported
status-rhythm-lead = The person responsible for a project is reminded when its last status report is older than this. Nothing is ever locked.
status-rhythm-every = Remind
status-rhythm-hint = The same for all projects that customers see.
status-rhythm-never = Never
status-rhythm-7 = After a week
status-rhythm-14 = After two weeks
status-rhythm-30 = After 30 days
status-rhythm-60 = After 60 days
report-reminder-old = { $days ->
    [one] Last status { $days } day ago
   *[other] Last status { $days } days ago
}
report-reminder-again = Report again
report-reminder-off = Remind in a week
today-reports = Status reports to renew
