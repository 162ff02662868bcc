# Projektin työmäärä
budget-title = Työ ja budjetti
budget-set = Aseta budjetti
budget-hours = Budjetti tunteina
budget-hours-hint = Kuinka paljon työtä projekti saa viedä, esimerkiksi 120 tai 37,5. Tyhjä, jos rajaa ei ole.
budget-none = Budjettia ei ole eikä työtä ole vielä kirjattu.
budget-used = { $used } / { $whole } ({ $percent })
budget-used-up = Budjetti on käytetty.
budget-over = { $over } yli budjetin.
budget-until = Viimeisten { $n } viikon tahdilla budjetti riittää tähän päivään: { $day }. Kiireisten viikkojen tahdilla { $first }, hiljaisten { $last }.
budget-until-open = Viimeisten { $n } viikon tahdilla budjetti riittää tähän päivään: { $day }. Kiireisten viikkojen tahdilla { $first }, hiljaisten paljon pidempään.
budget-picture = Työ viikoittain tähän mennessä; yläviiva on budjetti
budget-week = Viikko alkaen
budget-so-far = Tähän mennessä
budget-uncharged = Työstä { $percent } ei laskuteta
budget-included = Sisältyy kiinteään hintaan
budget-warranty = Takuu
budget-goodwill = Hyvitys
