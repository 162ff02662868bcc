//! What each waiting file turned out to be, with what to choose and what is wrong.

use super::{
    findings,
    import::Said,
    in_words::{self, Fact},
    sums, unreadable,
};
use crate::{say, words::Words};
use coplan_domain::invoice::check::Verdict;
use coplan_usecases::Error;
use coplan_usecases::invoice::{
    Belongs, CustomerBrief, FileRead, InvoiceThere, KeepError, Preview, ReadInvoice, ReadUpload, Refusal,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// What was sent and not taken in.
pub fn refused(words: &Words, said: &Said) -> AnyView {
    let nothing = said.nothing_chosen.then(|| {
        view! { <div class="notice bad" role="alert"><p><strong>{say!(words, "import-nothing-chosen")}</strong></p></div> }
    });
    let files = said.refused.iter().map(|file| {
        let why = match file.why {
            Refusal::TooLarge { bytes, limit } => unreadable::too_large(words, bytes, limit),
            Refusal::TooMany { limit } => say!(words, "import-too-many", limit = unreadable::count(limit)),
        };
        view! { <li><strong>{file.name.clone()}</strong>": "{why}</li> }
    });
    let files = (!said.refused.is_empty()).then(|| {
        let files = files.collect_view();
        view! { <div class="notice bad" role="alert"><p><strong>{say!(words, "import-refused")}</strong></p><ul>{files}</ul></div> }
    });
    view! { {nothing}{files} }.into_any()
}

/// Where files are chosen, a sheet for each that was read, and the deeds for all of them: one form, so that reading more
/// files loses nothing that was typed for the others.
pub fn form(words: &Words, look: &Preview, said: &Said, today: Date, choose: AnyView) -> AnyView {
    let ready = look.uploads.iter().filter(|upload| upload.ready().is_some()).count();
    let keep = (ready > 0).then(|| say!(words, "import-keep", count = unreadable::count(ready)));
    // Enter in a field presses the first button of the form, which must not throw anything away.
    let enter = keep.clone().map(|keep| {
        view! {
            <button class="unseen" tabindex="-1" aria-hidden="true" formaction=KEEP formenctype=PLAIN>{keep}</button>
        }
    });
    view! {
        <form method="post" enctype="multipart/form-data" action="/invoices/new" class="page-main">
            {enter}
            {choose}
            {sheets(words, look, said, keep, today)}
        </form>
    }
    .into_any()
}

const KEEP: &str = "/invoices/new/keep";

/// How all buttons send the form that carry no files.
const PLAIN: &str = "application/x-www-form-urlencoded";

fn sheets(words: &Words, look: &Preview, said: &Said, keep: Option<String>, today: Date) -> Option<AnyView> {
    (!look.uploads.is_empty()).then(|| {
        let sheets = look.uploads.iter().map(|upload| sheet(words, upload, said, today)).collect_view();
        let failed = (!said.not_kept.is_empty()).then(|| {
            let (kept, left) = (unreadable::count(said.kept), unreadable::count(said.not_kept.len()));
            let counted = say!(words, "import-not-all-kept", kept = kept, left = left);
            view! { <div class="notice bad" role="alert"><p><strong>{counted}</strong>" "{say!(words, "import-not-all-kept-text")}</p></div> }
        });
        let keep = keep.map(|keep| view! { <button class="button main" formaction=KEEP formenctype=PLAIN>{keep}</button> });
        let keep = keep.map(|keep| view! { <div class="actions end">{keep}</div> });
        view! {
            {failed}
            {sheets}
            {keep}
            <details class="more">
                <summary>{say!(words, "import-throw-away")}</summary>
                <p>{say!(words, "import-throw-away-means")}</p>
                <p class="actions">
                    <button class="button danger" formaction="/invoices/new/throw-away" formenctype=PLAIN>
                        {say!(words, "import-throw-away-sure")}
                    </button>
                </p>
            </details>
        }
        .into_any()
    })
}

fn sheet(words: &Words, upload: &ReadUpload, said: &Said, today: Date) -> AnyView {
    let heading = format!("h-{}", upload.id);
    let refused = view! { <span class="badge bad">{say!(words, "import-not-brought-in")}</span> };
    let (title, badge, content) = match &upload.read {
        FileRead::Ready(read) => {
            let title = sums::kind(words, &read.invoice.kind, &read.invoice.number);
            match &upload.twin_of {
                Some(first) => (title, refused.into_any(), twin(words, first)),
                None => (title, findings::badge(words, read.overall), ready(words, upload, read, said, today)),
            }
        }
        FileRead::Duplicate { kind, number, seller, there } => {
            (sums::kind(words, kind, number), refused.into_any(), duplicate(words, seller, number, there, today))
        }
        FileRead::Unreadable(why) => {
            (upload.file_name.clone(), refused.into_any(), view! { <p>{unreadable::sentence(words, why)}</p> }.into_any())
        }
    };
    let file = (title != upload.file_name).then(|| view! { <p class="quiet">{upload.file_name.clone()}</p> });
    let discard = view! {
        <button class="button plain" formaction=format!("/invoices/new/{}/leave-out", upload.id) formenctype=PLAIN>
            {say!(words, "import-leave-out")}<span class="unseen">": "{title.clone()}</span>
        </button>
    };
    view! {
        <section class="sheet read" aria-labelledby=heading.clone()>
            <div class="read-head"><h2 id=heading.clone()>{title.clone()}</h2>{badge}</div>
            {file}
            {content}
            <p class="actions">{discard}</p>
        </section>
    }
    .into_any()
}

fn twin(words: &Words, first: &str) -> AnyView {
    let text = say!(words, "import-twice", file = first.to_owned());
    view! { <div class="notice bad"><p><strong>{say!(words, "import-comes-twice")}</strong>" "{text}</p></div> }.into_any()
}

fn duplicate(words: &Words, seller: &str, number: &str, there: &InvoiceThere, today: Date) -> AnyView {
    let text = in_words::here(words, seller, number, there, today);
    let href = format!("/c/{}/invoices/{}", there.customer, there.id);
    view! {
        <div class="notice bad">
            <p><strong>{say!(words, "import-here-already")}</strong>" "{text}" "<a href=href>{say!(words, "import-open-it")}</a></p>
        </div>
    }
    .into_any()
}

fn ready(words: &Words, upload: &ReadUpload, read: &ReadInvoice, said: &Said, today: Date) -> AnyView {
    let differing: Vec<_> = read.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees).collect();
    let differing = in_words::doubt(words, read).map(|doubt| view! { <p>{doubt}</p> {findings::list(words, differing)} });
    let count = unreadable::count(read.findings.len());
    let facts = in_words::facts(words, read, today).into_iter().map(|Fact { name, strong, text }| {
        let strong = strong.map(|strong| view! { <strong>{strong}</strong>", " });
        view! { <dt>{name}</dt><dd>{strong}{text}</dd> }
    });
    let facts = facts.collect_view();
    view! {
        {not_kept(words, upload, said, read, today)}
        <dl class="facts">{facts}</dl>
        {differing}
        <details class="more tight"><summary>{say!(words, "rules-looked-at", count = count)}</summary>{findings::list(words, &read.findings)}</details>
        <input type="hidden" name="upload" value=upload.id.to_string()/>
        {customer(words, upload, read, said)}
    }
    .into_any()
}

