# Mitä asiakkaan ihmiset sanovat työstä, mitä sille tehdään, ja kyselyt.
nav-feedback = Palaute
foot-feedback = Kerro meille:
feedback-give = Anna palautetta
feedback-give-means = Tämän lukevat vain sinä ja { $supplier }. Viestin saa { $name }, ja vastaus tulee tänne.
feedback-kind = Mistä on kyse?
feedback-praise = Kiitos
feedback-problem = Ongelma
feedback-idea = Idea
feedback-survey = Vastaus kyselyyn
feedback-words = Omin sanoin
feedback-send = Lähetä
feedback-between = Tänne kirjoittamasi lukevat vain sinä ja { $supplier }.
feedback-between-staff = Jokaisen palaute näkyy vain hänelle itselleen ja meille. Vastaa kertomalla, mitä tehtiin.
feedback-none = Ei vielä palautetta
feedback-none-text = Kiitokset, ongelmat ja ideat tulevat tähän, ja niiden viereen se, mitä tehtiin.
feedback-waits = Odottaa sinua
feedback-all = Kaikki palaute
feedback-open = Odottaa vastausta
feedback-answered = Vastattu
feedback-said = Palaute
feedback-done = Mitä tehtiin
feedback-do = Mitä teemme?
feedback-score = Arvosana { $score }
feedback-thanks = Kiitos! Asiaa hoitaa { $name }, ja vastaus tulee tänne.
feedback-answer = Kerro, mitä tehtiin
feedback-result = Mitä tehtiin
feedback-result-hint = Palautteen antaja lukee tämän ja kertoo, auttoiko se
feedback-helped = Auttoiko tämä?
feedback-helped-yes = Auttoi
feedback-helped-no = Ei auttanut vielä
feedback-helped-words = Mitä puuttuu?
feedback-stale = Kollega ehti ensin. Kirjoittamaasi ei ole tallennettu.
feedback-waits-answer = Palaute, johon ei ole vastattu
feedback-waits-promised = Palaute, luvattu päivä { $day }
feedback-waits-helped = Vastaus palautteeseesi
follow-up-promise = Lupaa jatkotoimi
follow-up-action = Mitä tehdään
follow-up-action-hint = Palautteen antaja lukee tämän
follow-up-owner = Kuka tekee
follow-up-due-on = Mihin mennessä
follow-up-by = { $name }, viimeistään { $day }
follow-up-promised = Jatkotoimi luvattu
follow-up-late = Jatkotoimi myöhässä
waits-feedback = Yhteisestä työstä
survey-title = Kyselyt
survey-send = Lähetä kysely
survey-send-means = Enintään yhdeksän kysymystä kaikille, jotka näkevät suunnitelman. Keneltäkään ei kysytä useammin kuin kahden kuukauden välein, paitsi miten vastaanotettu on käytössä.
survey-scale = Kysymys
survey-scale-nps = Suosittelisitko meitä?
survey-scale-nps-hint = Arvosana 0–10 (NPS)
survey-scale-ten = Oma kysymys
survey-scale-ten-hint = Arvosana 1–10
survey-question = Oma kysymyksemme
survey-question-hint = Esimerkiksi: Miten hallin 3 siirto onnistui? Tarvitaan vain omaan kysymykseen.
survey-milestone = Minkä välitavoitteen jälkeen
survey-no-milestone = Ei välitavoitetta
survey-people = Keneltä kysytään
survey-rests = Kysytty hiljattain, voidaan kysyä taas { $day }
survey-nps = Kuinka todennäköisesti suosittelisit kollegallesi toimittajaa { $supplier }?
survey-ends = { $lowest } on huonoin, 10 paras.
survey-score = Arvosana
survey-reason = Miksi?
survey-reason-hint = Vapaaehtoinen. Tästä on meille eniten apua.
survey-respond = Vastaa
survey-decline = Ei nyt
survey-means = { $n ->
    [one] Yksi kysymys.
   *[other] { $n } kysymystä, vain ensimmäiseen tarvitaan vastaus.
} Vastauksesi näkevät vain sinä ja { $supplier }, ja joku hoitaa asian.
survey-about = Tämän jälkeen: { $name }
survey-result = Tulos
survey-answers = Vastaukset
survey-n = { $n ->
    [0] Ei vielä vastauksia, kysytty { $asked } henkilöltä
    [one] { $n } vastaus, kysytty { $asked } henkilöltä
   *[other] { $n } vastausta, kysytty { $asked } henkilöltä
}
survey-shares = Suosittelijoita (9–10): { $promoters }, neutraaleja (7–8): { $passives }, arvostelijoita (0–6): { $detractors }
survey-margin = Merkin ± jälkeinen luku on virhemarginaali (95 %): vähistä vastauksista se on suuri.
survey-question-waits = Lyhyt kysely
problem-nobody-to-ask = Kaikilta on kysytty viimeisten kahden kuukauden aikana.
mail-survey-subject = { $n ->
    [one] Yksi kysymys: { $supplier }
   *[other] { $n } lyhyttä kysymystä: { $supplier }
}
mail-survey-foot = Saat tämän asiakkaan yhteyshenkilönä: { $customer }. Arvosana avaa sivun, jolta vastaus lähetetään.
survey-more = Lisää kysymyksiä
survey-more-means = Enintään kahdeksan lisää. Jokaisen voi jättää vastaamatta.
survey-more-scores = Vastataan arvosanalla 1–10
survey-more-scores-hint = Yksi kysymys riviä kohden
survey-more-choices = Vastataan valitsemalla
survey-more-choices-hint = Yksi kysymys riviä kohden vaihtoehtoineen: Mikä halli on seuraava? Halli 3; Halli 4; Ei kumpikaan
survey-more-words = Vastataan omin sanoin
survey-more-words-hint = Yksi kysymys riviä kohden
survey-further = Muut kysymykset ovat vapaaehtoisia.
survey-answer = Vastaus
survey-further-results = Muut kysymykset
survey-n-further = { $n ->
    [0] Ei vielä vastauksia
    [one] { $n } vastaus
   *[other] { $n } vastausta
}
problem-line-without-choices = Rivillä { $line } pitää olla kysymys ja 2–10 vaihtoehtoa, esimerkiksi: Mikä halli on seuraava? Halli 3; Halli 4
level-title = Kolme tasoa
level-means = Yksi kysymys kullakin tasolla kerran vuodessa, asteikolla 1–10. Tässä ovat viimeisten 12 kuukauden vastaukset.
level-change = Vuosittaiset kysymykset
level-lead = Kullakin tasolla on oma kysymyksensä, joka esitetään jokaiselle jäsenelle kerran vuodessa. Tasolta, jolla ei ole kysymystä, ei kysytä.
level-contact = Yksittäiset kontaktit
level-contact-hint = Puhelu, käynti, vastaus
level-contact-suggested = Kuinka hyvin autamme, kun otat meihin yhteyttä?
level-relationship = Asiakassuhde
level-relationship-hint = Mitä kontakteista ajan mittaan kertyy
level-relationship-suggested = Kuinka hyvin yhteistyömme ajan mittaan sujuu?
level-overall = Kokonaisuus
level-overall-hint = Mitä merkitsemme asiakkaan liiketoiminnalle
level-overall-suggested = Kuinka paljon yhteistyö kanssamme hyödyttää liiketoimintaanne?
level-first-day = Kysytään alkaen
level-first-day-hint = Keneltäkään ei kysytä kahdesti kahden kuukauden aikana, joten kolme kysymystä tulevat eri aikoina.
level-since = Kysytään { $day } alkaen. Viimeksi muuttanut { $name }.
level-not-yet = Vielä ei kysytä mitään. Nämä ovat ehdotuksia.
level-stale = Kollega muutti kysymyksiä sillä välin. Omiasi ei ole vielä tallennettu.
changes-of-feedback = Palaute
event-feedback-given = { $who } antoi palautetta: ”{ $label }”
event-follow-up-promised = { $who } lupasi jatkotoimen: ”{ $label }”
event-feedback-answered = { $who } vastasi palautteeseen: ”{ $label }”
event-feedback-helped = { $who } kertoo, että se auttoi: ”{ $label }”
event-feedback-not-helped = { $who } kertoo, ettei se auttanut vielä: ”{ $label }”
event-survey-sent = { $who } lähetti kyselyn. { $label }
event-survey-answered = { $who } vastasi kyselyyn, arvosana { $label }.
