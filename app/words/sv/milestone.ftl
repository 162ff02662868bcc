# Delmål och löften.
milestone-title = Lovade datum
milestone-none = Inga lovade datum ännu
milestone-none-member = Lovade datum visas här. Om ett flyttas står det gamla kvar, med skälet.
milestone-none-staff = Lova det första datumet. Om det flyttas står det gamla kvar, med skälet.
milestone-was = tidigare:
milestone-late = Försenat: det lovade datumet har passerat.
milestone-reached-on-day = Uppnått på det lovade datumet.
milestone-reached-early = Uppnått den { $day }, { $days ->
    [one] en dag
   *[other] { $days } dagar
} i förväg.
milestone-reached-later = Uppnått den { $day }, { $days ->
    [one] en dag
   *[other] { $days } dagar
} senare än lovat.
milestone-moved-because = Nytt datum { $to } (ändrat den { $day }):
milestone-add = Lova ett datum
milestone-add-title = Nytt lovat datum
milestone-add-keep = Lova det här datumet
milestone-name = Vad som är klart då
milestone-name-hint = Så som kunden ser det: ”Hall 3 i det nya nätet”.
milestone-promised-on = Lovat datum
milestone-move = Flytta datumet
milestone-move-of = för { $name }
milestone-promised-now = Lovat nu:
milestone-new-day = Nytt datum
milestone-because = Skäl
milestone-because-hint = Kunden läser det här. Det gamla datumet står kvar i planen, överstruket.
milestone-move-keep = Lova det nya datumet
milestone-reached-title = Uppnått?
milestone-reached-on = Datum då det uppnåddes
milestone-reach-keep = Markera som uppnått
milestone-not-reached = Inte uppnått ännu
milestone-reached-day = Uppnått den { $day }
milestone-is-not-reached = Inte uppnått
milestone-rename = Namn
milestone-remove = Ta bort ur planen
milestone-remove-means = Delmålet och dess lovade datum försvinner för båda. Om det bara är försenat, flytta hellre datumet. Du kan återställa det på projektets sida.
milestone-remove-sure = Ja, ta bort det
