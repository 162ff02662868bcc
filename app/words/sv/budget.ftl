# Hur mycket arbete ett projekt får ta
budget-title = Arbete och budget
budget-set = Ange budget
budget-hours = Budget i timmar
budget-hours-hint = Hur mycket arbete projektet får ta, till exempel 120 eller 37,5. Tomt om det inte finns någon gräns.
budget-none = Ingen budget och inget arbete registrerat ännu.
budget-used = { $used } av { $whole } ({ $percent })
budget-used-up = Budgeten är slut.
budget-over = { $over } mer än budgeten.
budget-until = I de senaste { $n } veckornas takt räcker den till den { $day }: den { $first } i takt med livliga veckor, den { $last } i takt med lugna.
budget-until-open = I de senaste { $n } veckornas takt räcker den till den { $day }: den { $first } i takt med livliga veckor, mycket längre i takt med lugna.
budget-picture = Arbete hittills vecka för vecka; linjen ovanför är budgeten
budget-week = Vecka från
budget-so-far = Hittills
budget-uncharged = { $percent } av arbetet debiteras inte
budget-included = Ingår i ett fast pris
budget-warranty = Garanti
budget-goodwill = Kulans
