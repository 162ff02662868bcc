//! How a customer was lately: a mark for each of the last reports, and whether it is better or worse than a month ago.

use coplan_app::{parts::status, say, words::Words};
use coplan_domain::portfolio::Trend;
use coplan_usecases::portfolio::CustomerTrend;
use jiff::civil::Date;
use leptos::prelude::*;

/// The word for it.
pub(super) fn word(words: &Words, trend: Trend) -> String {
    match trend {
        Trend::Better => say!(words, "portfolio-trend-better"),
        Trend::Same => say!(words, "portfolio-trend-same"),
        Trend::Worse => say!(words, "portfolio-trend-worse"),
    }
}

/// Nothing where there is no more than the status of now.
pub(super) fn marks(words: &Words, lately: &CustomerTrend, today: Date) -> Option<AnyView> {
    if lately.marks.len() < 2 {
        return None;
    }
    let said = lately
        .marks
        .iter()
        .map(|(light, at)| format!("{} {}", status::light_word(words, *light), words.day(words.day_of(*at), today)));
    let said = say!(words, "portfolio-trend-marks", marks = said.collect::<Vec<_>>().join(", "));
    let marks = lately.marks.iter().map(|(light, _)| {
        view! { <span class=format!("mark-of {}", status::light_class(*light))></span> }
    });
    let marks = marks.collect_view();
    let trend = lately.trend.map(|trend| {
        let class = match trend {
            Trend::Better => "trend better",
            Trend::Same => "trend",
            Trend::Worse => "trend worse",
        };
        view! { " "<span class=class>{word(words, trend)}</span> }
    });
    Some(view! { <span class="lately"><span class="marks" role="img" aria-label=said>{marks}</span>{trend}</span> }.into_any())
}
