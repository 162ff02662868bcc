//! The words that bulk customers are made of.

/// Family names, of people and of the companies that they founded.
pub const FAMILIES: [&str; 47] = [
    "Aalto",
    "Ahlgren",
    "Ahonen",
    "Anttila",
    "Berg",
    "Blomqvist",
    "Ekholm",
    "Eskola",
    "Forsman",
    "Granlund",
    "Haapala",
    "Heikkilä",
    "Hietala",
    "Holmström",
    "Hämäläinen",
    "Jokinen",
    "Järvinen",
    "Kallio",
    "Karlsson",
    "Kivelä",
    "Korhonen",
    "Koskinen",
    "Laine",
    "Lampinen",
    "Lehtonen",
    "Lindqvist",
    "Lundell",
    "Mattila",
    "Mäkelä",
    "Nieminen",
    "Nurmi",
    "Nyman",
    "Ojala",
    "Peltola",
    "Rantanen",
    "Rinne",
    "Salo",
    "Sandström",
    "Seppälä",
    "Sjöblom",
    "Suominen",
    "Toivonen",
    "Tuominen",
    "Virtanen",
    "Wikström",
    "Ylönen",
    "Åkerman",
];

/// What companies do.
pub const TRADES: [&str; 43] = [
    "Bakeries",
    "Boatyard",
    "Brewery",
    "Cables",
    "Castings",
    "Ceramics",
    "Clinics",
    "Cold Stores",
    "Concrete",
    "Dairy",
    "Electric",
    "Elevators",
    "Energy",
    "Fasteners",
    "Fisheries",
    "Forestry",
    "Furniture",
    "Glassworks",
    "Graphics",
    "Hardware",
    "Hydraulics",
    "Instruments",
    "Laundry",
    "Logistics",
    "Machining",
    "Measurement",
    "Mills",
    "Nurseries",
    "Optics",
    "Packaging",
    "Pharmacy",
    "Plastics",
    "Plumbing",
    "Port Services",
    "Print",
    "Pumps",
    "Quarries",
    "Recycling",
    "Roofing",
    "Steel",
    "Textiles",
    "Tools",
    "Waterworks",
];

/// Where companies are.
pub const PLACES: [&str; 53] = [
    "Espoo",
    "Forssa",
    "Hamina",
    "Hanko",
    "Heinola",
    "Helsinki",
    "Huittinen",
    "Hyvinkää",
    "Iisalmi",
    "Imatra",
    "Joensuu",
    "Jyväskylä",
    "Jämsä",
    "Kajaani",
    "Kemi",
    "Kerava",
    "Kokkola",
    "Kotka",
    "Kouvola",
    "Kuopio",
    "Lahti",
    "Lappeenranta",
    "Lieksa",
    "Lohja",
    "Loviisa",
    "Mikkeli",
    "Mänttä",
    "Naantali",
    "Nokia",
    "Närpiö",
    "Oulu",
    "Parainen",
    "Pietarsaari",
    "Pori",
    "Porvoo",
    "Raahe",
    "Raisio",
    "Rauma",
    "Riihimäki",
    "Rovaniemi",
    "Salo",
    "Savonlinna",
    "Seinäjoki",
    "Tammisaari",
    "Tampere",
    "Tornio",
    "Turku",
    "Uusikaupunki",
    "Vaasa",
    "Valkeakoski",
    "Vantaa",
    "Varkaus",
    "Ylivieska",
];

/// First names.
pub const FIRSTS: [&str; 37] = [
    "Aino", "Antti", "Astrid", "Camilla", "Daniel", "Eero", "Elina", "Emma", "Erik", "Eva", "Fredrik", "Hanna", "Heikki",
    "Helena", "Ida", "Jaakko", "Jari", "Johan", "Juha", "Kaisa", "Karin", "Lauri", "Leena", "Linda", "Maria", "Markus", "Mika",
    "Niklas", "Outi", "Paula", "Pekka", "Riikka", "Sami", "Sofia", "Tiina", "Ville", "Åsa",
];

/// What members are called at work.
pub const TITLES: [&str; 6] =
    ["Plant manager", "Head of operations", "IT manager", "Service manager", "Managing director", "Production manager"];

