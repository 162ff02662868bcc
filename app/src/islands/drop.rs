//! Where files are dropped; without script it is a plain file input.

use leptos::{
    ev::{DragEvent, Event},
    html,
    prelude::*,
};

/// A file input that files can be dropped onto, and that says which it has.
#[island]
pub fn DropZone(label: String, hint: String) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let (over, set_over) = signal(false);
    let (names, set_names) = signal(Vec::<String>::new());
    let look = move || {
        let files = input.get_untracked().and_then(|input| input.files());
        let names = files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).map(|file| file.name()).collect());
        set_names.set(names.unwrap_or_default());
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        set_over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        set_over.set(false);
        let files = event.data_transfer().and_then(|carried| carried.files()).filter(|files| files.length() > 0);
        if let (Some(input), Some(files)) = (input.get_untracked(), files) {
            input.set_files(Some(&files));
            look();
        }
    };
    view! {
        <div class="drop" class:over=over on:dragenter=drag on:dragover=drag on:dragleave=move |_| set_over.set(false) on:drop=drop>
            <label for="files">{label}</label>
            <p class="quiet" id="files-hint">{hint}</p>
            <input type="file" id="files" name="files" accept=".xml,text/xml,application/xml" multiple aria-describedby="files-hint"
                node_ref=input on:change=move |_: Event| look()/>
            <ul class="drop-names" aria-live="polite">
                {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </div>
    }
}
