# Vad omräkningen säger
verdict-all-agree = Stämmer på centen
verdict-all-rounding = Avrundningsskillnad, förklaras nedan
verdict-all-differ = Vissa summor stämmer inte, förklaras nedan
verdict-all-unknown = Vissa summor kan inte kontrolleras
verdict-every-sum = Alla summor stämmer
verdict-agrees = Stämmer
verdict-rounded = Avrundat
verdict-off = Skiljer { $sum }
verdict-unknown = Kan inte kontrolleras
differs-title = Summor som inte stämmer
differs-text = Vi har räknat om alla summor. De här skiljer sig från fakturan. Fråga oss om du tror att ni betalar för mycket.
untold-title = Summor som inte kan kontrolleras
untold-text = Vi har räknat om alla summor. För de här säger fakturan inte tillräckligt. Fråga oss om du tror att ni betalar för mycket.
differs-others = { $count ->
    [0] Inget annat kunde kontrolleras.
    [one] { $count } annan summa stämmer på centen.
   *[other] De { $count } andra summorna stämmer på centen.
}
finding-differs = Vi räknar fram { $computed }; på fakturan står { $stated }.
finding-differs-by = { $working } blir { $computed }; på fakturan står { $stated }.
finding-unknown = Talen är för stora att räkna med, eller så gäller ett pris noll enheter.
finding-other-units = Priset gäller { $priced }, men antalet är { $counted }; fakturan säger inte hur de räknas om.
rules-looked-at = { $count ->
    [one] { $count } regel kontrollerad
   *[other] { $count } regler kontrollerade
}
rule-line-net = Rad { $line }: antal gånger pris, med avdrag och tillägg.
rule-line-net-any = En rad: antal gånger pris, med avdrag och tillägg.
rule-adjustment = Ett procentuellt avdrag eller tillägg på hela fakturan.
rule-adjustment-of-line = Rad { $line }: ett procentuellt avdrag eller tillägg.
rule-lines-total = Raderna tillsammans motsvarar fakturans radsumma.
rule-allowances-total = Avdragen totalt.
rule-charges-total = Tilläggen totalt.
rule-without-vat = Summan exkl. moms: rader, minus avdrag, plus tillägg.
rule-vat-base = Moms { $rate }: skatteunderlaget.
rule-vat-base-any = Skatteunderlaget.
rule-vat-amount = Moms { $rate }: skattesatsen gånger underlaget.
rule-vat-amount-any = Skattesatsen gånger underlaget.
rule-vat-total = Momsen totalt, alla skattesatser.
rule-with-vat = Summan inkl. moms.
rule-payable = Att betala, minus det som betalats i förskott.
rule-credit-sign = Beloppet på en kreditfaktura anges som positivt.
rule-decimals = Fler decimaler än valutan har: { $place } är { $written } på fakturan.
rule-decimals-any = Belopp har högst valutans decimaler.
cause-sign-reversed = Beloppet är rätt med omvänt tecken.
cause-quantity-left-out = Priset för en verkar ha använts för hela antalet.
cause-cut-off = Avsändarens program verkar ha kapat decimalerna i stället för att avrunda.
cause-lines-added-unrounded = Avsändarens program verkar ha lagt ihop raderna först och avrundat bara summan.
cause-vat-rounded-per-line = Avsändarens program verkar ha avrundat momsen på varje rad och sedan lagt ihop den.

