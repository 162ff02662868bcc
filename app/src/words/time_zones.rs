//! Time zones by the names that people know them by.

use super::Words;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Where our readers mostly live, each with the key of its name; whoever lives elsewhere keeps the zone it has.
const ZONES: [(&str, &str); 33] = [
    ("Atlantic/Reykjavik", "zone-reykjavik"),
    ("Europe/Dublin", "zone-dublin"),
    ("Europe/Lisbon", "zone-lisbon"),
    ("Europe/London", "zone-london"),
    ("Europe/Amsterdam", "zone-amsterdam"),
    ("Europe/Berlin", "zone-berlin"),
    ("Europe/Brussels", "zone-brussels"),
    ("Europe/Copenhagen", "zone-copenhagen"),
    ("Europe/Luxembourg", "zone-luxembourg"),
    ("Europe/Madrid", "zone-madrid"),
    ("Europe/Oslo", "zone-oslo"),
    ("Europe/Paris", "zone-paris"),
    ("Europe/Prague", "zone-prague"),
    ("Europe/Rome", "zone-rome"),
    ("Europe/Stockholm", "zone-stockholm"),
    ("Europe/Vienna", "zone-vienna"),
    ("Europe/Warsaw", "zone-warsaw"),
    ("Europe/Zurich", "zone-zurich"),
    ("Europe/Athens", "zone-athens"),
    ("Europe/Bucharest", "zone-bucharest"),
    ("Europe/Helsinki", "zone-helsinki"),
    ("Europe/Kyiv", "zone-kyiv"),
    ("Europe/Mariehamn", "zone-mariehamn"),
    ("Europe/Riga", "zone-riga"),
    ("Europe/Tallinn", "zone-tallinn"),
    ("Europe/Vilnius", "zone-vilnius"),
    ("Europe/Istanbul", "zone-istanbul"),
    ("Asia/Dubai", "zone-dubai"),
    ("Asia/Singapore", "zone-singapore"),
    ("Asia/Tokyo", "zone-tokyo"),
    ("America/New_York", "zone-new-york"),
    ("America/Chicago", "zone-chicago"),
    ("America/Los_Angeles", "zone-los-angeles"),
];

impl Words {
    /// What a time zone is called.
    #[must_use]
    pub fn time_zone_name(&self, zone: &str) -> String {
        let known = ZONES.iter().find(|(known, _)| *known == zone);
        known.map_or_else(|| zone.rsplit('/').next().unwrap_or(zone).replace('_', " "), |(_, key)| self.say(key))
    }

    /// Each place, and those lived in now, in the order of their names, with the time that the clocks there show, by which
    /// people know theirs.
    #[must_use]
    pub fn time_zones(&self, present: &[&str], now: Timestamp) -> Vec<(String, String)> {
        let present = present.iter().copied().filter(|zone| !zone.is_empty());
        let all: BTreeSet<&str> = ZONES.iter().map(|(zone, _)| *zone).chain(present).collect();
        let clock = |zone: &str| Self::new(self.language(), zone).clock(now);
        let place = |id: &str| (id.to_owned(), format!("{}, {}", self.time_zone_name(id), clock(id)));
        let mut places: Vec<_> = all.into_iter().map(place).collect();
        places.sort_by(|(_, a), (_, b)| a.cmp(b));
        places
    }
}
