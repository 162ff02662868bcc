//! What Northline guarantees Lakeside Mills, and how that became more.

use crate::{
    Told,
    builder::{DemoBuilder, told},
};
use coplan_domain::id::CustomerId;
use coplan_store::access::Actor;
use coplan_usecases::agreement::{self, AgreementForm, ApproveAgreementForm};

const FIRST: &str = "Somebody who knows the mill answers around the clock\nA hall that stands is back within two hours\n\
                     Nobody switches anything in a hall on a Friday";
const SECOND: &str = "Somebody who knows the mill answers around the clock, within four minutes\nA hall that stands is back \
                      within the hour\nNobody switches anything in a hall on a Friday\nNothing of a working day is lost";

/// Both agree to the version that holds.
async fn approve(builder: &DemoBuilder, by: &Actor, anna: &Actor, id: CustomerId) -> Told<()> {
    for actor in [by, anna] {
        let view = told(agreement::show(&builder.portal, actor, id).await)?;
        let Some(last) = view.versions.first() else { continue };
        told(agreement::approve(&builder.portal, actor, id, &ApproveAgreementForm::of(last)).await)?;
    }
    Ok(())
}

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Actor, anna: &Actor, id: CustomerId) -> Told<()> {
    builder.go(80, 2);
    let form = AgreementForm {
        guarantees: FIRST.to_owned(),
        appendix: "Service desk: phone and portal, 24/7. Two rings per hall, switches in pairs.".to_owned(),
        ..AgreementForm::after(None, builder.day(0))
    };
    told(agreement::write(&builder.portal, by, id, &form).await)?;
    builder.go(40, 3);
    approve(builder, by, anna, id).await?;
    builder.go(36, 4);
    let form = AgreementForm {
        version: 1,
        guarantees: SECOND.to_owned(),
        last_day: builder.day(700).to_string(),
        appendix: "Service desk: phone and portal, 24/7; waiting time measured by its phone system. Two rings per hall, \
                   switches in pairs, one spare of each kind at the mill. Copies every half hour to the second site."
            .to_owned(),
        note: "Waiting time, recovery and copies are now guaranteed in minutes, as agreed in the goals.".to_owned(),
        ..AgreementForm::after(None, builder.day(0))
    };
    told(agreement::write(&builder.portal, by, id, &form).await)?;
    builder.go(35, 2);
    approve(builder, by, anna, id).await
}
