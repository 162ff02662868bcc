//! The forms of taking over.

use crate::form::{Choice, FromField, Problem, form, line, listed, one_of, prose, several};
use coplan_domain::{
    acceptance::Verdict,
    id::{AcceptanceId, MilestoneId},
    text::{Line, Prose, one_line},
};

const VERDICTS: &[Choice] = &[
    Choice::new(Verdict::Approved.as_str(), "acceptance-approve").hint("acceptance-approve-hint"),
    Choice::new(Verdict::Refused.as_str(), "acceptance-refuse").hint("acceptance-refuse-hint"),
];

/// The most lines of a checklist.
const MOST_LINES: usize = 60;

form! {
    /// What is to be tested.
    ReadPropose {
        /// What is taken over.
        title: Line = line("acceptance-what").hint("acceptance-what-hint"),
        /// Of which milestone.
        milestone: Option<MilestoneId> = listed("acceptance-milestone", &[]),
        /// What is tested.
        lines: Lines = prose("acceptance-lines").hint("acceptance-lines-hint"),
        /// What is to be known.
        note: Option<Prose> = prose("acceptance-note").hint("acceptance-note-hint"),
    }

    /// What is to be tested, as it was typed.
    new ProposeAcceptanceForm { id: AcceptanceId }
}

form! {
    /// The next version of what is to be tested.
    ReadNext {
        /// What is tested.
        lines: Lines = prose("acceptance-lines").hint("acceptance-lines-hint"),
        /// What is different.
        note: Option<Prose> = prose("acceptance-different").hint("acceptance-note-hint"),
    }

    /// The next version, as it was typed.
    keyed NextVersionForm {
        /// The version that it follows.
        key version: i64,
    }
}

form! {
    /// What the customer decides.
    ReadVerdict {
        /// Which lines worked.
        works: Works = several("acceptance-works", &[]),
        /// What is decided.
        verdict: Verdict = one_of("acceptance-verdict", VERDICTS).stacked(),
        /// Why.
        reason: Option<Prose> = prose("acceptance-reason").hint("acceptance-reason-hint"),
    } => |problems| {
        if verdict == Some(Verdict::Refused) && matches!(reason, Some(None)) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// What the customer decides, as it was chosen.
    keyed VerdictForm {
        /// Of which version.
        key version: i64,
    }
}

/// What is tested, a line each, without empty ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines(pub Vec<String>);

impl FromField for Lines {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let text = String::from(Prose::parse(typed)?);
        let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
        if lines.len() > MOST_LINES { Err(Problem::TooManyLines { limit: MOST_LINES }) } else { Ok(Self(lines)) }
    }
}

/// The numbers of the lines that worked, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Works(pub Vec<usize>);

impl FromField for Works {
    type Raw = Vec<String>;

    fn from_field(ticked: &Vec<String>) -> Result<Self, Problem> {
        let number = |word: &String| word.parse().ok().filter(|number| (1..=MOST_LINES).contains(number));
        ticked.iter().map(number).collect::<Option<_>>().map(Self).ok_or(Problem::NotOneOf)
    }
}
