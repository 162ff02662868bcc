# Leverantörens tabell över alla kunder
portfolio-title = Kunder
portfolio-all = Alla kunder
portfolio-new = Ny kund
portfolio-search = Namn eller nummer
portfolio-responsible = Ansvarig
portfolio-everyone = Alla
portfolio-mine = Jag
portfolio-show = Visa
portfolio-show-all = Alla aktuella kunder
portfolio-show-waiting = Väntar på oss
portfolio-show-alarming = Risk för försening eller försenade
portfolio-show-overdue = Med försenat löfte
portfolio-show-ended = Avslutade kunder
portfolio-order = Ordning
portfolio-find = Sök
portfolio-old = Vi nådde inte servern, så listan kan vara inaktuell. Vi försöker igen om en stund.
portfolio-count = { $n ->
    [one] { $n } kund, { $order }
   *[other] { $n } kunder, { $order }
}
portfolio-by-waiting = längst väntan först
portfolio-by-waiting-back = längst väntan sist
portfolio-by-name = från A till Ö
portfolio-by-name-back = från Ö till A
portfolio-by-light = sämst läge först
portfolio-by-light-back = bäst läge först
portfolio-by-promise = närmaste lovade datum först
portfolio-by-promise-back = mest avlägsna lovade datum först
portfolio-by-open = största summan först
portfolio-by-open-back = minsta summan först
portfolio-by-visit = senast öppnad först
portfolio-by-visit-back = längst oöppnad först
portfolio-customer = Kund
portfolio-projects = Projekt
portfolio-waits = Väntar på oss
portfolio-promise = Nästa lovade datum
portfolio-open = Obetalt
portfolio-visit = Senast öppnad
portfolio-late = { $n ->
    [1] försenat
   *[other] { $n } försenade
}
portfolio-at-risk = { $n ->
    [1] risk för försening
   *[other] { $n } med risk för försening
}
portfolio-on-track = { $n ->
    [1] enligt plan
   *[other] { $n } enligt plan
}
portfolio-done = { $n ->
    [1] klart
   *[other] { $n } klara
}
portfolio-no-projects = inga ännu
portfolio-waits-nothing = inget
portfolio-waits-count = { $n } saker
portfolio-promise-none = inget
portfolio-promise-passed = { $day }, försenat
portfolio-open-none = inget
portfolio-open-others = { $n ->
    [one] och { $n } annan valuta
   *[other] och { $n } andra valutor
}
portfolio-visit-never = aldrig
portfolio-pages = Sidor
portfolio-range = { $first }–{ $last } av { $n }
portfolio-before = Föregående
portfolio-after = Nästa
portfolio-nothing = Ingen kund hittades
portfolio-nothing-text = Pröva med färre bokstäver av namnet eller numret, eller sök bland alla kunder.
portfolio-none = Inga kunder ännu
portfolio-none-text = Här ser du för varje kund projektens status, vad som väntar på dig och vad som är obetalt.
portfolio-number = Kundnummer
portfolio-waits-since = Väntar sedan
portfolio-currency = Valuta
portfolio-export = Ladda ner som kalkylblad (CSV)
saved-filter-title = Dina sparade vyer
saved-filter-save = Spara den här vyn
saved-filter-name = Vyns namn
saved-filter-name-hint = Till exempel: Mina försenade
saved-filter-remove = Ta bort
saved-filter-edit = Ändra
saved-filter-none = Inga vyer än. Välj vilka kunder du ser och i vilken ordning, och spara det som en vy.
saved-filter-remove-means = Vyn { $name } försvinner från din lista. Kunderna påverkas inte.
saved-filter-remove-sure = Ja, ta bort vyn
portfolio-waits-more = ”Väntar på oss” räknar också diskussioner om summor, som du inte ser.
portfolio-trend = Jämfört med för 30 dagar sedan
portfolio-trend-better = bättre än för en månad sedan
portfolio-trend-same = som för en månad sedan
portfolio-trend-worse = sämre än för en månad sedan
portfolio-trend-marks = Senaste statusar: { $marks }
