//! Addresses of what is asked of customers and what they answered.

use coplan_domain::id::{CustomerId, QuestionId, QuestionTemplateId};

routes! {
    /// What is known of a customer.
    list(customer: CustomerId) = "/c/{customer}/knowledge";
    /// Asks it something.
    ask(customer: CustomerId) = "/c/{customer}/knowledge/new" for staff;
    /// Asks it all that is asked for a service.
    ask_templates(customer: CustomerId) = "/c/{customer}/knowledge/service" for staff;
    /// Answers a question; members too.
    answer(customer: CustomerId, question: QuestionId) = "/c/{customer}/knowledge/{question}";
    /// Withdraws it.
    withdraw(customer: CustomerId, question: QuestionId) = "/c/{customer}/knowledge/{question}/withdraw" for staff;
    /// What is asked for each service.
    templates() = "/staff/questions" for staff;
    /// Asks it no more.
    remove_template(template: QuestionTemplateId) = "/staff/questions/{template}/remove" for staff;
}
