# The plan of a customer.
plan-title = Co-operation plan
plan-how-it-is-going = How it is going
plan-people = Others from your company
plan-people-none = Nobody else from your company is here yet.
plan-no-projects-staff = Start the first one. The customer does not see it until you show it.
waiting-for-you = Waiting for you
waiting-for-us = Waiting for us
news-first-visit-text = Next time you will see here what has changed since today.
way-back = Back
conflict-title = Somebody changed this while you were writing
conflict-nothing-lost = Your version is not saved yet. Other changes are merged; here you both changed the same text. Leave it, or save yours.
conflict-theirs = Saved version
conflict-yours = Your version, not saved yet
conflict-leave-theirs = Leave it as it is
conflict-take-mine = Save mine

# All changes
changes-all = All changes
changes-title = All changes
changes-lead = Everything that has happened on this plan, newest first.
changes-none = No more changes.
changes-newer = Newer
changes-older = Older
changes-of = What
changes-in = Where
changes-of-everything = Everything
changes-in-everything = Everywhere
changes-show = Show
changes-of-customer = The co-operation
changes-of-person = People
changes-of-project = Projects and their status
changes-of-milestone = Promised dates
changes-of-task = Tasks
changes-of-invoice = Invoices
changes-of-thread = Discussions
changes-of-meeting = Meetings
change-from-to = { $from } → { $to }.
