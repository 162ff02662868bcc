# Discussions.
thread-ask = Ask or tell something
thread-ask-first = Ask the first question
thread-ask-here = Ask about this
thread-count = { $n ->
    [one] { $n } discussion
   *[other] { $n } discussions
}
threads-none = Nothing asked yet
threads-none-text = Ask about anything here. You see who answers, and since when it waits.
threads-none-here = Questions about this will be here, each with whose turn it is.
threads-all = All discussions
threads-with = With { $name }
threads-resting = Waiting for nobody
threads-resolved = Resolved
threads-newer = Back
threads-older = Further
thread-last = { $name }: { $text }
thread-last-you = You: { $text }
thread-not-shown = The customer does not see this just now
thread-not-shown-text = The project is out of { $customer }’s view. Once it is shown again they read all of this, also what is said until then.
thread-inside = Stays inside
thread-inside-text = This began before { $customer } was shown the project. It stays among the people of { $supplier }, also once the project is shown. What { $customer } should read needs a discussion that begins after that.
thread-new-inside = { $customer } does not see this project now. What you write stays among the people of { $supplier }, also once the project is shown.
thread-reply-inside = To your colleagues

# What it is about
thread-about = About
thread-about-plan = The plan as a whole
thread-about-milestone = { $name }, in { $project }
thread-about-invoice = Invoice { $number }
thread-about-line = { $name }, on invoice { $number }
about-project = Project
about-milestone = Milestone
about-invoice = Invoice
about-line = Invoice line
thread-opened-by = Begun by

# Whose turn it is
ball-you = waits for you, { $age }
ball-us = waits for us, { $age }
ball-other = with { $name }, { $age }
ball-nobody = waits for nobody
ball-resolved = resolved
ball-since = since { $moment }
ball-not-right = Not right?
ball-say-you = It waits for you
ball-say-us = It waits for us
ball-say-other = It waits for { $name }
ball-say-nobody = It waits for nobody

# One discussion
thread-speech = What was said
thread-earlier = Earlier messages
thread-to-end = To the latest messages
thread-reply = Reply
thread-reply-label = To { $name } and everyone in this discussion
thread-reply-reopens = A reply opens the discussion again.
thread-markdown-hint = Links, - lists, *emphasis* and `code` work.
thread-send = Send the reply
thread-draft-kept = Draft kept in this browser.
thread-resolve = Resolve it
thread-outcome-label = What came of it, in one line
thread-outcome-hint = It stands above the discussion for whoever comes later.
thread-resolve-send = Resolve
thread-resolved = Resolved
thread-reopen = Open it again
thread-stale = Somebody was quicker.
thread-stale-text = The discussion has changed since you opened this page, so your change is not made yet. What you wrote is still below. It now stands like this:
thread-stale-outcome = This is what you wrote as its outcome. Copy it into a reply if it should still be said:
note-internal = Internal: only { $name } sees this
note-label = Note to colleagues
note-keep = Keep the note

# A new one
thread-new-title = Ask or tell something
thread-new-about = About: { $about }
thread-title-label = What it is about, in one line
thread-text-label = Your message
thread-new-send = Send

# Written by somebody who is not in any more
kept-title = Nothing you wrote is lost
kept-text = Your visit had ended before this was sent. It is not sent yet, but it is here.
kept-steps = Two steps to send it
kept-come-in = Come in again in another tab: open your personal link from the mail, or use one of these. Then come back to this page and press Send again.
kept-sign-in = Your visit had ended. Sign in again in another tab; then come back to this page and press Send again.
kept-open-link = Come in again in another tab: open your personal link from the mail, or ask for a new one. Then come back to this page and press Send again.
kept-second-factor = Set up your second factor in another tab, which takes two minutes. Then come back to this page and press Send again.
kept-text-label = What you wrote
kept-send = Send again
