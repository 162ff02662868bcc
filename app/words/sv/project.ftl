# Projekt och deras ljus.
light-done = Klart
light-on-track = Enligt plan
light-at-risk = I riskzonen
light-late = Försenat
light-none = Nyss börjat
project-next = Härnäst:
project-no-promises = Inga datum lovade ännu.
project-all-reached = Allt som lovats är nått.
project-no-report = Ingen har rapporterat ännu. Det första ljuset kommer med sitt skäl.
project-not-shown = Visas inte för kunden ännu
project-ended = Avslutat
project-ended-on = Avslutades { $day }.
project-report = Rapportera
project-report-of = hur det går med { $name }
project-reports = Hur det blev så här
project-who-has-it = Vem som har det här projektet
project-start = Starta ett projekt
project-start-title = Ett nytt projekt
project-edit = Namn, synlighet, avslut
project-edit-title = Projektet och vem som ser det
project-name = Vad det heter
project-about = Vad det är till för
project-about-hint = En eller två meningar med kundens egna ord.
project-who-sees-it = Vem som ser det
project-show-at-once = Visa det för kunden genast
project-show-at-once-hint = Annars ser bara dina kollegor det tills du visar det.
project-shown-since = Kunden har sett det sedan { $day }.
project-share = Visa det för kunden
project-share-means = { $customer } ser inte det här projektet ännu. När du visar det ser de alla rapporter, lovade datum och gemensamma uppgifter, och det som diskuteras från och med då. Diskussioner som började medan projektet var dolt stannar inom huset.
project-unshare = Ta bort det ur kundens vy
project-unshare-means = { $customer } hittar inte längre det här projektet. Det de har läst har de läst.
project-unshare-sure = Ja, ta bort det
project-goes-on = Om det fortsätter
project-end = Avsluta projektet
project-end-means = Det lämnar planens ljus och finns kvar att läsa för båda. Det kan öppnas igen.
project-end-sure = Ja, avsluta
project-resume = Öppna igen
project-resume-means = Det här projektet är avslutat. Öppnat igen står det åter i planen.
status-title = Hur det går
status-light = Ljuset
status-reason = Varför, med kundens egna ord
status-reason-hint = Det står i planen bredvid ljuset. Säg vad det betyder för dem.
status-keep = Rapportera

# Vad som är borttaget
removed-title = Borttaget
removed-count = { $count ->
    [one] En sak är borttagen
   *[other] { $count } saker är borttagna
}
removed-milestone = Delmål, borttaget { $when } av { $who }
removed-task = Uppgift, borttagen { $when } av { $who }
removed-bring-back = Ta tillbaka
