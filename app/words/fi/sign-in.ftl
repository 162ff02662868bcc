# Henkilökunta kirjautuu
sign-in-title = Kirjaudu sisään
sign-in-kind = Henkilökunnalle: { $supplier }
sign-in-email = Sähköposti
sign-in-password = Salasana
sign-in-deed = Kirjaudu sisään
sign-in-customer = Oletko asiakas? Et tarvitse salasanaa: avaa sähköpostissasi oleva linkki tai
sign-in-customer-link = pyydä uusi.
sign-in-wrong-title = Kirjautuminen ei onnistunut.
sign-in-wrong-text = Sähköposti tai salasana on väärin
sign-in-too-many-title = Yrityksiä on ollut liikaa.
sign-in-too-many-text = { $minutes ->
    [one] Odota minuutti ja yritä uudelleen. Jos olet unohtanut salasanasi, pyydä ylläpitäjältä uusi.
   *[other] Odota { $minutes } minuuttia ja yritä uudelleen. Jos olet unohtanut salasanasi, pyydä ylläpitäjältä uusi.
}
sign-in-steps = Kirjautumisen vaiheet

# Toinen vaihe
second-factor = Kaksivaiheinen tunnistautuminen
second-factor-title = Koodi sovelluksestasi
second-factor-label = Kuusi numeroa: { $supplier }
second-factor-hint = Ne vaihtuvat 30 sekunnin välein.
second-factor-wrong = { $left ->
    [one] Koodi on väärä tai jo käytetty. Yksi yritys on jäljellä.
   *[other] Koodi on väärä tai jo käytetty. { $left } yritystä on jäljellä.
}
second-factor-no-phone = Eikö puhelin ole käsillä?
second-factor-recovery = Yksi varakoodeistasi
second-factor-recovery-hint = Kukin toimii kerran. Viivoista ja kirjainkoosta ei tarvitse välittää.
second-factor-use-recovery = Käytä varakoodia
second-factor-over-title = Aloita alusta
second-factor-over-short = Tämä kirjautuminen on päättynyt.
second-factor-over-text = Aikaa kului yli viisi minuuttia, tai vääriä koodeja oli liikaa. Aloita uudelleen salasanalla.
second-factor-again = Takaisin salasanaan

# Kirjauduttu ulos
signed-out-kind = Kirjauduttu ulos
signed-out-title = Olet kirjautunut ulos
signed-out-member = Kun haluat palata, avaa linkkisi sähköpostista tai pyydä uusi.

# Typed again before something far-reaching
own-password = Oma salasanasi
own-password-why = Jotta kukaan muu ei voi tehdä tätä laitteellasi.
own-code = Koodi sovelluksestasi tai palautuskoodi
own-password-sometimes = Tarvitaan vain, kun rooli, sähköposti tai se, mitä työkaveri näkee, muuttuu.

# Salasana valitaan linkistä
choose-title = Valitse salasanasi
choose-text = Kirjaudut osoitteella { $email }.
choose-deed = Tallenna ja kirjaudu
choose-over-title = Tämä linkki ei enää toimi
choose-over-short = Se on käytetty tai vanhentunut.
choose-over-text = Jokainen linkki toimii kerran. Voimme lähettää uuden sähköpostitse.
forgot-link = Unohditko salasanasi?
forgot-text = Kirjoita työsähköpostisi, niin lähetämme linkin, josta valitset uuden salasanan. Nykyinen toimii siihen asti.
forgot-send = Lähetä minulle linkki
forgot-sent-text = Jos osoite kuuluu jollekulle, joka työskentelee täällä, linkki on matkalla. Se on voimassa tunnin.
sign-in-first-expired = Tämä ensimmäinen salasana on vanhentunut. Pyydä alta linkki, josta valitset omasi.
second-factor-later = Ei nyt
