demo-mails-title = Demoversionens e-post
demo-mails-text = Demoversionen skickar ingen e-post. Det som skulle ha skickats visas här, det nyaste först.
demo-mails-none = Inga meddelanden ännu
demo-mails-none-text = Öppna en personlig länk i en ny webbläsare, så visas koden här om en stund.
demo-mails-to = Till { $name }, { $address }
