//! Files as they stand in a discussion, and where they are chosen.

use coplan_app::{http::body_limit::UPLOAD_LIMIT, islands::DropZone, links, say, words::Words};
use coplan_domain::{
    attachment::FileState,
    id::{CustomerId, ThreadId},
};
use coplan_usecases::attachment::{FileView, MAX_BYTES, MOST_FILES, QUOTA, Refusal, RefusedFile};
use leptos::prelude::*;

const KB: u64 = 1024;
const MB: u64 = 1024 * KB;

/// The files beside a message; none where there are none.
pub(super) fn list(words: &Words, of: (CustomerId, ThreadId), files: &[FileView]) -> Option<AnyView> {
    draw(words, of, files, |file| Some(version(words, of.0, file)))
}

/// The files beside a note, which have no versions.
pub(super) fn list_noted(words: &Words, of: (CustomerId, ThreadId), files: &[FileView]) -> Option<AnyView> {
    draw(words, of, files, |_| None)
}

/// Which version it is, with the way to all of them, and how far its approval is.
fn version(words: &Words, customer: CustomerId, file: &FileView) -> AnyView {
    let href = links::thread::file_page(customer, file.id);
    let replaced = (!file.is_newest).then(|| view! { " "<span class="badge">{say!(words, "file-replaced")}</span> });
    view! {
        " "<a class="edit" href=href>{say!(words, "file-version", n = file.version)}<span class="unseen">": "{file.name.clone()}</span></a>
        {state(words, file.state, file.is_newest)}
        {replaced}
    }
    .into_any()
}

/// How far the approval of a version is; nothing where nobody asked, or where another version has come instead.
pub(super) fn state(words: &Words, state: FileState, is_newest: bool) -> Option<AnyView> {
    let (class, said) = match state {
        FileState::Free => return None,
        FileState::Waits if !is_newest => return None,
        FileState::Waits => ("badge warn", say!(words, "file-waits")),
        FileState::Approved => ("status good", say!(words, "file-approved")),
        FileState::Refused => ("badge bad", say!(words, "file-refused")),
    };
    Some(view! { " "<span class=class>{said}</span> }.into_any())
}

fn draw(
    words: &Words,
    (customer, thread): (CustomerId, ThreadId),
    files: &[FileView],
    more: impl Fn(&FileView) -> Option<AnyView>,
) -> Option<AnyView> {
    (!files.is_empty()).then(|| {
        let files = files.iter().map(|file| {
            let (href, name) = (links::thread::file(customer, thread, file.id), file.name.clone());
            let size = size(words, file.size);
            let picture = file.picture.map(|(width, height)| {
                let src = links::thread::picture(customer, thread, file.id);
                view! {
                    <a href=href.clone() download="">
                        <img src=src alt=name.clone() width=width height=height loading="lazy" decoding="async"/>
                    </a>
                }
            });
            let named = file.picture.is_none().then(|| view! { <a href=href.clone() download="">{name}</a> });
            view! { <li>{picture}{named}" "<span class="quiet">{size}</span>{more(file)}</li> }
        });
        view! { <ul class="files" aria-label=say!(words, "thread-files")>{files.collect_view()}</ul> }.into_any()
    })
}

/// Where files are chosen, with those that were not taken.
pub(super) fn choose(words: &Words, name: &'static str, refused: &[(&'static str, RefusedFile)]) -> AnyView {
    let total = i64::try_from(UPLOAD_LIMIT).unwrap_or(0) / i64::try_from(MB).unwrap_or(1);
    let count = i64::try_from(MOST_FILES).unwrap_or(0);
    let hint = say!(words, "thread-files-hint", count = count, limit = limit(), total = total);
    field(words, name, (say!(words, "thread-files-choose"), hint), refused)
}

/// Where one file is chosen, with why it was not taken.
pub(super) fn choose_one(words: &Words, name: &'static str, refused: &[(&'static str, RefusedFile)]) -> AnyView {
    let hint = say!(words, "file-choose-hint", limit = limit());
    field(words, name, (say!(words, "file-choose"), hint), refused)
}

/// How many megabytes a file may have.
fn limit() -> i64 {
    i64::try_from(MAX_BYTES / MB).unwrap_or(0)
}

fn field(words: &Words, name: &'static str, (label, hint): (String, String), refused: &[(&'static str, RefusedFile)]) -> AnyView {
    let refused = refused.iter().filter(|(field, _)| *field == name).map(|(_, file)| {
        view! { <p class="error" role="alert">{refusal(words, file)}</p> }
    });
    view! {
        <DropZone name=name.to_owned() class="attach".to_owned() accept=String::new() label=label hint=hint/>
        {refused.collect_view()}
    }
    .into_any()
}

fn refusal(words: &Words, RefusedFile { name, why }: &RefusedFile) -> String {
    let (name, megabytes) = (name.clone(), |bytes: u64| i64::try_from(bytes / MB).unwrap_or(i64::MAX));
    match why {
        Refusal::TooLarge => say!(words, "thread-file-too-large", name = name, limit = megabytes(MAX_BYTES)),
        Refusal::TooMany => {
            say!(words, "thread-file-too-many", name = name, limit = i64::try_from(MOST_FILES).unwrap_or(i64::MAX))
        }
        Refusal::Program => say!(words, "thread-file-program", name = name),
        Refusal::Unreadable => say!(words, "thread-file-unreadable", name = name),
        Refusal::Busy => say!(words, "thread-file-busy", name = name),
        Refusal::Infected { found } => say!(words, "file-infected", name = name, found = found.clone()),
        Refusal::NotScanned => say!(words, "file-not-scanned", name = name),
        Refusal::Full => say!(words, "thread-file-full", name = name, limit = megabytes(QUOTA) / 1024),
    }
}

/// How large a file is, as people say it.
pub(super) fn size(words: &Words, bytes: u64) -> String {
    if bytes < MB {
        return say!(words, "size-kb", size = bytes.div_ceil(KB).to_string());
    }
    let tenths = bytes * 10 / MB;
    say!(words, "size-mb", size = words.decimal(&format!("{}.{}", tenths / 10, tenths % 10)))
}
