//! Claims about tables that staff imports: each row alone, twice changes nothing, what is wrong is named by its column.

use coplan_domain::{
    id::UploadId,
    person::{Language, Scope},
    portfolio::{PortfolioShow, PortfolioSort},
    table_import::{TableField, TableKind},
};
use coplan_store::{access::Actor, on_both_databases, testing::hide_sums};
use coplan_usecases::{
    Error, Turn,
    customer::show_for_staff,
    form::Problem,
    import::{
        IncomingFile,
        table::{self, RowFate, RowPreview, RowProblem, RowProblemKind, TableContent, TablePreview},
    },
    member::{self, AddMemberForm},
    portfolio::{self, PortfolioQuestion},
    project::{self, StartForm},
    task::{self, AddTaskForm},
    testing::{World, world},
    work,
};

fn fresh<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

async fn insert(world: &World, by: &Actor, kind: TableKind, text: &str) -> UploadId {
    let file = IncomingFile { name: "Rows.csv".to_owned(), size: text.len(), bytes: text.as_bytes().to_vec() };
    table::insert(&world.portal, by, kind, file).await.unwrap().unwrap()
}

async fn preview(world: &World, by: &Actor, id: UploadId) -> TablePreview {
    table::preview(&world.portal, by, id).await.unwrap()
}

async fn content(world: &World, by: &Actor, id: UploadId) -> TableContent {
    preview(world, by, id).await.content.unwrap().unwrap()
}

/// What would become of each row.
async fn fates(world: &World, id: UploadId) -> Vec<RowFate> {
    content(world, &world.mikko, id).await.rows.into_iter().map(|row| row.fate).collect()
}

async fn run(world: &World, by: &Actor, kind: TableKind, text: &str) -> (usize, usize, usize) {
    let id = insert(world, by, kind, text).await;
    table::run(&world.portal, by, id, false).await.unwrap();
    let import = preview(world, by, id).await.imported.unwrap();
    (import.added, import.present, import.refused)
}

async fn customers(world: &World) -> i64 {
    let question = PortfolioQuestion {
        search: String::new(),
        responsible: None,
        show: PortfolioShow::All,
        sort: PortfolioSort::Name,
        reversed: false,
        turn: Turn::First,
    };
    portfolio::show(&world.portal, &world.mikko, &question).await.unwrap().unwrap().total
}

fn problem(field: TableField, why: RowProblemKind) -> RowProblem {
    RowProblem { field, why }
}

const CUSTOMERS: &str = "Company;Customer no;Business ID;Account manager;Segment\n\
    Kuura Bakeries;2001;;saara.lind@supplier.example;Food\n\
    Lakeside Mills;;;;\n\
    Aalto Ferries;;0112038-9;;\n\
    ;2002;;;\n\
    Frost Oy;1002;;Nobody Known;\n\
    Typo Oy;2003;0112038-8;;\n";

