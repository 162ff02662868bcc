# Projects and their status.
light-done = Done
light-on-track = On track
light-at-risk = At risk
light-late = Late
light-none = No status yet
project-no-promises = No promised dates yet.
project-all-reached = Everything promised has been reached.
project-no-report = The first report will appear here.
project-not-shown = Not visible to the customer yet
project-ended = Ended
project-ended-on = Ended on { $day }.
project-report = Report status
project-report-of = of { $name }
project-reports = Earlier status reports
project-who-has-it = Responsible for this project
project-start = Start a project
project-start-title = New project
project-edit = Name, visibility, ending
project-edit-title = The project and who sees it
project-name = Name
project-about = Purpose
project-about-hint = One or two sentences, in the customer’s words.
project-who-sees-it = Who sees it
project-show-at-once = Show it to the customer right away
project-show-at-once-hint = Otherwise only colleagues see it until you show it.
project-shown-since = Visible to the customer since { $day }.
project-share = Show to the customer
project-share-means = { $customer } does not see this project yet. Once you show it, they see its status reports, promised dates and visible tasks, and new discussions about it. Earlier discussions stay internal.
project-unshare = Hide from the customer
project-unshare-means = { $customer } will no longer see this project. They may already have read it.
project-unshare-sure = Yes, hide it
project-goes-on = End or reopen
project-end = End the project
project-end-means = It moves to the ended projects on the plan, where both sides can still read it. You can reopen it.
project-end-sure = Yes, end it
project-resume = Reopen the project
project-resume-means = This project has ended. If you reopen it, it is active on the plan again.
status-title = Status report
status-light = Status
status-reason = Reason, as the customer will read it
status-reason-hint = Shown on the plan next to the status. Say what it means for the customer.
status-keep = Report

# What was removed
removed-title = Removed
removed-count = { $count ->
    [one] One removed
   *[other] { $count } removed
}
removed-milestone = Milestone, removed { $when } by { $who }
removed-task = Task, removed { $when } by { $who }
removed-bring-back = Restore
status-round-title = Report the status of several projects
status-round-lead = Change what is different and say why. A project that you leave as it is gets no new report.
status-round-open = Report the status
status-round-some = Some reports are not saved yet. The others are.
status-round-meanwhile = { $who } has reported meanwhile: { $light }. Your report is not saved yet; report again to say yours after it.

# Copying a project, and adding many things at once
project-copy = Copy this project
project-copy-title = Copy the project
project-copy-text = The promised dates and the tasks are copied; the distances between the dates stay the same. The copy is hidden from the customer until you show it.
project-copy-sure = Make the copy
project-copy-for = For which customer
project-copy-for-hint = The customer’s number or name.
project-copy-starts-on = First date
project-copy-starts-on-hint = The first promised date of the copy. The others follow from it.
lines-several = Add several
lines-several-title = Add several together
lines-what = What are the lines?
lines-ours = Tasks for us
lines-theirs = Tasks for the customer
lines-dates = Promised dates
lines-lines = One per line
lines-hint = Type or paste. A date at the beginning or end of a line is its date, for example: Pilot in hall 3; 2026-12-04.
lines-add = Add all
lines-unreadable = Line { $line } cannot be used: it is empty or too long.
lines-without-day = Line { $line } has no date.
lines-too-many = At most { $limit } lines at a time.
lines-quick = Add a task
lines-quick-hint = One line and Enter. A date at the end is its due date.
lines-quick-add = Add

# Templates of projects, and the first day
project-template-title = Save the project as a template
project-template-text = The dates and tasks are saved as distances from the first day. Names of people, status, discussions and the notes of internal tasks are not. Your colleagues can read it and start from it too.
project-template-save = Save as a template
project-template-name = Name of the template
project-template-name-hint = For example: New site, 12 weeks
project-template-task = Task
project-template-date = Promised date
project-template-days = { $days ->
    [0] on the first day
    [one] one day after the first
   *[other] { $days } days after the first
}
project-template-size = { $items ->
    [one] One date or task
   *[other] { $items } dates and tasks
}
project-template-remove = Remove
project-templates-title = Project templates
project-templates-lead = Start a project from one of these on any customer’s plan.
project-templates-none = No templates yet. Save one from a project’s edit page.
project-from-title = Start from a template
project-from-text = The project is hidden from the customer until you show it. All dates follow the first day.
project-first-day = First day
project-first-day-hint = All other dates stay as far from it as they are.
project-first-day-title = Move the first day
project-first-day-text = The customer has not seen this project, so no date is promised yet. All dates move by the same number of days.
project-first-day-move = Move all days
problem-promised = The customer has seen these dates. Move each one on its own, with a reason.
project-template-remove-means = No new project can be started from { $name }. Projects already started stay as they are.
project-template-remove-sure = Yes, remove the template
status-round-nothing = Nothing is changed yet. Choose another status, or write why, for at least one project.
