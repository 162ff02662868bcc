# Palvelupaketit
package-title = Palvelupaketit
package-catalogue = Tarjoamamme paketit
package-catalogue-lead = Mitä kukin paketti sisältää. Asiakas näkee niiden palvelujen paketit, jotka sillä on.
package-service = Palvelu
package-service-hint = Saman palvelun paketteja verrataan toisiinsa.
package-name = Paketti
package-unit = Mitä lasketaan
package-unit-hint = Esimerkiksi puhelut, käyttäjät tai tunnit
package-included = Sisältyy kuukausittain
package-price = Hinta kuukaudessa, EUR
package-beyond = Yhden lisäyksikön hinta, EUR
package-add = Lisää paketti
package-end = Lopeta tarjoaminen
package-none-offered = Paketteja ei vielä ole.
package-none = Palvelupaketteja ei vielä ole
package-none-text = Jokainen palvelu tulee tähän: sen paketti, käyttö ja mitä toinen paketti maksaisi.
package-terms = { $included }, { $price } kuukaudessa, sen yli { $beyond } kappale
package-current = nyt
package-would-cost = Olisi maksanut
package-difference = Ero
package-less = { $sum } vähemmän
package-more = { $sum } enemmän
package-same = sama
package-used = Käytetty
package-picture = Käyttö kuukausittain; viiva on paketin määrä
package-priced = { $n ->
    [one] Mitä viime kuukausi olisi maksanut kussakin paketissa
   *[other] Mitä viimeiset { $n } kuukautta olisivat maksaneet kussakin paketissa
}
package-worked-out = Näin se on laskettu
package-usage = Kirjaa käyttö ({ $unit })
package-which = Asiakkaan paketti
package-suggested = { $name } olisi maksanut { $sum } ({ $percent }) vähemmän viimeisten { $n } kuukauden aikana.
package-could-save = Toinen palvelupaketti olisi tullut teille halvemmaksi
package-ask = Pyydä pakettia { $name }
package-ask-title = { $service }: vaihto pakettiin { $name }
package-ask-text = Haluamme vaihtaa palvelun { $service } paketin: nyt { $now }, jatkossa { $name }. Laskelma on sivulla ”Palvelupaketit”.
package-asked = Vaihtoa on pyydetty
package-decline = Ei kiitos
package-declined = Ei haluta: { $reason }
package-reason = Miksi ei?
package-no-reason = Kerro muutamalla sanalla, miksi ei.
package-end-means = Pakettia { $name } ei enää voi valita. Asiakkaat, joilla se on, pitävät sen.
package-end-sure = Kyllä, poista tarjonnasta
