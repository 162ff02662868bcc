//! Which column a heading means, in English, Finnish and Swedish. What is not known here is chosen by whoever imports.

use super::{TableField, TableKind};
use crate::text::folded;

/// A heading as headings are compared: letters and digits in small, without marks, one blank between words.
#[must_use]
pub fn normal(heading: &str) -> String {
    let folded = folded(heading);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a column of such a table says, by its heading; none where the heading is not known.
#[must_use]
pub fn recognize(kind: TableKind, heading: &str) -> Option<TableField> {
    let heading = normal(heading);
    let known = table(kind).iter().find(|(_, headings)| headings.split(", ").any(|known| known == heading));
    known.map(|(field, _)| *field)
}

type Known = &'static [(TableField, &'static str)];

/// The headings of each column, as [`normal`] writes them.
const fn table(kind: TableKind) -> Known {
    match kind {
        TableKind::Customers => CUSTOMERS,
        TableKind::People => PEOPLE,
        TableKind::Projects => PROJECTS,
        TableKind::Tasks => TASKS,
        TableKind::Work => WORK,
        TableKind::Usage => USAGE,
        TableKind::Invoices => INVOICES,
        TableKind::Reports => REPORTS,
        TableKind::Messages => MESSAGES,
    }
}

const CUSTOMERS: Known = &[
    (
        TableField::Name,
        "name, customer, customer name, company, company name, client, client name, account, account name, organisation, \
         organization, nimi, asiakas, asiakkaan nimi, asiakasnimi, yritys, yrityksen nimi, yritysnimi, namn, kund, kundnamn, \
         kundens namn, foretag, foretagsnamn, foretagets namn",
    ),
    (
        TableField::Number,
        "number, no, nr, customer number, customer no, customer nr, customer id, account number, numero, nro, asiakasnumero, \
         asiakasnro, asiakkaan numero, asiakastunnus, nummer, kundnummer, kundnr, kund nr",
    ),
    (
        TableField::BusinessId,
        "business id, businessid, company id, registration number, company number, y tunnus, ytunnus, y tunnus fi, \
         fo nummer, fonummer, fo nr, organisationsnummer, org nr, orgnr",
    ),
    (
        TableField::VatId,
        "vat id, vat, vat number, vat no, alv tunnus, alv numero, alv nro, arvonlisaverotunnus, momsnummer, moms nr, \
         momsregistreringsnummer, vat nummer",
    ),
    (
        TableField::Responsible,
        "responsible, responsible person, account manager, key account manager, kam, owner, manager, vastuuhenkilo, \
         asiakkuuspaallikko, asiakasvastaava, vastaava, ansvarig, kundansvarig, ansvarig person",
    ),
    (TableField::Segment, "segment, segmentti, asiakassegmentti, kundsegment"),
    (
        TableField::About,
        "about, note, notes, description, comment, comments, tietoa, tiedot, lisatiedot, lisatieto, kuvaus, muistiinpanot, \
         kommentti, anteckning, anteckningar, beskrivning, kommentar, ovrigt",
    ),
];

/// Whose something is.
const OF_CUSTOMER: &str = "customer, customer name, customer number, customer no, company, company name, client, account, \
     organisation, organization, business id, asiakas, asiakkaan nimi, asiakasnumero, asiakasnro, yritys, yrityksen nimi, \
     y tunnus, kund, kundnamn, kundnummer, kundnr, foretag, foretagsnamn, fo nummer";
/// Which project something is in.
const OF_PROJECT: &str = "project, project name, projekti, hanke, projektin nimi, projekt, projektnamn, projektets namn";

