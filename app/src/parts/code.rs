//! The field for six digits: typed, pasted, or filled in by the browser (WCAG 2.2 3.3.8).

use leptos::prelude::*;

/// The field, named `code`. No pattern: what was pasted with a dash or a space is read as well.
#[must_use]
pub fn field(label: String, hint: String, problem: Option<String>) -> AnyView {
    let described_by = if problem.is_some() { "code-error code-hint" } else { "code-hint" };
    let invalid = problem.is_some().then_some("true");
    let problem = problem.map(|problem| view! { <p class="error" id="code-error">{problem}</p> });
    view! {
        <div class="field">
            <label for="code">{label}</label>
            <input class="code-input" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" spellcheck="false"
                placeholder="······" required autofocus aria-invalid=invalid aria-describedby=described_by/>
            {problem}
            <p class="hint" id="code-hint">{hint}</p>
        </div>
    }
    .into_any()
}
