demo-mails-title = Demons brev
demo-mails-text = Demon skickar ingen e-post. Det som skulle ha gått ut står här, det nyaste först.
demo-mails-none = Inga brev ännu
demo-mails-none-text = Öppna en personlig länk i en ny webbläsare, så är koden här om en stund.
demo-mails-to = Till { $name }, { $address }
