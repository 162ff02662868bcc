# En dag för en av leverantörens personer
nav-today = I dag
today-title = I dag
today-n-threads = { $n ->
    [one] { $n } fråga
   *[other] { $n } frågor
}
today-n-requests = { $n ->
    [one] { $n } begäran
   *[other] { $n } begäranden
}
today-n-danger = { $n ->
    [one] { $n } löfte i fara
   *[other] { $n } löften i fara
}
today-n-tasks = { $n ->
    [one] { $n } uppgift
   *[other] { $n } uppgifter
}
today-n-week = { $n ->
    [one] { $n } lovat datum i veckan
   *[other] { $n } lovade datum i veckan
}
today-n-invoices = { $n ->
    [one] { $n } faktura att se på
   *[other] { $n } fakturor att se på
}
today-n-rooms = { $n } från möten och återkoppling
today-n-goals = { $n } mål
today-n-emails = { $n ->
    [one] { $n } e-postmeddelande att sortera
   *[other] { $n } e-postmeddelanden att sortera
}
today-n-declined = { $n ->
    [one] { $n } ersättare saknas
   *[other] { $n } ersättare saknas
}
today-n-asked = { $n ->
    [one] { $n } ersättarskap att bekräfta
   *[other] { $n } ersättarskap att bekräfta
}
today-n-unreached = { $n ->
    [one] { $n } person nåddes inte
   *[other] { $n } personer nåddes inte
}
today-n-reports = { $n ->
    [one] { $n } status att förnya
   *[other] { $n } statusar att förnya
}
today-danger = Löften i fara
today-tasks = Uppgifter
today-week = Lovat inom en vecka
today-invoices = Fakturor som är förfallna eller ifrågasatta
today-done = Klar
today-was-done = Klar: ”{ $name }”.
today-undo = Ångra
today-disagrees = Datumet har passerat, men statusen visar det inte.
today-unreported = Datumet har passerat, och ingen status är rapporterad.
today-report = Rapportera status
today-invoice = { $number }, { $customer }
today-open = { $sum } obetalt, förföll den { $day }
today-asked = Fråga:
today-asked-us = Fråga, väntar på oss:
today-silent = Planen inte öppnad på 60 dagar
today-silent-days = { $days ->
    [one] Senast öppnad för { $days } dag sedan
   *[other] Senast öppnad för { $days } dagar sedan
}
today-silent-years = { $years ->
    [one] Senast öppnad för { $years } år sedan
   *[other] Senast öppnad för { $years } år sedan
}
today-never = Ingen har öppnat planen ännu
today-write = Starta en diskussion
today-stand-ins = Du är ersättare
today-away = { $first } till { $last }
today-news = Sedan i går
today-news-more = Mer finns bland ändringarna i varje kunds plan.
today-alarming = Risk för försening eller försenade
today-longest = Har väntat på oss längst
today-overview-all = Visa alla
today-none = Inget väntar på dig
today-none-text = Frågor, uppgifter och lovade datum visas här så snart de behöver dig.
today-none-at-all = Dina kunders frågor, uppgifter och lovade datum visas här så snart det finns några.
today-more = Allt får inte plats här.
today-all = Allt som väntar på mig
today-declined = Ersättare saknas
today-declined-by = { $name } kan inte vara ersättare
today-asked-stand-in = Är du ersättare?
status-rhythm-title = Hur ofta status rapporteras
status-rhythm-lead = Den som ansvarar för ett projekt påminns när den senaste statusrapporten är äldre än så här. Inget låses någonsin.
status-rhythm-every = Påminn
status-rhythm-hint = Samma för alla projekt som kunderna ser.
status-rhythm-never = Aldrig
status-rhythm-7 = Efter en vecka
status-rhythm-14 = Efter två veckor
status-rhythm-30 = Efter 30 dagar
status-rhythm-60 = Efter 60 dagar
report-reminder-old = { $days ->
    [one] Senaste status för { $days } dag sedan
   *[other] Senaste status för { $days } dagar sedan
}
report-reminder-again = Rapportera igen
report-reminder-off = Påminn om en vecka
today-reports = Statusrapporter att förnya
