//! Nobody writes sums who does not see them, and nobody learns of customers out of reach.

use crate::fixtures::*;
use coplan_domain::{
    id::{BankTransactionId, PackageId, ProjectId, WorkEntryId},
    work::{Matter, WorkShown},
};
use coplan_store::{
    access::{self, Actor},
    on_both_databases,
};
use coplan_usecases::{
    Error,
    bank::{self, UnreadablePayments},
    budget::{self, BudgetForm},
    import::{ImportError, InvoicePreview, preview},
    invoice::{record_payment, take_back_payment, withdraw},
    package::{self, PackageForm},
    project::{self, StartForm},
    staff::{self, ChangeStaffForm, list_for_admin},
    testing::{World, proof, world},
    work::{self, AdjustForm, ChangeWorkForm, RecordForm},
};
use jiff::civil::date;

fn id<T: From<ulid::Ulid>>(world: &World) -> T {
    coplan_domain::system::new_ulid(world.portal.clock.now(), &*world.portal.rng).into()
}

/// A colleague with other rights.
async fn changed(w: &World, who: &Actor, change: impl FnOnce(&mut ChangeStaffForm)) -> Actor {
    let all = list_for_admin(&w.portal, &w.olli).await.unwrap().unwrap();
    let mut form = ChangeStaffForm::of(all.iter().find(|entry| entry.staff.person.id == who.person()).unwrap());
    change(&mut form);
    staff::change(&w.portal, &w.olli, who.person(), &form, &proof()).await.unwrap();
    let secret = format!("secret of {}", who.entered().name());
    access::authenticate(&mut w.portal.db.read().await.unwrap(), &secret, w.portal.clock.now()).await.unwrap().unwrap()
}

fn package_form(world: &World) -> PackageForm {
    let text = str::to_owned;
    PackageForm {
        id: id::<PackageId>(world),
        service: text("Service desk"),
        name: text("Small"),
        unit: text("calls"),
        included: text("10"),
        price: text("50"),
        beyond: text("5"),
    }
}

fn table(rows: usize) -> Vec<u8> {
    let rows = (0..rows).map(|row| format!("2026-11-{:02};{}.00;Payer {row};{row}\n", row % 16 + 1, row + 1));
    format!("Date;Amount;Payer;Reference\n{}", rows.collect::<String>()).into_bytes()
}

async fn import(world: &World, by: &Actor, bytes: Vec<u8>) -> Result<Result<bank::Imported, UnreadablePayments>, Error> {
    bank::import(&world.portal, by, file("bank.csv", bytes)).await
}

