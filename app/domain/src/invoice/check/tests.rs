//! The check finds what is wrong, only that, and shows how each sum came about.

use super::*;
use crate::{
    exact::Exact,
    format::ubl,
    money::{Currency, Money},
};

const HOURS: &str = include_str!("../../../samples/three-short-tasks.xml");
const PER_LINE: &str = include_str!("../../../samples/vat-rounded-per-line.xml");
const ADJUSTED: &str = include_str!("../../../samples/adjusted-two-rates.xml");
const CREDIT_NOTE: &str = include_str!("../../../samples/credit-note.xml");
const YEN: &str = include_str!("../../../samples/yen.xml");

fn findings(text: &str) -> Vec<Finding> {
    check(&ubl::read(text.as_bytes()).unwrap())
}

fn changed(sample: &str, from: &str, to: &str) -> String {
    assert!(sample.contains(from), "{from}");
    sample.replacen(from, to, 1)
}

/// What does not agree: rule, verdict, difference in minor units.
fn wrong(text: &str) -> Vec<(Rule, Verdict, Option<i64>)> {
    let disagreeing = findings(text).into_iter().filter(|finding| finding.verdict != Verdict::Agrees);
    disagreeing.map(|finding| (finding.rule, finding.verdict, finding.difference().map(Money::minor))).collect()
}

fn only(text: &str, rule: Rule) -> Finding {
    let found: Vec<_> = findings(text).into_iter().filter(|finding| finding.rule == rule).collect();
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    finding.clone()
}

#[test]
fn right_invoices_agree_to_the_cent() {
    for sample in [HOURS, ADJUSTED, CREDIT_NOTE, YEN] {
        assert_eq!(wrong(sample), []);
        assert_eq!(overall(&findings(sample)), Verdict::Agrees);
    }
}

#[test]
fn every_sum_is_among_the_findings_even_when_right() {
    use Rule::{
        AdjustmentAmount, AllowancesTotal, ChargesTotal, LineNet, LinesTotal, Payable, TotalWithVat, TotalWithoutVat, VatAmount,
        VatBase, VatTotal,
    };
    let rules: Vec<_> = findings(ADJUSTED).into_iter().map(|finding| finding.rule).collect();
    assert_eq!(
        rules,
        [
            AdjustmentAmount,
            LineNet,
            LineNet,
            LineNet,
            AdjustmentAmount,
            LinesTotal,
            AllowancesTotal,
            ChargesTotal,
            TotalWithoutVat,
            VatBase,
            VatAmount,
            VatBase,
            VatAmount,
            VatTotal,
            TotalWithVat,
            Payable
        ]
    );
}

#[test]
fn short_tasks_are_rounded_line_by_line_and_vat_by_group() {
    let findings = findings(HOURS);
    let computed: Vec<_> = findings.iter().map(|finding| finding.computed.unwrap().minor()).collect();
    assert_eq!(computed, [1418, 1418, 1418, 4254, 0, 0, 4254, 4254, 1085, 1085, 5339, 5339]);
}

#[test]
fn vat_rounded_per_line_is_within_tolerance_and_explained() {
    assert_eq!(wrong(PER_LINE), [(Rule::VatAmount, Verdict::WithinTolerance, Some(1))]);
    assert_eq!(only(PER_LINE, Rule::VatAmount).cause, Some(Cause::VatRoundedPerLine));
    assert_eq!(overall(&findings(PER_LINE)), Verdict::WithinTolerance);
}

type Expected = &'static [(Rule, Verdict, i64)];

