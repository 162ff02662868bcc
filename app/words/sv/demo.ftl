demo-mails-title = Mejl från demoversionen
demo-mails-text = Demoversionen skickar ingen e-post. Det som skulle ha skickats står här, det nyaste först.
demo-mails-none = Inga mejl ännu
demo-mails-none-text = Öppna en personlig länk i en ny webbläsare, så är koden här om en stund.
demo-mails-to = Till { $name }, { $address }
