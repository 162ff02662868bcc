# Projekt och deras status.
light-done = Klart
light-on-track = Enligt plan
light-at-risk = Risk för försening
light-late = Försenat
light-none = Ingen status ännu
project-no-promises = Inga lovade datum ännu.
project-all-reached = Allt som lovats är uppnått.
project-no-report = Den första rapporten kommer här.
project-not-shown = Inte synligt för kunden ännu
project-ended = Avslutat
project-ended-on = Avslutades den { $day }.
project-report = Rapportera status
project-report-of = för { $name }
project-reports = Tidigare statusrapporter
project-who-has-it = Ansvarig för projektet
project-start = Starta ett projekt
project-start-title = Nytt projekt
project-edit = Namn, synlighet, avslut
project-edit-title = Projektet och vem som ser det
project-name = Namn
project-about = Syfte
project-about-hint = En eller två meningar med kundens egna ord.
project-who-sees-it = Vem ser projektet?
project-show-at-once = Visa det för kunden direkt
project-show-at-once-hint = Annars ser bara kollegorna det tills du visar det.
project-shown-since = Synligt för kunden sedan den { $day }.
project-share = Visa för kunden
project-share-means = { $customer } ser inte det här projektet ännu. När du visar det ser de statusrapporter, lovade datum och synliga uppgifter samt nya diskussioner. Tidigare diskussioner förblir interna.
project-unshare = Dölj för kunden
project-unshare-means = { $customer } ser inte längre det här projektet. De kan redan ha läst det.
project-unshare-sure = Ja, dölj det
project-goes-on = Avsluta eller öppna igen
project-end = Avsluta projektet
project-end-means = Det flyttas till planens avslutade projekt, där båda fortfarande kan läsa det. Du kan öppna det igen.
project-end-sure = Ja, avsluta
project-resume = Öppna projektet igen
project-resume-means = Det här projektet är avslutat. Om du öppnar det igen är det åter aktivt i planen.
status-title = Statusrapport
status-light = Status
status-reason = Skäl, med kundens egna ord
status-reason-hint = Visas i planen intill statusen. Säg vad det betyder för kunden.
status-keep = Rapportera

# Vad som är borttaget
removed-title = Borttaget
removed-count = { $count ->
    [one] En borttagen
   *[other] { $count } borttagna
}
removed-milestone = Delmål, borttaget { $when } av { $who }
removed-task = Uppgift, borttagen { $when } av { $who }
removed-bring-back = Återställ
status-round-title = Rapportera status för flera projekt
status-round-lead = Ändra det som är annorlunda och säg varför. Ett projekt som du lämnar som det är får ingen ny rapport.
status-round-open = Rapportera status
status-round-some = Några rapporter är inte sparade ännu. De andra är sparade.
status-round-meanwhile = { $who } har rapporterat under tiden: { $light }. Din rapport är inte sparad ännu; rapportera igen så kommer din efter den.

# Kopiera ett projekt, och lägga till mycket på en gång
project-copy = Kopiera projektet
project-copy-title = Kopiera projektet
project-copy-text = Lovade datum och uppgifter kopieras; avstånden mellan datumen är desamma. Kunden ser inte kopian förrän du visar den.
project-copy-sure = Gör kopian
project-copy-for = För vilken kund
project-copy-for-hint = Kundens nummer eller namn.
project-copy-starts-on = Första datum
project-copy-starts-on-hint = Kopians första lovade datum. De andra följer av det.
lines-several = Lägg till flera
lines-several-title = Lägg till flera på en gång
lines-what = Vad är raderna?
lines-ours = Uppgifter för oss
lines-theirs = Uppgifter för kunden
lines-dates = Lovade datum
lines-lines = En per rad
lines-hint = Skriv eller klistra in. Ett datum i början eller slutet av en rad är dess datum, till exempel: Pilot i hall 3; 2026-12-04.
lines-add = Lägg till alla
lines-unreadable = Rad { $line } kan inte användas: den är tom eller för lång.
lines-without-day = Rad { $line } saknar datum.
lines-too-many = Högst { $limit } rader åt gången.
lines-quick = Lägg till en uppgift
lines-quick-hint = En rad och Enter. Ett datum i slutet är dess sista dag.
lines-quick-add = Lägg till

# Templates of projects, and the first day
project-template-title = Spara projektet som mall
project-template-text = Datum och uppgifter sparas som avstånd från den första dagen. Personers namn, status, diskussioner och interna uppgifters anteckningar sparas inte. Dina kollegor kan också läsa mallen och börja från den.
project-template-save = Spara som mall
project-template-name = Mallens namn
project-template-name-hint = Till exempel: Ny plats, 12 veckor
project-template-task = Uppgift
project-template-date = Lovat datum
project-template-days = { $days ->
    [0] på den första dagen
    [one] en dag efter den första
   *[other] { $days } dagar efter den första
}
project-template-size = { $items ->
    [one] Ett datum eller en uppgift
   *[other] { $items } datum och uppgifter
}
project-template-remove = Ta bort
project-templates-title = Projektmallar
project-templates-lead = Starta ett projekt från någon av dem i vilken kunds plan som helst.
project-templates-none = Inga mallar ännu. Spara en från projektets redigeringssida.
project-from-title = Starta från en mall
project-from-text = Kunden ser inte projektet förrän du visar det. Alla datum följer den första dagen.
project-first-day = Första dagen
project-first-day-hint = Alla andra datum behåller sitt avstånd till den.
project-first-day-title = Flytta den första dagen
project-first-day-text = Kunden har inte sett projektet, så inget datum är lovat ännu. Alla datum flyttas lika mycket.
project-first-day-move = Flytta alla dagar
problem-promised = Kunden har sett de här datumen. Flytta vart och ett för sig, med ett skäl.
project-template-remove-means = Inget nytt projekt kan startas från { $name }. Projekt som redan har startat påverkas inte.
project-template-remove-sure = Ja, ta bort mallen
status-round-nothing = Inget är ändrat ännu. Välj en annan status eller skriv varför för minst ett projekt.