#[test]
fn one_wrong_amount_is_found_where_it_is_used() {
    use Verdict::{Differs, WithinTolerance};
    let cases: [(&str, &str, Expected); 10] = [
        (
            ">1262.50</b:LineExt",
            ">1262.53</b:LineExt",
            &[(Rule::LineNet, Differs, 3), (Rule::LinesTotal, Differs, -3), (Rule::VatBase, Differs, -3)],
        ),
        (
            ">12.48</b:LineExt",
            ">12.49</b:LineExt",
            &[(Rule::LineNet, WithinTolerance, 1), (Rule::LinesTotal, Differs, -1), (Rule::VatBase, Differs, -1)],
        ),
        (">1410.31<", ">1410.30<", &[(Rule::LinesTotal, Differs, -1), (Rule::TotalWithoutVat, Differs, 1)]),
        (
            ">63.13</b:AllowanceTotal",
            ">63.10</b:AllowanceTotal",
            &[(Rule::AllowancesTotal, Differs, -3), (Rule::TotalWithoutVat, Differs, -3)],
        ),
        (
            ">20.00</b:ChargeTotal",
            ">21.00</b:ChargeTotal",
            &[(Rule::ChargesTotal, Differs, 100), (Rule::TotalWithoutVat, Differs, -100)],
        ),
        (">190.56<", ">190.55<", &[(Rule::VatTotal, Differs, -1), (Rule::TotalWithVat, Differs, 1)]),
        (">167.91<", ">167.94<", &[(Rule::VatAmount, Differs, 3), (Rule::VatTotal, Differs, -3)]),
        (">1557.74<", ">1557.00<", &[(Rule::TotalWithVat, Differs, -74), (Rule::Payable, Differs, 74)]),
        (">500.00<", ">0.00<", &[(Rule::Payable, Differs, -50_000)]),
        (">137.50<", ">137.51<", &[(Rule::AdjustmentAmount, WithinTolerance, 1), (Rule::LineNet, WithinTolerance, 1)]),
    ];
    for (from, to, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(rule, verdict, minor)| (*rule, *verdict, Some(*minor))).collect();
        assert_eq!(wrong(&changed(ADJUSTED, from, to)), expected, "{to}");
    }
}

#[test]
fn the_sum_behind_a_line_is_shown() {
    let line = findings(ADJUSTED).into_iter().find(|finding| finding.rule == Rule::LineNet).unwrap();
    assert_eq!(line.place, Place::Line { index: 0, id: "1".to_owned() });
    let Working::Sum(addends) = line.working else { panic!("{:?}", line.working) };
    let amounts: Vec<_> = addends.iter().map(|addend| addend.signed().unwrap().minor()).collect();
    assert_eq!(amounts, [137_500, 2_500, -13_750]);
    let Part::Product { quantity, price, .. } = &addends[0].part else { panic!("{addends:?}") };
    assert_eq!((quantity.as_written(), price.as_written()), ("12.50", "110.00"));
    assert_eq!(addends[2].part, Part::Allowance(Some("Loyalty".to_owned())));
}

#[test]
fn the_percentage_behind_a_tax_is_shown() {
    let tax = only(HOURS, Rule::VatAmount);
    let percent: Exact = "25.5".parse().unwrap();
    assert_eq!(tax.working, Working::Percentage { base: Money::from_minor(4254, Currency::EUR), percent: Some(percent) });
}

#[test]
fn likely_causes_are_told() {
    let line = |text: &str| findings(text).into_iter().find(|finding| finding.rule == Rule::LineNet).unwrap();
    assert_eq!(line(&changed(HOURS, ">14.18<", ">-14.18<")).cause, Some(Cause::SignReversed));
    assert_eq!(line(&changed(HOURS, ">14.18<", ">14.17<")).cause, Some(Cause::CutOff));
    assert_eq!(line(&changed(HOURS, ">14.18<", ">15.00<")).cause, None);
    let unrounded = changed(HOURS, ">42.54</cbc:LineExt", ">42.53</cbc:LineExt");
    assert_eq!(only(&unrounded, Rule::LinesTotal).cause, Some(Cause::LinesAddedUnrounded));
    assert_eq!(
        only(&changed(HOURS, ">10.85</cbc:TaxAmount>\n      <cac", ">10.84</cbc:TaxAmount>\n      <cac"), Rule::VatAmount).cause,
        Some(Cause::CutOff)
    );
}

#[test]
fn a_rate_without_its_row_is_missed() {
    let other = changed(HOURS, "<cbc:Percent>25.5</cbc:Percent>", "<cbc:Percent>10</cbc:Percent>");
    let bases: Vec<_> = findings(&other).into_iter().filter(|finding| finding.rule == Rule::VatBase).collect();
    let amounts: Vec<_> = bases.iter().map(|base| (base.stated.minor(), base.computed.unwrap().minor())).collect();
    assert_eq!(amounts, [(4254, 0), (0, 4254)]);
}