on_both_databases! {
    async fn whoever_sees_no_sums_writes_none(db: TestDb) {
        let world = world(db).await;
        let (portal, lakeside) = (&world.portal, world.lakeside);
        let invoice = import_sample(&world, "yen.xml").await;
        let line = coplan_usecases::invoice::show(portal, &world.mikko, lakeside, invoice).await.unwrap().line_ids[0];
        let offered = package_form(&world);
        package::add(portal, &world.mikko, &offered).await.unwrap();
        package::choose(portal, &world.mikko, lakeside, offered.id).await.unwrap();
        let start = StartForm { name: "Network".to_owned(), ..StartForm::blank(id(&world)) };
        let network: ProjectId = project::start(portal, &world.mikko, lakeside, &start).await.unwrap();
        let matter = Matter { customer: lakeside, project: network, task: None }.to_string();
        let form = |id: WorkEntryId| RecordForm {
            matter: matter.clone(),
            time: "1".to_owned(),
            words: "Looked".to_owned(),
            day: "2026-11-10".to_owned(),
            charge: "charged".to_owned(),
            ..RecordForm::blank(id)
        };
        let recorded = form(id(&world));
        work::record(portal, &world.mikko, &recorded).await.unwrap();
        let upload = uploaded(&world, &world.mikko, "three-short-tasks.xml").await;
        import(&world, &world.mikko, table(2)).await.unwrap().unwrap();
        let transaction: BankTransactionId = bank::show(portal, &world.mikko).await.unwrap().waiting[0].id;
        let bank_file = bank::show(portal, &world.mikko).await.unwrap().recent[0].id;
        let editing = work::editing(portal, &world.mikko, lakeside, recorded.id).await.unwrap();
        let paid = payment(&world, "1");
        let mikko = changed(&world, &world.mikko, |form| form.sums = false).await;
        // Whoever was in before, and whose request began with more: the right is proved where it is used.
        for by in [&mikko, &world.mikko] {
            let budget = BudgetForm { hours: "10".to_owned() };
            let adjusted = AdjustForm { minutes: "1".to_owned(), reason: "Rounded".to_owned() };
            let months = [(date(2026, 10, 1), "7".to_owned())];
            let refused: Vec<(&str, Result<(), Error>)> = vec![
                ("package::add", package::add(portal, by, &package_form(&world)).await),
                ("package::end", package::end(portal, by, offered.id).await),
                ("package::choose", package::choose(portal, by, lakeside, offered.id).await),
                ("package::record_usage", package::record_usage(portal, by, lakeside, offered.id, &months).await.map(drop)),
                ("budget::set", budget::set(portal, by, lakeside, network, &budget).await),
                ("work::record", work::record(portal, by, &form(id(&world))).await),
                ("work::change", work::change(portal, by, lakeside, recorded.id, &ChangeWorkForm::of(&editing.row)).await.map_err(|_| Error::NotFound)),
                ("work::approve", work::approve(portal, by, lakeside, &[recorded.id]).await),
                ("work::send_back", work::send_back(portal, by, lakeside, recorded.id).await),
                ("work::set_shown", work::set_shown(portal, by, lakeside, WorkShown::Names).await),
                ("work::assign", work::assign(portal, by, lakeside, (invoice, line), &[recorded.id]).await),
                ("work::adjust", work::adjust(portal, by, lakeside, (invoice, line), &adjusted).await),
                ("record_payment", record_payment(portal, by, lakeside, invoice, &paid).await),
                ("take_back_payment", take_back_payment(portal, by, lakeside, invoice, paid.id).await),
                ("withdraw", withdraw(portal, by, lakeside, invoice).await),
                ("bank::record", bank::record(portal, by, transaction, lakeside, &[invoice]).await.map(drop)),
                ("bank::dismiss", bank::dismiss(portal, by, transaction, true).await),
            ];
            for (deed, done) in refused {
                assert!(matches!(done, Err(Error::NotFound)), "{deed}: {done:?}");
            }
            assert!(matches!(import(&world, by, table(3)).await, Err(Error::NotFound)));
            let imported = import_one(portal, by, upload, "1001").await;
            assert!(matches!(imported, Err(ImportError::Other(Error::NotFound))), "{imported:?}");
            bank::undo(portal, &mikko, bank_file).await.unwrap_err();
        }
        assert!(package::show(portal, &world.anna, lakeside).await.unwrap().services[0].months.iter().all(|month| month.volume.is_none()));
    }

    async fn that_a_number_is_here_already_tells_nothing_of_a_customer_out_of_reach(db: TestDb) {
        let world = world(db).await;
        let first = import_sample(&world, "yen.xml").await;
        let saara = changed(&world, &world.saara, |form| "1002".clone_into(&mut form.reach)).await;
        let upload = uploaded(&world, &saara, "yen.xml").await;
        let seen = preview(&world.portal, &saara).await.unwrap();
        assert!(matches!(content(&seen.files[0]), InvoicePreview::Duplicate { there, .. } if there.place.is_none()));
        let refused = import_one(&world.portal, &saara, upload, "1002").await;
        assert!(matches!(refused, Err(ImportError::Duplicate(there)) if there.id == first && there.place.is_none()));
    }

    async fn a_large_table_of_the_banks_is_kept_piece_by_piece_and_once(db: TestDb) {
        let world = world(db).await;
        import(&world, &world.mikko, table(600)).await.unwrap().unwrap();
        let bank::Imported::Statement(id) = import(&world, &world.mikko, table(1_203)).await.unwrap().unwrap() else { panic!("new") };
        let brief = bank::statement(&world.portal, &world.mikko, id).await.unwrap().brief;
        assert_eq!((brief.brought, brief.present), (603, 600));
        let again = import(&world, &world.mikko, table(1_203)).await.unwrap().unwrap();
        assert_eq!(again, bank::Imported::Nothing { present: 1_203, left_out: 0 });
        assert_eq!(bank::show(&world.portal, &world.mikko).await.unwrap().recent.len(), 2, "no file is listed that brought nothing");
    }
}
