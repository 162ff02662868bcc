# Sökning
nav-search = Sök
search-title = Sök
search-label = Ord, ett namn eller ett nummer
search-hint = Sökningen gäller allt som du kan se.
search-nothing = Inget innehåller alla de här orden.
search-count = { $n ->
    [one] { $n } träff
   *[other] { $n } träffar
}
search-more = Det finns fler. Lägg till ett ord för att begränsa.
search-old = Vi når inte servern, så träffarna kan vara gamla. Vi försöker igen om en stund.
search-projects = Projekt
search-milestones = Delmål
search-tasks = Uppgifter
keys-label = Sök en kund, en person, en diskussion, vad som helst
keys-find = Sök vad som helst, från vilken sida som helst
keys-lines = Nästa eller föregående rad i en lista
keys-edit = Ändra det som sidan visar
keys-close = Stäng
