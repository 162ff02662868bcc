//! An invoice is the same as a Cross Industry Invoice as in UBL, in both versions and in an envelope; nothing panics.

use super::*;
use crate::{
    format::{FileKind, attachment_contents, detect, read_invoices},
    invoice::{
        SettlementKind,
        check::{Verdict, check},
    },
};
use proptest::prelude::*;

const HOURS: &str = include_str!("../../../samples/cii-three-short-tasks.xml");
const UBL_HOURS: &[u8] = include_bytes!("../../../samples/three-short-tasks.xml");

fn changed(from: &str, to: &str) -> String {
    assert!(HOURS.contains(from), "{from}");
    HOURS.replacen(from, to, 1)
}

fn read_changed(from: &str, to: &str) -> Invoice {
    read(changed(from, to).as_bytes()).unwrap()
}

#[test]
fn an_invoice_is_the_same_as_in_ubl() {
    assert_eq!(read(HOURS.as_bytes()).unwrap(), ubl::read(UBL_HOURS).unwrap());
    assert_eq!(detect(HOURS.as_bytes()), FileKind::Cii);
    assert!(check(&read(HOURS.as_bytes()).unwrap()).iter().all(|finding| finding.verdict == Verdict::Agrees));
}

#[test]
fn the_later_version_and_an_envelope_change_nothing() {
    let later = HOURS.replace("Entity:100", "Entity:128").replace("DataType:100", "DataType:128");
    assert_eq!(read(later.as_bytes()).unwrap(), read(HOURS.as_bytes()).unwrap());
    let bare = HOURS.split_once("?>").unwrap().1;
    let header = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";
    let sent = format!("<sh:StandardBusinessDocument xmlns:sh='{header}'>{bare}{bare}</sh:StandardBusinessDocument>");
    let read_all = read_invoices(sent.as_bytes());
    assert_eq!(read_all.len(), 2);
    assert!(read_all.into_iter().all(|invoice| invoice == read(HOURS.as_bytes())));
}

#[test]
fn a_credit_note_is_told_by_its_code_and_names_what_it_credits() {
    let named = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>2026-0099</ram:IssuerAssignedID>\
        <ram:FormattedIssueDateTime><q:DateTimeString xmlns:q='urn:un:unece:uncefact:data:standard:QualifiedDataType:100' format='102'>20260201</q:DateTimeString>\
        </ram:FormattedIssueDateTime></ram:InvoiceReferencedDocument></ram:ApplicableHeaderTradeSettlement>";
    let text = changed("<ram:TypeCode>380", "<ram:TypeCode>381").replace("</ram:ApplicableHeaderTradeSettlement>", named);
    let note = read(text.as_bytes()).unwrap();
    assert_eq!((note.kind.is_credit(), note.owed().minor()), (true, -5339));
    assert_eq!(note.references.preceding[0].number, "2026-0099");
    assert_eq!(note.references.preceding[0].issued_on.unwrap().to_string(), "2026-02-01");
}

#[test]
fn a_list_price_an_allowance_a_period_and_a_note_are_read() {
    let gross = "<ram:GrossPriceProductTradePrice><ram:ChargeAmount>100.00</ram:ChargeAmount><ram:AppliedTradeAllowanceCharge>\
        <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>5.50</ram:ActualAmount>\
        </ram:AppliedTradeAllowanceCharge></ram:GrossPriceProductTradePrice><ram:NetPriceProductTradePrice>";
    let priced = read_changed("<ram:NetPriceProductTradePrice>", gross);
    let price = &priced.lines[0].price;
    assert_eq!((price.gross.as_ref().unwrap().as_written(), price.discount.as_ref().unwrap().as_written()), ("100.00", "5.50"));
    let allowance = "<ram:BillingSpecifiedPeriod><ram:StartDateTime><udt:DateTimeString format='102'>20260201</udt:DateTimeString>\
        </ram:StartDateTime></ram:BillingSpecifiedPeriod><ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator>\
        </ram:ChargeIndicator><ram:ActualAmount>7.00</ram:ActualAmount><ram:Reason>Freight</ram:Reason><ram:CategoryTradeTax>\
        <ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>25.5</ram:RateApplicablePercent></ram:CategoryTradeTax>\
        </ram:SpecifiedTradeAllowanceCharge><ram:SpecifiedTradePaymentTerms>";
    let charged = read_changed("<ram:SpecifiedTradePaymentTerms>", allowance);
    assert_eq!((charged.adjustments[0].amount.minor(), charged.adjustments[0].reason.as_deref()), (700, Some("Freight")));
    assert_eq!(charged.period.from.unwrap().to_string(), "2026-02-01");
    let noted = read_changed(
        "</rsm:ExchangedDocument>",
        "<ram:IncludedNote><ram:Content>General</ram:Content><ram:SubjectCode>AAI</ram:SubjectCode></ram:IncludedNote></rsm:ExchangedDocument>",
    );
    assert_eq!(noted.notes, ["#AAI#General"]);
    assert!(noted.settlements.iter().all(|settlement| settlement.kind != SettlementKind::Withheld));
}

