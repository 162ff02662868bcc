//! What both sides say of a year: first what they see differently, then the chart, then every number.

use super::{criterion, radar};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, assessment::YearQuery},
    say,
    words::Words,
};
use coplan_domain::{
    assessment::{Assessment, AssessmentAnswer, Criterion, Theme, differences},
    id::CustomerId,
    person::Side,
};
use coplan_usecases::{
    Portal,
    assessment::{self, AssessmentView},
};
use leptos::prelude::*;

/// How many differences are named.
const MOST: usize = 5;

/// A page with what its sides are called.
struct Drawn<'a> {
    words: &'a Words,
    view: &'a AssessmentView,
    supplier: &'a str,
    customer: &'a str,
    year: i16,
}

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<YearQuery>,
) -> Result<Response, PageError> {
    let view = assessment::show(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    let latest = view.seen.first().map_or(view.today.year(), |latest| latest.year);
    let year = query.year().filter(|year| view.seen.iter().any(|seen| seen.year == *year)).unwrap_or(latest);
    Ok(layout::ok(&context, || {
        let (supplier, name) = (context.supplier.as_str(), view.layout.name.as_str());
        let drawn = Drawn { words: &context.words, view: &view, supplier, customer: name, year };
        let main = drawn.page(customer, frame.contact_card(&context.words));
        frame.page(say!(context.words, "assessment-title"), "page", main)
    }))
}

/// The mean of a theme with one decimal, as it is written in English; none where nothing was answered.
fn mean(of: &Assessment, theme: Theme) -> Option<String> {
    let scores = of.answers.iter().filter(|answer| answer.criterion.theme() == theme).map(|answer| answer.score);
    let (count, sum) = scores.fold((0, 0), |(count, sum), score| (count + 1, sum + score));
    let tenths = (count > 0).then(|| (20 * sum + count) / (2 * count))?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

impl Drawn<'_> {
    fn name(&self, side: Side) -> String {
        match side {
            Side::Supplier => self.supplier.to_owned(),
            Side::Customer => self.customer.to_owned(),
        }
    }

    fn of_year(&self, year: i16) -> Vec<&Assessment> {
        Side::ALL.iter().filter_map(|side| self.view.of(year, *side)).collect()
    }

    fn page(&self, customer: CustomerId, contact: AnyView) -> AnyView {
        let (words, view) = (self.words, self.view);
        let give = (!view.open.is_empty()).then(|| {
            view! { <p class="actions"><a class="button main" href=links::assessment::give(customer)>{say!(words, "assessment-give")}</a></p> }
        });
        let body = if view.seen.is_empty() {
            let (strong, text) = (say!(words, "assessment-none"), say!(words, "assessment-none-text"));
            view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }.into_any()
        } else {
            view! { {self.differently()}{self.chart()}{self.table()} }.into_any()
        };
        view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                    <a href=links::idea::list(customer)>{say!(words, "nav-ideas")}</a>
                </nav>
                <h1>{say!(words, "assessment-title")}</h1>
                <p class="lead">{say!(words, "assessment-lead")}</p>
                {give}
            </div>
            <div class="page-main">{self.missing()}{body}{self.years(customer)}</div>
            <div class="page-side">{contact}</div>
        }
        .into_any()
    }

    /// That the other side has answered and is not shown yet, or has not answered.
    fn missing(&self) -> Option<AnyView> {
        let other = if self.view.side == Side::Supplier { Side::Customer } else { Side::Supplier };
        let (name, has_given) = (self.name(other), |year| self.view.given.contains(&(year, other)));
        let hidden = self.view.open.iter().find(|year| has_given(**year));
        let said = match hidden {
            Some(year) => say!(self.words, "assessment-theirs-hidden", name = name, year = year.to_string()),
            None if !self.view.seen.is_empty() && !has_given(self.year) => {
                say!(self.words, "assessment-theirs-missing", name = name, year = self.year.to_string())
            }
            None => return None,
        };
        Some(view! { <div class="notice"><p>{said}</p></div> }.into_any())
    }

    /// What the two see differently; none where only one of them has answered.
    fn differently(&self) -> Option<AnyView> {
        let words = self.words;
        let ours = self.view.of(self.year, Side::Supplier)?;
        let theirs = self.view.of(self.year, Side::Customer)?;
        let said = |of: &Assessment, answer: &AssessmentAnswer| {
            let comment = (!answer.words.is_empty())
                .then(|| view! { <span lang=words.foreign(of.language)>" “"{answer.words.clone()}"”"</span> });
            view! { <p>{self.name(of.side)}": "<strong>{answer.score}</strong>{comment}</p> }
        };
        let found = differences(ours, theirs);
        let rows = found.iter().take(MOST).map(|(our, their)| {
            let row = view! { <strong>{criterion::name(words, our.criterion)}</strong>{said(ours, our)}{said(theirs, their)} };
            view! { <li class="row"><div class="row-main">{row}</div></li> }
        });
        let body = if found.is_empty() {
            view! { <p>{say!(words, "assessment-alike")}</p> }.into_any()
        } else {
            let text = say!(words, "assessment-differently-text");
            view! { <p class="quiet">{text}</p><ul class="rows">{rows.collect_view()}</ul> }.into_any()
        };
        Some(
            view! {
                <section class="sheet" aria-labelledby="h-differently">
                    <h2 id="h-differently">{say!(words, "assessment-differently")}</h2>
                    {body}
                </section>
            }
            .into_any(),
        )
    }

    fn chart(&self) -> AnyView {
        let (now, earlier) = (self.of_year(self.year), self.of_year(self.year - 1));
        let before = (!earlier.is_empty()).then_some(self.year - 1);
        let drawn = radar::draw(self.words, (self.year, before), (&now, &earlier), (self.supplier, self.customer));
        view! {
            <section class="sheet" id=format!("as-{}", self.year) aria-labelledby="h-chart">
                <h2 id="h-chart">{say!(self.words, "assessment-of-year", year = self.year.to_string())}</h2>
                {drawn}
            </section>
        }
        .into_any()
    }

    /// Every number, with the year before.
    fn table(&self) -> AnyView {
        let words = self.words;
        let shown = self.of_year(self.year).into_iter().chain(self.of_year(self.year - 1)).collect::<Vec<_>>();
        let column = |it: &Assessment| say!(words, "assessment-column", name = self.name(it.side), year = it.year.to_string());
        let heads = || shown.iter().map(|it| view! { <th scope="col" class="num">{column(it)}</th> }).collect_view();
        let bodies = Theme::ALL.iter().map(|theme| {
            let rows = (1..).zip(Criterion::ALL).filter(|(_, of)| of.theme() == *theme).map(|(n, of)| {
                let cells = shown.iter().map(|it| {
                    let score = it.of(*of).map(|answer| answer.score.to_string());
                    view! { <td class="num" data-label=column(it)>{score}</td> }
                });
                view! { <tr><th scope="row">{format!("{n}. {}", criterion::name(words, *of))}</th>{cells.collect_view()}</tr> }
            });
            let means = shown.iter().map(|it| {
                let mean = mean(it, *theme).map(|mean| words.decimal(&mean));
                view! { <td class="num" data-label=column(it)>{mean}</td> }
            });
            let theme = criterion::theme(words, *theme);
            view! {
                <h3>{theme.clone()}</h3>
                <table class="table">
                    <caption class="unseen">{theme}</caption>
                    <thead><tr><th scope="col">{say!(words, "assessment-question")}</th>{heads()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot><tr><th scope="row">{say!(words, "assessment-mean")}</th>{means.collect_view()}</tr></tfoot>
                </table>
            }
        });
        view! {
            <section class="sheet" aria-labelledby="h-numbers">
                <h2 id="h-numbers">{say!(words, "assessment-numbers")}</h2>
                {bodies.collect_view()}
                {self.comments()}
            </section>
        }
        .into_any()
    }

    /// What was written beside the scores of the year.
    fn comments(&self) -> Option<AnyView> {
        let words = self.words;
        let found = self.of_year(self.year).into_iter().flat_map(|of| of.answers.iter().map(move |answer| (of, answer)));
        let rows = found.filter(|(_, answer)| !answer.words.is_empty()).map(|(of, answer)| {
            let source = format!("{}, {}", of.by, self.name(of.side));
            view! {
                <li class="row">
                    <div class="row-main">
                        <strong>{criterion::name(words, answer.criterion)}": "{answer.score}</strong>
                        <p lang=words.foreign(of.language)>{answer.words.clone()}</p>
                        <span class="quiet">{source}</span>
                    </div>
                </li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <h3>{say!(words, "assessment-comments")}</h3><ul class="rows">{rows}</ul> }.into_any())
    }

    /// The way to the other years.
    fn years(&self, customer: CustomerId) -> Option<AnyView> {
        let mut years = self.view.seen.iter().map(|it| it.year).collect::<Vec<_>>();
        years.dedup();
        let links = years.iter().filter(|year| **year != self.year).map(|year| {
            view! { <a class="button" href=links::assessment::of_year(customer, *year)>{year.to_string()}</a> }
        });
        (years.len() > 1).then(|| {
            view! { <nav class="actions" aria-label=say!(self.words, "assessment-years")>{links.collect_view()}</nav> }.into_any()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use jiff::Timestamp;

    #[test]
    fn the_mean_of_a_theme_is_rounded_to_one_decimal() {
        let answer = |(criterion, score)| AssessmentAnswer { criterion, score, words: String::new() };
        let scores = [(Criterion::Meetings, 4), (Criterion::Concerns, 3), (Criterion::People, 4), (Criterion::Risks, 1)];
        let answers = scores.map(answer).to_vec();
        let (side, language, at) = (Side::Supplier, Language::En, Timestamp::UNIX_EPOCH);
        let of = Assessment { year: 2026, side, by: String::new(), language, at, answers };
        let means = Theme::ALL.iter().map(|theme| mean(&of, *theme)).collect::<Vec<_>>();
        assert_eq!(means, [Some("3.7".to_owned()), None, Some("1.0".to_owned())]);
    }
}
