# The supplier’s people, for admins
nav-staff = Staff
role-admin = Admin
role-admin-about = Manages staff and everything else
role-manager = Key account manager
role-manager-about = Manages customers, their people and plans
role-specialist = Specialist
role-specialist-about = Can edit where responsible
role-director = Director
role-director-about = Sees everything and changes nothing
staff-sums = Sees sums
staff-sums-about = Invoices, prices and what is open
staff-reach = Only these customers
staff-reach-about = Customer numbers or segments, separated by commas. Empty means all customers.
problem-no-customers = No customer has this number or segment.
staff-lead = Who works here, and what each may do.
staff-add = Add a colleague
staff-add-text = Your colleague gets an email with a link to choose a password. It is valid for three days.
staff-name = First and last name
staff-email-moves = Used to sign in. A new address signs out all devices, and we tell the old address.
staff-title = Job title
staff-role = Role
staff-speaks = Languages spoken with customers
staff-reads = Language of their own pages
staff-seen = Last active { $when }
staff-never-seen = Not signed in yet
staff-factor-on = Two-step sign-in on
staff-factor-off = Two-step sign-in off
staff-done-changed = Saved.
staff-done-ended = Access removed, and all devices are signed out.
staff-done-mailed = An email with a link to choose a password is on its way.
staff-reset = New password
staff-reset-ask = Has { $name } forgotten the password?
staff-reset-text = The present password stops working, all devices are signed out, and an email with a link to choose a new password is sent.
staff-reset-factor = The phone is lost too
staff-reset-factor-about = Two-step sign-in is turned off and must be set up again
staff-reset-deed = Email a link for a new password
staff-reset-title = New password for { $name }
staff-over = Responsibilities
staff-over-has = { $name } is responsible for { $customers ->
    [0] no customer
    [one] one customer
   *[other] { $customers } customers
} and { $projects ->
    [0] no separate project
    [one] one separate project
   *[other] { $projects } separate projects
}, and is the stand-in for { $times ->
    [0] no absence.
    [one] one absence.
   *[other] { $times } absences.
}
staff-over-nothing = { $name } is not responsible for any customer or project, and is nobody’s stand-in.
staff-over-ask = Hand over all responsibilities of { $name }
staff-over-means = From now on one colleague is responsible for everything: customers, projects, and stand-in days. Each customer sees the new contact right away. What somebody else hands over meanwhile stays as it is.
staff-over-deed = Hand over everything
staff-over-done = Everything is handed over.
staff-over-left = Some days are left: nobody can be their own stand-in. Choose somebody else for those.
staff-end = Remove access
staff-end-ask = Is { $name } leaving?
staff-end-text = All devices are signed out right away, and signing in no longer works. What they have written stays, under their name.
staff-end-deed = Remove access: { $name }
staff-last-admin-title = At least one admin must remain.
staff-last-admin-text = This is the last admin. Make somebody else an admin first.
staff-still-needed-title = Not yet.
staff-still-responsible-text = { $name } is still responsible for these. Hand them over first, one by one or all together below, so that every customer has a contact:
staff-still-stands-in-text = { $name } is the stand-in for these colleagues. Choose somebody else for each first, so that every customer has a contact:
