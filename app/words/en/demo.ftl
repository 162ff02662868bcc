demo-mails-title = Emails of the demo
demo-mails-text = The demo sends no email. What would have been sent appears here, newest first.
demo-mails-none = No emails yet
demo-mails-none-text = Open a personal link in a new browser, and the code appears here a moment later.
demo-mails-to = To { $name }, { $address }
