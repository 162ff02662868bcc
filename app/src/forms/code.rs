//! The field for six digits: typed, pasted, or filled in by the browser (WCAG 2.2 3.3.8).

use leptos::prelude::*;

/// The field. No pattern: what was pasted with a dash or a space is read as well.
pub(super) fn field(name: &'static str, label: String, hint: Option<String>, problem: Option<String>) -> AnyView {
    let ids = [problem.as_ref().map(|_| "error"), hint.as_ref().map(|_| "hint")];
    let ids = ids.into_iter().flatten().map(|part| format!("{name}-{part}")).collect::<Vec<_>>().join(" ");
    let described_by = (!ids.is_empty()).then_some(ids);
    let invalid = problem.is_some().then_some("true");
    let problem = problem.map(|problem| view! { <p class="error" id=format!("{name}-error")>{problem}</p> });
    let hint = hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="code-input" id=name name=name inputmode="numeric" autocomplete="one-time-code" spellcheck="false"
                placeholder="······" required autofocus aria-invalid=invalid aria-describedby=described_by/>
            {problem}
            {hint}
        </div>
    }
    .into_any()
}
