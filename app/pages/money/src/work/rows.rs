//! Entries of work as rows: when, how long, what, and in a second line for what, by whom, and why it is not charged.

use coplan_app::{say, words::Words};
use coplan_domain::{id::WorkEntryId, work::Charge};
use coplan_usecases::work::{NamedMatter, WorkRow};
use jiff::civil::Date;
use leptos::prelude::*;

/// Why work is not charged; none where it is.
pub(super) fn not_charged(words: &Words, charge: Charge) -> Option<String> {
    match charge {
        Charge::Charged => None,
        Charge::Included => Some(say!(words, "work-not-charged-included")),
        Charge::Warranty => Some(say!(words, "work-not-charged-warranty")),
        Charge::Goodwill => Some(say!(words, "work-not-charged-goodwill")),
    }
}

/// What an entry was for, by whom, and why it is not charged, in one line.
fn second_line(words: &Words, row: &WorkRow, with_customer: bool) -> String {
    let customer = with_customer.then(|| row.customer_name.clone());
    let parts = [customer, row.project_name.clone(), row.task_name.clone(), row.who.clone().filter(|_| !with_customer)];
    let said = parts.into_iter().flatten().chain(not_charged(words, row.entry.charge));
    said.collect::<Vec<_>>().join(" · ")
}

/// What a row says; `with_customer` says at which customer instead of by whom.
#[must_use]
pub fn said(words: &Words, row: &WorkRow, today: Date, with_customer: bool) -> AnyView {
    let day = row.entry.day;
    view! {
        <span class="work-when">
            <time datetime=day.to_string()>{words.day(day, today)}</time>
            <strong class="num">{words.work_time(row.entry.time.minutes())}</strong>
        </span>
        <span class="work-what">{row.entry.words.clone()}<span class="quiet">{second_line(words, row, with_customer)}</span></span>
    }
    .into_any()
}

/// Rows to read.
#[must_use]
pub fn list(words: &Words, rows: &[WorkRow], today: Date) -> AnyView {
    let rows = rows.iter().map(|row| view! { <li class="work-row">{said(words, row, today, false)}</li> }).collect_view();
    view! { <ul class="rows work">{rows}</ul> }.into_any()
}

/// Rows to choose among: each with its box.
pub(super) fn to_choose<'a>(words: &Words, rows: impl Iterator<Item = (&'a WorkRow, bool)>, today: Date) -> AnyView {
    let rows = rows.map(|(row, chosen)| {
        view! {
            <li><label class="work-row choose">
                <input type="checkbox" name=ENTRY value=row.entry.id.to_string() checked=chosen/>
                {said(words, row, today, false)}
            </label></li>
        }
    });
    view! { <ul class="rows work">{rows.collect_view()}</ul> }.into_any()
}

/// The field of the boxes.
const ENTRY: &str = "entry";

/// What a form of boxes sent; what is no id is left out.
#[derive(Debug, serde::Deserialize)]
#[serde(transparent)]
pub struct Chosen(Vec<(String, String)>);

impl Chosen {
    /// The entries that were chosen.
    #[must_use]
    pub fn entries(&self) -> Vec<WorkEntryId> {
        self.0.iter().filter(|(name, _)| name == ENTRY).filter_map(|(_, id)| id.parse().ok()).collect()
    }
}

/// What work can be for, as a list offers it.
pub(super) fn matters(matters: &[NamedMatter]) -> Vec<(String, String)> {
    let said = |known: &NamedMatter| {
        let names = [Some(&known.customer_name), Some(&known.project_name), known.task_name.as_ref()];
        names.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ")
    };
    matters.iter().map(|known| (known.matter.to_string(), said(known))).collect()
}
