//! Finds variables that look like settings and are none: a mistyped one would be ignored in silence.

use super::Coplan;
use clap::{Command, CommandFactory};
use std::collections::BTreeSet;

/// What the project's own tests and tools are told by, which a shell may well have set for them.
const OF_TOOLS: [&str; 3] = ["COPLAN_BIN", "COPLAN_CHROMIUM", "COPLAN_SHARED"];
const OF_TESTS: &str = "COPLAN_TEST_";

/// Which of these variables begin like a setting, and are none.
pub fn unknown(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = BTreeSet::new();
    gather(&Coplan::command(), &mut known);
    let is_ours = |name: &str| name.starts_with("COPLAN_") && !name.starts_with(OF_TESTS) && !OF_TOOLS.contains(&name);
    names.filter(|name| is_ours(name) && !known.contains(name)).collect()
}

fn gather(command: &Command, known: &mut BTreeSet<String>) {
    known.extend(command.get_arguments().filter_map(|it| it.get_env()).map(|name| name.to_string_lossy().into_owned()));
    for inner in command.get_subcommands() {
        gather(inner, known);
    }
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn a_mistyped_variable_is_found_among_settings_and_those_of_others() {
        let set = ["COPLAN_BEHIND_PROX", "COPLAN_BEHIND_PROXY", "COPLAN_LOG", "COPLAN_BIN", "COPLAN_TEST_POSTGRES", "PATH"];
        assert_eq!(unknown(set.into_iter().map(str::to_owned)), ["COPLAN_BEHIND_PROX"]);
    }
}
