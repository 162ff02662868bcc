//! Björkdal: dental clinics that have just begun, served in Swedish.

use super::{
    Guest, Told,
    staff::Colleagues,
    teller::{ALL, Company, Someone, Teller},
};

const COMPANY: Company =
    Company { number: "1003", name: "Björkdals Tandvård Ab", business_id: "3456789-8", vat_id: "FI34567898" };
const ELIN: Someone =
    Someone { name: "Elin Holm", email: "elin.holm@bjorkdal.example", title: "Verksamhetschef", language: "sv", scopes: ALL };

/// Tells its story, where it has not been told yet.
pub async fn tell(teller: &Teller, by: &Colleagues) -> Told<Guest> {
    if let Some(guest) = super::known(teller, &by.mikko, &COMPANY, &ELIN).await? {
        return Ok(guest);
    }
    let mikko = &by.mikko;
    teller.go(6, 0);
    let id = teller.company(mikko, &COMPANY).await?;
    let membership = teller.member(mikko, id, &ELIN).await?;
    let about = "Alla fyra mottagningar på samma tidbok, med bilder som öppnas genast.";
    let project = teller.project(mikko, id, "Gemensam tidbok", about, true).await?;
    teller.milestone(mikko, id, project, "Önskemål från mottagningarna insamlade", teller.day(20)).await?;
    teller.milestone(mikko, id, project, "Första mottagningen i bruk", teller.day(62)).await?;
    teller.report(mikko, id, project, "on_track", "Vi har träffat två av fyra mottagningar.").await?;
    teller.lock(mikko, id, &COMPANY).await?;
    teller.settle().await?;
    Ok(Guest::new(id, &COMPANY, membership, &ELIN))
}