#[test]
fn a_second_row_for_one_rate_taxes_nothing() {
    let (before, rest) = HOURS.split_once("<cac:TaxSubtotal>").unwrap();
    let (row, after) = rest.split_once("</cac:TaxSubtotal>").unwrap();
    let row = format!("<cac:TaxSubtotal>{row}</cac:TaxSubtotal>");
    let found = wrong(&format!("{before}{row}{row}{after}"));
    assert_eq!(found, [(Rule::VatBase, Verdict::Differs, Some(4254)), (Rule::VatTotal, Verdict::Differs, Some(-1085))]);
}

#[test]
fn rates_are_the_same_however_written() {
    assert_eq!(wrong(&changed(HOURS, "<cbc:Percent>25.5<", "<cbc:Percent>25.500<")), []);
}

#[test]
fn a_yen_too_much_is_no_rounding() {
    assert_eq!(wrong(&changed(YEN, ">500<", ">501<"))[0], (Rule::LineNet, Verdict::Differs, Some(1)));
}

#[test]
fn what_cannot_be_reckoned_is_said_and_not_guessed() {
    let huge = changed(HOURS, ">0.15<", ">9999999999999999999999999<");
    let none = changed(ADJUSTED, ">1000</b:BaseQuantity>", ">0</b:BaseQuantity>");
    for text in [huge, none] {
        assert_eq!(wrong(&text), [(Rule::LineNet, Verdict::NotComputable, None)]);
        assert_eq!(overall(&findings(&text)), Verdict::NotComputable);
    }
}

/// [`HOURS`] in another category of VAT, with this tax stated.
fn in_category(category: &str, tax: &str) -> String {
    let text = HOURS.replace("<cbc:ID>S</cbc:ID>", &format!("<cbc:ID>{category}</cbc:ID>"));
    text.replace(">10.85<", &format!(">{tax}<"))
}

#[test]
fn no_tax_is_right_where_the_category_has_none_whatever_rate_is_written() {
    for (category, base, tax) in [
        ("Z", "BR-Z-08", "BR-Z-09"),
        ("E", "BR-E-08", "BR-E-09"),
        ("AE", "BR-AE-08", "BR-AE-09"),
        ("K", "BR-IC-08", "BR-IC-09"),
        ("G", "BR-G-08", "BR-G-09"),
        ("O", "BR-O-08", "BR-O-09"),
    ] {
        let charged = only(&in_category(category, "10.85"), Rule::VatAmount);
        assert_eq!((charged.verdict, charged.difference().unwrap().minor()), (Verdict::Differs, 1085), "{category}");
        assert_eq!((charged.cause, charged.code()), (None, tax), "{category}");
        let free = in_category(category, "0.00");
        assert_eq!(only(&free, Rule::VatAmount).verdict, Verdict::Agrees, "{category}");
        assert_eq!(only(&free, Rule::VatBase).code(), base);
    }
    assert_eq!(only(HOURS, Rule::VatBase).code(), "BR-S-08");
}

#[test]
fn a_price_for_another_unit_is_not_reckoned_with() {
    for alike in ["EA", "H87", "PCE"] {
        let alike = changed(ADJUSTED, r#"<b:BaseQuantity unitCode="C62">"#, &format!("<b:BaseQuantity unitCode=\"{alike}\">"));
        assert_eq!(findings(&alike), findings(ADJUSTED), "two codes of one unit");
    }
    let per_kilo = r#"<b:BaseQuantity unitCode="KGM">1000</b:BaseQuantity>"#;
    let other = changed(ADJUSTED, r#"<b:BaseQuantity unitCode="C62">1000</b:BaseQuantity>"#, per_kilo);
    assert_eq!(wrong(&other), [], "as many of one as of the other");
    let other = changed(&other, ">1000</b:BaseQuantity>", ">100</b:BaseQuantity>");
    let untold: Vec<_> = findings(&other).into_iter().filter(|finding| finding.verdict != Verdict::Agrees).collect();
    let [finding] = untold.as_slice() else { panic!("{untold:?}") };
    assert_eq!(
        (finding.rule, finding.verdict, finding.computed, finding.cause),
        (Rule::LineNet, Verdict::NotComputable, None, None)
    );
    let Working::OtherUnits { unit, base_unit, .. } = &finding.working else { panic!("{:?}", finding.working) };
    assert_eq!((unit.as_str(), base_unit.as_str()), ("C62", "KGM"));
    let unsaid = changed(ADJUSTED, r#"<b:BaseQuantity unitCode="C62">"#, "<b:BaseQuantity>");
    assert_eq!(wrong(&unsaid), [], "without a unit it is the line's own");
}
