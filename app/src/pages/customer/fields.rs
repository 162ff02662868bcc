//! What is typed of a customer, in the form for a new one and in the one for changes.

use crate::{
    parts::{
        choices::{Choice, Choices},
        field::Field,
        problem,
        versus::{Said, Versus, versus},
    },
    words::Words,
};
use coplan_domain::{customer::Customer, person::CodePolicy};
use coplan_usecases::{customer::CustomerForm, form::FieldProblem};
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    number: String,
    name: String,
    business_id: String,
    vat_id: String,
    code_policy: String,
    version: String,
}

impl DetailsForm {
    /// Nothing typed yet.
    pub fn blank() -> Self {
        Self { code_policy: CodePolicy::NewDevice.to_string(), ..Self::default() }
    }

    /// What is kept now.
    pub fn of(customer: &Customer) -> Self {
        Self {
            number: customer.number.clone(),
            name: customer.name.clone(),
            business_id: customer.business_id.clone().unwrap_or_default(),
            vat_id: customer.vat_id.clone().unwrap_or_default(),
            code_policy: customer.code_policy.to_string(),
            version: customer.version.to_string(),
        }
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
        }
    }

    /// What a form posts that puts this on top of a version.
    fn pairs(&self, version: i64) -> Vec<(&'static str, String)> {
        vec![
            ("number", self.number.clone()),
            ("name", self.name.clone()),
            ("business_id", self.business_id.clone()),
            ("vat_id", self.vat_id.clone()),
            ("code_policy", self.code_policy.clone()),
            ("version", version.to_string()),
        ]
    }

    /// This beside what somebody else wrote meanwhile.
    pub fn versus(&self, words: &Words, theirs: &Customer) -> AnyView {
        let address = format!("/c/{}/edit", theirs.id);
        let said = self.read(words).into_iter().zip(Self::of(theirs).read(words));
        let said = said.map(|((what, yours), (_, theirs))| Said { what, theirs, yours }).filter(|said| said.theirs != said.yours);
        let (said, fields) = (said.collect(), self.pairs(theirs.version));
        versus(words, Versus { said, action: address.clone(), fields, leave: address })
    }

    /// Each field as people read it: what it is called, and what stands in it.
    fn read(&self, words: &Words) -> Vec<(String, String)> {
        let code = self.code_policy.parse().map_or(String::new(), |policy| code_policy(words, policy));
        vec![
            (words.say("customer-name"), self.name.clone()),
            (words.say("customer-number"), self.number.clone()),
            (words.say("customer-business-id"), self.business_id.clone()),
            (words.say("customer-vat-id"), self.vat_id.clone()),
            (words.say("customer-code"), code),
        ]
    }

    /// The fields, with what is wrong with them.
    pub fn fields(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let field = |name: &'static str, label: String, value: &String, hint: Option<String>| {
            let problem = problem::of(words, problems, name);
            Field { name, label, hint, value: value.clone(), problem, autocomplete: Some("off") }.input("text")
        };
        let by_id = Some(words.say("customer-business-id-hint"));
        view! {
            <input type="hidden" name="version" value=self.version.clone()/>
            <div class="form-row">
                {field("name", words.say("customer-name"), &self.name, None)}
                {field("number", words.say("customer-number"), &self.number, None)}
            </div>
            <div class="form-row">
                {field("business_id", words.say("customer-business-id"), &self.business_id, by_id)}
                {field("vat_id", words.say("customer-vat-id"), &self.vat_id, Some(words.say("customer-optional")))}
            </div>
            {self.code(words, problems)}
        }
        .into_any()
    }

    fn code(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        let choices = CodePolicy::ALL.iter().map(|policy| {
            let hint = match policy {
                CodePolicy::Always => words.say("customer-code-always-hint"),
                CodePolicy::NewDevice => words.say("customer-code-new-device-hint"),
                CodePolicy::Never => words.say("customer-code-never-hint"),
            };
            Choice { value: policy.as_str(), label: code_policy(words, *policy).into_any(), hint: Some(hint) }
        });
        Choices {
            name: "code_policy",
            legend: words.say("customer-code"),
            chosen: self.code_policy.clone(),
            problem: problem::of(words, problems, "code_policy"),
        }
        .across(choices.collect())
    }
}

fn code_policy(words: &Words, policy: CodePolicy) -> String {
    match policy {
        CodePolicy::Always => words.say("customer-code-always"),
        CodePolicy::NewDevice => words.say("customer-code-new-device"),
        CodePolicy::Never => words.say("customer-code-never"),
    }
}
