//! Claims about what is imported of the time before: it has its own dates, nobody is told of it, and it is undone as a whole.

use coplan_domain::{
    id::UploadId,
    plan::Light,
    table_import::{TableField, TableKind},
};
use coplan_store::{access::Actor, on_both_databases, testing::dump};
use coplan_usecases::{
    import::{
        IncomingFile,
        table::{self, RowFate, RowProblem, RowProblemKind},
    },
    project::{self, StartForm},
    testing::{World, world},
    thread::{self, ReplyForm},
};

fn fresh<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

async fn insert(world: &World, by: &Actor, kind: TableKind, text: &str) -> UploadId {
    let file = IncomingFile { name: "old.csv".to_owned(), size: text.len(), bytes: text.as_bytes().to_vec() };
    table::insert(&world.portal, by, kind, file).await.unwrap().unwrap()
}

async fn fates(world: &World, id: UploadId) -> Vec<RowFate> {
    let preview = table::preview(&world.portal, &world.mikko, id).await.unwrap();
    preview.content.unwrap().unwrap().rows.into_iter().map(|row| row.fate).collect()
}

async fn run(world: &World, kind: TableKind, text: &str) -> (UploadId, (usize, usize, usize)) {
    let id = insert(world, &world.mikko, kind, text).await;
    table::run(&world.portal, &world.mikko, id, false).await.unwrap();
    let import = table::preview(&world.portal, &world.mikko, id).await.unwrap().imported.unwrap();
    (id, (import.added, import.present, import.refused))
}

fn wrong(field: TableField, why: RowProblemKind) -> RowFate {
    RowFate::Wrong(vec![RowProblem { field, why }])
}

/// What of the tables that tell somebody something has changed.
async fn told(world: &World) -> Vec<String> {
    let tables = ["event:", "outbox:"];
    let all = dump(&world.portal.db).await;
    all.into_iter().filter(|line| tables.iter().any(|table| line.starts_with(table))).collect()
}

const REPORTS: &str = "Customer;Project;Date;Status;Reason;Reported by\n\
    1001;New network;1.9.2025;green;All halls are measured.;saara.lind@supplier.example\n\
    1001;New network;1.10.2025;yellow;The switches are late.;\n\
    1001;New network;1.10.2099;red;Not yet.;\n\
    1001;New network;2.10.2025;blue;What?;\n\
    1001;Nothing;2.10.2025;red;Where?;\n\
    1001;New network;2.10.2025;red;Who?;Nobody Known\n";

const MESSAGES: &str = "Asiakas;Otsikko;Päivä;Kirjoittaja;Viesti\n\
    1001;Keys of hall 3;3.2.2025 9.15;anna.aho@customer.example;Who has the keys?\n\
    1001;Keys of hall 3;3.2.2025 10.40;mikko.kallio@supplier.example;The porter has them.\n\
    1001;Keys of hall 3;4.2.2025;anna.aho@customer.example;Thank you!\n\
    1001;Lifts;5.3.2025;nobody@customer.example;Are they serviced?\n\
    Nowhere;Lifts;5.3.2025;anna.aho@customer.example;Are they serviced?\n";

