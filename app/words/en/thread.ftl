# Discussions.
thread-ask = Ask or tell something
thread-ask-first = Ask the first question
thread-ask-here = Ask about this
thread-count = { $n ->
    [one] { $n } discussion
   *[other] { $n } discussions
}
threads-none = No questions yet
threads-none-text = Ask about anything. You see who should answer and how long the question has been waiting.
threads-none-here = Questions about this appear here, with whose turn it is.
threads-all = All discussions
threads-with = Waiting for { $name }
threads-resting = Nobody needs to act
threads-resolved = Resolved
threads-newer = Previous
threads-older = Next
thread-last = { $name }: { $text }
thread-last-you = You: { $text }
thread-not-shown = The customer cannot see this right now
thread-not-shown-text = The project is hidden from { $customer }. Once it is shown again, they can read all of this, including what is written in the meantime.
thread-inside = Stays internal
thread-inside-text = This began before { $customer } could see the project. It stays within { $supplier }, even after the project is shown. For anything { $customer } should read, start a new discussion then.
thread-new-inside = { $customer } cannot see this project now. What you write stays within { $supplier }, even after the project is shown.
thread-reply-inside = To your colleagues

# What it is about
thread-about = About
thread-about-plan = The plan as a whole
thread-about-milestone = { $name }, in { $project }
thread-about-task = { $name }, in { $project }
thread-about-invoice = Invoice { $number }
thread-about-line = { $name }, on invoice { $number }
about-project = Project
about-milestone = Milestone
about-task = Task
about-invoice = Invoice
about-line = Invoice line
thread-opened-by = Started by

# Whose turn it is
ball-you = waits for you, { $age }
ball-us = waits for us, { $age }
ball-other = waits for { $name }, { $age }
ball-nobody = nobody needs to act
ball-resolved = resolved
ball-since = since { $moment }
ball-not-right = Not right?
ball-say-you = It waits for me
ball-say-us = It waits for us
ball-say-other = It waits for { $name }
ball-say-nobody = Nobody needs to act

# One discussion
thread-speech = Messages
thread-earlier = Earlier messages
thread-to-end = To the latest messages
thread-reply = Reply
thread-reply-label = To { $name } and everyone in this discussion
thread-reply-reopens = A reply reopens the discussion.
thread-markdown-hint = Links, - lists, *emphasis* and `code` work.
thread-send = Send the reply
thread-draft-kept = Draft saved in this browser.
draft-sending = Sending…
draft-saving = Saving…
message-read-by = Read by { $names }.
message-emailed = { $n ->
    [one] Sent. { $names } gets an email.
   *[other] Sent. { $names } get an email.
}
message-unread = Sent, not read yet.
message-names-more = { $names } and { $n } more
thread-readers = Read by { $names } and { $supplier }.
thread-readers-supplier = Read by { $supplier } only.
thread-news = There is a new message.
thread-files = Files
thread-files-choose = Add files
thread-files-hint = Up to { $count } files, { $limit } MB each and { $total } MB together. Pictures are shown here, without the place where they were taken.
thread-files-again = This is not sent yet. Please choose the files again.
thread-file-too-large = { $name } is larger than { $limit } MB.
thread-file-too-many = { $name } is one file too many: a message takes { $limit }.
thread-file-program = { $name } is a program, and programs cannot be sent here.
thread-file-unreadable = { $name } cannot be read as a picture. Please save it again as JPEG or PNG.
thread-file-busy = { $name } was not attached: other pictures of yours are still being read. Attach it again in a moment.
thread-file-full = { $name } does not fit: the files in these discussions may take { $limit } GB in all.
file-version = Version { $n }
file-choose = Choose a file
file-choose-hint = One file, up to { $limit } MB.
file-newest = Current version
file-earlier = Earlier versions
file-replaced = Replaced
file-waits = Waiting for approval
file-waits-you = File that needs your approval
file-waits-do = Look at the file
file-approved = Approved
file-refused = Refused
file-approved-by = Approved by { $name }, { $moment }. Fingerprint of the approved file: { $hash }
file-refused-by = Refused by { $name }, { $moment }. Fingerprint of the refused file: { $hash }
file-asked-by = { $name } asked for approval, { $moment }.
file-hash = Fingerprint (SHA-256): { $hash }
file-ask = Needs approval
file-ask-files = { $name } needs to approve these files
file-ask-now = Ask { $name } for approval
file-next = New version
file-next-send = Add the version
file-one = Please choose one file.
file-different = What is different?
file-different-hint = Not required. A new version needs a new approval.
file-verdict = Your decision
file-approve = Approve
file-approve-hint = This exact version is fine.
file-refuse = Refuse
file-refuse-hint = Something must change first. Please say what.
file-reason = Reason
file-reason-hint = Required when you refuse.
file-decide = Save the decision
file-stale = There is a newer version or another decision by now. Please look at it first.
file-infected = { $name } was not taken: the virus scanner found { $found } in it.
file-not-scanned = { $name } was not taken: the virus scanner does not answer. Please try again in a moment.
size-kb = { $size } kB
size-mb = { $size } MB
thread-resolve = Mark as resolved
thread-outcome-label = Outcome, in one line
thread-outcome-hint = Shown above the discussion for later readers.
thread-resolve-send = Resolve
thread-resolved = Resolved
thread-resolved-before = Resolved, reopened later
thread-reopen = Reopen
thread-stale = Somebody was first.
thread-stale-text = The discussion changed after you opened this page, so your change is not saved yet. What you wrote is still below. This is how it is now:
thread-stale-outcome = You wrote this as the outcome. Copy it into a reply if it is still needed:
note-internal = Internal: only { $name } sees this
note-label = Note to colleagues
note-keep = Save note

