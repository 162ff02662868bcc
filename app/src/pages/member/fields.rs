//! What is typed of a member, in the form for a new one and in the one for changes.

use super::scope_name;
use crate::{
    parts::{
        choices::{Choice, several},
        conflict::{Conflict, ConflictField, ConflictKind, Tick, conflict},
        field::Field,
        problem,
    },
    say,
    words::Words,
};
use coplan_domain::person::{Language, Membership, Scope};
use coplan_usecases::{
    form::FieldProblem,
    member::{AddMemberForm, ChangeMemberForm},
};
use leptos::prelude::*;

/// What was typed. A browser sends a pair for each box that is ticked.
#[derive(Debug, Clone, Default)]
pub struct MemberForm {
    name: String,
    email: String,
    title: String,
    language: String,
    scopes: Vec<String>,
    version: i64,
    was: String,
}

impl From<Vec<(String, String)>> for MemberForm {
    fn from(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "name" => form.name = value,
                "email" => form.email = value,
                "title" => form.title = value,
                "language" => form.language = value,
                "scopes" => form.scopes.push(value),
                "was" => form.was = value,
                "version" => form.version = value.parse().unwrap_or_default(),
                _ => {}
            }
        }
        form
    }
}

impl MemberForm {
    /// Nothing typed yet; what most new members see is ticked.
    pub fn blank(language: Language) -> Self {
        let scopes = [Scope::Plan, Scope::Discussion].map(|scope| scope.to_string()).to_vec();
        Self { language: language.to_string(), scopes, ..Self::default() }
    }

    /// What is kept now.
    pub fn of(membership: &Membership) -> Self {
        let ChangeMemberForm { name, email, title, language, scopes, version, was } = ChangeMemberForm::of(membership);
        Self { name, email, title, language, scopes, version, was }
    }

    /// What adding is given.
    pub fn to_add(&self) -> AddMemberForm {
        let (name, email, title, language) = (self.name.clone(), self.email.clone(), self.title.clone(), self.language.clone());
        AddMemberForm { name, email, title, language, scopes: self.scopes.clone() }
    }

    /// What changing is given.
    pub fn to_change(&self) -> ChangeMemberForm {
        let Self { name, email, title, language, scopes, version, was } = self.clone();
        ChangeMemberForm { name, email, title, language, scopes, version, was }
    }

    /// This beside what somebody else wrote meanwhile.
    pub fn conflict(&self, words: &Words, address: String, theirs: &Membership) -> AnyView {
        let scope = |scope: &Scope| {
            let code = scope.as_str();
            Tick { name: "scopes", value: code, code, label: scope_name(words, *scope) }
        };
        let line = |name: &'static str, label: String| ConflictField { name, label, kind: ConflictKind::Line };
        let scopes = ConflictKind::Several(Scope::OFFERED.iter().map(scope).collect());
        let asks = vec![
            line("name", say!(words, "member-name")),
            line("email", say!(words, "member-email")),
            ConflictField {
                name: "language",
                label: say!(words, "member-language"),
                kind: ConflictKind::OneOf(languages(words).to_vec()),
            },
            line("title", say!(words, "member-title")),
            ConflictField { name: "scopes", label: say!(words, "member-scopes"), kind: scopes },
        ];
        let (mine, theirs) = (self.to_change(), ChangeMemberForm::of(theirs));
        conflict(words, Conflict { mine, theirs, asks, besides: Vec::new(), action: address.clone(), leave: address })
    }

    /// The fields of a new person.
    pub fn person_fields(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let name = field(words, problems, "name", say!(words, "member-name"), &self.name);
        let email = field(words, problems, "email", say!(words, "member-email"), &self.email);
        let email = Field { hint: Some(say!(words, "member-email-hint")), ..email };
        view! {
            <div class="form-row">{name.input("text")}</div>
            <div class="form-row">{email.input("email")}{self.reads(words, problems)}</div>
        }
        .into_any()
    }

    fn reads(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let language = field(words, problems, "language", say!(words, "member-language"), &self.language);
        let language = Field { hint: Some(say!(words, "member-language-hint")), ..language };
        language.select(languages(words).map(|(language, words)| (language.to_owned(), words)).to_vec())
    }

    /// The fields of a person who is here already.
    pub fn known_person_fields(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let name = field(words, problems, "name", say!(words, "member-name"), &self.name);
        let email = field(words, problems, "email", say!(words, "member-email"), &self.email);
        let email = Field { hint: Some(say!(words, "member-email-moves")), ..email };
        view! {
            <div class="form-row">{name.input("text")}{email.input("email")}</div>
            {self.reads(words, problems)}
        }
        .into_any()
    }

    /// The fields of a person in this customer.
    pub fn membership_fields(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let title = field(words, problems, "title", say!(words, "member-title"), &self.title);
        let title = Field { hint: Some(say!(words, "member-title-hint")), ..title };
        let options = Scope::OFFERED.iter().map(|scope| {
            let hint = match scope {
                Scope::Plan => say!(words, "member-scope-plan-hint"),
                Scope::Money => say!(words, "member-scope-money-hint"),
                Scope::Discussion => say!(words, "member-scope-discussion-hint"),
                Scope::Meetings => say!(words, "member-scope-meetings-hint"),
                Scope::People => say!(words, "member-scope-people-hint"),
            };
            Choice { value: scope.as_str(), label: scope_name(words, *scope).into_any(), hint: Some(hint) }
        });
        let problem = problem::of(words, problems, "scopes");
        let scopes = several("scopes", say!(words, "member-scopes"), &self.scopes, problem, options.collect());
        view! {
            <input type="hidden" name="version" value=self.version/>
            <input type="hidden" name="was" value=self.was.clone()/>
            {title.input("text")}
            {scopes}
        }
        .into_any()
    }
}

/// What a person can read, code and words of each.
fn languages(words: &Words) -> [(&'static str, String); 3] {
    [
        (Language::En.as_str(), say!(words, "member-reads-english")),
        (Language::Fi.as_str(), say!(words, "member-reads-finnish")),
        (Language::Sv.as_str(), say!(words, "member-reads-swedish")),
    ]
}

/// A field about somebody else than who types, which a browser must not fill with what it knows of that one.
fn field(words: &Words, problems: &[FieldProblem], name: &'static str, label: String, value: &str) -> Field {
    let problem = problem::of(words, problems, name);
    Field { name, label, hint: None, value: value.to_owned(), problem, autocomplete: Some("off") }
}
