demo-mails-title = Mails of the demo
demo-mails-text = The demo sends no mail. What would have gone out stands here, the newest first.
demo-mails-none = No mails yet
demo-mails-none-text = Open a personal link in a new browser, and the code will be here a moment later.
demo-mails-to = To { $name }, { $address }