const PEOPLE: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (
        TableField::Name,
        "name, full name, person, contact, contact person, contact name, nimi, koko nimi, henkilo, henkilon nimi, yhteyshenkilo, \
         namn, fullstandigt namn, kontakt, kontaktperson, personens namn",
    ),
    (TableField::FirstName, "first name, firstname, given name, etunimi, fornamn"),
    (TableField::LastName, "last name, lastname, surname, family name, sukunimi, efternamn"),
    (
        TableField::Email,
        "email, e mail, email address, e mail address, mail, sahkoposti, sahkopostiosoite, s posti, e post, epost, \
         e postadress, epostadress, mejl",
    ),
    (
        TableField::Title,
        "title, job title, role, position, titteli, nimike, tehtavanimike, rooli, asema, tehtava, titel, befattning, roll, \
         yrkestitel",
    ),
    (TableField::Language, "language, lang, kieli, asiointikieli, sprak"),
    (
        TableField::Scopes,
        "sees, scopes, scope, access, rights, may see, permissions, nakee, oikeudet, nakyvyys, ser, rattigheter, behorigheter, \
         far se",
    ),
];

const PROJECTS: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (
        TableField::Project,
        "project, project name, name, projekti, hanke, projektin nimi, nimi, projekt, projektnamn, projektets namn, namn",
    ),
    (TableField::About, "about, description, purpose, goal, what it is for, kuvaus, tarkoitus, tavoite, beskrivning, syfte, mal"),
    (
        TableField::Milestone,
        "milestone, promise, what, stop, valitavoite, lupaus, mita luvataan, vaihe, delmal, lofte, vad, etapp",
    ),
    (
        TableField::PromisedOn,
        "date, promised date, promised, promised on, day, deadline, due, due date, luvattu paiva, luvattu, paiva, \
         paivamaara, pvm, maarapaiva, lovat datum, datum, lovat, dag",
    ),
    (
        TableField::Shared,
        "shared, visible, visible to the customer, visible to customer, shown, nakyy, nakyy asiakkaalle, jaettu, synlig, \
         synlig for kunden, delad",
    ),
];

const TASKS: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (TableField::Project, OF_PROJECT),
    (TableField::Task, "task, what, title, name, todo, to do, tehtava, mita, nimi, otsikko, uppgift, vad, namn, rubrik"),
    (
        TableField::DueOn,
        "due, due date, date, deadline, day, by, maarapaiva, paiva, paivamaara, pvm, viimeistaan, mennessa, datum, \
         sista dag, senast, forfallodag, dag",
    ),
    (
        TableField::Side,
        "who, by whom, side, owner, responsible, who does it, kuka, tekija, vastuu, kuka tekee, puoli, vem, vem gor, ansvar, \
         ansvarig, part",
    ),
    (
        TableField::Stage,
        "visible, visible to the customer, visible to customer, who sees it, shown, internal, nakyy, nakyy asiakkaalle, \
         kuka nakee, synlig, synlig for kunden, vem ser den",
    ),
    (
        TableField::Why,
        "why, description, what for, needed for, notes, note, miksi, kuvaus, mihin tarvitaan, lisatiedot, varfor, \
         beskrivning, anteckningar",
    ),
];

/// Toggl, Harvest, Kimai and Clockify among others.
const WORK: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (TableField::Project, OF_PROJECT),
    (TableField::Task, "task, activity, tehtava, toiminto, uppgift, aktivitet"),
    (TableField::Day, "date, day, start date, started on, spent date, paiva, paivamaara, pvm, alkupaiva, datum, dag, startdatum"),
    (
        TableField::Time,
        "time, duration, hours, duration h, duration decimal, time h, time decimal, rounded hours, h, kesto, tunnit, aika, \
         tuntia, tid, timmar, varaktighet",
    ),
    (
        TableField::Words,
        "description, notes, note, words, what, text, time entry, kuvaus, mita tehtiin, selite, muistiinpanot, beskrivning, \
         anteckningar, vad",
    ),
    (
        TableField::Charge,
        "billable, charged, charge, chargeable, laskutettava, laskutetaan, veloitetaan, debiterbar, debiteras, fakturerbar",
    ),
    (
        TableField::Name,
        "user, name, person, employee, member, who, tekija, henkilo, kayttaja, nimi, kuka, anvandare, namn, medarbetare, vem",
    ),
    (TableField::FirstName, "first name, firstname, given name, etunimi, fornamn"),
    (TableField::LastName, "last name, lastname, surname, family name, sukunimi, efternamn"),
    (
        TableField::Email,
        "email, e mail, email address, user email, sahkoposti, sahkopostiosoite, s posti, e post, epost, e postadress",
    ),
];

