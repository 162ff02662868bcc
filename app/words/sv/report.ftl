# Vad som rapporteras om en månad, ett kvartal eller ett år.
nav-reports = Rapporter
report-and-agreement = Avtal och rapporter
report-lead = Vad som lovades, levererades och beslutades, månad för månad. En publicerad rapport ändras inte.
report-none = Inga rapporter ännu
report-none-text = En rapport visas här när den publiceras.
report-draft = Skriv ett rapportutkast
report-draft-means = Rapporten sammanställs ur planen. Du lägger till egna ord och publicerar den.
report-period = Hur lång tid?
report-month = Månad
report-quarter = Kvartal
report-year = År
report-day = En dag i den
report-day-hint = Vilken dag som helst i månaden, kvartalet eller året
report-words = Med egna ord
report-words-hint = Vad som gick bra, vad vi lärde oss, vad som kommer härnäst
report-of-month = { $month ->
    [1] Januari
    [2] Februari
    [3] Mars
    [4] April
    [5] Maj
    [6] Juni
    [7] Juli
    [8] Augusti
    [9] September
    [10] Oktober
    [11] November
   *[other] December
} { $year }
report-of-quarter = Kvartal { $quarter } { $year }
report-of-year = År { $year }
report-is-draft = Utkast
report-draft-is = Bara du och dina kollegor ser utkastet. Innehållet följer planen tills rapporten publiceras.
report-published-on = Publicerad den { $day }
report-change = Redigera orden
report-remove = Ta bort utkastet
report-remove-means = Orden försvinner. Planen förblir som den är.
report-remove-sure = Ta bort utkastet
report-publish = Publicera
report-publish-means = Kunden ser rapporten, och den kan inte längre ändras. Genom att publicera godkänner du den.
report-stale = En kollega ändrade orden efter att du öppnade sidan. Läs dem innan du publicerar.
report-broken = Rapporten har ändrats utanför Coplan efter publiceringen. Innehållet stämmer inte längre med kontrollsumman.
report-nothing = Inget att rapportera för den här tiden
report-delivered = Levererat
report-promised = Lovat
report-measured = Mätt
report-decided = Beslutat
report-asked = Frågat
report-spent = Fakturerat
report-reached = { $project }, den { $day } (lovat till den { $promised })
report-promised-for = { $project }, lovat till den { $day }
report-moved = Tidigare: den { $day }.
report-value = { $value } den { $day }, från { $from } mot { $target }
report-asked-open = Öppen när detta rapporterades
report-invoice = Faktura
report-day-of-invoice = Datum
report-sum = Att betala
report-total = Totalt { $sum }
report-approval = Godkännande
report-approve = Godkänn rapporten
report-agreed = Godkänd
report-not-agreed = Inte godkänd ännu
report-hash = Publicerat innehåll, SHA-256 { $hash }
report-waits = Ny rapport
report-waits-do = Läs och godkänn
rhythm-title = Hur ofta
rhythm-means = När en månad, ett kvartal eller ett år är slut visas ett utkast bland det som väntar på dig. Du lägger till dina ord och publicerar senast den här dagen.
rhythm-how-often = En rapport kommer
rhythm-never = När vi gör en
rhythm-month = Varje månad
rhythm-quarter = Varje kvartal
rhythm-year = Varje år
rhythm-day = Senast vilken dag i månaden efter
rhythm-day-hint = Ett tal från 1 till 28
rhythm-none = Inga regelbundna rapporter.
rhythm-is-month = Varje månad, senast dag { $day } i nästa månad.
rhythm-is-quarter = Varje kvartal, senast dag { $day } i månaden efter.
rhythm-is-year = Varje år, senast dag { $day } i januari.
report-due = Ska publiceras senast den { $day }.
report-waits-draft = En rapport att publicera
report-waits-publish = Läs och publicera
report-waits-by = Rapport att publicera senast den { $day }
changes-of-report = Rapporter
thread-about-report = Rapport: { $name }
about-report = Rapport
event-report-published = { $who } publicerade rapporten { $label }
event-report-approved = { $who } godkände rapporten { $label }
mail-news-report = { $who } publicerade rapporten { $label }
problem-has-report = De här dagarna har redan en rapport. Välj andra dagar eller öppna den rapporten; din text finns kvar här.
report-publish-sums = Någon som ser summor publicerar rapporten, så att inget saknas i den.
report-pdf = Spara som PDF
