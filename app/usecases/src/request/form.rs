//! The forms of what a task asks, and of an answer.

use crate::{
    form::{FieldProblem, Problem, Problems, day, form, line, listed, prose, tick},
    invoice::read_amount,
    merge::Edit,
};
use coplan_domain::{
    id::MilestoneId,
    money::Currency,
    request::{AnswerRequest, MOST_CHOICES, Price},
    text::{Line, Prose},
};
use coplan_store::request::{NewChoice, NewRequest};
use jiff::civil::Date;

form! {
    _ {
        /// The first choice in one line; none where it is empty.
        choice1: Option<Line> = line("request-choice").autocomplete("off"),
        /// The milestone whose promised day it sets.
        milestone1: Option<MilestoneId> = listed("request-milestone", &[]),
        /// The day.
        day1: Option<Date> = day("request-day").beside(),
        /// What it costs, in the customer's currency.
        cost1: String = line("request-cost").beside(),
        /// The second choice.
        choice2: Option<Line> = line("request-choice").autocomplete("off"),
        /// Its milestone.
        milestone2: Option<MilestoneId> = listed("request-milestone", &[]),
        /// Its day.
        day2: Option<Date> = day("request-day").beside(),
        /// Its cost.
        cost2: String = line("request-cost").beside(),
        /// The third choice.
        choice3: Option<Line> = line("request-choice").autocomplete("off"),
        /// Its milestone.
        milestone3: Option<MilestoneId> = listed("request-milestone", &[]),
        /// Its day.
        day3: Option<Date> = day("request-day").beside(),
        /// Its cost.
        cost3: String = line("request-cost").beside(),
        /// The fourth choice.
        choice4: Option<Line> = line("request-choice").autocomplete("off"),
        /// Its milestone.
        milestone4: Option<MilestoneId> = listed("request-milestone", &[]),
        /// Its day.
        day4: Option<Date> = day("request-day").beside(),
        /// Its cost.
        cost4: String = line("request-cost").beside(),
        /// The fifth choice.
        choice5: Option<Line> = line("request-choice").autocomplete("off"),
        /// Its milestone.
        milestone5: Option<MilestoneId> = listed("request-milestone", &[]),
        /// Its day.
        day5: Option<Date> = day("request-day").beside(),
        /// Its cost.
        cost5: String = line("request-cost").beside(),
        /// Whether the customer may answer in words of its own.
        takes_note: bool = tick("request-takes-note").hint("request-takes-note-hint"),
        /// The last day on which the customer chooses.
        open_until: Option<Date> = day("request-open-until").hint("request-open-until-hint"),
    }

    /// What a task asks as it was typed.
    edit RequestForm {}
}

form! {
    _ {
        /// The place of the choice, or [`OTHER`].
        choice: String = listed("answer-choice", &[]),
        /// What is added, or answered instead.
        note: Option<Prose> = prose("answer-note"),
    }

    /// An answer as it was typed.
    plain AnswerForm {
        /// The revision of what was asked when the form was drawn.
        carried version: i64,
        /// The page that it was sent from: `plan`, else the project's.
        carried origin: String,
    }
}

/// Instead of a place: none of the choices, but the note.
pub const OTHER: &str = "other";

/// The fields of one choice by their names, for drawing them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub choice: &'static str,
    /// The milestone that it sets.
    pub milestone: &'static str,
    /// The day that it sets.
    pub day: &'static str,
    /// What it costs.
    pub cost: &'static str,
}

macro_rules! rows {
    ($($choice:ident $milestone:ident $day:ident $cost:ident;)+) => {
        impl RequestForm {
            /// The fields of each choice.
            pub const ROWS: [Row; MOST_CHOICES] = [$(Row {
                choice: stringify!($choice),
                milestone: stringify!($milestone),
                day: stringify!($day),
                cost: stringify!($cost),
            }),+];

            /// What is typed in each row, in the order of [`Self::ROWS`].
            fn typed(&self) -> [[&String; 4]; MOST_CHOICES] {
                [$([&self.$choice, &self.$milestone, &self.$day, &self.$cost]),+]
            }

            fn typed_mut(&mut self) -> [[&mut String; 4]; MOST_CHOICES] {
                [$([&mut self.$choice, &mut self.$milestone, &mut self.$day, &mut self.$cost]),+]
            }
        }
    };
}

rows! {
    choice1 milestone1 day1 cost1;
    choice2 milestone2 day2 cost2;
    choice3 milestone3 day3 cost3;
    choice4 milestone4 day4 cost4;
    choice5 milestone5 day5 cost5;
}

