//! What criteria and themes are called, and what the ends of a criterion mean.

use coplan_app::{say, words::Words};
use coplan_domain::assessment::{Criterion, Theme};

/// A theme.
pub(super) fn theme(words: &Words, theme: Theme) -> String {
    match theme {
        Theme::Dialogue => say!(words, "assessment-dialogue"),
        Theme::Access => say!(words, "assessment-access"),
        Theme::Gain => say!(words, "assessment-gain"),
    }
}

/// A criterion.
pub(super) fn name(words: &Words, criterion: Criterion) -> String {
    match criterion {
        Criterion::Meetings => say!(words, "assessment-meetings"),
        Criterion::Concerns => say!(words, "assessment-concerns"),
        Criterion::Listening => say!(words, "assessment-listening"),
        Criterion::People => say!(words, "assessment-people"),
        Criterion::Planning => say!(words, "assessment-planning"),
        Criterion::Progress => say!(words, "assessment-progress"),
        Criterion::Prices => say!(words, "assessment-prices"),
        Criterion::Information => say!(words, "assessment-information"),
        Criterion::Tools => say!(words, "assessment-tools"),
        Criterion::Decisions => say!(words, "assessment-decisions"),
        Criterion::Goals => say!(words, "assessment-goals"),
        Criterion::Risks => say!(words, "assessment-risks"),
        Criterion::Savings => say!(words, "assessment-savings"),
        Criterion::Development => say!(words, "assessment-development"),
        Criterion::Mistakes => say!(words, "assessment-mistakes"),
    }
}

/// What its lowest and its highest score mean.
pub(super) fn ends(words: &Words, criterion: Criterion) -> (String, String) {
    match criterion {
        Criterion::Meetings => (say!(words, "assessment-meetings-low"), say!(words, "assessment-meetings-high")),
        Criterion::Concerns => (say!(words, "assessment-concerns-low"), say!(words, "assessment-concerns-high")),
        Criterion::Listening => (say!(words, "assessment-listening-low"), say!(words, "assessment-listening-high")),
        Criterion::People => (say!(words, "assessment-people-low"), say!(words, "assessment-people-high")),
        Criterion::Planning => (say!(words, "assessment-planning-low"), say!(words, "assessment-planning-high")),
        Criterion::Progress => (say!(words, "assessment-progress-low"), say!(words, "assessment-progress-high")),
        Criterion::Prices => (say!(words, "assessment-prices-low"), say!(words, "assessment-prices-high")),
        Criterion::Information => (say!(words, "assessment-information-low"), say!(words, "assessment-information-high")),
        Criterion::Tools => (say!(words, "assessment-tools-low"), say!(words, "assessment-tools-high")),
        Criterion::Decisions => (say!(words, "assessment-decisions-low"), say!(words, "assessment-decisions-high")),
        Criterion::Goals => (say!(words, "assessment-goals-low"), say!(words, "assessment-goals-high")),
        Criterion::Risks => (say!(words, "assessment-risks-low"), say!(words, "assessment-risks-high")),
        Criterion::Savings => (say!(words, "assessment-savings-low"), say!(words, "assessment-savings-high")),
        Criterion::Development => (say!(words, "assessment-development-low"), say!(words, "assessment-development-high")),
        Criterion::Mistakes => (say!(words, "assessment-mistakes-low"), say!(words, "assessment-mistakes-high")),
    }
}
