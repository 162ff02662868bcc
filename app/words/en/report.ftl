# What is reported of a month, a quarter or a year.
nav-reports = Reports
report-and-agreement = Agreement and reports
report-lead = What was promised, delivered and decided, month by month. A published report never changes.
report-none = No reports yet
report-none-text = A report appears here when it is published.
report-draft = Draft a report
report-draft-means = The report is put together from the plan. You add your own words and publish it.
report-period = How long?
report-month = Month
report-quarter = Quarter
report-year = Year
report-day = A day in it
report-day-hint = Any day of the month, quarter or year
report-words = In your words
report-words-hint = What went well, what we learned, what comes next
report-of-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
report-of-quarter = Quarter { $quarter }, { $year }
report-of-year = Year { $year }
report-is-draft = Draft
report-draft-is = Only you and your colleagues see this draft. Its content follows the plan until it is published.
report-published-on = Published { $day }
report-change = Edit the words
report-remove = Remove the draft
report-remove-means = The words are lost. The plan stays as it is.
report-remove-sure = Remove the draft
report-publish = Publish
report-publish-means = The customer sees it, and it cannot be changed any more. By publishing you approve it.
report-stale = A colleague changed the words after you opened this page. Read them before you publish.
report-broken = This report was changed outside Coplan after it was published. Its content no longer matches its hash.
report-nothing = Nothing to report for this time
report-delivered = Delivered
report-promised = Promised
report-measured = Measured
report-decided = Decided
report-asked = Asked
report-spent = Invoiced
report-reached = { $project }, { $day } (promised for { $promised })
report-promised-for = { $project }, promised for { $day }
report-moved = Before: { $day }.
report-value = { $value } on { $day }, from { $from } towards { $target }
report-asked-open = Open when this was reported
report-invoice = Invoice
report-day-of-invoice = Date
report-sum = To pay
report-total = In all { $sum }
report-approval = Approval
report-approve = Approve this report
report-agreed = Approved
report-not-agreed = Not approved yet
report-hash = Published content, SHA-256 { $hash }
report-waits = New report
report-waits-do = Read and approve
rhythm-title = How often
rhythm-means = When a month, quarter or year is over, a draft appears among what waits for you. You add your words and publish it by this day.
rhythm-how-often = A report comes
rhythm-never = When we make one
rhythm-month = Every month
rhythm-quarter = Every quarter
rhythm-year = Every year
rhythm-day = By which day of the month after
rhythm-day-hint = A number from 1 to 28
rhythm-none = No regular reports.
rhythm-is-month = Every month, by day { $day } of the next.
rhythm-is-quarter = Every quarter, by day { $day } of the month after.
rhythm-is-year = Every year, by day { $day } of January.
report-due = To be published by { $day }.
report-waits-draft = A report to publish
report-waits-publish = Read and publish
report-waits-by = Report to publish by { $day }
changes-of-report = Reports
thread-about-report = Report: { $name }
about-report = Report
event-report-published = { $who } published the report { $label }
event-report-approved = { $who } approved the report { $label }
mail-news-report = { $who } published the report { $label }
problem-has-report = These days have a report already. Choose other days, or open that report; your words are still here.
report-publish-sums = Somebody who sees sums publishes it, so that nothing is missing in it.
report-pdf = Save as PDF
