//! Where files are chosen, dropped and pasted; without script it is a plain file input.

use leptos::{
    ev::{self, DragEvent, Event},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
};
use web_sys::{ClipboardEvent, DataTransfer, FileList, HtmlInputElement, Node};

/// A file input that files can be dropped onto, or pasted into from its section, and that says which it has. What comes
/// later is added to what is there.
#[island]
pub fn DropZone(name: String, class: String, accept: String, label: String, hint: String) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let (over, set_over) = signal(false);
    let (names, set_names) = signal(Vec::<String>::new());
    let look = move || {
        let files = input.get_untracked().and_then(|input| input.files());
        set_names.set(files.iter().flat_map(all).map(|file| file.name()).collect());
    };
    // Chosen before this island was there, or kept by the browser.
    Effect::new(look);
    let add = move |files: &FileList| {
        if let Some(input) = input.get_untracked() {
            add(&input, files);
            look();
        }
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        set_over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        set_over.set(false);
        if let Some(files) = event.data_transfer().and_then(|carried| carried.files()).filter(|files| files.length() > 0) {
            add(&files);
        }
    };
    let _ = window_event_listener(ev::paste, move |event: ClipboardEvent| {
        let files = event.clipboard_data().and_then(|carried| carried.files()).filter(|files| files.length() > 0);
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let section = input.get_untracked().and_then(|input| input.closest("section, form").ok().flatten());
        if let (Some(files), Some(section)) = (files, section)
            && section.contains(target.as_ref())
        {
            event.prevent_default();
            add(&files);
        }
    });
    let (hint_id, id) = (format!("{name}-hint"), name.clone());
    view! {
        <div class=class class:over=over on:dragenter=drag on:dragover=drag on:dragleave=move |_| set_over.set(false) on:drop=drop>
            <label for=id.clone()>{label}</label>
            <p class="quiet" id=hint_id.clone()>{hint}</p>
            <input type="file" id=id name=name accept=(!accept.is_empty()).then_some(accept) multiple aria-describedby=hint_id
                node_ref=input on:change=move |_: Event| look()/>
            <ul class="drop-names" aria-live="polite">
                {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </div>
    }
}

fn all(files: &FileList) -> impl Iterator<Item = web_sys::File> + '_ {
    (0..files.length()).filter_map(|place| files.get(place))
}

/// A list of files is made by a `DataTransfer` only.
fn add(input: &HtmlInputElement, files: &FileList) {
    let Ok(together) = DataTransfer::new() else { return };
    for file in input.files().iter().chain([files]).flat_map(all) {
        let _ = together.items().add_with_file(&file);
    }
    input.set_files(together.files().as_ref());
}
