//! Form fields with their label, hint and what is wrong with what was typed.

use leptos::prelude::*;

/// A field as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Its name in the form; its id too.
    pub name: &'static str,
    /// What it asks for.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// What was typed, or what is kept now.
    pub value: String,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// What a browser may fill in (`autocomplete`).
    pub autocomplete: Option<&'static str>,
}

impl Field {
    fn described_by(&self) -> Option<String> {
        let ids = [self.hint.as_ref().map(|_| "hint"), self.problem.as_ref().map(|_| "error")];
        let ids = ids.into_iter().flatten().map(|part| format!("{}-{part}", self.name)).collect::<Vec<_>>().join(" ");
        (!ids.is_empty()).then_some(ids)
    }

    fn around(self, control: impl IntoView + 'static) -> AnyView {
        let hint = self.hint.clone().map(|hint| view! { <p class="hint" id=format!("{}-hint", self.name)>{hint}</p> });
        let problem =
            self.problem.clone().map(|problem| view! { <p class="error" id=format!("{}-error", self.name)>{problem}</p> });
        view! { <div class="field"><label for=self.name>{self.label.clone()}</label>{hint}{control}{problem}</div> }.into_any()
    }

    /// One line of this kind: `text`, `email`, `tel`, `date`, `password`.
    #[must_use]
    pub fn input(self, kind: &'static str) -> AnyView {
        let control = view! {
            <input class="input" id=self.name name=self.name type=kind value=self.value.clone() autocomplete=self.autocomplete
                aria-invalid=self.problem.is_some().then_some("true") aria-describedby=self.described_by()/>
        };
        self.around(control)
    }

    /// Several lines.
    #[must_use]
    pub fn textarea(self) -> AnyView {
        let control = view! {
            <textarea class="textarea" id=self.name name=self.name
                aria-invalid=self.problem.is_some().then_some("true") aria-describedby=self.described_by()
                inner_html=inside_textarea(&self.value)></textarea>
        };
        self.around(control)
    }

    /// One of several: value and words of each.
    #[must_use]
    pub fn select(self, options: Vec<(String, String)>) -> AnyView {
        let chosen = self.value.clone();
        let options = options.into_iter().map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        });
        let control = view! {
            <select class="select" id=self.name name=self.name
                aria-invalid=self.problem.is_some().then_some("true") aria-describedby=self.described_by()>
                {options.collect_view()}
            </select>
        };
        self.around(control)
    }
}

/// A text as it stands inside `textarea`, where leptos (0.8) writes what it is given as it is. A browser drops a
/// line end at the very beginning, so one is given to it.
#[must_use]
pub fn inside_textarea(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(value: &str) -> String {
        let field = Field { name: "text", value: value.to_owned(), ..Field::default() };
        Owner::new_root(None).with(|| field.textarea().to_html())
    }

    #[test]
    fn what_was_typed_cannot_end_its_textarea() {
        let html = drawn("</textarea><script>alert(1)</script>&lt;");
        assert!(html.contains("&lt;/textarea>&lt;script>alert(1)&lt;/script>&amp;lt;</textarea>"), "{html}");
    }

    #[test]
    fn an_empty_line_at_the_beginning_is_kept() {
        assert!(drawn("\nb").contains(">\n\nb</textarea>"));
    }
}
