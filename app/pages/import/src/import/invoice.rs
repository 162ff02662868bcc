//! An invoice in a preview: what was read, what differs, whose it is, and why it could not be imported.

use super::{
    Feedback,
    facts::{self, Fact},
    preview::{PLAIN, Sheet},
    unreadable,
};
use coplan_app::{
    links,
    parts::{findings, sums},
    say,
    words::Words,
};
use coplan_domain::invoice::check::Verdict;
use coplan_usecases::Error;
use coplan_usecases::import::{Belongs, CustomerBrief, FilePreview, ImportError, InvoicePreview, InvoiceThere, ReadInvoice};
use jiff::civil::Date;
use leptos::prelude::*;

/// The sheet of what was read as an invoice, with the name of the file before it that holds the same one, and
/// whether it asks what there is to say of its file, which is said once however many documents are in it.
pub(super) fn sheet(
    words: &Words,
    file: &FilePreview,
    (preview, twin_of, asks): (&InvoicePreview, Option<&str>, bool),
    feedback: &Feedback,
    today: Date,
) -> Sheet {
    let refused = || view! { <span class="badge bad">{say!(words, "import-not-brought-in")}</span> }.into_any();
    match (preview, twin_of) {
        (InvoicePreview::Ready(read), twin_of) => {
            let title = sums::kind(words, &read.invoice.kind, &read.invoice.number);
            match twin_of {
                Some(first) => Sheet { title, badge: refused(), content: twin(words, first) },
                None => Sheet {
                    title,
                    badge: findings::badge(words, read.overall),
                    content: ready(words, file, (read, asks), feedback, today),
                },
            }
        }
        (InvoicePreview::Duplicate { read, there }, _) => Sheet {
            title: sums::kind(words, &read.invoice.kind, &read.invoice.number),
            badge: refused(),
            content: view! { {duplicate(words, read, there, today)} {another(words, file, read, feedback, asks)} }.into_any(),
        },
        (InvoicePreview::Unreadable(why), _) => Sheet {
            title: file.file_name.clone(),
            badge: refused(),
            content: view! { <p>{unreadable::sentence(words, why)}</p> }.into_any(),
        },
    }
}

fn twin(words: &Words, first: &str) -> AnyView {
    let text = say!(words, "import-twice", file = first.to_owned());
    view! { <div class="notice bad"><p><strong>{say!(words, "import-comes-twice")}</strong>" "{text}</p></div> }.into_any()
}

fn duplicate(words: &Words, read: &ReadInvoice, there: &InvoiceThere, today: Date) -> AnyView {
    let text = facts::here(words, &read.invoice.seller.name, &read.invoice.number, there, today);
    let opens = there.place.as_ref().map(|place| {
        let href = links::invoice::show(place.customer, there.id);
        view! { " "<a href=href>{say!(words, "import-open-it")}</a> }
    });
    view! {
        <div class="notice bad">
            <p><strong>{say!(words, "import-here-already")}</strong>" "{text}{opens}</p>
        </div>
    }
    .into_any()
}

/// Lets somebody say that it is another document with the same number. What is said of a file is said of all of it.
fn another(words: &Words, file: &FilePreview, read: &ReadInvoice, feedback: &Feedback, asks: bool) -> Option<AnyView> {
    asks.then(|| {
        view! {
            <details class="more" open=feedback.not_imported.contains_key(&file.id)>
                <summary>{say!(words, "import-same-number")}</summary>
                <p>{say!(words, "import-same-number-means")}</p>
                {customer(words, file, read, feedback)}
                <p class="actions">
                    <button class="button" formaction=links::import::confirm_another(file.id) formenctype=PLAIN>
                        {say!(words, "import-same-number-sure")}
                    </button>
                </p>
            </details>
        }
        .into_any()
    })
}

fn ready(words: &Words, file: &FilePreview, (read, asks): (&ReadInvoice, bool), feedback: &Feedback, today: Date) -> AnyView {
    let differing: Vec<_> = read.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees).collect();
    let differing = facts::doubt(words, read).map(|doubt| view! { <p>{doubt}</p> {findings::list(words, differing)} });
    let count = unreadable::count(read.counts.findings);
    let more = read.counts.findings - read.findings.len();
    let more =
        (more > 0).then(|| view! { <p class="quiet">{say!(words, "import-findings-more", count = unreadable::count(more))}</p> });
    let facts = facts::facts(words, read, today).into_iter().map(|Fact { name, strong, text }| {
        let strong = strong.map(|strong| view! { <strong>{strong}</strong>", " });
        view! { <dt>{name}</dt><dd>{strong}{text}</dd> }
    });
    let facts = facts.collect_view();
    view! {
        {not_imported(words, file, feedback, read, today)}
        <dl class="facts">{facts}</dl>
        {differing}
        <details class="more tight"><summary>{say!(words, "rules-looked-at", count = count)}</summary>{findings::list(words, &read.findings)}{more}</details>
        {asks.then(|| view! { <input type="hidden" name="upload" value=file.id.to_string()/> {customer(words, file, read, feedback)} })}
    }
    .into_any()
}

