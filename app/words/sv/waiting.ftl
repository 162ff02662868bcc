# Det som väntar på en av leverantörens personer
waits-title = { $n ->
    [0] Inget väntar på dig
    [one] En sak väntar på dig
   *[other] { $n } saker väntar på dig
}
waits-title-more = Mer än { $n } saker väntar på dig
waits-cut = De första { $n } av varje slag visas.
waits-threads = Frågor
waits-promises = Försenade löften
waits-tasks = Våra försenade uppgifter
waits-late = { $days ->
    [one] { $days } dag försenat
   *[other] { $days } dagar försenat
}
waits-late-years = { $years } år försenat
waits-more = { $n } till
waits-instead-of = Du ersätter { $name }
waits-none = Inget just nu
waits-none-text = Frågor från kunder och försenade löften och uppgifter visas här, det äldsta först.
waits-to-customers = Se alla kunder
