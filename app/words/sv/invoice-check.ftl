# Vad omräkningen säger
verdict-all-agree = Stämmer på centen
verdict-all-rounding = Avrundning skiljer, förklaras nedan
verdict-all-differ = Allt stämmer inte, förklaras nedan
verdict-all-unknown = Allt kan inte kontrolleras
verdict-every-sum = Varje summa stämmer
verdict-agrees = Stämmer
verdict-off = Skiljer { $sum }
verdict-unknown = Går inte att säga
differs-title = Vad som inte stämmer
differs-text = Vi har räknat om alla summor. De här blir inte som fakturan säger. Den visas så som avsändaren skrev den; om skillnaden kostar er något, fråga om den.
untold-title = Vad som inte går att säga
untold-text = Vi har räknat om alla summor. För de här säger fakturan inte tillräckligt. Den visas så som avsändaren skrev den; om det kostar er något, fråga om det.
differs-others = { $count ->
    [0] Inget annat kunde kontrolleras.
    [one] { $count } annan summa stämmer på centen.
   *[other] De { $count } andra summorna stämmer på centen.
}
finding-differs = Det blir { $computed }; fakturan säger { $stated }.
finding-differs-by = { $working } blir { $computed }; fakturan säger { $stated }.
finding-unknown = Talen är för stora att räkna med, eller ett pris gäller noll enheter.
finding-other-units = Priset gäller { $priced } och antalet är { $counted }; fakturan säger inte hur det ena räknas om till det andra.
rules-looked-at = { $count ->
    [one] { $count } regel kontrollerad
   *[other] { $count } regler kontrollerade
}
rule-line-net = Rad { $line }: antal gånger pris, med avdrag och tillägg.
rule-line-net-any = En rad: antal gånger pris, med avdrag och tillägg.
rule-adjustment = En procentsats som dras av eller läggs till på hela fakturan.
rule-adjustment-of-line = Rad { $line }: en procentsats som dras av eller läggs till.
rule-lines-total = Raderna blir tillsammans radernas summa.
rule-allowances-total = Avdragen tillsammans.
rule-charges-total = Tilläggen tillsammans.
rule-without-vat = Summan utan moms följer av rader, avdrag och tillägg.
rule-vat-base = Moms { $rate }: underlaget tillsammans.
rule-vat-base-any = Underlaget tillsammans.
rule-vat-amount = Moms { $rate }: satsen gånger underlaget.
rule-vat-amount-any = Satsen gånger underlaget.
rule-vat-total = Momsen tillsammans över satserna.
rule-with-vat = Summan med moms.
rule-payable = Att betala, minus det som betalats tidigare.
cause-sign-reversed = Beloppet är rätt med omvänt tecken.
cause-quantity-left-out = Priset för en verkar ha tagits för alla.
cause-cut-off = Avsändarens program verkar ha kapat decimalerna i stället för att avrunda.
cause-lines-added-unrounded = Avsändarens program verkar ha lagt ihop raderna först och avrundat bara summan.
cause-vat-rounded-per-line = Avsändarens program verkar ha avrundat momsen på varje rad och sedan lagt ihop.

