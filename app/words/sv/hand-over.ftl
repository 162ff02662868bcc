# Flera kunder till en kollega
hand-over-title = Lämna över kunder
hand-over-lead = Välj kunderna, vem som blir ansvarig och från vilken dag. Du ser vad som lämnas över innan något händer.
hand-over-several = Lämna över flera
hand-over-list = Planerade överlämningar
hand-over-which = Vems kunder
hand-over-customers = Kunder
hand-over-every = Välj alla dessa
hand-over-cut = Här är de { $n } första. Sök för att hitta de andra.
hand-over-waiting = { $n ->
    [one] { $n } öppet ärende
   *[other] { $n } öppna ärenden
}
hand-over-to-hint = Kollegor som ser samma kunder som du.
hand-over-day = Från vilken dag
hand-over-day-hint = Med dagens datum sker det direkt. Tills dagen börjar kan du ångra.
hand-over-note = Meddelande till kollegan
hand-over-note-hint = Vad som hjälper i början. Bara kollegor läser det.
hand-over-word = Några ord till kunderna
hand-over-word-hint = De läser det när kontaktpersonen byts.
hand-over-look = Visa vad som lämnas över
hand-over-check = Stämmer det här?
hand-over-goes = { $name } blir ansvarig från den { $day }.
hand-over-goes-now = { $name } blir ansvarig direkt.
hand-over-n = { $n ->
    [one] { $n } kund
   *[other] { $n } kunder
}
hand-over-from = Från { $name }
hand-over-projects = Projekt: { $names }
hand-over-promise = nästa lovade datum den { $day }
hand-over-back = Ändra
hand-over-now = Lämna över nu
hand-over-plan = Planera överlämningen
hand-over-none = Ingen överlämning planerad
hand-over-none-text = Välj flera kunder, en kollega och en dag. Kunderna ser sin nya kontaktperson från den dagen.
hand-over-named = { $n ->
    [one] { $n } kund till { $name }, den { $day }
   *[other] { $n } kunder till { $name }, den { $day }
}
hand-over-by = Planerades av { $name } den { $day }
hand-over-withdraw = Ångra
hand-over-withdraw-means = Kunderna har kvar dem som ansvarar i dag.
hand-over-withdraw-sure = Ja, ångra den
hand-over-withdrawn = Ångrades av { $name } den { $day }
hand-over-done = Överlämnad
hand-over-meanwhile = Inte överlämnad: någon annan hade blivit ansvarig
hand-over-heir-cannot = Inte överlämnad: { $name } kunde inte längre vara ansvarig
hand-over-not-allowed = Inte överlämnad: { $name } kunde inte längre göra det, eller samarbetet hade avslutats
today-hand-overs = Överlämningar
today-over-you-get = { $n ->
    [one] Du blir ansvarig för { $n } kund den { $day }
   *[other] Du blir ansvarig för { $n } kunder den { $day }
}
today-over-you-got = { $n ->
    [one] Du ansvarar för { $n } kund till sedan den { $day }
   *[other] Du ansvarar för { $n } kunder till sedan den { $day }
}
today-over-failed = { $done } av { $n } kunder gick till { $name }
today-over-why = Se vilka som inte gjorde det, och varför.
