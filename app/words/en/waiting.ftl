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

# Emails that were not posted by themselves
held-title = Emails not posted
held-from = { $from } wrote to the reply address of { $person }.
held-internal = It would be an internal note.
held-post = Post as { $name }
held-discard = Set aside
held-other-sender = It was sent from another address than the person’s own.
held-unverified = The email server could not confirm the sender.
held-automatic = An automatic reply.
held-bounce = An email server reports that an email did not arrive.
held-empty = There is no text in it besides what it quotes.
held-too-long = It is longer than a message can be.
held-unreadable = It is packed so deep, or so broken, that its text could not be read.
held-no-access = The person may not write in this discussion.
held-too-many = The person sent very many messages in a short time.
held-files-left = The text was posted, but not every file could be added.
