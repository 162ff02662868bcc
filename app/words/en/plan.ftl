# The plan of a customer.
plan-title = Co-operation plan
plan-how-it-is-going = How it is going
plan-people = Others from your company
plan-people-none = Nobody else from your company is here yet.
plan-welcome = This is the shared plan of { $customer } and { $supplier }: how the work is going, who is responsible, and what is waiting for whom. From now on it also shows what has changed since your last visit.
plan-no-projects = No projects yet
plan-no-projects-member = Projects will appear here with their status and next date. { $name } adds the first.
plan-no-projects-staff = Start the first one. The customer does not see it until you show it.
greeting-first = Welcome, { $name }
greeting-morning = Good morning, { $name }
greeting-day = Hello, { $name }
greeting-evening = Good evening, { $name }
waiting-for-you = Waiting for you
waiting-for-us = Waiting for us
waiting-none = Nothing right now
waiting-none-member = When we need something from you, it appears here, with the reason and the date.
waiting-none-staff = The customer’s questions and our unfinished tasks appear here, oldest first.
waiting-due = by { $day }
waiting-was-due = was due on { $day }
news-title = Changes
news-count = { $count ->
    [one] One change
   *[other] { $count } changes
} since your last visit ({ $visit }).
news-more-than = More than { $count } changes since your last visit ({ $visit }).
news-latest = These are the latest { $count }. Earlier ones are under “All changes”.
news-above-all = Most important: { $sentence }
news-none = Nothing new
news-none-since = Nothing has changed since your last visit ({ $visit }).
news-first-visit = Your first visit
news-first-visit-text = Next time you will see here what has changed since today.
way-back = Back
conflict-title = Somebody changed this while you were writing
conflict-nothing-lost = Your version is not saved yet. Other changes are merged; here you both changed the same text. Leave it, or save yours.
conflict-theirs = Saved now
conflict-yours = Yours, not saved yet
conflict-leave-theirs = Leave it as it is
conflict-take-mine = Save mine

# All that changed
changes-all = All changes
changes-title = All changes
changes-lead = Everything that has happened on this plan, newest first.
changes-none = No more changes.
changes-newer = Newer
changes-older = Older
