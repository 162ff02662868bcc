//! The work behind Lakeside Mills' invoices, and what was done since the last one.

use crate::{
    Told,
    builder::{DemoBuilder, Worked, told},
    staff::Colleagues,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, ProjectId, WorkEntryId},
    work::Matter,
};
use coplan_store::access::Actor;
use coplan_usecases::{
    budget::{self, BudgetForm},
    work::{self, AdjustForm},
};

/// What the work was for, and what charges it.
pub struct Matters {
    /// The new network.
    pub network: ProjectId,
    /// The service desk.
    pub service_desk: ProjectId,
    /// October's invoice.
    pub october: InvoiceId,
    /// November's invoice.
    pub november: InvoiceId,
}

/// Work that was done so many days ago.
type Done = (i64, Worked);

const fn charged(days_ago: i64, time: &'static str, words: &'static str) -> Done {
    (days_ago, Worked { time, words, charge: "charged" })
}

const SATURDAY: &[Done] = &[
    charged(43, "4:30", "Moved the dye line's control to the new ring while it stood; asked for by the shift leader at 18:10"),
    charged(43, "1:30", "Waited on the site until the line had run for an hour, so that nobody had to call"),
];
const HALL_2: &[Done] = &[
    charged(18, "8:00", "Pulled the fibre along the north wall of hall 2"),
    charged(17, "8:00", "Pulled the fibre along the south wall, and round the boiler room"),
    charged(14, "8:00", "Mounted and tested the switches of hall 2"),
    charged(12, "8:00", "Moved the first twelve machines to the new network, one at a time"),
    charged(11, "7:51", "Moved the other nine machines; line 4 needed a new address"),
];
const SINCE: &[Done] = &[
    charged(1, "3:00", "Measured the cable routes of hall 3 with your electrician"),
    charged(1, "1:15", "Agreed with the factory on the switches that come first"),
    (1, Worked { time: "2:00", words: "Found and mended our own mistake in the address plan of hall 2", charge: "warranty" }),
];
const TO_APPROVE: &[Done] = &[
    charged(0, "2:30", "Drew the ring of hall 3 and the way round the dye line"),
    charged(0, "0:45", "Showed the night shift how to tell a cut cable from a broken switch"),
];

/// Tells it.
pub async fn tell(builder: &DemoBuilder, by: &Colleagues, id: CustomerId, matters: &Matters) -> Told<()> {
    let network = Matter { customer: id, project: matters.network, task: None };
    behind(builder, by, network, matters.october, 2, SATURDAY).await?;
    let line = behind(builder, by, network, matters.november, 0, HALL_2).await?;
    let form = AdjustForm { minutes: "1:30".to_owned(), reason: "Two journeys of 45 minutes, as agreed".to_owned() };
    told(work::adjust(&builder.portal, &by.mikko, id, (matters.november, line), &form).await)?;
    let budget = BudgetForm { hours: "80".to_owned() };
    told(budget::set(&builder.portal, &by.mikko, id, matters.network, &budget).await)?;
    recorded(builder, &by.petra, network, SINCE, Some(&by.mikko)).await?;
    let desk = Matter { project: matters.service_desk, ..network };
    for (at, done) in [(network, &TO_APPROVE[..1]), (desk, &TO_APPROVE[1..])] {
        recorded(builder, &by.petra, at, done, None).await?;
    }
    Ok(())
}

/// Records what Petra did; approved by somebody on the day after, where somebody is named.
async fn recorded(
    builder: &DemoBuilder,
    petra: &Actor,
    matter: Matter,
    done: &[Done],
    approved_by: Option<&Actor>,
) -> Told<Vec<WorkEntryId>> {
    let mut entries = Vec::new();
    let mut last = 0;
    for (days_ago, worked) in done {
        builder.go(*days_ago, 1);
        last = *days_ago;
        entries.push(builder.worked(petra, matter, worked).await?);
    }
    if let Some(manager) = approved_by {
        builder.go(last - 1, 1);
        told(work::approve(&builder.portal, manager, matter.customer, &entries).await)?;
    }
    Ok(entries)
}

/// Records work, approves it, and shows it behind a line, counted from 0.
async fn behind(
    builder: &DemoBuilder,
    by: &Colleagues,
    matter: Matter,
    invoice: InvoiceId,
    place: usize,
    done: &[Done],
) -> Told<LineId> {
    let entries = recorded(builder, &by.petra, matter, done, Some(&by.mikko)).await?;
    builder.go(1, 3);
    let line = builder.line_id(&by.mikko, matter.customer, invoice, place).await?;
    told(work::assign(&builder.portal, &by.mikko, matter.customer, (invoice, line), &entries).await)?;
    Ok(line)
}
