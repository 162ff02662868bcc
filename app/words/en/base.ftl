# On every page.
skip-to-content = Skip to the content
you-label = You: { $name }. Settings and devices
sign-out = Sign out
go-to-plan = Go to the plan
save = Save
cancel = Cancel
edit = Edit
call = Call
write = Write

# Days and ages
day-and-month = { $day } { $month }
day-month-year = { $day } { $month } { $year }
today-at = today at { $time }
yesterday-at = yesterday at { $time }
day-at = { $day } at { $time }
age-today = today
age-new = new today
age-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
label-today = Today
label-yesterday = Yesterday
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
short-month-january = Jan
short-month-february = Feb
short-month-march = Mar
short-month-april = Apr
short-month-may = May
short-month-june = Jun
short-month-july = Jul
short-month-august = Aug
short-month-september = Sep
short-month-october = Oct
short-month-november = Nov
short-month-december = Dec
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

# What can be wrong with a field
problem-empty = Please fill this in.
problem-too-long = { $length } characters, and at most { $limit } fit. Nothing is lost: shorten it and send it again.
problem-too-short = { $length } characters; at least { $limit } are needed.
problem-too-much-written = { $minutes ->
    [one] You have written a lot this hour. Nothing is lost: please send this again in a minute.
   *[other] You have written a lot this hour. Nothing is lost: please send this again in { $minutes } minutes.
}
problem-like-the-account = This is your own name or address. Choose something nobody would guess.
problem-guessable = This is easy to guess: common, a pattern, or made from your name, your address or ours. A sentence of your own works well.
problem-not-a-date = There is no such date. Write it like this: 2026-12-04.
problem-not-an-email = This does not look like an email address.
problem-not-a-phone = Write a phone number such as +358 40 123 4567.
problem-wrong-check-digit = The check digit does not match, so a digit is probably mistyped. If it is right, confirm it below.
problem-not-a-business-id = A Finnish business ID looks like 2345678-0. If this one is right, confirm it below.
problem-other-customer = Another customer has the same ID, so invoices cannot be matched by it alone. If that is right, confirm it below.
problem-long-ago = This date is more than a year ago. If it is right, confirm it below.
problem-not-yours-to-give = You do not see sums, so you cannot give them. Ask a colleague who does.
problem-file-goes-on = A file above this message has a newer version below it. Start from another message.
problem-others-will-read = { $count ->
    [one] More of the customer’s people will then read 1 message that they cannot read now. If that is right, confirm it below.
   *[other] More of the customer’s people will then read { $count } messages that they cannot read now. If that is right, confirm it below.
}
problem-far-away = This date is more than ten years away. If it is right, confirm it below.
form-confirm = This is right as it is
problem-taken = This is already in use.
problem-not-one-of = Please choose one of the options.
problem-same-day = This is already the promised date.
problem-in-future = This date is still in the future.
problem-ends-before-start = The last day is before the first.
problem-overlaps = Another absence already covers some of these days.
problem-reached = Already reached, so the date cannot change.
problem-must-be-onstage = A task for the customer must be visible to the customer.
problem-other-side = This person is on the other side. Choose the side that this person works for.
form-problems = Not saved yet: please check the marked fields. What you wrote is still here.

# Languages
language-en = English
language-fi = Finnish
language-sv = Swedish

# Around every page
foot-supplier = { $name } via Coplan
nav-label = Main
contact-label = Your contact
ask-for-link = Ask for a new link
sign-in-staff = Sign in as staff
go-to-start = Go to the home page
nav-plan = Plan
bar-other-company = Choose another company
nav-discussions = Discussions
nav-invoices = Invoices
nav-waiting = Waiting for me
nav-customers = Customers
nav-more = More
contact-stands-in = Stand-in for { $name } until { $day }.
contact-away = Away { $first } to { $last }. { $name } stands in.
pager-pages = Pages
problem-in-past = This date is over. Choose today or later.
