//! The forms of a customer: its details, and what only the supplier's people know of it.

use crate::{
    form::{Choice, confirm, form, line, listed, one_of, prose},
    merge::Edit,
};
use coplan_domain::{
    customer::Customer,
    id::{CustomerId, PersonId},
    person::CodePolicy,
    text::{Line, Prose},
};
use coplan_store::customer::CustomerInternal;

const CODE_POLICIES: &[Choice] = &[
    Choice::new(CodePolicy::Always.as_str(), "customer-code-always").hint("customer-code-always-hint"),
    Choice::new(CodePolicy::NewDevice.as_str(), "customer-code-new-device").hint("customer-code-new-device-hint"),
    Choice::new(CodePolicy::Never.as_str(), "customer-code-never").hint("customer-code-never-hint"),
];

form! {
    /// What both creating and changing take of a customer.
    Details {
        /// The company's name.
        name: Line = line("customer-name").autocomplete("off"),
        /// The supplier's number for it.
        number: Line = line("customer-number").autocomplete("off").beside(),
        /// Business id; empty for none.
        business_id: Option<Line> = line("customer-business-id").hint("customer-business-id-hint").autocomplete("off"),
        /// VAT identifier; empty for none.
        vat_id: Option<Line> = line("customer-vat-id").hint("customer-optional").autocomplete("off").beside(),
        /// When a code by mail is asked for.
        code_policy: CodePolicy = one_of("customer-code", CODE_POLICIES),
    }

    /// A new customer as it was typed.
    new CreateCustomerForm { id: CustomerId } + {
        /// Who has it.
        responsible: PersonId = listed("customer-responsible", &[]).hint("customer-responsible-hint"),
        /// Whether identifiers that look wrong are right.
        confirmed: bool = confirm("form-confirm"),
    }

    /// A customer's details as they were typed.
    edit CustomerForm {} + {
        /// Whether identifiers that look wrong are right.
        confirmed: bool = confirm("form-confirm"),
    }
}

form! {
    _ {
        /// Who has it from now on.
        responsible: PersonId = listed("customer-responsible", &[]).hint("customer-responsible-hint"),
    }

    /// Who has a customer that goes on, as it was chosen.
    plain ResumeForm {}
}

form! {
    /// What only the supplier's people know of a customer.
    ReadInternal {
        /// The segment it is served in; empty for none.
        segment: Option<Line> = line("customer-segment").hint("customer-segment-hint").autocomplete("off"),
        /// What colleagues should know; empty for nothing.
        about: Option<Prose> = prose("customer-about").hint("customer-about-hint").autocomplete("off"),
    }

    /// What is internal of a customer as it was typed; the version is 0 where nothing was written yet.
    edit InternalForm {}
}

impl CreateCustomerForm {
    /// What most new customers are.
    #[must_use]
    pub fn suggested(id: CustomerId, responsible: PersonId) -> Self {
        let (code_policy, responsible) = (CodePolicy::NewDevice.to_string(), responsible.to_string());
        Self { code_policy, responsible, ..Self::blank(id) }
    }
}

impl CustomerForm {
    /// A customer as its form is drawn.
    #[must_use]
    pub fn of(customer: &Customer) -> Self {
        Self {
            version: customer.version,
            was: String::new(),
            name: customer.name.clone(),
            number: customer.number.clone(),
            business_id: customer.business_id.clone().unwrap_or_default(),
            vat_id: customer.vat_id.clone().unwrap_or_default(),
            code_policy: customer.code_policy.to_string(),
            confirmed: false,
        }
        .seen()
    }
}

impl Details {
    /// The customer with these details.
    pub fn put_into(self, customer: &Customer) -> Customer {
        let Self { name, number, business_id, vat_id, code_policy } = self;
        let [business_id, vat_id] = [business_id, vat_id].map(|id| id.map(String::from));
        Customer { number: number.into(), name: name.into(), business_id, vat_id, code_policy, ..customer.clone() }
    }
}

impl InternalForm {
    /// What is internal as its form is drawn.
    #[must_use]
    pub fn of(internal: &CustomerInternal) -> Self {
        let (segment, about) = (internal.segment.clone(), internal.about.clone());
        Self { version: internal.version, was: String::new(), segment, about }.seen()
    }
}