/// Asks for the customer where the file does not tell, and lets another be said where it does.
fn customer(words: &Words, file: &FilePreview, read: &ReadInvoice, feedback: &Feedback) -> AnyView {
    let suggested = match &read.belongs {
        Belongs::Perhaps { customer, .. } => customer.number.clone(),
        Belongs::To { .. } | Belongs::Several(_) | Belongs::Unknown => String::new(),
    };
    let typed = feedback.typed.get(&file.id).cloned().unwrap_or(suggested);
    let offered = match (&read.belongs, feedback.not_imported.get(&file.id)) {
        (_, Some(ImportError::WhichCustomer(choices))) if !choices.is_empty() => choices.as_slice(),
        (Belongs::Several(choices), _) => choices.as_slice(),
        _ => &[],
    };
    let name = format!("customer.{}", file.id);
    let problem = feedback.not_imported.get(&file.id).and_then(|why| match why {
        ImportError::WhichCustomer(choices) if choices.is_empty() && typed.trim().is_empty() => {
            Some(say!(words, "import-choose-customer"))
        }
        ImportError::WhichCustomer(choices) if choices.is_empty() => Some(say!(words, "import-no-such-customer")),
        ImportError::WhichCustomer(_) => Some(say!(words, "import-which-customer")),
        _ => None,
    });
    let control = if offered.is_empty() {
        text(words, &name, &typed, problem.is_some())
    } else {
        choice(words, &name, &typed, problem.is_some(), offered)
    };
    let open = problem.is_some() || !typed.is_empty();
    let problem = problem.map(|problem| view! { <p class="error" id=format!("{name}-error")>{problem}</p> });
    let field = view! { <div class="field"><label for=name>{say!(words, "import-for-whom")}</label>{control}{problem}</div> };
    match &read.belongs {
        Belongs::To { .. } => {
            let summary = say!(words, "import-another");
            view! { <details class="more" open=open><summary>{summary}</summary>{field}</details> }.into_any()
        }
        Belongs::Perhaps { .. } | Belongs::Several(_) | Belongs::Unknown => field.into_any(),
    }
}

fn text(words: &Words, name: &str, typed: &str, wrong: bool) -> AnyView {
    let (name, hint) = (name.to_owned(), format!("{name}-hint"));
    let described = if wrong { format!("{hint} {name}-error") } else { hint.clone() };
    view! {
        <p class="hint" id=hint>{say!(words, "import-for-whom-hint")}</p>
        <input class="input" type="text" id=name.clone() name=name.clone() value=typed.to_owned() autocomplete="off"
            aria-invalid=wrong.then_some("true") aria-describedby=described/>
    }
    .into_any()
}

fn choice(words: &Words, name: &str, typed: &str, wrong: bool, offered: &[CustomerBrief]) -> AnyView {
    let described = wrong.then(|| format!("{name}-error"));
    let options = offered.iter().map(|customer| {
        let selected = customer.number == typed;
        view! { <option value=customer.number.clone() selected=selected>{format!("{}, {}", customer.name, customer.number)}</option> }
    });
    view! {
        <select class="select" id=name.to_owned() name=name.to_owned() aria-invalid=wrong.then_some("true") aria-describedby=described>
            <option value="">{say!(words, "import-choose-one")}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

/// Why an invoice that was to be imported was not, where that is not said at its field.
fn not_imported(words: &Words, file: &FilePreview, feedback: &Feedback, read: &ReadInvoice, today: Date) -> Option<AnyView> {
    match feedback.not_imported.get(&file.id)? {
        ImportError::Other(Error::NotResponsible) => {
            Some(view! { <div class="notice bad"><p>{say!(words, "import-not-responsible")}</p></div> }.into_any())
        }
        ImportError::Duplicate(there) => Some(duplicate(words, read, there, today)),
        ImportError::WhichCustomer(_) | ImportError::Unreadable(_) | ImportError::Other(_) => None,
    }
}