# Varför en fil inte kan läsas
unreadable-too-large = Filen är { $size } MB; högst { $limit } MB ryms.
unreadable-not-text = Vi kan inte läsa filen. Den kan vara en bild, en PDF eller en packad fil; vi behöver fakturan som XML i UBL- eller Finvoice-format.
unreadable-not-xml = XML-filen är ofullständig: den tar slut eller blir fel på rad { $line }. Den kan ha brutits på vägen; hämta filen igen.
unreadable-doctype = Rad { $line } har en DOCTYPE, som ingen faktura behöver och som kan vara skadlig. Vi läser inte sådana filer.
unreadable-too-deep = Rad { $line } är djupare än { $limit } nivåer; ingen faktura är det.
unreadable-too-many-parts = Vid rad { $line } har filen fler delar än någon faktura.
unreadable-other-kind = Det här är XML men inte en UBL-faktura eller kreditfaktura: rotelementet är ”{ $root }”. Menade du en annan fil?
unreadable-missing = Varje faktura ska ha det här, men det saknas: { $place }.
unreadable-twice = Detta anges två gånger med olika värden: { $place }.
unreadable-text-too-long = En text är längre än { $limit } tecken: { $place }.
unreadable-date = ”{ $written }” är inget datum: { $place }.
unreadable-number = ”{ $written }” är inget tal som fakturor skriver det: { $place }.
unreadable-amount-too-large = ”{ $written }” är för stort att räkna med: { $place }.
unreadable-currency = ”{ $written }” är ingen valuta som vi känner: { $place }.
unreadable-other-currency = Ett belopp är i { $found }, men fakturan i { $currency }: { $place }.
unreadable-neither = Det framgår inte om det här är ett avdrag eller ett tillägg (”{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } på rad { $line } ({ $term })
term-number = fakturanumret
term-issued-on = datumet
term-kind = dokumenttypen
term-currency = valutan
term-due-on = förfallodagen
term-seller = säljarens namn
term-buyer = köparens namn
term-totals = slutsummorna
term-lines = raderna
term-adjustment = avdraget eller tillägget
term-lines-total = radsumman
term-without-vat = summan exkl. moms
term-vat = momsen
term-with-vat = summan inkl. moms
term-prepaid = förskottet
term-payable = summan att betala
term-vat-base = skatteunderlaget
term-vat-rate = momskategorin eller skattesatsen
term-line-number = radnumret
term-quantity = antalet
term-line-net = radens nettobelopp
term-price = priset
term-line-name = artikelns namn
term-other = ett annat fält

# Att läsa in
import-title = Importera fakturor
import-steps = Steg
import-step-choose = Välj filer
import-step-look = Kontrollera
import-step-keep = Spara
import-drop = Släpp fakturafiler här
import-hint = Fakturor och kreditfakturor som XML, PDF med inbäddad faktura, CSV med en rad i taget eller ZIP, högst { $limit } MB var, { $count } åt gången. Inget sparas innan du har kontrollerat det.
import-read = Läs filerna
import-nothing-chosen = Välj först minst en fil.
import-refused = De här filerna godtogs inte. De andra finns nedan.
import-not-opened = Arkivet, eller en fil i det, kan inte öppnas.
import-infected = Virusskyddet hittade { $found } i filen.
import-not-scanned = Virusskyddet svarar inte. Försök igen om en stund.
import-too-many = Högst { $limit } filer kan vänta åt gången. Spara eller släng några först.
import-not-all-kept = { $kept ->
    [one] En sparad
   *[other] { $kept } sparade
}, { $left ->
    [one] en kräver åtgärd
   *[other] { $left } kräver åtgärd
}.
import-not-all-kept-text = Vid varje faktura nedan står vad som saknas.
import-not-brought-in = Inte importerad
import-here-already = Redan importerad.
import-twice = Filen { $file } före den har samma nummer från samma säljare. Utelämna den som inte ska sparas.
import-here-by = { $seller }: nummer { $number } importerades för { $customer } den { $day } av { $name }.
import-here-elsewhere = { $seller }: nummer { $number } är redan importerat.
import-here = { $seller }: nummer { $number } importerades för { $customer } den { $day }.
import-comes-twice = Den är med två gånger.
import-open-it = Öppna den
import-same-number = Ett annat dokument med samma nummer?
import-same-number-means = En del företag använder ett nummer två gånger. Spara även det här bara om det inte är samma dokument.
import-same-number-sure = Ja, spara även det här
import-untold = Vissa summor kan inte kontrolleras. Den kan sparas som den är; kunden ser samma förklaring.
import-differs = Vissa summor stämmer inte. Den kan sparas som den är; kunden ser samma förklaring.
import-findings-more = … och { $count } till, som visas när fakturan har importerats
import-found-by = hittad via { $id }
import-perhaps = Kanske { $customer } (nummer { $id }); kontrollera. ”{ $name }” anger också ett annat nummer, som vi inte känner till.
import-another = Fel kund?
import-several = ”{ $name }”: flera kunder har samma nummer
import-nobody-by = ”{ $name }”: ingen kund har numret { $id }
import-nobody = ”{ $name }”: inget nummer på fakturan
import-sum-due = { $sum }, förfaller den { $day }
import-sum-not-for-payment = { $sum }, ska inte betalas
import-sum-given-back = { $sum }, betalas tillbaka eller dras av på nästa faktura
import-what-was-read = Innehåll
import-lines = { $count ->
    [one] { $count } rad
   *[other] { $count } rader
}
import-adjustments = { $count ->
    [0] inga avdrag eller tillägg
    [one] { $count } avdrag eller tillägg
   *[other] { $count } avdrag eller tillägg
}
import-rates = { $count ->
    [one] { $count } momssats
   *[other] { $count } momssatser
}
import-for-whom = Vilken kund?
import-for-whom-hint = Kundens nummer, eller en del av namnet.
import-choose-one = Välj en
import-choose-customer = Välj kunden.
import-no-such-customer = Ingen kund har det här numret eller namnet.
import-which-customer = Flera kunder stämmer in. Välj en.
import-not-responsible = Någon annan ansvarar för den här kunden, så du kan inte spara den. Fråga den kundansvariga.
import-keep = { $count ->
    [one] Spara { $count } faktura
   *[other] Spara { $count } fakturor
}
import-leave-out = Utelämna den här
import-throw-away = Släng alla
import-throw-away-means = Ingen av filerna sparas, och dina val försvinner. Du kan importera filerna igen.
import-throw-away-sure = Ja, släng alla
import-recent = Sparat den senaste timmen