/// A project with what it is for and its four milestones, in their order.
pub type Work = (&'static str, &'static str, [&'static str; 4]);

/// Projects. A plan has three that stand beside each other here.
pub const WORKS: [Work; 7] = [
    (
        "New network for the site",
        "Every building gets its own ring, so that a cut cable stops one machine and not the site.",
        ["Cables surveyed", "First building on the new network", "All buildings on the new network", "Old network switched off"],
    ),
    (
        "Service desk for shift leaders",
        "Shift leaders reach a person who knows the site, day and night, in their own language.",
        ["Phone line open", "Day shift trained", "Night shift trained", "Old number closed"],
    ),
    (
        "Backup to the second site",
        "What must not be lost stands in two places.",
        ["Line between the sites", "First full copy", "Recovery tested", "Recovery rehearsed with the night shift"],
    ),
    (
        "Order handling without paper",
        "An order is typed once, by whoever takes it, and everybody sees where it is.",
        ["Forms agreed", "Trial with one team", "All teams", "Paper forms withdrawn"],
    ),
    (
        "Measuring energy by the machine",
        "Each machine tells what it uses, so that the night's idle hours are seen.",
        ["Meters chosen", "Meters installed", "Monthly report", "Alarms to the shift's phone"],
    ),
    (
        "Access control at the gates",
        "Drivers come in by the number of their order, without waiting for the guard.",
        ["Gates surveyed", "Gate 1 in use", "All gates in use", "Keys collected"],
    ),
    (
        "Renewing the workstations",
        "Nobody waits for a computer; each is exchanged before it fails.",
        ["List agreed", "First delivery", "Offices done", "Workshops done"],
    ),
];

/// Why a project is on track.
pub const ON_TRACK: [&str; 6] = [
    "Everything that was to be delivered this month has been delivered, and the next crew is booked.",
    "The trial went without a stop. Your people asked for two small changes, which are in it now.",
    "The survey is done and the drawings are with your maintenance for comments.",
    "Half of the work is behind us, a week before its day.",
    "The training was well attended; the three who were away get theirs on Thursday.",
    "Nothing has changed since the last report. The next step begins on Monday, as agreed.",
];

/// Why a promise may not hold.
pub const AT_RISK: [&str; 5] = [
    "The factory has confirmed only half of the parts. We decide on Friday whether the date holds.",
    "Two of our installers are ill. A colleague from another site helps until they are back.",
    "The new lorry gate is built in the same week; we look for a day that suits both.",
    "The measurement shows more noise on the old cable than expected; we test another route this week.",
    "Your summer stop was moved, so that our crew comes after another site's. We try to exchange the weeks.",
];

/// Why a promise does not hold.
pub const LATE: [&str; 4] = [
    "The parts came without their certificates and went back. New ones are on their way, two weeks late.",
    "The permit for the work on the roof came ten days late. The crew is booked for the first free week.",
    "The operator changes the lines only next month. Until then our own people are on call by phone.",
    "The test failed at its last step. The cause is found; the test is repeated next week.",
];

/// Why a milestone was moved.
pub const MOVED: [&str; 6] = [
    "The parts come a week late from the factory.",
    "You asked for a week without stops before the audit.",
    "The crew is needed at another site's fault until Friday.",
    "The permit takes longer than the office had said.",
    "Both sides want the night shift to be trained first.",
    "The floor must dry before anything heavy stands on it.",
];

/// What is billed: what, how much of it in hundredths of a unit, the unit, the price in cents.
pub const BILLED: [(&str, i64, &str, i64); 9] = [
    ("Service desk, monthly", 100, "MON", 181_000),
    ("Installation work", 3850, "HUR", 9400),
    ("Project management", 1225, "HUR", 11_200),
    ("Call-out at night", 600, "HUR", 14_100),
    ("Backup to the second site, 1.2 TB", 120, "E35", 73_455),
    ("Switches, 24 ports", 400, "H87", 48_990),
    ("Fibre cable, laid and measured", 18_550, "MTR", 1265),
    ("Travel to the site", 21_400, "KMT", 59),
    ("Licences, monthly", 4200, "H87", 1890),
];

/// What threads are called.
pub const THREADS: [&str; 12] = [
    "Which weekend suits the changeover?",
    "Who may open the cabinet in the boiler room?",
    "Parking for the crew at gate 2",
    "Could the report show waiting times by shift?",
    "Noise on the line since Monday",
    "Names for the new access list",
    "What happens during the summer stop?",
    "Spare parts kept on the site",
    "The alarm at four in the morning",
    "Order number on every line",
    "Training for two new people",
    "The drawing shows the old wall",
];

/// What the customers' people say.
pub const ASKED: [&str; 12] = [
    "The night shift has asked for this three times now, so I would like to give them an answer this week.",
    "We can stop the line for twenty minutes on a Saturday, not longer. Is that enough for you?",
    "I talked to our maintenance, and they prefer the second way. The first one goes through the paint shop.",
    "Thank you, that explains it. Could it stand on the report next time? Then I need not ask.",
    "It happened again last night between two and three. The log is with the shift leader.",
    "Please call Outi before you come; she has the key and leaves at three.",
    "That is fine with us, as long as the gate is free before the lorries come at six.",
    "Our auditors come in the last week of the month. Nothing should change in the days before.",
    "I have asked purchasing for the order number and send it as soon as I have it.",
    "Is this part of the monthly price, or is it counted by the hour?",
    "Two of the names on the list have left us. I send you a new one tomorrow.",
    "Yes, let us do it that way. I tell the shifts on Monday.",
];

/// What the supplier's people say.
pub const ANSWERED: [&str; 12] = [
    "We have found the cause: a connector in the second cabinet was loose. It is changed, and we watch it until Friday.",
    "Both ways are possible. The first one is quicker, the second one leaves a weekend in reserve before your audit.",
    "The crew comes on Thursday at seven and needs the cabinet until noon. The line can run all the time.",
    "Two more hours of tidying up on Sunday were not charged.",
    "I have put it into the plan with its date, so that you see it when it moves.",
    "Here is what we do next:\n\n- measure the old route once more\n- agree on the day with your shift leader\n- change over, and stay until the shift ends",
    "You are right, the drawing is from before the wall was moved. The new one comes with the next report.",
    "That is in the monthly price. Only work outside office hours is counted by the hour.",
    "Saturday is enough. We prepare everything on Friday, so that the stop itself takes ten minutes.",
    "I asked the factory today. They promise an answer by Wednesday, and I pass it on the same day.",
    "The list is changed. The two who have left cannot come in since this morning.",
    "Thank you, that helps. I come back to you before the end of the week.",
];

/// What came of a discussion.
pub const OUTCOMES: [&str; 5] = [
    "The crew comes on Saturday at seven; the shift leader opens.",
    "It stands on every report from the next month on.",
    "The connector was changed, and the line has been quiet since.",
    "The new list is in use.",
    "Nothing changes before the audit.",
];
