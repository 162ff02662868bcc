# The language of somebody who is not signed in
entry-language = Language

# A personal link
link-kind = Personal link
link-title = For { $name }
link-text = Here is the shared plan of { $companies } and { $supplier }: how the work is going, who is responsible, what we need from you, and what you pay for.
link-open = Open the plan
link-other-in = You are signed in as { $name } in this browser. If you open this link, { $name } is signed out here.
link-not-you = Not { $name }?
link-not-you-text = This link is personal: anybody who opens it acts as { $name }. If it reached you by mistake, please close this page. If somebody forwarded it to you, we gladly give you a link of your own.
link-ask-own = Ask for my own link
link-too-many-title = Too many codes for now.
link-too-many-text = { $minutes ->
    [one] Please try again in a minute. The last code we sent may still work.
   *[other] Please try again in { $minutes } minutes. The last code we sent may still work.
}
link-too-many-hours = Please try again in { $hours } hours, or ask for a new link: that one opens right away.
link-devices-title = This link was just used on many new devices.
link-devices-text = { $minutes ->
    [one] Please try again in a minute. If those devices were not yours, tell your contact: somebody else may have the link.
   *[other] Please try again in { $minutes } minutes. If those devices were not yours, tell your contact: somebody else may have the link.
}
link-expired-title = This link has expired
link-expired-text = Personal links work for half a year. Nothing is lost: ask for a new one, and we email it to you.
link-revoked-title = This link no longer works
link-revoked-text = It was revoked, perhaps because you have a newer one. Nothing is lost: look for the latest link in your email, or ask for a new one.
link-ended-title = The co-operation has ended
link-ended-text = The plan that this link opened is no longer shown. If you still need something from it, ask your contact.
link-unknown-title = This is not one of our links
link-unknown-text = Part of it may be missing: some email programs break long addresses. Press the button in the email, or ask for a new link.
link-over-foot = If you would rather talk, reply to the email with the link or call your contact.

# The code by email
code-kind = Code by email
code-title = Enter the six digits from the email
code-text = We have just emailed you a code. It is valid for ten minutes, in this browser only.
code-label = Code from the email
code-hint = Paste it or type it; spaces do not matter.
code-continue = Continue
code-wrong = { $left ->
    [one] That is not the code we sent. You have one try left.
   *[other] That is not the code we sent. You have { $left } tries left.
}
code-too-short = { $missing ->
    [one] One digit is missing: the code has six.
   *[other] { $missing } digits are missing: the code has six.
}
code-no-mail = No email?
code-no-mail-text = It usually takes less than a minute. Check your junk folder too. If it does not come, open your personal link again: then we send another code. If that does not come either, call your contact; we may have the wrong address.
code-expired-title = No code to enter here
code-expired-text = The ten minutes are over, or the code was requested in another browser. Open your personal link from our email again: then we send a new code.
code-used-title = This code no longer works
code-used-text = There were too many wrong tries, or you have already signed in with it. Open your personal link from our email again: then we send a new code.
code-over-foot = The link in your email still works. You need a new one only if it is lost.

# A new link
new-link-title = New personal link
new-link-text = Enter your work email. Links you already use keep working.
new-link-email = Work email
new-link-send = Send me a new link
new-link-staff = Do you work for us?
new-link-sent-title = It is on its way
new-link-sent-text = If we know this address, a new link arrives within a few minutes. Check your junk folder too.
new-link-sent-foot = Nothing there? We may know you by another address: try that one, or call your contact.
new-link-too-many-title = Too many requests.
new-link-too-many-text = { $minutes ->
    [one] Please try again in a minute. Links we have already sent still work.
   *[other] Please try again in { $minutes } minutes. Links we have already sent still work.
}
