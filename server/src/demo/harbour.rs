//! Satamakylmä: a cold store in the harbour, served in Finnish.

use super::{
    Guest, Told,
    staff::Colleagues,
    teller::{ALL, Company, Someone, Teller, Todo},
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
pub async fn tell(teller: &Teller, by: &Colleagues) -> Told<Guest> {
    if let Some(guest) = super::known(teller, &by.saara, &COMPANY, &KAISA).await? {
        return Ok(guest);
    }
    let saara = &by.saara;
    teller.go(40, 0);
    let id = teller.company(saara, &COMPANY).await?;
    let membership = teller.member(saara, id, &KAISA).await?;
    let project =
        teller.project(saara, id, "Varaston lämpötilavalvonta", "Jokainen ovi ja hylly kertoo, jos se lämpenee.", true).await?;
    let sensors = teller.milestone(saara, id, project, "Anturit asennettu", teller.day(21)).await?;
    let alarms = teller.milestone(saara, id, project, "Hälytykset päivystäjän puhelimeen", teller.day(33)).await?;
    teller.milestone(saara, id, project, "Viranomaisraportti automaattisesti", teller.day(75)).await?;
    teller.report(saara, id, project, "on_track", "Anturit ovat tulleet; asennus alkaa maanantaina.").await?;
    teller.go(18, 0);
    teller.reached(saara, id, sensors, 1, teller.day(0)).await?;
    teller.go(3, 0);
    teller.moved(saara, id, alarms, 1, teller.day(12), "Operaattori vaihtaa liittymät vasta joulukuussa.").await?;
    teller
        .report(saara, id, project, "late", "Hälytykset odottavat operaattoria. Siihen asti päivystäjämme soittaa itse.")
        .await?;
    let answer = Todo {
        name: "Kertokaa päivystäjien puhelinnumerot",
        why: "Hälytys menee väärälle, jos luettelo on vanha",
        side: "customer",
        stage: "onstage",
        shared: false,
    };
    teller.task(saara, id, project, &answer, Some(teller.day(7))).await?;
    teller.lock(saara, id, &COMPANY).await?;
    teller.settle().await?;
    Ok(Guest::new(id, &COMPANY, membership, &KAISA))
}
