# Planens början: vad som väntar på läsaren och hur datumen håller.
overview-of = { $customer } och { $supplier }
overview-needs-you = { $count ->
    [one] En sak väntar på dig.
   *[other] { $count } saker väntar på dig.
}
overview-waits-for-you = { $count ->
    [one] En sak väntar på dig.
   *[other] { $count } saker väntar på dig.
}
overview-waits-for-us = { $count ->
    [one] En sak väntar på oss.
   *[other] { $count } saker väntar på oss.
}
overview-caught-up = Allt är avklarat.
overview-caught-up-us = Inget väntar på oss.
overview-nothing-yet = Inget väntar på dig ännu.
overview-welcome = Välkommen, { $name }.
overview-first-project = { $name } lägger in det första projektet här.
overview-overdue = { $days ->
    [one] En dag
   *[other] { $days } dagar
} försenat: { $name }.
overview-overdue-count = { $count ->
    [one] Ett datum är försenat.
   *[other] { $count } datum är försenade.
}
overview-moved = { $name } flyttades till den { $day }.
overview-moved-count = { $count ->
    [one] Ett datum
   *[other] { $count } datum
} flyttades.
overview-others-hold = Alla andra datum håller.
overview-all-hold = Alla datum håller.
overview-all-hold-next = Alla datum håller. Härnäst: { $name }, { $day }.
overview-next = Härnäst: { $name }, { $day }
overview-tally = Projekt efter status
overview-since = Sedan { $day }: { $count ->
    [one] en ändring
   *[other] { $count } ändringar
}
overview-since-more = Sedan { $day }: mer än { $count } ändringar
overview-since-none = Inget nytt sedan { $day }.

# Vad som väntar på läsaren: en sak öppen, de andra på var sin rad.
request-title = För dig
request-title-us = För oss
request-due = Senast { $weekday }en den { $day }
request-was-due = Skulle vara klart { $weekday }en den { $day }
request-asked = { $days ->
    [0] frågades i dag
    [one] frågades i går
   *[other] frågades för { $days } dagar sedan
}
request-begun = { $days ->
    [0] pågår sedan i dag
    [one] pågår sedan i går
   *[other] pågår sedan { $days } dagar
}
request-more = { $count ->
    [one] En till
   *[other] { $count } till
}

# Vad det finns att betala.
pay-title = Ni betalar
pay-title-staff = Kunden betalar
pay-by = senast { $day }
pay-late-all = förfallet sedan den { $day }
pay-late-part = varav { $sum } förfallet sedan den { $day }
pay-to = Mottagare
pay-account = Bankkonto
pay-reference = Referensnummer
pay-how = Så betalar du
pay-sum = Belopp
pay-code = QR-kod för din bank
pay-code-means = Skanna den med bankens app: konto, referens och belopp fylls i.
pay-invoice = Faktura
pay-none = Inget ännu. Varje faktura visar vad den gäller.

# Diskussioner i korthet.
turn-you = Din tur, { $age }
turn-us = Vår tur, { $age }
turn-other = { $name } har turen, { $age }
turn-resolved = { $count ->
    [one] En löst
   *[other] { $count } lösta
}
talk-none = Fråga vad som helst här och se vems tur det är.
talk-ask = Fråga något