# A new one
thread-new-title = Ask or tell something
thread-new-about = About: { $about }
thread-title-label = Subject, in one line
thread-text-label = Your message
thread-new-send = Send

# Written by somebody who is no longer signed in
kept-title = Nothing you wrote is lost
kept-text = You were signed out before this was sent. It is not sent yet, but it is here.
kept-steps = Two steps to send it
kept-come-in = Sign in again in another tab: open your personal link from our email, or use one of these. Then come back to this page and press Send again.
kept-sign-in = You were signed out. Sign in again in another tab; then come back to this page and press Send again.
kept-open-link = Sign in again in another tab: open your personal link from our email, or ask for a new one. Then come back to this page and press Send again.
kept-second-factor = Set up two-step sign-in in another tab; it takes two minutes. Then come back to this page and press Send again.
kept-text-label = What you wrote
kept-send = Send again

# One message
message-edit = Edit
message-edited = edited
message-title = Message from { $name }
message-edit-label = Your message
message-edit-means = Everyone in the discussion sees that you edited it, and what it said before.
message-edit-stale = You or another window changed this message after you opened this page. What you wrote is below and is not saved yet.
message-withdraw = Withdraw this message
message-withdraw-means = The discussion then says that you withdrew it. Others may already have read it, and what it said remains on this page.
message-withdraw-sure = Withdraw
message-withdrawn = This message was withdrawn by its author.
message-before = Earlier versions
message-before-more = Even earlier versions
message-until = until { $moment }
message-show = Show in the discussion
message-agree = I agree
message-agree-undo = You agree. Undo
message-agreed = Agreed: { $names }
message-called = Mentioned: { $names }
message-called-you = mentions you
message-call-hint = Write @ and a name to notify one person.
message-call-names = People you can notify
message-call-found = Names to choose from. Move with the arrow keys, choose with Enter.
thread-split = Start a new discussion from here
thread-split-text = { $n ->
    [one] This message moves to a discussion of its own.
   *[other] { $n } messages, this one and all after it, move to a discussion of their own.
} The same people read it.
thread-split-do = Start the discussion
thread-split-from = Continues from
thread-split-to = Continues in
thread-change = Change
thread-change-title = Change subject or place
thread-change-stale = { $title } is the subject now: somebody changed it after you opened this page. What you wrote is not saved yet.
thread-about-choice = What it is about
thread-about-choice-hint = This decides who can read the discussion: an invoice is read by people who see invoices, a hidden project by your colleagues only.
thread-here = { $n ->
    [one] { $names } is reading this now.
   *[other] { $names } are reading this now.
}