#[test]
fn a_line_that_groups_or_informs_is_not_counted() {
    let group = |status: &str| {
        changed(
            "<ram:LineID>1</ram:LineID>",
            &format!("<ram:LineID>1</ram:LineID><ram:LineStatusReasonCode>{status}</ram:LineStatusReasonCode>"),
        )
    };
    let grouped =
        group("GROUP").replace("<ram:LineID>2</ram:LineID>", "<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>");
    let read_group = read(grouped.as_bytes()).unwrap();
    assert_eq!(read_group.lines.len(), 2);
    assert_eq!(read_group.lines[0].note.as_deref(), Some("Password reset"));
    let informing = HOURS.replace(
        "<ram:LineID>2</ram:LineID>",
        "<ram:LineID>2</ram:LineID><ram:ParentLineID>1</ram:ParentLineID><ram:LineStatusReasonCode>INFORMATION</ram:LineStatusReasonCode>",
    );
    let read_informing = read(informing.as_bytes()).unwrap();
    assert_eq!((read_informing.lines.len(), read_informing.lines[0].sub_lines[0].name.as_str()), (2, "Printer queue"));
}

/// Two attachments, one of them elsewhere.
const IN_UBL: &str = "<cac:AdditionalDocumentReference><cbc:ID>A1</cbc:ID><cbc:DocumentDescription>Time sheet</cbc:DocumentDescription><cac:Attachment>\
    <cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/csv\" filename=\"hours.csv\">aG91cnM7\nMw==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>\
    <cac:AdditionalDocumentReference><cbc:ID>A2</cbc:ID><cac:Attachment><cac:ExternalReference><cbc:URI>https://seller.example/a2</cbc:URI></cac:ExternalReference>\
    </cac:Attachment></cac:AdditionalDocumentReference>";
const IN_CII: &str = "<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>A1</ram:IssuerAssignedID><ram:TypeCode>916</ram:TypeCode><ram:Name>Time sheet</ram:Name>\
    <ram:AttachmentBinaryObject mimeCode=\"text/csv\" filename=\"hours.csv\">aG91cnM7\nMw==</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>\
    <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>A2</ram:IssuerAssignedID><ram:URIID>https://seller.example/a2</ram:URIID><ram:TypeCode>916</ram:TypeCode>\
    </ram:AdditionalReferencedDocument>";

#[test]
fn what_comes_with_an_invoice_is_the_same_as_in_ubl_and_its_content_is_found_again() {
    let role = "<cac:AccountingSupplierParty>";
    let in_ubl = String::from_utf8(UBL_HOURS.to_vec()).unwrap().replacen(role, &format!("{IN_UBL}{role}"), 1);
    let end = "</ram:ApplicableHeaderTradeAgreement>";
    let in_cii = changed(end, &format!("{IN_CII}{end}"));
    let from_ubl = ubl::read(in_ubl.as_bytes()).unwrap();
    assert_eq!(read(in_cii.as_bytes()).unwrap(), from_ubl);
    let [inside, elsewhere] = from_ubl.attachments.as_slice() else { panic!("{:?}", from_ubl.attachments) };
    assert_eq!(
        (inside.file_name.as_deref(), inside.media_type.as_deref(), inside.size),
        (Some("hours.csv"), Some("text/csv"), Some(7))
    );
    assert_eq!((elsewhere.size, elsewhere.address.as_deref()), (None, Some("https://seller.example/a2")));
    for file in [&in_ubl, &in_cii] {
        let contents = attachment_contents(file.as_bytes(), &from_ubl.number);
        assert_eq!(contents.len(), 2);
        assert_eq!(
            contents[0].as_deref().map(|text| text.split_whitespace().collect::<String>()).as_deref(),
            Some("aG91cnM7Mw==")
        );
        assert_eq!((&contents[1], attachment_contents(file.as_bytes(), "another").len()), (&None, 0));
    }
}

#[test]
fn what_is_missing_is_named_by_its_term() {
    let missing = |from: &str| read(changed(from, "").as_bytes()).unwrap_err().to_string();
    assert_eq!(missing("<ram:ID>2026-0100</ram:ID>"), "BT-1 is missing");
    assert_eq!(missing("<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"), "BT-5 is missing");
    assert_eq!(missing("<ram:GrandTotalAmount>53.39</ram:GrandTotalAmount>"), "BT-112 is missing");
    assert_eq!(missing("<ram:ChargeAmount>94.50</ram:ChargeAmount>"), "BT-146 on line 1 is missing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_damaged_file_is_read_or_refused_and_never_panics(
        edits in prop::collection::vec((0_usize..HOURS.len(), 0_usize..40, "[<>/&;=\" 0-9a-zA-Z:.-]{0,12}"), 1..6)
    ) {
        let mut bytes = HOURS.as_bytes().to_vec();
        for (at, length, with) in edits {
            let start = at.min(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, with.bytes());
        }
        for read in read_invoices(&bytes).into_iter().flatten() {
            let _findings = check(&read);
        }
    }
}
