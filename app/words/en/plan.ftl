# The plan of a customer.
plan-title = Co-operation plan
plan-how-it-is-going = How it is going
plan-people = Who else is here
plan-people-none = Nobody else from your company is here yet.
plan-welcome = This is the plan that { $customer } and { $supplier } keep together: how the work is going, who has it, what waits for whom. From now on it tells what has changed since you were here.
plan-no-projects = No projects yet
plan-no-projects-member = Each will stand here with its light, the reason for it and the next promised date. { $name } brings in the first one; ask if you are waiting for it.
plan-no-projects-staff = Start the first one. The customer sees nothing of it until you show it.
greeting-first = Welcome, { $name }
greeting-morning = Good morning, { $name }
greeting-day = Hello, { $name }
greeting-evening = Good evening, { $name }
waiting-for-you = Waiting for you
waiting-for-us = Waiting for us
waiting-none = Nothing at the moment
waiting-none-member = When we need something from you it stands here, with why and by when.
waiting-none-staff = What the customer asks and what we have not done yet stands here, the oldest first.
waiting-due = by { $day }
waiting-was-due = was due on { $day }
news-title = What changed
news-count = { $count ->
    [one] One thing has
   *[other] { $count } things have
} changed since your last visit ({ $visit }).
news-more-than = More than { $count } things have changed since your last visit ({ $visit }).
news-latest = These are the latest { $count }; there is more before them.
news-above-all = Above all: { $sentence }
news-none = All as you left it
news-none-since = Nothing has changed since your last visit ({ $visit }).
news-first-visit = Your first visit
news-first-visit-text = Next time this tells what is new since today.
way-back = Way back
conflict-title = Somebody changed this while you wrote
conflict-nothing-lost = Nothing is lost, and nothing of yours is kept yet. What only one of you changed is brought together already. Here both of you wrote: give yours up, or write it as it should stand.
conflict-theirs = As it stands now
conflict-yours = Yours, not kept yet
conflict-leave-theirs = Leave it as it stands
conflict-take-mine = Keep it like this

# All that changed
changes-all = All changes
changes-title = All that changed
changes-lead = Everything on this plan that is yours to know, newest first.
changes-none = There is nothing more here.
changes-newer = Newer
changes-older = Older
