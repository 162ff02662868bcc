# Delmål och löften.
timeline-label = { $count ->
    [one] 1 delmål
   *[other] { $count } delmål
}, { $reached ->
    [one] 1 nått
   *[other] { $reached } nådda
}.
timeline-next = Härnäst: { $name }, { $day }.
milestone-title = Vad som är lovat
milestone-none = Inga datum lovade ännu
milestone-none-member = Här kommer det att stå vad du kan vänta dig och när. Om en dag flyttas står den gamla kvar, med skälet.
milestone-none-staff = Lova den första dagen. Om den flyttas senare står den gamla kvar, med skälet.
milestone-was = tidigare:
milestone-late = Dagen har passerat utan att det är nått.
milestone-reached-on-day = Nått på dagen.
milestone-reached-early = Nått { $day }, { $days ->
    [one] en dag
   *[other] { $days } dagar
} i förväg.
milestone-reached-later = Nått { $day }, { $days ->
    [one] en dag
   *[other] { $days } dagar
} senare än lovat.
milestone-moved-because = Flyttat { $day } till { $to }:
milestone-add = Lova ett datum
milestone-add-title = Ett nytt löfte
milestone-add-keep = Lova
milestone-name = Vad som då är klart
milestone-name-hint = Så som kunden märker det: ”Hall 3 i det nya nätet”.
milestone-promised-on = Den lovade dagen
milestone-move = Flytta datumet
milestone-move-of = för { $name }
milestone-promised-now = Lovat nu:
milestone-new-day = Den nya dagen
milestone-because = Skälet
milestone-because-hint = Kunden läser det. Den gamla dagen står kvar i planen, överstruken.
milestone-move-keep = Lova den nya dagen
milestone-reached-title = Nått?
milestone-reached-on = Dagen det nåddes
milestone-reach-keep = Det är nått
milestone-not-reached = Det är trots allt inte nått
milestone-reached-day = Nått { $day }
milestone-is-not-reached = Inte nått
milestone-rename = Namnet
milestone-remove = Ta bort det ur planen
milestone-remove-means = Delmålet och dess lovade dagar försvinner för båda. Om det bara är försenat, flytta hellre datumet. Det kan tas tillbaka på projektets sida.
milestone-remove-sure = Ja, ta bort det
