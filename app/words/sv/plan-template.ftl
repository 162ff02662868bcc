# Mallar för hela planer.
plan-template-title = Spara planen som mall
plan-template-text = Alla projekt som inte är avslutade sparas med sina datum och uppgifter, som avstånd från första dagen. Namn på personer, status, diskussioner och anteckningar om interna uppgifter sparas inte. Dina kollegor kan också läsa mallen och börja från den.
plan-template-name = Mallens namn
plan-template-name-hint = Till exempel: Ny anläggning med servicedesk
plan-template-service = Bakgrundsfrågor
plan-template-no-service = Fråga inget
plan-template-projects = Det här sparas
plan-template-nothing = Inget projekt pågår här. Börja ett först och spara sedan planen.
plan-template-choose = Börja en hel plan från en mall
plan-template-from-title = Börja planen: { $name }
plan-template-from-text = Kunden ser inte projekten förrän du visar dem. Alla datum följer den första dagen.
plan-template-asks = Kunden får genast bakgrundsfrågorna om { $service }.
plan-template-first-day = Första dag
plan-template-start = Börja planen
plan-template-begins = { $days ->
    [0] Börjar den första dagen
    [one] Börjar { $days } dag senare
   *[other] Börjar { $days } dagar senare
}
plan-templates-title = Mallar för hela planer
plan-templates-none = Inga mallar än. Spara en från kundens redigeringssida.
plan-template-remove-means = Ingen ny plan kan börjas från { $name }. Planer som redan har börjat förblir som de är.
