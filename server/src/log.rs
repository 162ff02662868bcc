//! The log of the process: what is written, and what never is, whatever `COPLAN_LOG` says.

use crate::config::{self, Config};
use coplan_store::SLOW_STATEMENTS;
use std::{
    env,
    io::{IsTerminal, stderr},
};
use tracing::{Level, Metadata, Subscriber, level_filters::LevelFilter};
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::{FilterExt, filter_fn},
    fmt,
    fmt::MakeWriter,
    layer::SubscriberExt,
    registry::LookupSpan,
    util::SubscriberInitExt,
};

/// From here on what happens is logged, first of all which variables were set in vain.
pub fn begin(config: &Config, serves: bool) {
    // A backup or a migration reads all there is: that one of its statements is slow is no news.
    let quieter = if serves { String::new() } else { format!(",{SLOW_STATEMENTS}=error") };
    // On a terminal colours are a matter of NO_COLOR, which the subscriber heeds; a file or a journal wants none.
    let with_ansi = stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    tracing_subscriber::registry().with(layer(&format!("{}{quieter}", config.log), with_ansi, stderr)).init();
    let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for name in config::unknown(names) {
        tracing::warn!("{name} is none of the settings and is ignored; `coplan --help` lists them");
    }
}

fn layer<S, W>(wanted: &str, with_ansi: bool, writer: W) -> impl Layer<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'w> MakeWriter<'w> + 'static,
{
    let filter = EnvFilter::new(wanted).and(filter_fn(is_harmless).with_max_level_hint(LevelFilter::TRACE));
    fmt::layer().with_ansi(with_ansi).with_writer(writer).with_filter(filter)
}

/// The most that others' code may log. Below that a parser logs the text that it reads, a driver the values of its
/// statements, a connection its bytes: what people wrote, their links and their passwords.
fn most(target: &str) -> Level {
    let of = |name: &str| target.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', ':']));
    match target {
        _ if of("coplan") => Level::TRACE,
        // A status and a duration of each answer.
        _ if of("tower_http") => Level::DEBUG,
        _ if ["html5ever", "ammonia", "markup5ever", "sqlx", "lettre"].into_iter().any(of) => Level::WARN,
        _ => Level::INFO,
    }
}

fn is_harmless(metadata: &Metadata<'_>) -> bool {
    *metadata.level() <= most(metadata.target())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    #[derive(Clone, Default)]
    struct Said(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Said {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn said(wanted: &str, what: impl FnOnce()) -> String {
        let said = Said::default();
        let writer = said.clone();
        let subscriber = tracing_subscriber::registry().with(layer(wanted, false, move || writer.clone()));
        tracing::subscriber::with_default(subscriber, what);
        let bytes = said.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn whatever_is_wanted_others_code_does_not_log_what_people_wrote() {
        let each = format!("html5ever=trace,{SLOW_STATEMENTS}=debug,hyper=trace,h2=debug");
        for wanted in ["trace", "debug", each.as_str()] {
            let log = said(wanted, || {
                tracing::debug!(target: "html5ever::tokenizer", "kielo");
                tracing::info!(target: "ammonia", "kielo");
                tracing::debug!(target: SLOW_STATEMENTS, "kielo");
                tracing::info!(target: SLOW_STATEMENTS, "kielo");
                tracing::debug!(target: "hyper::proto", "kielo");
                tracing::trace!(target: "h2", "kielo");
                tracing::debug!(target: "lettre::transport", "kielo");
                tracing::debug!(target: "coplanter", "kielo");
            });
            assert_eq!(log, "", "{wanted}");
        }
    }

    #[test]
    fn our_own_code_logs_what_is_wanted_and_others_what_is_wrong() {
        let log = said("debug", || {
            tracing::debug!(target: "coplan_app::pages", "ours");
            tracing::info!(target: "coplan::security", kind = "sign_in");
            tracing::warn!(target: SLOW_STATEMENTS, "slow");
            tracing::debug!(target: "tower_http::trace", "answered");
        });
        for word in ["ours", "coplan::security: kind=\"sign_in\"", "slow", "answered"] {
            assert!(log.contains(word), "{word}: {log}");
        }
        assert_eq!(said("warn", || tracing::info!(target: "coplan", "less")), "");
    }
}
