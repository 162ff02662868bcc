# Det som väntar på en av leverantörens personer
waiting-title = { $n ->
    [0] Inget väntar på dig
    [one] En sak väntar på dig
   *[other] { $n } saker väntar på dig
}
waiting-promises = Löften vars dag har passerat
waiting-tasks = Våra försenade uppgifter
waiting-late = { $days ->
    [one] { $days } dag försenat
   *[other] { $days } dagar försenat
}
waiting-instead-of = Du vikarierar för { $name }
waiting-none = Alla löften håller
waiting-none-text = Här samlas löften och uppgifter vars dag har passerat, de äldsta först.
waiting-to-customers = Se alla kunder
