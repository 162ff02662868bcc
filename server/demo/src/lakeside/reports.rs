//! What was reported to Lakeside Mills of a month that is over: published by Mikko, approved by Anna.

use crate::{
    Told,
    builder::{DemoBuilder, told},
};
use coplan_domain::{id::CustomerId, report::Period};
use coplan_store::access::Actor;
use coplan_usecases::report::{self, DraftReportForm};

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Actor, anna: &Actor, id: CustomerId) -> Told<()> {
    builder.go(13, 3);
    let form = DraftReportForm {
        period: Period::Month.to_string(),
        // That month is over, however long it and this one are.
        day: builder.day(-32).to_string(),
        words: "Hall 1 runs on the new network, and the dye line stood for 20 minutes, as planned. What we learned: the keys \
                of the cable rooms have to be with the night shift before a rehearsal. Next is hall 2."
            .to_owned(),
        ..DraftReportForm::blank(builder.id())
    };
    let report = told(report::draft(&builder.portal, by, id, &form).await)?;
    told(report::publish(&builder.portal, by, id, report, 1).await)?;
    builder.go(12, 4);
    told(report::approve(&builder.portal, anna, id, report).await)
}
