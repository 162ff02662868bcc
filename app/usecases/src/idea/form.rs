//! The forms of ideas.

use crate::form::{Choice, Problem, form, line, listed, one_of, prose};
use coplan_domain::{
    id::{IdeaId, IdeaStepId, PersonId},
    idea::{IdeaCategory, IdeaState, IdeaWords},
    text::{Line, Prose},
};

const CATEGORIES: &[Choice] = &[
    Choice::new(IdeaCategory::Service.as_str(), "idea-category-service"),
    Choice::new(IdeaCategory::Report.as_str(), "idea-category-report"),
    Choice::new(IdeaCategory::Price.as_str(), "idea-category-price"),
    Choice::new(IdeaCategory::Technology.as_str(), "idea-category-technology"),
    Choice::new(IdeaCategory::WayOfWorking.as_str(), "idea-category-way"),
];

const STATES: &[Choice] = &[
    Choice::new(IdeaState::Looking.as_str(), "idea-state-looking"),
    Choice::new(IdeaState::Accepted.as_str(), "idea-state-accepted"),
    Choice::new(IdeaState::UnderWay.as_str(), "idea-state-under-way"),
    Choice::new(IdeaState::Done.as_str(), "idea-state-done"),
    Choice::new(IdeaState::NotNow.as_str(), "idea-state-not-now"),
];

form! {
    /// What an idea says.
    ReadGive {
        /// What it is about.
        category: IdeaCategory = one_of("idea-category", CATEGORIES),
        /// What.
        what: Line = line("idea-what").hint("idea-what-hint"),
        /// What would be different.
        effect: Prose = prose("idea-effect").hint("idea-effect-hint"),
        /// Who would gain.
        gains: Option<Line> = line("idea-gains").hint("idea-gains-hint"),
    }

    /// An idea as it was typed.
    new GiveIdeaForm { id: IdeaId }
}

impl From<ReadGive> for IdeaWords {
    fn from(read: ReadGive) -> Self {
        Self {
            category: read.category,
            what: read.what.into(),
            effect: read.effect.into(),
            gains: read.gains.map(String::from).unwrap_or_default(),
        }
    }
}

form! {
    /// How far an idea is from now on.
    ReadMove {
        /// How far.
        state: IdeaState = one_of("idea-state", STATES),
        /// Why.
        reason: Prose = prose("idea-reason").hint("idea-reason-hint"),
    } => |problems| {
        // Nothing becomes new again.
        if state == Some(IdeaState::New) {
            problems.add("state", Problem::NotOneOf);
        }
    }

    /// How far an idea is, as it was typed.
    keyed MoveIdeaForm {
        /// Made when the form is drawn, so that a second click makes no second step.
        key id: IdeaStepId,
        /// How far it was then.
        carried was: String,
    }
}

form! {
    /// Who is to try an idea.
    ReadInvite {
        /// Who.
        person: PersonId = listed("idea-invite-who", &[]),
    }

    /// Who is to try an idea, as it was chosen.
    plain InviteForm {}
}
