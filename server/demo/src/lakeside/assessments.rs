//! How Lakeside Mills and its supplier judge two years of working together: closer to each other, and not yet alike.

use crate::{
    Told,
    builder::{DemoBuilder, told},
    staff::Colleagues,
};
use coplan_domain::{assessment::Criterion, id::CustomerId};
use coplan_store::access::Actor;
use coplan_usecases::{
    assessment::{self, AssessForm, fields_of},
    form::Form,
};

/// The scores in the order of the criteria: of the supplier, of the mill.
const BEFORE: [&str; 2] = ["323322132233322", "212312121223221"];
const NOW: [&str; 2] = ["445434343342334", "434222443343235"];

/// What was written beside some of them.
const OURS: [(Criterion, &str); 2] = [
    (Criterion::People, "Our installers and your shift leaders call each other."),
    (Criterion::Planning, "Hall 4 is the first that we plan from your need on."),
];
const THEIRS: [(Criterion, &str); 2] = [
    (Criterion::People, "The night shift knows nobody by name yet."),
    (Criterion::Mistakes, "After the cable cut in hall 2 nobody asked whose fault it was. That was new."),
];

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, anna: &Actor, id: CustomerId) -> Told<()> {
    let year = builder.portal.today(&by.mikko).year();
    builder.go(35, 1);
    give(builder, &by.mikko, id, year - 1, (BEFORE[0], &[])).await?;
    give(builder, anna, id, year - 1, (BEFORE[1], &[])).await?;
    builder.go(12, 1);
    give(builder, &by.mikko, id, year, (NOW[0], &OURS)).await?;
    builder.go(11, 4);
    give(builder, anna, id, year, (NOW[1], &THEIRS)).await
}

async fn give(
    builder: &DemoBuilder,
    by: &Actor,
    id: CustomerId,
    year: i16,
    (scores, comments): (&str, &[(Criterion, &str)]),
) -> Told<()> {
    let key: coplan_domain::id::AssessmentId = builder.id();
    let mut pairs = vec![("id".to_owned(), key.to_string()), ("year".to_owned(), year.to_string())];
    for (criterion, score) in Criterion::ALL.iter().zip(scores.chars()) {
        let (name, words) = fields_of(*criterion);
        pairs.push((name.to_owned(), score.to_string()));
        let comment = comments.iter().find(|(of, _)| of == criterion).map(|(_, comment)| (*comment).to_owned());
        pairs.extend(comment.map(|comment| (words.to_owned(), comment)));
    }
    let form = AssessForm::from_pairs(&pairs).ok_or("a field of the assessment is missing")?;
    told(assessment::give(&builder.portal, by, id, &form).await)
}
