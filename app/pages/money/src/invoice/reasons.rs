//! Why something is taken off or put on, from the codes of UNTDID 5189 and 7161 where nothing else says it.

use coplan_app::{say, words::Words};
use coplan_domain::invoice::{Adjustment, AdjustmentKind};

/// The reason as its sender wrote it, or what its code means; none where neither is stated.
pub fn reason(words: &Words, adjustment: &Adjustment) -> Option<String> {
    adjustment.reason.clone().or_else(|| {
        let code = adjustment.reason_code.as_deref()?;
        Some(match adjustment.kind {
            AdjustmentKind::Allowance => allowance(words, code),
            AdjustmentKind::Charge => charge(words, code),
        })
    })
}

/// UNTDID 5189.
fn allowance(words: &Words, code: &str) -> String {
    match code {
        "41" => say!(words, "allowance-ahead-of-schedule"),
        "42" => say!(words, "allowance-bonus"),
        "64" => say!(words, "allowance-special-agreement"),
        "65" => say!(words, "allowance-production-error"),
        "67" => say!(words, "allowance-sample"),
        "68" => say!(words, "allowance-end-of-range"),
        "95" => say!(words, "allowance-discount"),
        "100" => say!(words, "allowance-special-rebate"),
        "103" => say!(words, "allowance-temporary"),
        "104" => say!(words, "allowance-standard"),
        "105" => say!(words, "allowance-yearly"),
        other => say!(words, "reason-code", code = other.to_owned()),
    }
}

/// UNTDID 7161.
fn charge(words: &Words, code: &str) -> String {
    match code {
        "AA" => say!(words, "charge-advertising"),
        "ABL" => say!(words, "charge-additional-packaging"),
        "ADR" => say!(words, "charge-other-services"),
        "CG" => say!(words, "charge-cleaning"),
        "DL" => say!(words, "charge-delivery"),
        "FC" => say!(words, "charge-freight"),
        "FI" => say!(words, "charge-financing"),
        "LA" => say!(words, "charge-labelling"),
        "PC" => say!(words, "charge-packing"),
        "SH" => say!(words, "charge-special-handling"),
        other => say!(words, "reason-code", code = other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{format::ubl, person::Language};

    const ADJUSTED: &str = include_str!("../../../../domain/samples/adjusted-two-rates.xml");

    #[test]
    fn a_code_alone_is_put_into_words() {
        let words = Words::new(Language::En, "UTC");
        let mut adjustment = ubl::read(ADJUSTED.as_bytes()).unwrap().lines[0].adjustments[1].clone();
        adjustment.reason_code = Some("95".to_owned());
        assert_eq!(reason(&words, &adjustment).as_deref(), Some("Loyalty"), "its own words come first");
        adjustment.reason = None;
        assert_eq!(reason(&words, &adjustment).as_deref(), Some("discount"));
        adjustment.reason_code = Some("9".to_owned());
        assert_eq!(reason(&words, &adjustment).as_deref(), Some("reason code 9"));
        (adjustment.kind, adjustment.reason_code) = (AdjustmentKind::Charge, Some("FC".to_owned()));
        assert_eq!(reason(&words, &adjustment).as_deref(), Some("freight"));
    }
}
