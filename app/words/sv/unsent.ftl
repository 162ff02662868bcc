# Det som skrevs utan nätverk
unsent-you = Du
unsent-not-yet = Inte skickat än
unsent-means = Skickas av sig självt när nätet är tillbaka, också om webbläsaren har stängts.
unsent-now = Skicka nu
unsent-discard = Kasta
unsent-not-in = Du är inte längre inloggad, så det här skickades inte. Det sparas i den här webbläsaren i en vecka och skickas när du har loggat in igen med din personliga länk eller ditt lösenord.
unsent-not-found = Det här kunde inte skickas: diskussionen finns inte längre, eller så har du inte åtkomst. Din text finns i formuläret igen; kopiera den därifrån.
unsent-refused = Det här kunde inte skickas som det är. Din text finns i formuläret igen; kontrollera den och skicka på nytt.
unsent-files = Det finns inget nät just nu, och filer kan inte vänta i webbläsaren. Lämna sidan öppen och skicka igen när du är uppkopplad.
