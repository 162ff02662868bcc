# Projects and their lights.
light-done = Done
light-on-track = On track
light-at-risk = At risk
light-late = Late
light-none = Just begun
project-next = Next:
project-no-promises = No dates promised yet.
project-all-reached = Everything promised is reached.
project-no-report = Nobody has reported yet. The first light comes with its reason.
project-not-shown = Not shown to the customer yet
project-ended = Ended
project-ended-on = Ended on { $day }.
project-report = Report
project-report-of = how { $name } is going
project-reports = How it came to this
project-who-has-it = Who has this project
project-start = Start a project
project-start-title = A new project
project-edit = Name, sharing, ending
project-edit-title = The project and who sees it
project-name = What it is called
project-about = What it is for
project-about-hint = One or two sentences, in words the customer uses.
project-who-sees-it = Who sees it
project-show-at-once = Show it to the customer at once
project-show-at-once-hint = Otherwise only your colleagues see it until you show it.
project-shown-since = The customer has seen it since { $day }.
project-share = Show it to the customer
project-share-means = { $customer } does not see this project yet. Shown, they see every report, promised date and onstage task of it, and what is discussed from then on. Discussions that began while it was hidden stay inside.
project-unshare = Take it from the customer’s view
project-unshare-means = { $customer } will no longer find this project. What they have read they have read.
project-unshare-sure = Yes, take it from view
project-goes-on = Whether it goes on
project-end = End the project
project-end-means = It leaves the plan’s lights and stays readable for both sides. It can be reopened.
project-end-sure = Yes, end it
project-resume = Reopen it
project-resume-means = This project has ended. Reopened, it stands on the plan again.
status-title = How it is going
status-light = The light
status-reason = Why, in words the customer uses
status-reason-hint = It stands on the plan beside the light. Say what it means for them.
status-keep = Report it

# What was taken off
removed-title = Removed
removed-count = { $count ->
    [one] One thing was removed
   *[other] { $count } things were removed
}
removed-milestone = Milestone, removed { $when } by { $who }
removed-task = Task, removed { $when } by { $who }
removed-bring-back = Bring it back
