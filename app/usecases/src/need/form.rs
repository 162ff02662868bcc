//! The forms of needs.

use crate::{
    form::{Choice, Problem, form, line, listed, tick},
    merge::Edit,
};
use coplan_domain::{
    id::NeedId,
    need::{Need, NeedKind, NeedMonth, NeedWords},
    text::Line,
};

const MONTHS: &[Choice] = &[
    Choice::new(NeedMonth::January.as_str(), "need-month-1"),
    Choice::new(NeedMonth::February.as_str(), "need-month-2"),
    Choice::new(NeedMonth::March.as_str(), "need-month-3"),
    Choice::new(NeedMonth::April.as_str(), "need-month-4"),
    Choice::new(NeedMonth::May.as_str(), "need-month-5"),
    Choice::new(NeedMonth::June.as_str(), "need-month-6"),
    Choice::new(NeedMonth::July.as_str(), "need-month-7"),
    Choice::new(NeedMonth::August.as_str(), "need-month-8"),
    Choice::new(NeedMonth::September.as_str(), "need-month-9"),
    Choice::new(NeedMonth::October.as_str(), "need-month-10"),
    Choice::new(NeedMonth::November.as_str(), "need-month-11"),
    Choice::new(NeedMonth::December.as_str(), "need-month-12"),
];

form! {
    /// What is needed.
    ReadNeed {
        /// What.
        what: Line = line("need-what").hint("need-what-hint"),
        /// Who needs it.
        who: Line = line("need-who").hint("need-who-hint"),
        /// From which month.
        first_month: NeedMonth = listed("need-first", MONTHS).beside(),
        /// Up to which.
        last_month: NeedMonth = listed("need-last", MONTHS).beside(),
        /// How much.
        amount: Option<Line> = line("need-amount").hint("need-amount-hint"),
        /// Whose time it takes.
        people: Option<Line> = line("need-people").hint("need-people-hint"),
        /// Whether it came up outside the plan.
        sudden: bool = tick("need-sudden").hint("need-sudden-hint"),
    } => |problems| {
        if first_month.is_some_and(|first| last_month.is_some_and(|last| last < first)) {
            problems.add("last_month", Problem::NotOneOf);
        }
    }

    /// A need as it was typed.
    keyed NeedForm {
        /// Made when the form is drawn, so that a second click makes no second need.
        key id: NeedId,
        /// For which year.
        carried year: i16,
    }

    /// A need that is changed, as it was typed.
    edit ChangeNeedForm {}
}

impl From<ReadNeed> for NeedWords {
    fn from(read: ReadNeed) -> Self {
        Self {
            what: read.what.into(),
            who: read.who.into(),
            first: read.first_month,
            last: read.last_month,
            amount: read.amount.map(String::from).unwrap_or_default(),
            people: read.people.map(String::from).unwrap_or_default(),
            kind: if read.sudden { NeedKind::Sudden } else { NeedKind::Planned },
        }
    }
}

impl NeedForm {
    /// Nothing typed yet, from a month on.
    #[must_use]
    pub fn blank(id: NeedId, year: i16, month: NeedMonth) -> Self {
        let (what, who, amount, people) = (String::new(), String::new(), String::new(), String::new());
        let (first_month, last_month) = (month.to_string(), month.to_string());
        Self { id, year, what, who, first_month, last_month, amount, people, sudden: false }
    }
}

impl ChangeNeedForm {
    /// A need as it is.
    #[must_use]
    pub fn of(need: &Need) -> Self {
        let said = need.said.clone();
        let form = Self {
            version: need.version,
            was: String::new(),
            what: said.what,
            who: said.who,
            first_month: said.first.to_string(),
            last_month: said.last.to_string(),
            amount: said.amount,
            people: said.people,
            sudden: said.kind == NeedKind::Sudden,
        };
        form.seen()
    }
}
