//! Björkdal: dental clinics that have just begun, served in Swedish.

use super::{
    Guest, Told,
    builder::{ALL, Company, DemoBuilder, Someone},
    staff::Colleagues,
};

const COMPANY: Company =
    Company { number: "1003", name: "Björkdals Tandvård Ab", business_id: "3456790-2", vat_id: "FI34567902" };
const ELIN: Someone =
    Someone { name: "Elin Holm", email: "elin.holm@bjorkdal.example", title: "Verksamhetschef", language: "sv", scopes: ALL };

/// Tells its story, where it has not been told yet.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues) -> Told<Guest> {
    if let Some(guest) = super::find_guest(builder, &by.mikko, &COMPANY, &ELIN).await? {
        return Ok(guest);
    }
    let mikko = &by.mikko;
    builder.go(6, 0);
    let id = builder.company(mikko, &COMPANY).await?;
    let membership = builder.member(mikko, id, &ELIN).await?;
    let about = "Alla fyra mottagningar på samma tidbok, med bilder som öppnas genast.";
    let project = builder.project(mikko, id, "Gemensam tidbok", about, true).await?;
    builder.milestone(mikko, id, project, "Önskemål från mottagningarna insamlade", builder.day(20)).await?;
    builder.milestone(mikko, id, project, "Första mottagningen i bruk", builder.day(62)).await?;
    builder.report(mikko, id, project, "on_track", "Vi har träffat två av fyra mottagningar.").await?;
    builder.lock(mikko, id, &COMPANY).await?;
    builder.settle().await?;
    Ok(Guest::new(id, &COMPANY, membership, &ELIN))
}
