//! Whatever an invoice states, it is the same read from UBL, from a Cross Industry Invoice and from Finvoice.

use super::{cii, finvoice, ubl};
use crate::invoice::{
    Invoice,
    check::{Verdict, check},
};
use proptest::prelude::*;
use std::fmt::Write;

/// A line: its name, its quantity in hundredths, its price in cents.
type Row = (String, i64, i64);

/// What is generated.
#[derive(Debug, Clone)]
struct Bill {
    number: String,
    day: String,
    due: String,
    reference: String,
    note: String,
    rate_permille: i64,
    freight: i64,
    rows: Vec<Row>,
}

struct Sums {
    nets: Vec<i64>,
    lines: i64,
    net: i64,
    vat: i64,
}

fn rounded(product: i64, by: i64) -> i64 {
    (product + by / 2) / by
}

fn plain(amount: i64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

impl Bill {
    fn sums(&self) -> Sums {
        let nets: Vec<_> = self.rows.iter().map(|(_, quantity, price)| rounded(quantity * price, 100)).collect();
        let lines = nets.iter().sum::<i64>();
        let net = lines + self.freight;
        Sums { nets, lines, net, vat: rounded(net * self.rate_permille, 1000) }
    }

    fn rate(&self) -> String {
        format!("{}.{}", self.rate_permille / 10, self.rate_permille % 10)
    }

    fn ubl(&self) -> String {
        let Sums { nets, lines, net, vat } = self.sums();
        let (number, day, due, reference, note) = (&self.number, &self.day, &self.due, &self.reference, &self.note);
        let amount = |name: &str, amount: i64| format!("<b:{name} currencyID=\"EUR\">{}</b:{name}>", plain(amount));
        let category = format!("<b:ID>S</b:ID><b:Percent>{}</b:Percent>", self.rate());
        let party = |name: &str, id: &str, vat: &str| {
            format!(
                "<a:Party><a:PartyTaxScheme><b:CompanyID>{vat}</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>\
                 <a:PartyLegalEntity><b:RegistrationName>{name}</b:RegistrationName><b:CompanyID schemeID=\"0212\">{id}</b:CompanyID></a:PartyLegalEntity></a:Party>"
            )
        };
        let (seller, buyer) = (party(SELLER.0, SELLER.1, SELLER.2), party(BUYER.0, BUYER.1, BUYER.2));
        let mut rows = String::new();
        for (place, ((name, quantity, price), line_net)) in self.rows.iter().zip(&nets).enumerate() {
            let _ = write!(
                rows,
                "<a:InvoiceLine><b:ID>{}</b:ID><b:InvoicedQuantity unitCode=\"HUR\">{}</b:InvoicedQuantity>{}<a:Item><b:Name>{name}</b:Name>\
                 <a:ClassifiedTaxCategory>{category}</a:ClassifiedTaxCategory></a:Item><a:Price>{}</a:Price></a:InvoiceLine>",
                place + 1,
                plain(*quantity),
                amount("LineExtensionAmount", *line_net),
                amount("PriceAmount", *price),
            );
        }
        let freight = (self.freight > 0).then(|| {
            format!(
                "<a:AllowanceCharge><b:ChargeIndicator>true</b:ChargeIndicator><b:AllowanceChargeReason>Freight</b:AllowanceChargeReason>{}\
                 <a:TaxCategory>{category}</a:TaxCategory></a:AllowanceCharge>",
                amount("Amount", self.freight)
            )
        });
        let charges = if self.freight > 0 { amount("ChargeTotalAmount", self.freight) } else { String::new() };
        format!(
            "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:a=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
             xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><b:ID>{number}</b:ID><b:IssueDate>{day}</b:IssueDate><b:DueDate>{due}</b:DueDate>\
             <b:InvoiceTypeCode>380</b:InvoiceTypeCode><b:Note>{note}</b:Note><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>\
             <b:BuyerReference>{reference}</b:BuyerReference><a:AccountingSupplierParty>{seller}</a:AccountingSupplierParty>\
             <a:AccountingCustomerParty>{buyer}</a:AccountingCustomerParty><a:PaymentMeans><b:PaymentMeansCode>58</b:PaymentMeansCode><b:PaymentID>1009</b:PaymentID>\
             <a:PayeeFinancialAccount><b:ID>{ACCOUNT}</b:ID></a:PayeeFinancialAccount></a:PaymentMeans>{}<a:TaxTotal>{}<a:TaxSubtotal>{}{}\
             <a:TaxCategory>{category}</a:TaxCategory></a:TaxSubtotal></a:TaxTotal><a:LegalMonetaryTotal>{}{}{}{charges}{}</a:LegalMonetaryTotal>{rows}</Invoice>",
            freight.unwrap_or_default(),
            amount("TaxAmount", vat),
            amount("TaxableAmount", net),
            amount("TaxAmount", vat),
            amount("LineExtensionAmount", lines),
            amount("TaxExclusiveAmount", net),
            amount("TaxInclusiveAmount", net + vat),
            amount("PayableAmount", net + vat),
        )
    }

    fn cii(&self) -> String {
        let Sums { nets, lines, net, vat } = self.sums();
        let bare = |day: &str| day.replace('-', "");
        let date = |name: &str, day: &str| {
            format!("<r:{name}><u:DateTimeString format=\"102\">{}</u:DateTimeString></r:{name}>", bare(day))
        };
        let amount = |name: &str, amount: i64| format!("<r:{name}>{}</r:{name}>", plain(amount));
        let tax = format!(
            "<r:TypeCode>VAT</r:TypeCode><r:CategoryCode>S</r:CategoryCode><r:RateApplicablePercent>{}</r:RateApplicablePercent>",
            self.rate()
        );
        let party = |role: &str, (name, id, vat): (&str, &str, &str)| {
            format!(
                "<r:{role}><r:Name>{name}</r:Name><r:SpecifiedLegalOrganization><r:ID schemeID=\"0212\">{id}</r:ID></r:SpecifiedLegalOrganization>\
                 <r:SpecifiedTaxRegistration><r:ID schemeID=\"VA\">{vat}</r:ID></r:SpecifiedTaxRegistration></r:{role}>"
            )
        };
        let mut rows = String::new();
        for (place, ((name, quantity, price), line_net)) in self.rows.iter().zip(&nets).enumerate() {
            let _ = write!(
                rows,
                "<r:IncludedSupplyChainTradeLineItem><r:AssociatedDocumentLineDocument><r:LineID>{}</r:LineID></r:AssociatedDocumentLineDocument>\
                 <r:SpecifiedTradeProduct><r:Name>{name}</r:Name></r:SpecifiedTradeProduct><r:SpecifiedLineTradeAgreement><r:NetPriceProductTradePrice>{}\
                 </r:NetPriceProductTradePrice></r:SpecifiedLineTradeAgreement><r:SpecifiedLineTradeDelivery><r:BilledQuantity unitCode=\"HUR\">{}</r:BilledQuantity>\
                 </r:SpecifiedLineTradeDelivery><r:SpecifiedLineTradeSettlement><r:ApplicableTradeTax>{tax}</r:ApplicableTradeTax>\
                 <r:SpecifiedTradeSettlementLineMonetarySummation>{}</r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement>\
                 </r:IncludedSupplyChainTradeLineItem>",
                place + 1,
                amount("ChargeAmount", *price),
                plain(*quantity),
                amount("LineTotalAmount", *line_net),
            );
        }
        let freight = (self.freight > 0).then(|| {
            format!(
                "<r:SpecifiedTradeAllowanceCharge><r:ChargeIndicator><u:Indicator>true</u:Indicator></r:ChargeIndicator>{}<r:Reason>Freight</r:Reason>\
                 <r:CategoryTradeTax>{tax}</r:CategoryTradeTax></r:SpecifiedTradeAllowanceCharge>",
                amount("ActualAmount", self.freight)
            )
        });
        let charges = if self.freight > 0 { amount("ChargeTotalAmount", self.freight) } else { String::new() };
        format!(
            "<m:CrossIndustryInvoice xmlns:m=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" \
             xmlns:r=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\" \
             xmlns:u=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\"><m:ExchangedDocument><r:ID>{}</r:ID><r:TypeCode>380</r:TypeCode>{}\
             <r:IncludedNote><r:Content>{}</r:Content></r:IncludedNote></m:ExchangedDocument><m:SupplyChainTradeTransaction>{rows}<r:ApplicableHeaderTradeAgreement>\
             <r:BuyerReference>{}</r:BuyerReference>{}{}</r:ApplicableHeaderTradeAgreement><r:ApplicableHeaderTradeDelivery/><r:ApplicableHeaderTradeSettlement>\
             <r:PaymentReference>1009</r:PaymentReference><r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode><r:SpecifiedTradeSettlementPaymentMeans>\
             <r:TypeCode>58</r:TypeCode><r:PayeePartyCreditorFinancialAccount><r:IBANID>{ACCOUNT}</r:IBANID></r:PayeePartyCreditorFinancialAccount>\
             </r:SpecifiedTradeSettlementPaymentMeans><r:ApplicableTradeTax>{}{}{tax}</r:ApplicableTradeTax>{}<r:SpecifiedTradePaymentTerms>{}</r:SpecifiedTradePaymentTerms>\
             <r:SpecifiedTradeSettlementHeaderMonetarySummation>{}{charges}{}<r:TaxTotalAmount currencyID=\"EUR\">{}</r:TaxTotalAmount>{}{}\
             </r:SpecifiedTradeSettlementHeaderMonetarySummation></r:ApplicableHeaderTradeSettlement></m:SupplyChainTradeTransaction></m:CrossIndustryInvoice>",
            self.number,
            date("IssueDateTime", &self.day),
            self.note,
            self.reference,
            party("SellerTradeParty", SELLER),
            party("BuyerTradeParty", BUYER),
            amount("CalculatedAmount", vat),
            amount("BasisAmount", net),
            freight.unwrap_or_default(),
            date("DueDateDateTime", &self.due),
            amount("LineTotalAmount", lines),
            amount("TaxBasisTotalAmount", net),
            plain(vat),
            amount("GrandTotalAmount", net + vat),
            amount("DuePayableAmount", net + vat),
        )
    }

    fn finvoice(&self) -> String {
        let Sums { nets, lines, net, vat } = self.sums();
        let comma = |amount: i64| plain(amount).replace('.', ",");
        let amount = |name: &str, amount: i64| format!("<{name} AmountCurrencyIdentifier=\"EUR\">{}</{name}>", comma(amount));
        let rate = self.rate().replace('.', ",");
        let party = |side: &str, (name, id, vat): (&str, &str, &str)| {
            format!(
                "<{side}PartyDetails><{side}PartyIdentifier>{id}</{side}PartyIdentifier><{side}OrganisationName>{name}</{side}OrganisationName>\
                 <{side}OrganisationTaxCode>{vat}</{side}OrganisationTaxCode></{side}PartyDetails>"
            )
        };
        let mut rows = String::new();
        for (place, ((name, quantity, price), line_net)) in self.rows.iter().zip(&nets).enumerate() {
            let _ = write!(
                rows,
                "<InvoiceRow><ArticleName>{name}</ArticleName><InvoicedQuantity QuantityUnitCode=\"h\">{}</InvoicedQuantity>{}<RowPositionIdentifier>{}</RowPositionIdentifier>\
                 <RowVatRatePercent>{rate}</RowVatRatePercent><RowVatCode>S</RowVatCode>{}</InvoiceRow>",
                comma(*quantity),
                amount("UnitPriceAmount", *price),
                place + 1,
                amount("RowVatExcludedAmount", *line_net),
            );
        }
        let freight = (self.freight > 0).then(|| {
            format!(
                "<ChargeDetails><ReasonText>Freight</ReasonText>{}<VatCategoryCode>S</VatCategoryCode><VatRatePercent>{rate}</VatRatePercent></ChargeDetails>",
                amount("Amount", self.freight)
            )
        });
        let charges = if self.freight > 0 { amount("ChargesTotalVatExcludedAmount", self.freight) } else { String::new() };
        format!(
            "<Finvoice Version=\"3.0\">{}{}<InvoiceDetails><InvoiceTypeCode>INV01</InvoiceTypeCode><InvoiceNumber>{}</InvoiceNumber>\
             <InvoiceDate Format=\"CCYYMMDD\">{}</InvoiceDate><BuyerReferenceIdentifier>{}</BuyerReferenceIdentifier>{}{}{charges}{}{}\
             <InvoiceFreeText>{}</InvoiceFreeText><VatSpecificationDetails>{}<VatRatePercent>{rate}</VatRatePercent><VatCode>S</VatCode>{}</VatSpecificationDetails>\
             <PaymentTermsDetails><InvoiceDueDate Format=\"CCYYMMDD\">{}</InvoiceDueDate></PaymentTermsDetails>{}</InvoiceDetails>{rows}<EpiDetails><EpiPartyDetails>\
             <EpiBeneficiaryPartyDetails><EpiAccountID IdentificationSchemeName=\"IBAN\">{ACCOUNT}</EpiAccountID></EpiBeneficiaryPartyDetails></EpiPartyDetails>\
             <EpiPaymentInstructionDetails><EpiRemittanceInfoIdentifier>1009</EpiRemittanceInfoIdentifier>{}<EpiPaymentMeansCode>58</EpiPaymentMeansCode>\
             </EpiPaymentInstructionDetails></EpiDetails></Finvoice>",
            party("Seller", SELLER),
            party("Buyer", BUYER),
            self.number,
            self.day.replace('-', ""),
            self.reference,
            amount("RowsTotalVatExcludedAmount", lines),
            amount("InvoiceTotalVatExcludedAmount", net),
            amount("InvoiceTotalVatAmount", vat),
            amount("InvoiceTotalVatIncludedAmount", net + vat),
            self.note,
            amount("VatBaseAmount", net),
            amount("VatRateAmount", vat),
            self.due.replace('-', ""),
            freight.unwrap_or_default(),
            amount("EpiInstructedAmount", net + vat),
        )
    }
}

const SELLER: (&str, &str, &str) = ("Esimerkki Palvelut Oy", "2345678-0", "FI23456780");
const BUYER: (&str, &str, &str) = ("Asiakas ja Pojat Oy", "0112038-9", "FI01120389");
const ACCOUNT: &str = "FI2112345600000785";

fn bill() -> impl Strategy<Value = Bill> {
    let words = "[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9 .,-]{0,30}[A-Za-z0-9]";
    let rows = prop::collection::vec((words, 1_i64..100_000, 1_i64..1_000_000), 1..12);
    let rates = prop::sample::select(vec![255_i64, 135, 100, 240]);
    let day = (2020_i32..2030, 1_u32..13, 1_u32..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    ("[A-Z0-9-]{1,20}", day.clone(), day, words, words, rates, prop_oneof![Just(0_i64), 1_i64..100_000], rows).prop_map(
        |(number, day, due, reference, note, rate_permille, freight, rows)| Bill {
            number,
            day,
            due,
            reference,
            note,
            rate_permille,
            freight,
            rows,
        },
    )
}

fn read_all(bill: &Bill) -> [Invoice; 3] {
    [
        ubl::read(bill.ubl().as_bytes()).unwrap(),
        cii::read(bill.cii().as_bytes()).unwrap(),
        finvoice::read(bill.finvoice().as_bytes()).unwrap(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_invoice_is_the_same_in_every_format(bill in bill()) {
        let [from_ubl, from_cii, from_finvoice] = read_all(&bill);
        prop_assert_eq!(&from_cii, &from_ubl);
        prop_assert_eq!(&from_finvoice, &from_ubl);
        let findings = check(&from_ubl);
        prop_assert!(findings.iter().all(|finding| finding.verdict == Verdict::Agrees), "{:?}", findings);
    }
}
