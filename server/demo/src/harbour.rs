//! Satamakylmä: a cold store in the harbour, served in Finnish.

use super::{
    Guest, Told,
    builder::{ALL, Company, DemoBuilder, Someone, Todo, told},
    staff::Colleagues,
};
use coplan_domain::{id::CustomerId, person::Language};
use coplan_store::access::Actor;
use coplan_usecases::{
    concern::{self, RaiseForm, ThemeForm},
    phase,
};

const COMPANY: Company = Company { number: "1002", name: "Satamakylmä Oy", business_id: "2345678-0", vat_id: "FI23456780" };
const KAISA: Someone = Someone {
    name: "Kaisa Koski",
    email: "kaisa.koski@satamakylma.example",
    title: "Käyttöpäällikkö",
    language: "fi",
    scopes: ALL,
};

/// Tells its story, where it has not been told yet.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues) -> Told<Guest> {
    if let Some(guest) = super::find_guest(builder, &by.saara, &COMPANY, &KAISA).await? {
        return Ok(guest);
    }
    let saara = &by.saara;
    builder.go(40, 0);
    let id = builder.company(saara, &COMPANY).await?;
    let membership = builder.member(saara, id, &KAISA).await?;
    let project =
        builder.project(saara, id, "Varaston lämpötilavalvonta", "Jokainen ovi ja hylly kertoo, jos se lämpenee.", true).await?;
    let sensors = builder.milestone(saara, id, project, "Anturit asennettu", builder.day(21)).await?;
    let alarms = builder.milestone(saara, id, project, "Hälytykset päivystäjän puhelimeen", builder.day(33)).await?;
    builder.milestone(saara, id, project, "Viranomaisraportti automaattisesti", builder.day(75)).await?;
    builder.report(saara, id, project, "on_track", "Anturit ovat tulleet; asennus alkaa maanantaina.").await?;
    builder.go(18, 0);
    builder.reached(saara, id, sensors, 1, builder.day(0)).await?;
    builder.go(3, 0);
    builder.moved(saara, id, alarms, 1, builder.day(12), "Operaattori vaihtaa liittymät vasta joulukuussa.").await?;
    builder
        .report(saara, id, project, "late", "Hälytykset odottavat operaattoria. Siihen asti päivystäjämme soittaa itse.")
        .await?;
    let answer = Todo {
        name: "Kertokaa päivystäjien puhelinnumerot",
        why: "Hälytys menee väärälle, jos luettelo on vanha",
        side: "customer",
        stage: "onstage",
        shared: false,
    };
    builder.task(saara, id, project, &answer, Some(builder.day(7))).await?;
    process(builder, saara, id).await?;
    builder.lock(saara, id, &COMPANY).await?;
    builder.settle().await?;
    Ok(Guest::new(id, &COMPANY, membership, &KAISA))
}

fn phases(_: Language) -> Vec<String> {
    ["Tarpeen tunnistaminen", "Hankinta", "Toimitus", "Hyödyntäminen"].map(str::to_owned).to_vec()
}

/// Its process, and a concern that another customer has too.
async fn process(builder: &DemoBuilder, saara: &Actor, id: CustomerId) -> Told<()> {
    builder.go(4, 0);
    told(phase::begin(&builder.portal, saara, id, phases).await)?;
    let view = told(phase::list(&builder.portal, saara, id).await)?;
    let last = view.phases.last().ok_or_else(|| "no phase was written down".to_owned())?.phase.id;
    let words = "Kaisa kertoi puhelimessa: yövuoro ei tiedä, kenelle soittaa, kun hälytys tulee.".to_owned();
    let form = RaiseForm { words, ..RaiseForm::blank(builder.id()) };
    let raised = told(concern::raise(&builder.portal, saara, id, last, &form).await)?;
    let theme = ThemeForm { theme: "Whom to call at night".to_owned() };
    told(concern::set_theme(&builder.portal, saara, id, raised, &theme).await)
}