impl RequestForm {
    /// What a task asks as its form is drawn; nothing yet where it asks nothing.
    #[must_use]
    pub fn of(request: Option<&AnswerRequest>) -> Self {
        let mut form = Self::default();
        let Some(request) = request else { return form.seen() };
        (form.version, form.takes_note) = (request.version, request.takes_note);
        form.open_until = request.open_until.map(|day| day.to_string()).unwrap_or_default();
        for ([name, milestone, day, cost], choice) in form.typed_mut().into_iter().zip(&request.choices) {
            name.clone_from(&choice.name);
            if let Some(sets) = &choice.sets {
                (*milestone, *day) = (sets.milestone.to_string(), sets.to.to_string());
            }
            if let Price::Sum(sum) = choice.price {
                *cost = sum.to_decimal().to_string();
            }
        }
        form.seen()
    }

    /// What is typed, fit to be saved; days can be set for these milestones.
    ///
    /// # Errors
    /// All problems, in the order of the fields.
    pub(super) fn read_for(&self, milestones: &[MilestoneId], currency: Currency) -> Result<NewRequest, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let mut choices: Vec<(i64, NewChoice)> = Vec::new();
        for ((place, fields), typed) in (1..).zip(Self::ROWS).zip(self.typed()) {
            let Some(choice) = read_row(&mut problems, fields, typed, milestones, currency) else { continue };
            if choices.iter().any(|(_, other)| other.name == choice.name) {
                problems.add(fields.choice, Problem::Taken);
            }
            choices.push((place, choice));
        }
        let open_until = problems.read::<Option<Date>>("open_until", &self.open_until);
        problems.finish(open_until.map(|open_until| NewRequest { choices, takes_note: self.takes_note, open_until }))
    }
}

/// One choice; none where its row is empty, or where something is wrong with it.
fn read_row(
    problems: &mut Problems,
    fields: Row,
    [name, milestone, day, cost]: [&String; 4],
    milestones: &[MilestoneId],
    currency: Currency,
) -> Option<NewChoice> {
    let read_name = problems.read::<Option<Line>>(fields.choice, name);
    let read_milestone = problems.read::<Option<MilestoneId>>(fields.milestone, milestone);
    let read_day = problems.read::<Option<Date>>(fields.day, day);
    let sum = read_amount(cost, currency);
    if sum.is_none() && !cost.trim().is_empty() {
        problems.add(fields.cost, Problem::NotAnAmount);
    }
    let (name, milestone, day) = (read_name?, read_milestone?, read_day?);
    let says_more = milestone.is_some() || day.is_some() || sum.is_some();
    if name.is_none() && says_more {
        problems.add(fields.choice, Problem::Empty);
    }
    match (milestone, day) {
        (Some(milestone), _) if !milestones.contains(&milestone) => problems.add(fields.milestone, Problem::NotOneOf),
        (Some(_), None) => problems.add(fields.day, Problem::Empty),
        (None, Some(_)) => problems.add(fields.milestone, Problem::Empty),
        _ => {}
    }
    Some(NewChoice { name: name?.into(), sets: milestone.zip(day), cost: sum })
}

impl AnswerForm {
    /// Nothing chosen yet, for what is asked now.
    #[must_use]
    pub fn of(request: &AnswerRequest, origin: &str) -> Self {
        Self { version: request.revision, origin: origin.to_owned(), ..Self::default() }
    }

    /// The place of the choice, none for the note alone; and the note.
    ///
    /// # Errors
    /// All problems, in the order of the fields.
    pub(super) fn read_for(&self, request: &AnswerRequest) -> Result<(Option<i64>, String), Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let place = match self.choice.as_str() {
            "" if request.choices.is_empty() => None,
            OTHER if request.takes_note => None,
            "" => {
                problems.add("choice", Problem::Empty);
                None
            }
            place => match place.parse().ok().and_then(|place| request.choice(place)) {
                Some(choice) if choice.price == Price::Hidden => {
                    problems.add("choice", Problem::NeedsSums);
                    None
                }
                Some(choice) => Some(choice.place),
                None => {
                    problems.add("choice", Problem::NotOneOf);
                    None
                }
            },
        };
        let note = problems.read::<Option<Prose>>("note", &self.note);
        let asked = self.choice == OTHER || request.choices.is_empty();
        if asked && note == Some(None) {
            problems.add("note", Problem::Empty);
        }
        // Words that were not asked for are not lost silently: they were never offered a field.
        let note = note.map(|note| note.filter(|_| request.takes_note).map(String::from).unwrap_or_default());
        problems.finish(note.map(|note| (place, note)))
    }
}