on_both_databases! {
    async fn earlier_reports_have_their_own_dates_and_nobody_is_told(db: TestDb) {
        let world = world(db).await;
        let portal = &world.portal;
        let network = StartForm { name: "New network".to_owned(), shared: true, ..StartForm::blank(fresh(&world)) };
        let project = project::start(portal, &world.mikko, world.lakeside, &network).await.unwrap();
        let before = told(&world).await;
        let id = insert(&world, &world.mikko, TableKind::Reports, REPORTS).await;
        let [first, second, future, blue, nothing, nobody] = fates(&world, id).await.try_into().unwrap();
        assert_eq!((first, second), (RowFate::New, RowFate::New));
        let in_future = RowProblemKind::Field(coplan_usecases::form::Problem::InFuture);
        assert_eq!((future, blue), (wrong(TableField::Day, in_future), wrong(TableField::Light, RowProblemKind::UnknownWord("blue".to_owned()))));
        assert_eq!((nothing, nobody), (wrong(TableField::Project, RowProblemKind::UnknownProject), wrong(TableField::Name, RowProblemKind::UnknownColleague)));
        let (id, counts) = run(&world, TableKind::Reports, REPORTS).await;
        assert_eq!((counts, run(&world, TableKind::Reports, REPORTS).await.1), ((2, 0, 4), (0, 2, 4)));
        let shown = project::show(portal, &world.anna, world.lakeside, project).await.unwrap();
        let told_of: Vec<_> = shown.reports.iter().map(|report| (report.light, report.reported_by.as_str(), report.reported_at.to_string()[..10].to_owned())).collect();
        assert_eq!(told_of, [
            (Light::AtRisk, "Mikko Kallio", "2025-10-01".to_owned()),
            (Light::OnTrack, "Saara Lind", "2025-09-01".to_owned()),
        ]);
        assert_eq!(told(&world).await, before, "it is history");
        table::undo(portal, &world.mikko, id).await.unwrap();
        assert_eq!(table::show_import(portal, &world.mikko, id).await.unwrap().items, []);
        let shown = project::show(portal, &world.anna, world.lakeside, project).await.unwrap();
        assert!(shown.reports.is_empty());
    }

    async fn earlier_messages_are_discussions_that_are_over(db: TestDb) {
        let world = world(db).await;
        let portal = &world.portal;
        let before = told(&world).await;
        let id = insert(&world, &world.mikko, TableKind::Messages, MESSAGES).await;
        let unknown = wrong(TableField::Email, RowProblemKind::UnknownWriter);
        let nowhere = wrong(TableField::Customer, RowProblemKind::UnknownCustomer);
        assert_eq!(fates(&world, id).await, [RowFate::New, RowFate::New, RowFate::New, unknown, nowhere]);
        let (first, counts) = run(&world, TableKind::Messages, MESSAGES).await;
        assert_eq!((counts, run(&world, TableKind::Messages, MESSAGES).await.1), ((3, 0, 2), (0, 3, 2)));
        assert_eq!(told(&world).await, before, "nobody is told");
        let keys = table::show_import(portal, &world.mikko, first).await.unwrap().items;
        let thread = keys.iter().find(|item| item.label == "Keys of hall 3").unwrap().object.parse::<ulid::Ulid>().unwrap().into();
        let shown = thread::show(portal, &world.anna, world.lakeside, thread, None).await.unwrap();
        assert!(shown.state.resolution.is_some());
        let said: Vec<_> = shown.messages.iter().map(|one| (one.author.as_str(), one.text.as_str())).collect();
        assert_eq!(said, [("Anna Aho", "Who has the keys?"), ("Mikko Kallio", "The porter has them."), ("Anna Aho", "Thank you!")]);
        assert!(shown.messages.iter().all(|one| one.sent_at.to_string().starts_with("2025-02-0")));
        assert!(shown.opened_at < shown.state.last_message_at);
        table::undo(portal, &world.mikko, first).await.unwrap();
        assert_eq!(table::show_import(portal, &world.mikko, first).await.unwrap().items, []);
        assert!(thread::show(portal, &world.mikko, world.lakeside, thread, None).await.is_err());

        let (again, counts) = run(&world, TableKind::Messages, MESSAGES).await;
        assert_eq!(counts, (3, 0, 2));
        let reply = ReplyForm { message: fresh(&world), text: "Once more?".to_owned() };
        thread::reply(portal, &world.anna, world.lakeside, thread, &reply).await.unwrap();
        table::undo(portal, &world.mikko, again).await.unwrap();
        assert_eq!(table::show_import(portal, &world.mikko, again).await.unwrap().items.len(), 4, "what goes on stays");
    }

    async fn messages_in_the_names_of_others_are_imported_by_who_keeps_plans(db: TestDb) {
        let world = world(db).await;
        for other in [&world.petra, &world.anna] {
            let file = IncomingFile { name: "old.csv".to_owned(), size: 1, bytes: b"a".to_vec() };
            assert!(table::insert(&world.portal, other, TableKind::Messages, file).await.is_err());
        }
        let file = IncomingFile { name: "old.csv".to_owned(), size: 1, bytes: b"a".to_vec() };
        assert!(table::insert(&world.portal, &world.anna, TableKind::Reports, file).await.is_err());
    }
}
