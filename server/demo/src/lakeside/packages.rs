//! The packages of the service desk, and how many calls Lakeside Mills made.

use crate::{
    Told,
    builder::{DemoBuilder, told},
};
use coplan_domain::id::{CustomerId, PackageId};
use coplan_store::access::Actor;
use coplan_usecases::package::{self, PackageForm};
use jiff::ToSpan;

/// Name, calls included, price a month, price of one more.
const OFFERED: [(&str, &str, &str, &str); 3] =
    [("Small", "100", "890", "11"), ("Medium", "200", "1490", "9"), ("Large", "400", "2590", "8")];
/// The calls of the last months, the latest first.
const CALLS: [&str; 9] = ["198", "212", "187", "176", "205", "193", "181", "224", "190"];

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Actor, id: CustomerId) -> Told<()> {
    builder.go(40, 3);
    let mut small: Option<PackageId> = None;
    for (name, included, price, beyond) in OFFERED {
        let form = PackageForm {
            service: "Service desk".to_owned(),
            name: name.to_owned(),
            unit: "calls".to_owned(),
            included: included.to_owned(),
            price: price.to_owned(),
            beyond: beyond.to_owned(),
            ..PackageForm::blank(builder.id())
        };
        told(package::add(&builder.portal, by, &form).await)?;
        small = small.or(Some(form.id));
    }
    let small = small.ok_or("no package was offered")?;
    told(package::choose(&builder.portal, by, id, small).await)?;
    builder.go(0, 4);
    let this_month = builder.day(0).first_of_month();
    let usage = CALLS.iter().zip(1_i64..).map(|(calls, ago)| (this_month.saturating_sub(ago.months()), (*calls).to_owned()));
    let usage: Vec<_> = usage.collect();
    let kept = told(package::record_usage(&builder.portal, by, id, small, &usage).await)?;
    kept.map_err(|months| format!("no number of calls: {months:?}"))
}
