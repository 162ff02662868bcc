//! Tables of customers, people, projects, tasks, work and invoices as spreadsheets hold them: their kinds, their columns, and what is
//! meant by the words of a heading or a cell.

pub mod cell;
mod heading;

pub use heading::{normal, recognize};

words! {
    /// What each row of a table is.
    TableKind {
        /// A customer company.
        Customers = "customers",
        /// One of a customer's people.
        People = "people",
        /// A project, with one of its promised dates.
        Projects = "projects",
        /// A task of a project.
        Tasks = "tasks",
        /// Work that one of the supplier's people did, as tools for tracking time export it.
        Work = "work",
        /// How much a customer used of a service in a month.
        Usage = "usage",
        /// A line of an invoice; the rows of one number are one invoice.
        Invoices = "invoices",
        /// What was said of a project's status before.
        Reports = "reports",
        /// What was said in discussions before.
        Messages = "messages",
    }
}

words! {
    /// What a column says.
    TableField {
        /// The name of the customer or of its person.
        Name = "name",
        /// The first name of a person.
        FirstName = "first_name",
        /// The last name of a person.
        LastName = "last_name",
        /// The supplier's number of the customer.
        Number = "number",
        /// The business id of the customer.
        BusinessId = "business_id",
        /// The VAT identifier of the customer.
        VatId = "vat_id",
        /// Who of the supplier's people has the customer, by address or name.
        Responsible = "responsible",
        /// The segment that the customer is served in.
        Segment = "segment",
        /// What colleagues should know of the customer, or what a project is for.
        About = "about",
        /// Whose it is: the customer's number, business id or name.
        Customer = "customer",
        /// The address of a person.
        Email = "email",
        /// What a person is called at work.
        Title = "title",
        /// The language of a person.
        Language = "language",
        /// What a person may see.
        Scopes = "scopes",
        /// The name of the project.
        Project = "project",
        /// Whether the customer sees the project.
        Shared = "shared",
        /// What is promised.
        Milestone = "milestone",
        /// The day that it is promised for.
        PromisedOn = "promised_on",
        /// What is to be done.
        Task = "task",
        /// When it should be done.
        DueOn = "due_on",
        /// Who does it: the supplier or the customer, or one of their people by name.
        Side = "side",
        /// Who sees it: the customer too, or the supplier alone.
        Stage = "stage",
        /// What it is needed for.
        Why = "why",
        /// The day that work was done.
        Day = "day",
        /// How long it took.
        Time = "time",
        /// What was done.
        Words = "words",
        /// Whether it is charged.
        Charge = "charge",
        /// Which service was used.
        Service = "service",
        /// In which month.
        Month = "month",
        /// How much of it.
        Volume = "volume",
        /// The number of an invoice.
        InvoiceNumber = "invoice_number",
        /// The day of an invoice.
        IssuedOn = "issued_on",
        /// The currency of an invoice.
        Currency = "currency",
        /// How much is billed.
        Quantity = "quantity",
        /// Of which unit.
        Unit = "unit",
        /// What one of them costs without VAT.
        Price = "price",
        /// What the line comes to without VAT.
        Net = "net",
        /// The rate of VAT.
        VatRate = "vat_rate",
        /// What the line is for: a month, a stretch of days, or the first of them.
        Period = "period",
        /// The last day that the line is for.
        PeriodEnd = "period_end",
        /// What the payer quotes.
        Reference = "reference",
        /// The buyer's order.
        Order = "order",
        /// The account that an invoice is paid to.
        Account = "account",
        /// What the whole invoice comes to with VAT.
        Total = "total",
        /// The number of the invoice that is credited.
        Credits = "credits",
        /// How a project went.
        Light = "light",
        /// What a discussion is called.
        Topic = "topic",
    }
}

