# What stands on every page.
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
age-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
weekday-and-day = { $weekday } { $day }
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
problem-too-long = This has { $length } characters; at most { $limit } fit. Nothing is lost: shorten it and send again.
problem-too-short = This has { $length } characters; at least { $limit } are needed.
problem-too-much-written = { $minutes ->
    [one] You have written a great deal within the hour. Nothing is lost: please send this again in a minute.
   *[other] You have written a great deal within the hour. Nothing is lost: please send this again in { $minutes } minutes.
}
problem-like-the-account = This is your own name or address; choose something nobody would try.
problem-not-a-date = There is no such day. Write it as 2026-12-04.
problem-not-an-email = This does not look like an e-mail address.
problem-taken = Somebody or something else has this already.
problem-not-one-of = Please choose one of those offered.
problem-same-day = This is the day that holds already.
problem-in-future = This day has not come yet.
problem-ends-before-start = It would end before it begins.
problem-overlaps = Some of these days are taken by another absence.
problem-reached = This is reached already, so its date is history.
problem-must-be-onstage = What the customer does must be seen by the customer.
form-problems = Not saved yet: please look at the marked fields. What you wrote is still here.

# Languages
language-en = English
language-fi = Finnish
language-sv = Swedish

# Around every page
foot-supplier = { $name }, with Coplan
nav-label = Main
contact-label = Your contact
has-this-now = has this now
ask-for-link = Ask for a new link
sign-in-staff = Sign in as staff
go-to-start = To the start
nav-plan = Plan
bar-other-company = Choose another company
nav-discussions = Discussions
nav-invoices = Invoices
nav-waiting = Waiting for me
nav-customers = Customers
contact-stands-in = Stands in for { $name } until { $day }.
contact-away = Away { $first } to { $last }: then { $name }.
pager-pages = Pages
