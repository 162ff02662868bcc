# Servicepaket
package-title = Servicepaket
package-catalogue = Paket som vi erbjuder
package-catalogue-lead = Vad varje paket innehåller. Kunden ser paketen för de tjänster som den har.
package-service = Tjänst
package-service-hint = Paket för samma tjänst jämförs med varandra.
package-name = Paket
package-unit = Vad som räknas
package-unit-hint = Till exempel samtal, användare eller timmar
package-included = Ingår varje månad
package-price = Pris per månad, EUR
package-beyond = Pris för en till, EUR
package-add = Lägg till paketet
package-end = Sluta erbjuda
package-none-offered = Inga paket ännu.
package-none = Inga servicepaket ännu
package-none-text = Varje tjänst visas här med sitt paket, hur mycket av det som används och vad ett annat skulle kosta.
package-terms = { $included } för { $price } i månaden, därefter { $beyond } styck
package-current = nu
package-would-cost = Skulle ha kostat
package-difference = Skillnad
package-less = { $sum } mindre
package-more = { $sum } mer
package-same = samma
package-used = Använt
package-picture = Användning månad för månad; linjen är vad paketet innehåller
package-priced = { $n ->
    [one] Vad den senaste månaden skulle ha kostat i varje paket
   *[other] Vad de senaste { $n } månaderna skulle ha kostat i varje paket
}
package-worked-out = Så är det räknat
package-usage = Skriv in användningen ({ $unit })
package-which = Kundens paket
package-suggested = { $name } skulle ha kostat { $sum } ({ $percent }) mindre de senaste { $n } månaderna.
package-could-save = Ett annat servicepaket skulle ha blivit billigare för er
package-ask = Be om { $name }
package-ask-title = { $service }: byte till { $name }
package-ask-text = Vi vill byta paket för { $service }: nu { $now }, i fortsättningen { $name }. Beräkningen finns på sidan ”Servicepaket”.
package-asked = Bytet har begärts
package-decline = Nej tack
package-declined = Inte önskat: { $reason }
package-reason = Varför inte?
package-no-reason = Skriv med några ord varför inte.
package-end-means = { $name } kan inte längre väljas. Kunder som har det behåller det.
package-end-sure = Ja, sluta erbjuda