words! {
    /// What an import makes.
    ItemKind {
        /// A customer.
        Customer = "customer",
        /// A member of a customer.
        Member = "member",
        /// A project.
        Project = "project",
        /// A milestone.
        Milestone = "milestone",
        /// A task.
        Task = "task",
        /// An entry of work.
        Work = "work",
        /// A month of a service.
        Usage = "usage",
        /// An invoice.
        Invoice = "invoice",
        /// A status report of the time before.
        Report = "report",
        /// A discussion of the time before.
        Thread = "thread",
        /// A message of the time before.
        Message = "message",
    }
}

impl TableKind {
    /// What the columns of such a table may say, in the order that people expect.
    #[must_use]
    pub const fn fields(self) -> &'static [TableField] {
        use TableField as F;
        match self {
            Self::Customers => &[F::Name, F::Number, F::BusinessId, F::VatId, F::Responsible, F::Segment, F::About],
            Self::People => &[F::Customer, F::Name, F::FirstName, F::LastName, F::Email, F::Title, F::Language, F::Scopes],
            Self::Projects => &[F::Customer, F::Project, F::About, F::Milestone, F::PromisedOn, F::Shared],
            Self::Tasks => &[F::Customer, F::Project, F::Task, F::DueOn, F::Side, F::Stage, F::Why],
            Self::Usage => &[F::Customer, F::Service, F::Month, F::Volume],
            Self::Work => &[
                F::Customer,
                F::Project,
                F::Task,
                F::Day,
                F::Time,
                F::Words,
                F::Charge,
                F::Name,
                F::FirstName,
                F::LastName,
                F::Email,
            ],
            Self::Invoices => INVOICE_FIELDS,
            Self::Reports => &[F::Customer, F::Project, F::Day, F::Light, F::Words, F::Name],
            Self::Messages => &[F::Customer, F::Topic, F::Day, F::Email, F::Words],
        }
    }

    /// The columns without which no row can be read, but for a name in two columns and a net that a price tells.
    #[must_use]
    pub const fn required(self) -> &'static [TableField] {
        use TableField as F;
        match self {
            Self::Customers => &[F::Name],
            Self::People => &[F::Customer, F::Name, F::Email],
            Self::Projects => &[F::Customer, F::Project],
            Self::Tasks => &[F::Customer, F::Project, F::Task],
            Self::Work => &[F::Customer, F::Project, F::Day, F::Time],
            Self::Usage => &[F::Customer, F::Service, F::Month, F::Volume],
            Self::Invoices => &[F::Customer, F::InvoiceNumber, F::IssuedOn, F::Words, F::Net, F::VatRate],
            Self::Reports => &[F::Customer, F::Project, F::Day, F::Light, F::Words],
            Self::Messages => &[F::Customer, F::Topic, F::Day, F::Email, F::Words],
        }
    }

    /// Which of those are missing where there are these columns.
    #[must_use]
    pub fn missing(self, columns: &[TableField]) -> Vec<TableField> {
        let has = |field: &TableField| columns.contains(field);
        let is_named = has(&TableField::FirstName) || has(&TableField::LastName);
        let required = self.required().iter().copied();
        let is_told = |field: &TableField| match field {
            TableField::Name => is_named,
            TableField::Net => has(&TableField::Price),
            _ => false,
        };
        required.filter(|field| !has(field) && !is_told(field)).collect()
    }
}

const INVOICE_FIELDS: &[TableField] = &[
    TableField::Customer,
    TableField::InvoiceNumber,
    TableField::IssuedOn,
    TableField::DueOn,
    TableField::Words,
    TableField::Quantity,
    TableField::Unit,
    TableField::Price,
    TableField::Net,
    TableField::VatRate,
    TableField::Period,
    TableField::PeriodEnd,
    TableField::Project,
    TableField::Order,
    TableField::Reference,
    TableField::Account,
    TableField::Currency,
    TableField::Total,
    TableField::Credits,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_in_two_columns() {
        use TableField as F;
        assert_eq!(TableKind::People.missing(&[F::Customer, F::LastName, F::Email]), []);
        assert_eq!(TableKind::People.missing(&[F::Email]), [F::Customer, F::Name]);
        assert_eq!(TableKind::Customers.missing(&[F::Number]), [F::Name]);
    }
}
