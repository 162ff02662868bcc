//! The forms of a project.

use crate::{
    form::{form, line, prose, tick},
    merge::Edit,
};
use coplan_domain::{
    id::ProjectId,
    plan::Project,
    text::{Line, Prose},
};

form! {
    /// What is said of a project.
    ReadProject {
        /// What it is called.
        name: Line = line("project-name"),
        /// What it is for; may be empty.
        about: Option<Prose> = prose("project-about").hint("project-about-hint"),
    }

    /// A new project as it was typed.
    new StartForm { id: ProjectId } + {
        /// Whether the customer sees it at once.
        shared: bool = tick("project-show-at-once").hint("project-show-at-once-hint"),
    }

    /// A project's words as they were typed.
    edit ProjectForm {}
}

impl ReadProject {
    /// Its name and what it is for, as they are kept.
    pub fn words(&self) -> (&str, &str) {
        (self.name.as_str(), self.about.as_ref().map_or("", Prose::as_str))
    }
}

impl ProjectForm {
    /// A project as its form is drawn.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let (name, about) = (project.name.clone(), project.about.clone());
        Self { version: project.version, was: String::new(), name, about }.seen()
    }
}
