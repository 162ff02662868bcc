//! The forms of a member.

use crate::{
    form::{Choice, FromField, Problem, choices, email, form, line, listed, several},
    merge::Edit,
};
use coplan_domain::{
    person::{Email, Language, Membership, Scope},
    text::Line,
};

const LANGUAGES: &[Choice] = &[
    Choice::new(Language::En.as_str(), "member-reads-english"),
    Choice::new(Language::Fi.as_str(), "member-reads-finnish"),
    Choice::new(Language::Sv.as_str(), "member-reads-swedish"),
];

/// Those of [`Scope::ALL`].
const SCOPES: &[Choice] = &[
    Choice::new(Scope::Plan.as_str(), "member-scope-plan").hint("member-scope-plan-hint"),
    Choice::new(Scope::Money.as_str(), "member-scope-money").hint("member-scope-money-hint"),
    Choice::new(Scope::Discussion.as_str(), "member-scope-discussion").hint("member-scope-discussion-hint"),
    Choice::new(Scope::Meetings.as_str(), "member-scope-meetings").hint("member-scope-meetings-hint"),
    Choice::new(Scope::Goals.as_str(), "member-scope-goals").hint("member-scope-goals-hint"),
    Choice::new(Scope::People.as_str(), "member-scope-people").hint("member-scope-people-hint"),
];

/// What a member may see, in the order of [`Scope::ALL`]. The plan is always among it: without it nothing else can
/// be seen.
pub struct Scopes(pub Vec<Scope>);

impl FromField for Scopes {
    type Raw = Vec<String>;

    fn from_field(typed: &Self::Raw) -> Result<Self, Problem> {
        let ticked = choices::<Scope>(typed)?;
        let offered = Scope::ALL.iter().copied();
        Ok(Self(offered.filter(|scope| *scope == Scope::Plan || ticked.contains(scope)).collect()))
    }
}

form! {
    /// What is said of a member.
    ReadMember {
        /// First and last name.
        name: Line = line("member-name").autocomplete("off"),
        /// Where links and codes are mailed.
        email: Email = email("member-email").hint("member-email-hint").autocomplete("off").beside(),
        /// The language of its pages and mails, which it may change itself.
        language: Language = listed("member-language", LANGUAGES).hint("member-language-hint").autocomplete("off"),
        /// What it is called at work.
        title: Line = line("member-title").hint("member-title-hint").autocomplete("off"),
        /// What it may see.
        scopes: Scopes = several("member-scopes", SCOPES),
    }

    /// A new member as it was typed.
    plain AddMemberForm {}

    /// A member as it was typed.
    edit ChangeMemberForm {}
}

impl AddMemberForm {
    /// What most new members see is ticked.
    #[must_use]
    pub fn suggested(language: Language) -> Self {
        let scopes = [Scope::Plan, Scope::Discussion, Scope::Meetings, Scope::Goals].map(|scope| scope.to_string()).to_vec();
        Self { language: language.to_string(), scopes, ..Self::default() }
    }
}

impl ChangeMemberForm {
    /// A member as its form is drawn.
    #[must_use]
    pub fn of(membership: &Membership) -> Self {
        let person = &membership.person;
        Self {
            version: membership.version,
            was: String::new(),
            name: person.name.clone(),
            email: person.email.clone(),
            language: person.language.to_string(),
            title: membership.title.clone(),
            scopes: membership.scopes.iter().map(ToString::to_string).collect(),
        }
        .seen()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_can_be_chosen() {
        let offered = Scope::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>();
        assert_eq!(SCOPES.iter().map(|choice| choice.value).collect::<Vec<_>>(), offered);
    }
}
