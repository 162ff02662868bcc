//! Addresses of what is reported of a month, a quarter or a year.

use coplan_domain::id::{CustomerId, ReportId};

routes! {
    /// A customer's reports.
    list(customer: CustomerId) = "/c/{customer}/reports";
    /// Drafts one.
    draft(customer: CustomerId) = "/c/{customer}/reports/new" for staff;
    /// Says how often there is one.
    rhythm(customer: CustomerId) = "/c/{customer}/reports/rhythm" for staff;
    /// One of them.
    show(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}";
    /// It as a document to keep.
    paper(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}/report.pdf";
    /// Changes what the manager says in a draft.
    change(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}/words" for staff;
    /// Publishes it.
    publish(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}/publish" for staff;
    /// Removes a draft.
    remove(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}/remove" for staff;
    /// Agrees to it, for the customer.
    approve(customer: CustomerId, report: ReportId) = "/c/{customer}/reports/{report}/approve";
}
