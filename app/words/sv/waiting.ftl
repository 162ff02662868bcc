# Det som väntar på en av leverantörens personer
waits-title = { $n ->
    [0] Inget väntar på dig
    [one] En sak väntar på dig
   *[other] { $n } saker väntar på dig
}
waits-title-more = Mer än { $n } saker väntar på dig
waits-cut = Av varje slag visas de första { $n }.
waits-threads = Frågor
waits-promises = Löften vars dag har passerat
waits-tasks = Våra försenade uppgifter
waits-late = { $days ->
    [one] { $days } dag försenat
   *[other] { $days } dagar försenat
}
waits-late-years = { $years } år försenat
waits-more = { $n } till
waits-instead-of = Du vikarierar för { $name }
waits-none = Inget just nu
waits-none-text = När en kund frågar dig något, eller dagen för ett löfte eller en uppgift passerar, syns det här med det äldsta först.
waits-to-customers = Se alla kunder