/// Asks for the customer where the file does not tell, and lets another be said where it does.
fn customer(words: &Words, upload: &ReadUpload, read: &ReadInvoice, said: &Said) -> AnyView {
    let suggested = match &read.belongs {
        Belongs::Perhaps { customer, .. } => customer.number.clone(),
        Belongs::To { .. } | Belongs::Several(_) | Belongs::Unknown => String::new(),
    };
    let typed = said.typed.get(&upload.id).cloned().unwrap_or(suggested);
    let offered = match (&read.belongs, said.not_kept.get(&upload.id)) {
        (_, Some(KeepError::WhichCustomer(choices))) if !choices.is_empty() => choices.as_slice(),
        (Belongs::Several(choices), _) => choices.as_slice(),
        _ => &[],
    };
    let name = format!("customer.{}", upload.id);
    let problem = said.not_kept.get(&upload.id).and_then(|why| match why {
        KeepError::WhichCustomer(choices) if choices.is_empty() && typed.trim().is_empty() => {
            Some(say!(words, "import-choose-customer"))
        }
        KeepError::WhichCustomer(choices) if choices.is_empty() => Some(say!(words, "import-no-such-customer")),
        KeepError::WhichCustomer(_) => Some(say!(words, "import-which-customer")),
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

/// Why a file that was to be kept was not, where that is not said at its field.
fn not_kept(words: &Words, upload: &ReadUpload, said: &Said, read: &ReadInvoice, today: Date) -> Option<AnyView> {
    match said.not_kept.get(&upload.id)? {
        KeepError::Other(Error::NotResponsible) => {
            Some(view! { <div class="notice bad"><p>{say!(words, "import-not-responsible")}</p></div> }.into_any())
        }
        KeepError::Duplicate(there) => Some(duplicate(words, &read.invoice.seller.name, &read.invoice.number, there, today)),
        KeepError::WhichCustomer(_) | KeepError::Unreadable(_) | KeepError::Other(_) => None,
    }
}
