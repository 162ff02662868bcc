# What stands on every page.
skip-to-content = Skip to the content
you-label = You: { $name }. Settings and devices
sign-out = Sign out
go-to-plan = Go to the plan
back = Back
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
