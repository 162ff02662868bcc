# Kokonaisten suunnitelmien mallit.
plan-template-title = Tallenna suunnitelma malliksi
plan-template-text = Kaikki keskeneräiset projektit tallennetaan päivineen ja tehtävineen etäisyyksinä ensimmäisestä päivästä. Henkilöiden nimiä, tilannetta, keskusteluja ja sisäisten tehtävien muistiinpanoja ei tallenneta. Myös työkaverisi voivat lukea mallin ja aloittaa siitä.
plan-template-name = Mallin nimi
plan-template-name-hint = Esimerkiksi: Uusi toimipaikka ja palvelupiste
plan-template-service = Taustakysymykset
plan-template-no-service = Ei kysytä mitään
plan-template-projects = Mitä tallennetaan
plan-template-nothing = Täällä ei ole keskeneräistä projektia. Aloita ensin projekti ja tallenna sitten suunnitelma.
plan-template-choose = Aloita koko suunnitelma mallista
plan-template-from-title = Aloita suunnitelma: { $name }
plan-template-from-text = Asiakas ei näe projekteja ennen kuin näytät ne. Kaikki päivät seuraavat ensimmäistä päivää.
plan-template-asks = Asiakkaalta kysytään heti taustakysymykset palvelusta { $service }.
plan-template-first-day = Ensimmäinen päivä
plan-template-start = Aloita suunnitelma
plan-template-begins = { $days ->
    [0] Alkaa ensimmäisenä päivänä
    [one] Alkaa { $days } päivän myöhemmin
   *[other] Alkaa { $days } päivää myöhemmin
}
plan-templates-title = Kokonaisten suunnitelmien mallit
plan-templates-none = Ei vielä malleja. Tallenna malli asiakkaan muokkaussivulta.
plan-template-remove-means = Mallista { $name } ei voi enää aloittaa uutta suunnitelmaa. Aloitetut suunnitelmat säilyvät ennallaan.