const USAGE: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (TableField::Service, "service, product, palvelu, tuote, tjanst, produkt"),
    (TableField::Month, "month, period, date, kuukausi, kausi, pvm, manad, period fran"),
    (TableField::Volume, "volume, usage, quantity, amount, used, count, maara, kaytto, kpl, lukumaara, volym, antal, anvandning"),
];

const INVOICES: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (
        TableField::InvoiceNumber,
        "invoice number, invoice no, invoice nr, invoice id, invoice, number, no, nr, laskun numero, laskunumero, laskunro, \
         laskun nro, lasku, numero, nro, fakturanummer, fakturanr, faktura nr, faktura, nummer",
    ),
    (
        TableField::IssuedOn,
        "issue date, invoice date, issued, issued on, date, dated, laskun paiva, laskupaiva, laskun paivays, laskun pvm, laskupvm, \
         paivays, paivamaara, paiva, pvm, fakturadatum, utfardad, datum",
    ),
    (
        TableField::DueOn,
        "due date, due, due on, payment due, pay by, erapaiva, erapvm, maksupaiva, forfallodatum, forfallodag, forfaller, \
         betalas senast",
    ),
    (
        TableField::Words,
        "description, text, item, product, service, what, line, name, kuvaus, selite, tuote, palvelu, nimike, mita, rivi, \
         beskrivning, produkt, tjanst, artikel, benamning, vad, rad",
    ),
    (TableField::Quantity, "quantity, qty, count, hours, maara, lukumaara, kpl, tunnit, antal, kvantitet, timmar"),
    (TableField::Unit, "unit, unit code, yksikko, yks, enhet"),
    (
        TableField::Price,
        "price, unit price, price each, rate, hourly rate, hinta, yksikkohinta, a hinta, ahinta, tuntihinta, pris, a pris, apris, \
         enhetspris, styckpris, timpris",
    ),
    (
        TableField::Net,
        "net, net amount, line net, line total, amount, sum, without vat, total without vat, amount without vat, netto, veroton, \
         veroton summa, rivisumma, summa, nettosumma, belopp, nettobelopp, radsumma, exkl moms, utan moms, belopp exkl moms",
    ),
    (
        TableField::VatRate,
        "vat, vat rate, vat percent, tax, tax rate, alv, alv prosentti, alv kanta, verokanta, vero, moms, momssats, moms procent",
    ),
    (
        TableField::Period,
        "period, billing period, service period, from, period start, start, kausi, laskutuskausi, jakso, ajalta, alkaen, \
         alkupaiva, avser, period fran, fran, startdatum, faktureringsperiod",
    ),
    (
        TableField::PeriodEnd,
        "to, until, period end, end, paattyen, loppupaiva, saakka, asti, period till, till, till och med, slutdatum",
    ),
    (TableField::Project, OF_PROJECT),
    (
        TableField::Order,
        "order, purchase order, order number, po, po number, your order, tilaus, tilausnumero, ostotilaus, tilausviite, \
         bestallning, bestallningsnummer, inkopsorder, ordernummer",
    ),
    (
        TableField::Reference,
        "reference, payment reference, reference number, viite, viitenumero, maksuviite, referens, referensnummer, ocr, ocr nummer",
    ),
    (TableField::Account, "iban, bank account, account number, tili, tilinumero, pankkitili, konto, kontonummer, bankkonto"),
    (TableField::Currency, "currency, currency code, valuutta, valuta"),
    (
        TableField::Total,
        "total, invoice total, total with vat, gross, to pay, yhteensa, laskun summa, maksettavaa, verollinen, brutto, totalt, \
         att betala, fakturabelopp, inkl moms",
    ),
    (
        TableField::Credits,
        "credits, credited invoice, original invoice, hyvittaa, hyvitettava lasku, alkuperainen lasku, krediterar, \
         krediterad faktura, ursprunglig faktura",
    ),
];