on_both_databases! {
    async fn each_row_of_customers_is_imported_or_named_alone(db: TestDb) {
        let world = world(db).await;
        let id = insert(&world, &world.mikko, TableKind::Customers, CUSTOMERS).await;
        let rows = content(&world, &world.mikko, id).await.rows;
        let labels: Vec<_> = rows.iter().map(|RowPreview { number, label, .. }| (*number, label.as_str())).collect();
        assert_eq!(labels[..2], [(2, "Kuura Bakeries"), (3, "Lakeside Mills")]);
        let [kuura, lakeside, aalto, nameless, frost, typo] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((&kuura.fate, &lakeside.fate, &aalto.fate), (&RowFate::New, &RowFate::Here, &RowFate::New));
        let empty = problem(TableField::Name, RowProblemKind::Field(Problem::Empty));
        assert_eq!(nameless.fate, RowFate::Wrong(vec![empty]));
        let nobody = problem(TableField::Responsible, RowProblemKind::UnknownColleague);
        let taken = problem(TableField::Number, RowProblemKind::Field(Problem::Taken));
        assert_eq!(frost.fate, RowFate::Wrong(vec![nobody, taken]));
        let digit = problem(TableField::BusinessId, RowProblemKind::Field(Problem::WrongCheckDigit));
        assert_eq!(typo.fate, RowFate::Doubtful(vec![digit]));
        assert_eq!(customers(&world).await, 2, "looking keeps nothing");

        table::run(&world.portal, &world.mikko, id, false).await.unwrap();
        let import = preview(&world, &world.mikko, id).await.imported.unwrap();
        assert_eq!((import.added, import.present, import.refused, customers(&world).await), (2, 1, 3, 4));
        for _ in 0..2 {
            table::run(&world.portal, &world.mikko, id, true).await.unwrap();
            let import = preview(&world, &world.mikko, id).await.imported.unwrap();
            assert_eq!((import.added, import.present, import.refused, customers(&world).await), (3, 1, 2, 5));
        }
        assert_eq!(run(&world, &world.mikko, TableKind::Customers, "Name;Business id\nAalto Lines;FI01120389\nKuura bakeries;\n").await, (0, 2, 0));
    }

    async fn links_are_mailed_to_all_whom_whoever_asks_may_let_in(db: TestDb) {
        let world = world(db).await;
        let (name, email, title) = ("Dan Dahl".to_owned(), "dan@dahl.example".to_owned(), "Buyer".to_owned());
        let dan = AddMemberForm { name, email, title, scopes: vec!["money".to_owned()], ..AddMemberForm::suggested(Language::En) };
        member::add(&world.portal, &world.saara, world.harbour, &dan).await.unwrap();
        hide_sums(&world.portal.db, "mikko.kallio@supplier.example").await;
        let text = "Customer;Name;Email;Sees\n1001;Dan Dahl;dan@dahl.example;plan\n1001;Eva Ek;eva@dahl.example;plan\n";
        let id = insert(&world, &world.mikko, TableKind::People, text).await;
        table::run(&world.portal, &world.mikko, id, false).await.unwrap();
        assert_eq!(preview(&world, &world.mikko, id).await.imported.unwrap().added, 2);
        for mailed in [1, 0] {
            let done = table::mail_links(&world.portal, &world.mikko, id).await.unwrap();
            assert_eq!(done, mailed, "Dan sees sums elsewhere, and Mikko does not");
        }
    }

    async fn people_come_with_what_they_may_see(db: TestDb) {
        let world = world(db).await;
        let text = "Asiakas\tEtunimi\tSukunimi\tSähköposti\tKieli\tNäkee\n\
            1001\tElla\tEk\tella@lakeside.example\tsuomi\tsuunnitelma, laskut\n\
            Harbour Cold Stores\tFelix\tFrost\tfelix@harbour.example\t\t\n\
            Lakeside Mills\tAnna\tAho\tanna.aho@customer.example\t\t\n\
            Nowhere\tGina\tGray\tgina@nowhere.example\t\t\n\
            1001\tHugo\tHall\thugo\tklingon\tcake\n\
            1001\tMikko\tKallio\tmikko.kallio@supplier.example\t\t\n\
            1001\tElla\tEk\tElla@lakeside.example\t\t\n";
        let id = insert(&world, &world.mikko, TableKind::People, text).await;
        let unknown = |field, word: &str| problem(field, RowProblemKind::UnknownWord(word.to_owned()));
        let hugo = vec![
            unknown(TableField::Language, "klingon"),
            unknown(TableField::Scopes, "cake"),
            problem(TableField::Email, RowProblemKind::Field(Problem::NotAnEmail)),
        ];
        let nowhere = vec![problem(TableField::Customer, RowProblemKind::UnknownCustomer)];
        let staff = vec![problem(TableField::Email, RowProblemKind::Field(Problem::Taken))];
        let expected = [
            RowFate::New, RowFate::New, RowFate::Here, RowFate::Wrong(nowhere), RowFate::Wrong(hugo), RowFate::Wrong(staff), RowFate::Here,
        ];
        assert_eq!(fates(&world, id).await, expected);
        table::run(&world.portal, &world.mikko, id, false).await.unwrap();
        let shown = show_for_staff(&world.portal, &world.mikko, world.lakeside).await.unwrap().unwrap();
        let ella = shown.members.iter().find(|entry| entry.membership.person.name == "Ella Ek").unwrap();
        assert_eq!(ella.membership.scopes, [Scope::Money, Scope::Plan]);
        assert_eq!((ella.membership.title.as_str(), ella.membership.person.language.as_str()), ("Yhteyshenkilö", "fi"));
        assert_eq!(run(&world, &world.mikko, TableKind::People, text).await, (0, 4, 3));
    }

    async fn rows_of_a_project_bring_its_dates_and_its_tasks(db: TestDb) {
        let world = world(db).await;
        let text = "Customer,Project,Milestone,Date,Visible\n\
            1001,New network,Pilot,4.12.2026,yes\n\
            1001,New network,Hall 2,2027-02-01,yes\n\
            1001,New network,Hall 3,4/5/2027,yes\n\
            1001,New network,Pilot,2027-01-01,\n\
            1001,Archive,,,\n\
            1001,Archive,Boxes,,\n\
            1001,Archive,Shelves,2019-01-01,\n";
        let id = insert(&world, &world.mikko, TableKind::Projects, text).await;
        let ambiguous = vec![problem(TableField::PromisedOn, RowProblemKind::AmbiguousDay)];
        let no_day = vec![problem(TableField::PromisedOn, RowProblemKind::Field(Problem::Empty))];
        let long_ago = vec![problem(TableField::PromisedOn, RowProblemKind::Field(Problem::LongAgo))];
        let expected = [
            RowFate::New, RowFate::New, RowFate::Wrong(ambiguous), RowFate::Here, RowFate::New, RowFate::Wrong(no_day),
            RowFate::Doubtful(long_ago),
        ];
        assert_eq!(fates(&world, id).await, expected);
        assert_eq!(run(&world, &world.mikko, TableKind::Projects, text).await, (3, 1, 3));
        assert_eq!(run(&world, &world.mikko, TableKind::Projects, text).await, (0, 4, 3));
        let tasks = "Customer,Project,Task,Due,Who,Visible\n\
            1001,New network,Order switches,2026-12-01,Lakeside Mills,\n\
            1001,New network,Pull cables,,,internal\n\
            1001,New network,Sign,,customer,no\n\
            1001,Nothing,Sign,,,\n\
            1001,New network,Test,,Anna Aho,\n";
        let id = insert(&world, &world.mikko, TableKind::Tasks, tasks).await;
        let hidden = vec![problem(TableField::Stage, RowProblemKind::Field(Problem::MustBeOnstage))];
        let nothing = vec![problem(TableField::Project, RowProblemKind::UnknownProject)];
        assert_eq!(fates(&world, id).await, [RowFate::New, RowFate::New, RowFate::Wrong(hidden), RowFate::Wrong(nothing), RowFate::New]);
        table::run(&world.portal, &world.mikko, id, false).await.unwrap();
        assert_eq!(run(&world, &world.mikko, TableKind::Tasks, tasks).await, (0, 3, 2));
        let known = coplan_usecases::plan::show(&world.portal, &world.anna, world.lakeside).await.unwrap();
        let network = known.projects.iter().find(|one| one.name == "New network").unwrap().id;
        let seen = project::show(&world.portal, &world.anna, world.lakeside, network).await.unwrap();
        assert_eq!((seen.milestones.len(), seen.tasks.len()), (2, 2), "the archive and what is internal are not shown");
        assert!(seen.tasks.iter().any(|task| task.name == "Test" && task.taken.as_ref().is_some_and(|owner| owner.by == world.anna.person())));
    }

    async fn a_heading_that_is_not_known_is_chosen_once(db: TestDb) {
        let world = world(db).await;
        let text = "Firm;Ref\nKuura Bakeries;2001\n";
        let id = insert(&world, &world.mikko, TableKind::Customers, text).await;
        let first = content(&world, &world.mikko, id).await;
        assert_eq!((first.missing, first.rows.len()), (vec![TableField::Name], 0));
        table::run(&world.portal, &world.mikko, id, true).await.unwrap();
        assert_eq!(customers(&world).await, 2, "nothing is imported while a column is missing");
        let chosen = [(1, Some(TableField::Name)), (2, Some(TableField::Number)), (9, None)];
        table::choose_columns(&world.portal, &world.mikko, id, &chosen).await.unwrap();
        assert_eq!(fates(&world, id).await, [RowFate::New]);
        assert_eq!(run(&world, &world.saara, TableKind::Customers, text).await, (1, 0, 0), "colleagues need not choose again");
    }

    async fn a_table_is_its_persons_and_a_specialist_imports_where_it_is_responsible(db: TestDb) {
        let world = world(db).await;
        let id = insert(&world, &world.mikko, TableKind::Customers, CUSTOMERS).await;
        for other in [&world.saara, &world.petra, &world.anna] {
            assert!(matches!(table::preview(&world.portal, other, id).await, Err(Error::NotFound)));
            assert!(matches!(table::run(&world.portal, other, id, true).await, Err(Error::NotFound)));
            assert!(matches!(table::choose_columns(&world.portal, other, id, &[]).await, Err(Error::NotFound)));
        }
        let file = || IncomingFile { name: "a.csv".to_owned(), size: 1, bytes: b"a".to_vec() };
        assert!(matches!(table::insert(&world.portal, &world.petra, TableKind::People, file()).await, Err(Error::NotFound)));
        assert!(matches!(table::insert(&world.portal, &world.anna, TableKind::Tasks, file()).await, Err(Error::NotFound)));
        let id = insert(&world, &world.petra, TableKind::Projects, "Customer;Project\n1001;Mine\n").await;
        let not_hers = vec![problem(TableField::Customer, RowProblemKind::NotResponsible)];
        assert_eq!(content(&world, &world.petra, id).await.rows[0].fate, RowFate::Wrong(not_hers));
    }

    async fn an_import_is_undone_while_nobody_has_seen_it(db: TestDb) {
        let world = world(db).await;
        let (portal, mikko) = (&world.portal, &world.mikko);
        let companies = insert(&world, mikko, TableKind::Customers, "Name;Number;Segment\nKuura Bakeries;2001;Food\nFrost Oy;2002;\n").await;
        table::run(portal, mikko, companies, false).await.unwrap();
        let people = insert(&world, mikko, TableKind::People, "Customer;Name;Email\n2001;Ella Ek;ella@kuura.example\n").await;
        table::run(portal, mikko, people, false).await.unwrap();
        let projects = insert(&world, mikko, TableKind::Projects, "Customer;Project;Milestone;Date\n2001;Ovens;First loaf;2026-12-24\n1001;Wharf;;\n").await;
        table::run(portal, mikko, projects, false).await.unwrap();
        let tasks = insert(&world, mikko, TableKind::Tasks, "Customer;Project;Task\n2001;Ovens;Order flour\n").await;
        table::run(portal, mikko, tasks, false).await.unwrap();
        assert!(matches!(table::undo(portal, &world.saara, companies).await, Err(Error::NotFound)));

        table::undo(portal, mikko, companies).await.unwrap();
        let left = table::show_import(portal, mikko, companies).await.unwrap();
        assert_eq!(left.items.iter().map(|item| item.label.as_str()).collect::<Vec<_>>(), ["Kuura Bakeries"], "its people and projects are here");
        assert_eq!((left.import.added, left.import.undone_at.is_some(), customers(&world).await), (1, true, 3));
        for id in [tasks, projects, people, companies, companies] {
            table::undo(portal, mikko, id).await.unwrap();
            assert_eq!(table::show_import(portal, mikko, id).await.unwrap().items, [], "{id}");
        }
        assert_eq!(customers(&world).await, 2);
        assert_eq!(run(&world, mikko, TableKind::Customers, "Name;Number\nKuura Bakeries;2001\n").await, (1, 0, 0), "the number is free again");
    }

    async fn what_the_customers_people_have_seen_or_somebody_has_changed_stays(db: TestDb) {
        let world = world(db).await;
        let (portal, mikko) = (&world.portal, &world.mikko);
        let text = "Customer;Project;Visible\n1001;Seen;yes\n1001;Prepared;no\n";
        let id = insert(&world, mikko, TableKind::Projects, text).await;
        table::run(portal, mikko, id, false).await.unwrap();
        let seen = coplan_usecases::plan::show(portal, &world.anna, world.lakeside).await.unwrap();
        coplan_usecases::plan::note_visit(portal, &world.anna, &seen);
        coplan_usecases::plan::keep_visits(portal, &coplan_usecases::System::for_tests()).await.unwrap();
        table::undo(portal, mikko, id).await.unwrap();
        let left = table::show_import(portal, mikko, id).await.unwrap().items;
        assert_eq!(left.iter().map(|item| item.label.as_str()).collect::<Vec<_>>(), ["Seen"]);
    }

    async fn a_table_that_was_left_lying_is_in_nobodys_way(db: TestDb) {
        let world = world(db).await;
        let first = insert(&world, &world.mikko, TableKind::Customers, "Name\nKuura Bakeries\n").await;
        let of_another = insert(&world, &world.saara, TableKind::Customers, "Name\nFrost Oy\n").await;
        for _ in 0..5 {
            assert!(table::preview(&world.portal, &world.mikko, first).await.is_ok());
            insert(&world, &world.mikko, TableKind::Customers, "Name\nAalto Ferries\n").await;
        }
        assert!(matches!(table::preview(&world.portal, &world.mikko, first).await, Err(Error::NotFound)));
        assert!(table::preview(&world.portal, &world.saara, of_another).await.is_ok());
    }

    async fn work_is_taken_from_the_tables_of_tools_for_tracking_time(db: TestDb) {
        let world = world(db).await;
        let portal = &world.portal;
        let network = StartForm { name: "New network".to_owned(), shared: true, ..StartForm::blank(fresh(&world)) };
        let project = project::start(portal, &world.mikko, world.lakeside, &network).await.unwrap();
        let (name, side, stage) = ("Survey".to_owned(), "supplier".to_owned(), "onstage".to_owned());
        let survey = AddTaskForm { name, side, stage, ..AddTaskForm::blank(fresh(&world)) };
        task::add(portal, &world.mikko, world.lakeside, project, &survey).await.unwrap();
        let toggl = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()\n\
            Petra Niemi,petra.niemi@supplier.example,Lakeside Mills,New network,Survey,Measured hall 3,Yes,2026-11-09,08:00:00,2026-11-09,09:30:00,01:30:00,,\n\
            Petra Niemi,petra.niemi@supplier.example,Lakeside Mills,New network,,Call,No,2026-11-09,10:00:00,2026-11-09,10:15:00,00:15:00,,\n\
            Petra Niemi,petra.niemi@supplier.example,Lakeside Mills,New network,,Call,No,2026-11-09,15:00:00,2026-11-09,15:15:00,00:15:00,,\n";
        assert_eq!(run(&world, &world.mikko, TableKind::Work, toggl).await, (3, 0, 0));
        assert_eq!(run(&world, &world.mikko, TableKind::Work, toggl).await, (0, 3, 0), "again changes nothing");
        let harvest = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n\
            11/30/2026,Lakeside Mills,New network,Design,Ring,1.00,Yes,Petra,Niemi\n\
            11/06/2026,Lakeside Mills,New network,Design,Ring,1.33,Yes,Mikko,Kallio\n\
            11/07/2026,Lakeside Mills,New network,Design,,0.5,Yes,Nobody,Known\n\
            11/07/2026,Lakeside Mills,Old network,Design,,25,Yes,,\n";
        let id = insert(&world, &world.mikko, TableKind::Work, harvest).await;
        let [future, fine, nobody, wrong] = fates(&world, id).await.try_into().unwrap();
        assert_eq!((future, fine), (RowFate::Wrong(vec![problem(TableField::Day, RowProblemKind::Field(Problem::InFuture))]), RowFate::New));
        assert_eq!(nobody, RowFate::Wrong(vec![problem(TableField::Name, RowProblemKind::UnknownColleague)]));
        let unknown = problem(TableField::Project, RowProblemKind::UnknownProject);
        assert_eq!(wrong, RowFate::Wrong(vec![unknown, problem(TableField::Time, RowProblemKind::Field(Problem::NotAWorkTime))]));
        let petras = "Customer;Project;Date;Hours;Description;Person\n1001;New network;9.11.2026;2;Drew;\n1001;New network;9.11.2026;2;Drew;Mikko Kallio\n";
        let id = insert(&world, &world.petra, TableKind::Work, petras).await;
        table::run(portal, &world.petra, id, false).await.unwrap();
        assert_eq!(preview(&world, &world.petra, id).await.imported.unwrap().added, 1, "a specialist imports its own work");

        let shown = project::show(portal, &world.mikko, world.lakeside, project).await.unwrap();
        assert_eq!(shown.tasks[0].minutes, Some(90));
        let anna = project::show(portal, &world.anna, world.lakeside, project).await.unwrap();
        assert_eq!(anna.tasks[0].minutes, None, "members see what is approved");
        table::undo(portal, &world.petra, id).await.unwrap();
        let left = work::of_customer(portal, &world.mikko, world.lakeside).await.unwrap().recorded;
        assert!(left.len() == 3 && left.iter().all(|row| row.entry.words != "Drew"), "{left:?}");
    }
}
