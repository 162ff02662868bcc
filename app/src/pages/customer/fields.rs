//! What is typed of a customer, in the form for a new one and in the one for changes.

use super::combined_form::Carried;
use crate::{
    links,
    parts::{
        choices::{Choice, Choices},
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        field::Field,
        problem,
    },
    say,
    words::Words,
};
use coplan_domain::{customer::Customer, person::CodePolicy};
use coplan_usecases::{customer::CustomerForm, form::FieldProblem, merge::Edit};
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    pub(super) number: String,
    pub(super) name: String,
    pub(super) business_id: String,
    pub(super) vat_id: String,
    pub(super) code_policy: String,
    pub(super) version: String,
    pub(super) was: String,
}

impl DetailsForm {
    /// Nothing typed yet.
    pub fn blank() -> Self {
        Self { code_policy: CodePolicy::NewDevice.to_string(), ..Self::default() }
    }

    /// What is kept now.
    pub fn of(customer: &Customer) -> Self {
        let CustomerForm { number, name, business_id, vat_id, code_policy, version, was } = CustomerForm::of(customer);
        Self { number, name, business_id, vat_id, code_policy, version: version.to_string(), was }
    }

    /// Whether it says something else than what is kept now.
    pub(super) fn differs(&self, kept: &Customer) -> bool {
        let (mine, kept) = (self.typed(), CustomerForm::of(kept));
        mine.said() != kept.said()
    }

    /// What the use case is given.
    pub fn typed(&self) -> CustomerForm {
        CustomerForm {
            number: self.number.clone(),
            name: self.name.clone(),
            business_id: self.business_id.clone(),
            vat_id: self.vat_id.clone(),
            code_policy: self.code_policy.clone(),
            // A version that cannot be read is none that stands now.
            version: self.version.parse().unwrap_or_default(),
            was: self.was.clone(),
        }
    }

    /// This beside what somebody else wrote meanwhile, with what goes along.
    pub(super) fn conflict(&self, words: &Words, theirs: &Customer, besides: Carried) -> AnyView {
        let address = links::customer::edit(theirs.id);
        let codes = CodePolicy::ALL.iter().map(|policy| (policy.as_str(), code_policy(words, *policy))).collect();
        let line = |name: &'static str, label: String| ConflictField { name, label, kind: ConflictKind::Line };
        let asks = vec![
            line("name", say!(words, "customer-name")),
            line("number", say!(words, "customer-number")),
            line("business_id", say!(words, "customer-business-id")),
            line("vat_id", say!(words, "customer-vat-id")),
            ConflictField { name: "code_policy", label: say!(words, "customer-code"), kind: ConflictKind::OneOf(codes) },
        ];
        let (mine, theirs) = (self.typed(), CustomerForm::of(theirs));
        conflict(words, Conflict { mine, theirs, asks, besides, action: address.clone(), leave: address })
    }

    /// The fields, with what is wrong with them.
    pub fn fields(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let field = |name: &'static str, label: String, value: &String, hint: Option<String>| {
            let problem = problem::of(words, problems, name);
            Field { name, label, hint, value: value.clone(), problem, autocomplete: Some("off") }.input("text")
        };
        let by_id = Some(say!(words, "customer-business-id-hint"));
        view! {
            <input type="hidden" name="version" value=self.version.clone()/>
            <input type="hidden" name="was" value=self.was.clone()/>
            <div class="form-row">
                {field("name", say!(words, "customer-name"), &self.name, None)}
                {field("number", say!(words, "customer-number"), &self.number, None)}
            </div>
            <div class="form-row">
                {field("business_id", say!(words, "customer-business-id"), &self.business_id, by_id)}
                {field("vat_id", say!(words, "customer-vat-id"), &self.vat_id, Some(say!(words, "customer-optional")))}
            </div>
            {self.code(words, problems)}
        }
        .into_any()
    }

    fn code(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let choices = CodePolicy::ALL.iter().map(|policy| {
            let hint = match policy {
                CodePolicy::Always => say!(words, "customer-code-always-hint"),
                CodePolicy::NewDevice => say!(words, "customer-code-new-device-hint"),
                CodePolicy::Never => say!(words, "customer-code-never-hint"),
            };
            Choice { value: policy.as_str(), label: code_policy(words, *policy).into_any(), hint: Some(hint) }
        });
        Choices {
            name: "code_policy",
            legend: say!(words, "customer-code"),
            chosen: self.code_policy.clone(),
            problem: problem::of(words, problems, "code_policy"),
        }
        .across(choices.collect())
    }
}

fn code_policy(words: &Words, policy: CodePolicy) -> String {
    match policy {
        CodePolicy::Always => say!(words, "customer-code-always"),
        CodePolicy::NewDevice => say!(words, "customer-code-new-device"),
        CodePolicy::Never => say!(words, "customer-code-never"),
    }
}
