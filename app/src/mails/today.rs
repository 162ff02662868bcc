//! What waits for one of the supplier's people today, at its hour.

use super::letter::{Letter, Mail, words_of};
use crate::{
    links,
    parts::{markdown, room_title},
    say,
    words::Words,
};
use coplan_domain::id::PersonId;
use coplan_usecases::{
    InternalError, Portal, System,
    today::{DuePromise, TaskLine, TodayView},
    today_mail,
};

/// How many of a kind are told; the page has them all.
const FEW: usize = 5;
/// How much of each is told, in characters.
const GIST: usize = 120;

/// To one who wants it; none where nothing waits.
pub(super) async fn mail(portal: &Portal, system: &System, to: PersonId, at: i64) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = today_mail::mail_of(portal, system, to, at).await? else { return Ok(None) };
    let (words, url) = (words_of(&mail.to), &portal.settings.public_url);
    let count = i64::try_from(mail.today.count()).unwrap_or(i64::MAX);
    let stop = format!("{url}{}", mail.stop);
    let letter = Letter {
        subject: say!(words, "mail-today-subject", n = count, day = words.day(mail.today.today, mail.today.today)),
        paragraphs: kinds(&words, &portal.settings.supplier, &mail.today)
            .into_iter()
            .filter_map(|kind| kind.told(&words))
            .collect(),
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-today-open"), format!("{url}{}", links::today::show()))),
        foot: Some(say!(words, "mail-today-foot", address = stop.clone())),
    };
    let letter = letter.to(&mail.to, &portal.settings.supplier);
    Ok(Some(Mail { unsubscribe: Some(stop), good_until: Some(mail.good_until), ..letter }))
}

struct OfKind {
    title: String,
    lines: Vec<String>,
}

impl OfKind {
    /// Its first few, a line each; none where there is none.
    fn told(self, words: &Words) -> Option<String> {
        let rest = self.lines.len().saturating_sub(FEW);
        let more = (rest > 0).then(|| say!(words, "waits-more", n = i64::try_from(rest).unwrap_or(i64::MAX)));
        let lines = self.lines.into_iter().take(FEW).map(|line| format!("· {line}")).chain(more).collect::<Vec<_>>();
        (!lines.is_empty()).then(|| format!("{}\n{}", self.title, lines.join("\n")))
    }
}

/// The kinds in the order of the page.
fn kinds(words: &Words, supplier: &str, today: &TodayView) -> Vec<OfKind> {
    let now = today.now;
    let day = |day| words.day(day, today.today);
    let gist = |text: &str| markdown::plain(text, GIST);
    let promise =
        |one: &DuePromise| format!("{} · {}, {} · {}", one.name, one.place.customer_name, one.place.project_name, day(one.day));
    let task = |one: &TaskLine| {
        let due = one.due_on.map(|due| format!(" · {}", day(due))).unwrap_or_default();
        format!("{} · {}{due}", one.name, one.customer_name)
    };
    let of = |title: String, lines: Vec<String>| OfKind { title, lines };
    let days = |one: &coplan_usecases::today::Asked, who: &str| {
        let (first, last) = (day(one.absence.first_day), day(one.absence.last_day));
        format!("{who} · {}", say!(words, "absence-days", first = first, last = last))
    };
    vec![
        of(say!(words, "today-declined"), today.declined.iter().map(|one| days(one, &one.away)).collect()),
        of(say!(words, "today-asked-stand-in"), today.asked.iter().map(|one| days(one, &one.away)).collect()),
        of(say!(words, "undelivered-title"), today.unreached.iter().map(|one| one.name.clone()).collect()),
        of(
            say!(words, "waits-threads"),
            today
                .threads
                .iter()
                .map(|one| format!("{} · {} · {}", one.thread.title, one.customer_name, words.age(one.thread.since, now)))
                .collect(),
        ),
        of(
            say!(words, "nav-requests"),
            today
                .requests
                .iter()
                .map(|one| format!("{} · {} · {}", gist(&one.what), one.customer_name, words.age(one.since, now)))
                .collect(),
        ),
        of(say!(words, "held-title"), today.mails.iter().map(|one| format!("{} · {}", one.title, one.customer_name)).collect()),
        of(
            say!(words, "waits-feedback"),
            today
                .rooms
                .iter()
                .map(|one| {
                    [gist(&room_title::title(words, supplier, one, false)), one.customer_name.clone()]
                        .into_iter()
                        .filter(|said| !said.is_empty())
                        .collect()
                })
                .map(|said: Vec<String>| said.join(" · "))
                .collect(),
        ),
        of(say!(words, "waits-goals"), today.goals.iter().map(|one| format!("{} · {}", one.title, one.customer_name)).collect()),
        of(say!(words, "today-danger"), today.danger.iter().map(promise).collect()),
        of(say!(words, "today-tasks"), today.tasks.iter().map(task).collect()),
        of(
            say!(words, "today-reports"),
            today.reports.iter().map(|one| format!("{} · {}", one.place.project_name, one.place.customer_name)).collect(),
        ),
        of(say!(words, "today-week"), today.week.iter().map(promise).collect()),
        of(
            say!(words, "today-invoices"),
            today.invoices.iter().map(|one| format!("{} · {}", one.number, one.customer_name)).collect(),
        ),
    ]
}