const REPORTS: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (TableField::Project, OF_PROJECT),
    (
        TableField::Day,
        "date, day, reported, reported on, when, paiva, paivamaara, pvm, raportoitu, milloin, datum, dag, rapporterad, nar",
    ),
    (TableField::Light, "status, light, state, health, rag, tilanne, tila, liikennevalo, vari, lage, farg, statusfarg"),
    (
        TableField::Words,
        "reason, why, report, status report, text, comment, description, notes, syy, miksi, raportti, tilannekatsaus, kuvaus, \
         kommentti, orsak, skal, varfor, statusrapport, rapport, beskrivning, kommentar",
    ),
    (
        TableField::Name,
        "reported by, reporter, by, by whom, who, author, raportoija, raportoi, kirjoittaja, kuka, rapporterad av, forfattare, vem",
    ),
];

const MESSAGES: Known = &[
    (TableField::Customer, OF_CUSTOMER),
    (
        TableField::Topic,
        "discussion, subject, title, topic, thread, keskustelu, aihe, otsikko, ketju, diskussion, amne, rubrik, trad",
    ),
    (
        TableField::Day,
        "date, day, sent, sent at, time, when, paiva, paivamaara, pvm, aika, lahetetty, milloin, datum, dag, tid, skickat, nar",
    ),
    (
        TableField::Email,
        "writer, from, sender, author, email, e mail, who, kirjoittaja, lahettaja, sahkoposti, kuka, fran, avsandare, forfattare, \
         e post, epost, vem",
    ),
    (TableField::Words, "text, message, body, words, content, viesti, teksti, sisalto, meddelande, innehall"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages_however_they_are_written() {
        use {TableField as F, TableKind as K};
        for (kind, heading, field) in [
            (K::Customers, "Company name", F::Name),
            (K::Customers, "Y-tunnus", F::BusinessId),
            (K::Customers, " KUNDNUMMER ", F::Number),
            (K::Customers, "Vastuuhenkilö", F::Responsible),
            (K::People, "Asiakas", F::Customer),
            (K::People, "E-mail", F::Email),
            (K::People, "Sähköposti:", F::Email),
            (K::People, "e-postadress", F::Email),
            (K::Projects, "Luvattu päivä", F::PromisedOn),
            (K::Projects, "Delmål", F::Milestone),
            (K::Tasks, "Määräpäivä", F::DueOn),
            (K::Tasks, "Uppgift", F::Task),
            (K::Work, "Start date", F::Day),
            (K::Work, "Duration (decimal)", F::Time),
            (K::Work, "Billable?", F::Charge),
            (K::Invoices, "ALV %", F::VatRate),
            (K::Invoices, "à-pris", F::Price),
            (K::Reports, "Tilanne", F::Light),
            (K::Messages, "Ämne", F::Topic),
        ] {
            assert_eq!(recognize(kind, heading), Some(field), "{heading}");
        }
        assert_eq!(recognize(K::People, "Shoe size"), None);
        assert_eq!(recognize(K::People, ""), None);
    }

    #[test]
    fn no_heading_means_two_columns_and_each_is_written_as_it_is_compared() {
        for kind in TableKind::ALL {
            let all = table(*kind).iter().flat_map(|(_, headings)| headings.split(", ")).collect::<Vec<_>>();
            for (n, heading) in all.iter().enumerate() {
                assert_eq!(normal(heading), *heading);
                assert!(!all[..n].contains(heading), "{kind}: {heading}");
            }
            let fields = table(*kind).iter().map(|(field, _)| *field).collect::<Vec<_>>();
            assert_eq!(fields, kind.fields());
        }
    }
}
