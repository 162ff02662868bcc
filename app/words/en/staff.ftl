# The supplier's people, as admins keep them
nav-staff = Staff
role-admin = Admin
role-admin-about = Keeps the staff, and everything else
role-manager = Key account manager
role-manager-about = Keeps customers, members and plans
role-specialist = Specialist
role-specialist-about = Writes where responsible
staff-lead = Those who work here, and what each may do.
staff-add = Add a colleague
staff-add-text = You are shown a first password, once, to hand over.
staff-name = First and last name
staff-email-moves = They sign in with it. With a new address their devices are signed out, and we tell the old one.
staff-title = What they are called at work
staff-role = What they may do
staff-speaks = Languages they speak with customers
staff-reads = Language of their own pages
staff-seen = Last here { $when }
staff-never-seen = Not been here yet
staff-factor-on = Second factor on
staff-factor-off = No second factor
staff-done-changed = Saved.
staff-done-ended = Their time here has ended, and their devices are signed out.
staff-added-title = { $name } is added
staff-first-password = First password
staff-password-text = { $name } signs in with { $email } and this password.
staff-password-foot = It is shown only now. Hand it over in person or by phone, and ask them to change it at once on their own page.
staff-password-told = I have handed it over
staff-reset = A new password
staff-reset-ask = Has { $name } forgotten the password?
staff-reset-text = When somebody has forgotten it. You are shown a new one, once, to hand over; all their devices are signed out.
staff-reset-factor = The phone is lost as well
staff-reset-factor-about = The second factor is switched off and must be set up anew
staff-reset-deed = Make a new password
staff-reset-title = A new password for { $name }
staff-over = Everything they have
staff-over-has = { $name } has { $customers ->
    [0] no customer
    [one] one customer
   *[other] { $customers } customers
} and { $projects ->
    [0] no separate project
    [one] one separate project
   *[other] { $projects } separate projects
}, and stands in { $times ->
    [0] for nobody.
    [one] during one absence.
   *[other] during { $times } absences.
}
staff-over-nothing = { $name } has no customer and no project, and stands in for nobody.
staff-over-ask = Hand over all that { $name } has
staff-over-means = All of it goes to one colleague from this moment on: customers, projects, and the days on which others are away. Each customer sees the new face at once. What somebody hands over meanwhile is left as it is.
staff-over-deed = Hand all of it over
staff-over-done = All of it is handed over.
staff-over-left = Some days are left: nobody can stand in for themselves. Choose somebody else for those.
staff-end = The end of their time here
staff-end-ask = Does { $name } leave?
staff-end-text = All devices are signed out at once, and signing in is over. What was written stays, under the same name.
staff-end-deed = End the time of { $name } here
staff-last-admin-title = Somebody must keep the staff.
staff-last-admin-text = This is the last admin. Make somebody else an admin first.
staff-still-needed-title = Not yet.
staff-still-responsible-text = { $name } still has these. Hand them over first, one by one or all at once further down, so that no customer is left without a contact:
staff-still-stands-in-text = { $name } stands in for these colleagues. Choose somebody else for each of them first, so that no customer is left without a contact:
