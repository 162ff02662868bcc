# The language of somebody who is not in
entry-language = Language

# A personal link
link-kind = A personal link
link-title = For { $name }
link-text = Here is the plan that { $companies } and { $supplier } keep together: how the work goes, who has it, what we need from you, and what you pay for.
link-open = Open the plan
link-other-in = You are in as { $name } in this browser. When you open this link, { $name } is signed out here.
link-not-you = Not { $name }?
link-not-you-text = This link is personal: whoever opens it acts as { $name }. If it came to you by mistake, please close this page. If it was passed on to you, we are glad to give you a link of your own.
link-ask-own = Ask for my own link
link-too-many-title = Too many codes for now.
link-too-many-text = { $minutes ->
    [one] Please try again in a minute. The last code we sent may still be good.
   *[other] Please try again in { $minutes } minutes. The last code we sent may still be good.
}
link-too-many-hours = Please try again in { $hours } hours, or ask for a new link: that one opens at once.
link-devices-title = Many new devices have come in with this link just now.
link-devices-text = { $minutes ->
    [one] Please try again in a minute. If those were not yours, tell your contact: the link may be in other hands.
   *[other] Please try again in { $minutes } minutes. If those were not yours, tell your contact: the link may be in other hands.
}
link-expired-title = This link has run out
link-expired-text = Personal links work for half a year. Nothing of yours is gone: ask for a new one, and it comes by mail.
link-revoked-title = This link no longer works
link-revoked-text = It was ended, perhaps because a newer one took its place. Nothing of yours is gone: look for the latest link in your mail, or ask for a new one.
link-unknown-title = This is not one of our links
link-unknown-text = Perhaps a piece of it was lost on the way: in some mail programs long addresses break. Press the button in the mail, or ask for a new link.
link-over-foot = If you would rather talk, answer the mail that brought the link, or call whoever you know with us.

# The code by mail
code-kind = A code by mail
code-title = Six digits from your mail
code-text = We have just mailed you a code. It is good for ten minutes, in this browser only.
code-label = The code from the mail
code-hint = Paste it or type it; spaces do not matter.
code-continue = Continue
code-wrong = { $left ->
    [one] That is not the code we sent. You have one try left.
   *[other] That is not the code we sent. You have { $left } tries left.
}
code-no-mail = No mail?
code-no-mail-text = It usually takes less than a minute. Look among the junk as well. If it does not come, open your personal link again: then we send another code. If that one does not come either, call whoever you know with us; perhaps we have your address wrong.
code-expired-title = There is no code to type here
code-expired-text = Its ten minutes are over, or it was asked for in another browser. Open your personal link again from the mail: then we send a new code.
code-used-title = This code is used up
code-used-text = There were too many wrong tries, or it let you in already. Open your personal link again from the mail: then we send a new code.
code-over-foot = The link in your mail works as before. Only if it is lost do you need a new one.

# A new link
new-link-title = A new personal link
new-link-text = Write the e-mail address that we know you by. Your new link comes there by mail; the ones you have used keep working.
new-link-email = Your e-mail at work
new-link-send = Send me a new link
new-link-staff = Do you work here?
new-link-sent-title = It is on its way
new-link-sent-text = If we know this address, a new link comes to it within a few minutes. Look among the junk as well.
new-link-sent-foot = Nothing there? Then we may know you by another address: try that one, or call whoever you know with us.
new-link-too-many-title = Asked for too often.
new-link-too-many-text = { $minutes ->
    [one] Please try again in a minute. The links that were sent already hold.
   *[other] Please try again in { $minutes } minutes. The links that were sent already hold.
}
