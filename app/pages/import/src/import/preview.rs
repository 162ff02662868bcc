//! What each waiting file holds, and what to do with all of them; what a document is shown as is said by its kind.

use super::{Feedback, invoice, unreadable};
use coplan_app::{links, say, words::Words};
use coplan_usecases::import::{Content, DocumentPreview, FilePreview, Preview, Refusal};
use jiff::civil::Date;
use leptos::prelude::*;

/// How a document is shown.
pub(super) struct Sheet {
    /// What it is called.
    pub title: String,
    /// What there is to say of it as a whole.
    pub badge: AnyView,
    /// What it is, with what to choose where it can be imported.
    pub content: AnyView,
}

/// What was sent and not taken in.
pub fn refused(words: &Words, feedback: &Feedback) -> AnyView {
    let nothing = feedback.nothing_chosen.then(|| {
        view! { <div class="notice bad" role="alert"><p><strong>{say!(words, "import-nothing-chosen")}</strong></p></div> }
    });
    let files = feedback.refused.iter().map(|file| {
        let why = match &file.why {
            Refusal::TooLarge { bytes, limit } => unreadable::too_large(words, *bytes, *limit),
            Refusal::NotOpened => say!(words, "import-not-opened"),
            Refusal::TooMany { limit } => say!(words, "import-too-many", limit = unreadable::count(*limit)),
            Refusal::Infected { found } => say!(words, "import-infected", found = found.clone()),
            Refusal::NotScanned => say!(words, "import-not-scanned"),
        };
        view! { <li><strong>{file.name.clone()}</strong>": "{why}</li> }
    });
    let files = (!feedback.refused.is_empty()).then(|| {
        let files = files.collect_view();
        view! { <div class="notice bad" role="alert"><p><strong>{say!(words, "import-refused")}</strong></p><ul>{files}</ul></div> }
    });
    view! { {nothing}{files} }.into_any()
}

/// Where files are chosen, a sheet for each that was read, and the deeds for all of them: one form, so that reading more
/// files loses nothing that was typed for the others.
pub fn form(words: &Words, previewed: &Preview, feedback: &Feedback, today: Date, choose: AnyView) -> AnyView {
    let ready = previewed.ready();
    let keep = (ready > 0).then(|| say!(words, "import-keep", count = unreadable::count(ready)));
    // Enter in a field presses the first button of the form, which must not throw anything away.
    let enter = keep.clone().map(|keep| {
        view! {
            <button class="unseen" tabindex="-1" aria-hidden="true" formaction=links::import::confirm() formenctype=PLAIN>{keep}</button>
        }
    });
    view! {
        <form method="post" enctype="multipart/form-data" action=links::import::upload() class="page-main">
            {enter}
            {choose}
            {sheets(words, previewed, feedback, keep, today)}
        </form>
    }
    .into_any()
}

/// How all buttons send the form that carry no files.
pub(super) const PLAIN: &str = "application/x-www-form-urlencoded";

fn sheets(words: &Words, previewed: &Preview, feedback: &Feedback, keep: Option<String>, today: Date) -> Option<AnyView> {
    (!previewed.files.is_empty()).then(|| {
        let sheets = previewed.files.iter().flat_map(|file| (0..file.documents.len()).map(move |place| (file, place)));
        let sheets = sheets.filter_map(|(file, place)| sheet(words, file, place, feedback, today)).collect_view();
        let failed = (!feedback.not_imported.is_empty()).then(|| {
            let (kept, left) = (unreadable::count(feedback.imported), unreadable::count(feedback.not_imported.len()));
            let counted = say!(words, "import-not-all-kept", kept = kept, left = left);
            view! { <div class="notice bad" role="alert"><p><strong>{counted}</strong>" "{say!(words, "import-not-all-kept-text")}</p></div> }
        });
        let keep = keep.map(|keep| view! { <button class="button main" formaction=links::import::confirm() formenctype=PLAIN>{keep}</button> });
        let keep = keep.map(|keep| view! { <div class="actions end">{keep}</div> });
        view! {
            {failed}
            {sheets}
            {keep}
            <details class="more">
                <summary>{say!(words, "import-throw-away")}</summary>
                <p>{say!(words, "import-throw-away-means")}</p>
                <p class="actions">
                    <button class="button danger" formaction=links::import::discard_all() formenctype=PLAIN>
                        {say!(words, "import-throw-away-sure")}
                    </button>
                </p>
            </details>
        }
        .into_any()
    })
}

fn sheet(words: &Words, file: &FilePreview, place: usize, feedback: &Feedback, today: Date) -> Option<AnyView> {
    let document = file.documents.get(place)?;
    let heading = format!("h-{}-{place}", file.id);
    let asks = file.documents.iter().position(DocumentPreview::is_ready).unwrap_or(0) == place;
    let Sheet { title, badge, content } = match &document.content {
        Content::Invoice(preview) => invoice::sheet(words, file, (preview, document.twin_of.as_deref(), asks), feedback, today),
    };
    let name = (title != file.file_name).then(|| view! { <p class="quiet">{file.file_name.clone()}</p> });
    let discard = view! {
        <button class="button plain" formaction=links::import::discard(file.id) formenctype=PLAIN>
            {say!(words, "import-leave-out")}<span class="unseen">": "{title.clone()}</span>
        </button>
    };
    let sheet = view! {
        <section class="sheet read" aria-labelledby=heading.clone()>
            <div class="read-head"><h2 id=heading.clone()>{title.clone()}</h2>{badge}</div>
            {name}
            {content}
            <p class="actions">{discard}</p>
        </section>
    };
    Some(sheet.into_any())
}
