//! How a field's content becomes a value that can be kept.

use super::Problem;
use coplan_domain::{
    acceptance::Verdict,
    contact::ContactKind,
    feedback::{FeedbackKind, Helped},
    goal::{Direction, GoalOutcome},
    id::{MilestoneId, PersonId, QuestionTemplateId},
    idea::{IdeaCategory, IdeaState},
    mail::Pace,
    meeting::OutcomeKind,
    need::NeedMonth,
    person::{CodePolicy, Email, Language, NotAnEmail, Side, StaffRole},
    phone::Phone,
    plan::{Light, LineKind, Stage},
    process::{ConcernVerdict, Relief},
    question::{ApprovalDecision, QuestionReason},
    report::Period,
    survey::Scale,
    text::{Line, Prose},
    thread::About,
    work::{Charge, Matter},
};
use jiff::civil::Date;
use std::str::FromStr;

/// The fields of a form as a browser sends them.
type Pairs = [(String, String)];

/// What a field holds while it is typed.
pub trait RawField: Clone {
    /// Takes it from what a browser sent; nothing where it sent nothing.
    fn from_pairs(pairs: &[(String, String)], name: &str) -> Self;
    /// What a browser is to show, one for each that is chosen.
    fn values(&self) -> Vec<String>;
}

fn sent<'a>(pairs: &'a Pairs, name: &str) -> impl Iterator<Item = &'a String> {
    pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value)
}

impl RawField for String {
    fn from_pairs(pairs: &Pairs, name: &str) -> Self {
        sent(pairs, name).next().cloned().unwrap_or_default()
    }

    fn values(&self) -> Vec<String> {
        vec![self.clone()]
    }
}

impl RawField for Vec<String> {
    fn from_pairs(pairs: &Pairs, name: &str) -> Self {
        sent(pairs, name).cloned().collect()
    }

    fn values(&self) -> Vec<String> {
        self.clone()
    }
}

impl RawField for bool {
    fn from_pairs(pairs: &Pairs, name: &str) -> Self {
        sent(pairs, name).any(|value| value == "true")
    }

    fn values(&self) -> Vec<String> {
        self.then(|| "true".to_owned()).into_iter().collect()
    }
}

/// What goes along unseen, and nobody types.
pub(crate) struct Hidden;

impl Hidden {
    /// What a page of ours always sends as it is; none where it cannot be read.
    pub fn strict<T: FromStr>(pairs: &Pairs, name: &str) -> Option<T> {
        sent(pairs, name).next()?.parse().ok()
    }

    /// What need not be sent: a version that cannot be read is none that holds now.
    pub fn lenient<T: FromStr + Default>(pairs: &Pairs, name: &str) -> T {
        Self::strict(pairs, name).unwrap_or_default()
    }
}

/// A value that can be read from a field.
pub trait FromField: Sized {
    /// What the field holds.
    type Raw: RawField;
    /// Reads it.
    ///
    /// # Errors
    /// Why it cannot be taken.
    fn from_field(typed: &Self::Raw) -> Result<Self, Problem>;
}

impl FromField for Line {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        Ok(Self::parse(typed)?)
    }
}

impl FromField for Option<Line> {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        Ok(Line::parse_optional(typed)?)
    }
}

impl FromField for Option<Phone> {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        Ok(Phone::parse_optional(typed)?)
    }
}

impl FromField for Prose {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        Ok(Self::parse(typed)?)
    }
}

impl FromField for Option<Prose> {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        Ok(Prose::parse_optional(typed)?)
    }
}

/// As `YYYY-MM-DD`, which is what a date field sends in every language; or as `4.12.2026`, which is how people around
/// the Baltic write it where they are given a line instead of a calendar.
impl FromField for Date {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let typed = typed.trim();
        match Self::strptime("%Y-%m-%d", typed).or_else(|_| Self::strptime("%d.%m.%Y", typed)) {
            _ if typed.is_empty() => Err(Problem::Empty),
            // Years of four digits sort as text, which is how the database compares days.
            Ok(day) if (1900..3000).contains(&day.year()) => Ok(day),
            Ok(_) | Err(_) => Err(Problem::NotADate),
        }
    }
}

impl FromField for Option<Date> {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.trim().is_empty() { Ok(None) } else { Date::from_field(typed).map(Some) }
    }
}

impl FromField for Email {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.trim().is_empty() { Err(Problem::Empty) } else { parse_email(typed).map_err(|_| Problem::NotAnEmail) }
    }
}

/// An address as it is typed. A domain with letters beyond ASCII is taken in the form that every mail server knows
/// (RFC 5891), which is the one it is kept in.
pub(crate) fn parse_email(typed: &str) -> Result<Email, NotAnEmail> {
    match typed.trim().rsplit_once('@') {
        Some((name, domain)) if !domain.is_ascii() => {
            let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NotAnEmail)?;
            Email::parse(&format!("{name}@{domain}"))
        }
        _ => Email::parse(typed),
    }
}

/// What is read together with more than the field.
impl FromField for String {
    type Raw = Self;

    fn from_field(typed: &Self) -> Result<Self, Problem> {
        Ok(typed.clone())
    }
}

impl FromField for bool {
    type Raw = Self;

    fn from_field(ticked: &Self) -> Result<Self, Problem> {
        Ok(*ticked)
    }
}

/// One of the words that were offered.
fn one_of<T: FromStr>(typed: &str) -> Result<T, Problem> {
    if typed.is_empty() { Err(Problem::Empty) } else { typed.parse().map_err(|_| Problem::NotOneOf) }
}

/// Those of the words that were offered, each of them known.
pub(crate) fn choices<T: FromStr>(ticked: &[String]) -> Result<Vec<T>, Problem> {
    ticked.iter().map(|word| word.parse()).collect::<Result<_, _>>().map_err(|_| Problem::NotOneOf)
}

macro_rules! chosen {
    ($($chosen:ty),+) => {
        $(impl FromField for $chosen {
            type Raw = String;

            fn from_field(typed: &String) -> Result<Self, Problem> {
                one_of(typed)
            }
        })+
    };
}

chosen!(Side, Stage, Light, Language, StaffRole, CodePolicy, Charge, Matter, OutcomeKind, QuestionReason, ApprovalDecision);
chosen!(
    ConcernVerdict,
    ContactKind,
    Direction,
    FeedbackKind,
    GoalOutcome,
    Helped,
    IdeaCategory,
    IdeaState,
    LineKind,
    NeedMonth,
    Pace,
    Period,
    Relief,
    Scale,
    Verdict
);

macro_rules! one_or_none {
    ($($id:ident),+ $(,)?) => {
        $(/// One of a list, or none of them.
        impl FromField for Option<$id> {
            type Raw = String;

            fn from_field(typed: &String) -> Result<Self, Problem> {
                if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| Problem::NotOneOf) }
            }
        })+
    };
}

one_or_none!(About, MilestoneId, PersonId, QuestionTemplateId);

/// One of a list of people, of whom the first is nobody.
impl FromField for PersonId {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        typed.parse().map_err(|_| Problem::NotOneOf)
    }
}