# Varför en fil inte kan läsas
unreadable-too-large = Filen har { $size } MB; högst { $limit } MB ryms.
unreadable-not-text = Vi kan inte läsa tecknen i filen. Kanske är den en bild, en PDF eller en packad fil; vi behöver fakturan som UBL-XML.
unreadable-not-xml = Det här är inte hel XML: den tar slut eller blir fel på rad { $line }. Kanske bröts den på vägen; hämta den igen där den kom ifrån.
unreadable-doctype = Rad { $line } har en DOCTYPE, som ingen faktura behöver och som kan göra skada. Vi läser inte sådana filer.
unreadable-too-deep = Rad { $line } ligger djupare än { $limit } nivåer, vilket ingen faktura gör.
unreadable-too-many-parts = Vid rad { $line } har filen fler delar än någon faktura.
unreadable-other-kind = Det här är XML men ingen UBL-faktura eller kreditnota: det yttersta elementet är ”{ $root }”. Kanske var det en annan fil som avsågs.
unreadable-missing = Något som varje faktura har saknas: { $place }.
unreadable-text-too-long = En text är längre än { $limit } tecken: { $place }.
unreadable-date = ”{ $written }” är ingen dag i kalendern: { $place }.
unreadable-number = ”{ $written }” är inget tal så som UBL skriver det: { $place }.
unreadable-decimals = { $decimals ->
    [0] ”{ $written }” har decimaler, men { $currency } räknas i hela enheter: { $place }.
   *[other] ”{ $written }” är finare än de { $decimals } decimalerna i { $currency }: { $place }.
}
unreadable-amount-too-large = ”{ $written }” är större än vi kan räkna: { $place }.
unreadable-currency = ”{ $written }” är ingen valuta som vi känner: { $place }.
unreadable-other-currency = Ett belopp är i { $found }, medan fakturan är i { $currency }: { $place }.
unreadable-neither = Det sägs inte om något dras av eller läggs till (”{ $written }”): { $place }.
spot = { $name } ({ $term })
spot-on-line = { $name } på rad { $line } ({ $term })
term-number = fakturans nummer
term-issued-on = datumet
term-kind = dokumentets slag
term-currency = valutan
term-due-on = förfallodagen
term-seller = säljarens namn
term-buyer = köparens namn
term-totals = slutsummorna
term-lines = raderna
term-adjustment = avdraget eller tillägget
term-lines-total = radernas summa
term-without-vat = summan utan moms
term-vat = momsen
term-with-vat = summan med moms
term-prepaid = det som betalats tidigare
term-payable = summan att betala
term-vat-base = underlaget för moms
term-vat-rate = momsens slag eller sats
term-line-number = radens nummer
term-quantity = antalet
term-line-net = radens netto
term-price = priset
term-line-name = vad som faktureras
term-other = ett annat fält

# Att läsa in
import-title = Läs in fakturor
import-steps = Steg
import-step-choose = Välj filer
import-step-look = Se vad som lästes
import-step-keep = Spara
import-drop = Släpp UBL-filer här
import-hint = Fakturor och kreditnotor som XML, högst { $limit } MB var, { $count } åt gången. Inget sparas innan du har sett det.
import-read = Läs filerna
import-nothing-chosen = Välj först minst en fil.
import-refused = De här filerna togs inte emot. De andra finns nedan.
import-too-many = högst { $limit } filer kan vänta åt gången. Spara eller kasta några först.
import-not-all-kept = { $kept ->
    [one] En sparad
   *[other] { $kept } sparade
}, { $left ->
    [one] en behöver dig
   *[other] { $left } behöver dig
}.
import-not-all-kept-text = Vad som saknas står vid varje faktura nedan.
import-not-brought-in = Inte inläst
import-here-already = Den finns redan här.
import-twice = Filen { $file } före den har samma nummer från samma säljare. Utelämna den som inte ska sparas.
import-here-by = { $seller }: nummer { $number } lästes in för { $customer } { $day } av { $name }.
import-here = { $seller }: nummer { $number } lästes in för { $customer } { $day }.
import-comes-twice = Den kommer två gånger.
import-open-it = Öppna den
import-untold = Alla summor går inte att kontrollera. Den kan sparas som den är; kunden ser samma meningar.
import-differs = Alla summor stämmer inte. Den kan sparas som den är; kunden ser samma meningar.
import-found-by = hittad med { $id }
import-perhaps = Kanske { $customer }, som vi känner igen på { $id }; kontrollera det. ”{ $name }” anger ett annat nummer, som vi inte känner till.
import-another = Är den en annan kunds?
import-several = ”{ $name }”: flera kunder har samma nummer
import-nobody-by = Ingen vi känner med { $id }, ”{ $name }”
import-nobody = ”{ $name }”, utan något nummer
import-sum-due = { $sum }, förfaller { $day }
import-sum-given-back = { $sum }, betalas tillbaka eller dras av
import-what-was-read = Läst
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
import-for-whom = Vilken kund gäller den?
import-for-whom-hint = Kundens nummer, eller en del av namnet.
import-choose-one = Välj en
import-choose-customer = Säg vilken kund den gäller.
import-no-such-customer = Ingen kund har det här numret eller namnet.
import-which-customer = Flera kan avses. Välj en.
import-not-responsible = Andra ansvarar för den här kunden, så du kan inte spara den. Fråga kundens kundansvariga.
import-keep = { $count ->
    [one] Spara { $count } faktura
   *[other] Spara { $count } fakturor
}
import-leave-out = Utelämna den här
import-throw-away = Kasta alla
import-throw-away-means = Ingen av filerna sparas, och det du valt för dem försvinner. Du kan läsa in filerna igen.
import-throw-away-sure = Ja, kasta alla
import-recent = Sparat den senaste timmen
