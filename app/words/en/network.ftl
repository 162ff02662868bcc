### Who knows whom
network-title = Who knows whom
network-lead = Contacts between people on both sides: in discussions, calls, visits, meetings and emails that you can see.
network-map = Map
network-picture = Map of who has been in contact with whom: { $n ->
    [one] { $n } line
   *[other] { $n } lines
}. The table below says the same.
network-legend = The thicker the line, the more contacts in the last six months. A dotted line means none in that time.
network-line = { $member } and { $staff }: last contact { $ago }
network-table = Contacts
network-caption = The latest contact first. Recent means the last { $days } days.
network-person = Person
network-contact = Contact
network-last = Last contact
network-lately = Recent
network-how = How
network-recent = { $n ->
    [0] none
    [one] { $n } contact
   *[other] { $n } contacts
}
network-discussions = discussions
network-calls = calls
network-visits = visits
network-meetings = meetings
network-emails = emails
network-ago-days = { $n ->
    [0] today
    [one] yesterday
   *[other] { $n } days ago
}
network-ago-weeks = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
}
network-ago-months = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
network-alone = Nobody in touch
network-alone-text = None of your colleagues has been in contact with these people in the last { $days } days.
network-never = no contact yet
network-last-ago = last contact { $ago }
network-none = No contacts yet
network-none-text = The map appears when people from both sides have written in the same discussion, met or called.
