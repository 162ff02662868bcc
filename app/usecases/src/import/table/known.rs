//! What is here already, for telling which customer, project or task a row speaks of; what rows of the table bring joins it.

use super::plan::RowProblemKind;
use crate::{InternalError, portal::access_to};
use coplan_domain::{
    business_id::canonical,
    customer::Customer,
    id::{CustomerId, PersonId, ProjectId, TaskId, ThreadId},
    person::StaffPerson,
    text::Line,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, DiscussionScope, MoneyScope, PlanScope, Staff},
    customer, membership, milestone,
    person::{self, InCharge},
    project, task,
    work::{self, KnownWork},
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// The first number that a customer without one is given, where no other customer has a number.
const FIRST_NUMBER: u64 = 1001;

/// What is known of the installation, and of each customer that a row has spoken of.
pub(super) struct Known {
    customers: Vec<Customer>,
    by_number: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_key: BTreeMap<String, Vec<usize>>,
    colleagues: Vec<StaffPerson>,
    in_charge: BTreeSet<PersonId>,
    next_number: u64,
    opened: BTreeMap<CustomerId, Opened>,
}

/// What is known of one customer.
pub(super) struct Opened {
    pub plan: PlanScope,
    pub money: Option<MoneyScope>,
    pub discussion: Option<DiscussionScope>,
    /// Discussions that rows so far begin.
    pub begun: BTreeSet<ThreadId>,
    /// How often the same was said in the rows so far.
    pub said: BTreeMap<(ThreadId, Date), i64>,
    /// The addresses of its members.
    pub members: BTreeSet<String>,
    /// Its members by address, and by name where that is one person's only.
    people: BTreeMap<String, Option<PersonId>>,
    projects: BTreeMap<String, Vec<ProjectId>>,
    things: BTreeMap<ProjectId, Things>,
    work: BTreeMap<ProjectId, Work>,
}

/// What work for a project can be told by, and what was recorded of it.
#[derive(Default)]
pub(super) struct Work {
    pub tasks: BTreeMap<String, TaskId>,
    /// How often the same was recorded.
    pub recorded: BTreeMap<KnownWork, usize>,
    /// How often the same stands in the rows so far.
    pub told: BTreeMap<KnownWork, usize>,
}

/// What a project has, by name.
#[derive(Default)]
pub(super) struct Things {
    pub milestones: BTreeSet<String>,
    pub tasks: BTreeSet<String>,
}

/// A name as names are compared: on one line, in small letters.
pub(super) fn same(name: &str) -> String {
    Line::parse(name).map_or_else(|_| name.trim().to_owned(), String::from).to_lowercase()
}

impl Known {
    pub async fn load(conn: &mut Conn, staff: &Staff) -> Result<Self, InternalError> {
        let in_charge = person::list_in_charge(conn, staff, InCharge::Anything).await?.iter().map(|one| one.person.id).collect();
        let colleagues = person::list_staff(conn, staff).await?;
        let mut known = Self {
            customers: Vec::new(),
            by_number: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_key: BTreeMap::new(),
            colleagues,
            in_charge,
            next_number: FIRST_NUMBER,
            opened: BTreeMap::new(),
        };
        for customer in customer::list(conn, staff).await? {
            known.insert(customer);
        }
        Ok(known)
    }

    /// Knows a customer from now on.
    pub fn insert(&mut self, customer: Customer) {
        let place = self.customers.len();
        self.reserve(&customer.number);
        self.by_number.insert(same(&customer.number), place);
        self.by_name.entry(same(&customer.name)).or_default().push(place);
        for key in keys([customer.business_id.as_deref(), customer.vat_id.as_deref()]) {
            self.by_key.entry(key).or_default().push(place);
        }
        self.customers.push(customer);
    }

    /// Gives this number to no customer that comes without one.
    pub fn reserve(&mut self, number: &str) {
        // Nine digits are a number that somebody counts with; more are an identifier of another kind.
        if let Some(number) = number.parse::<u64>().ok().filter(|number| *number < 1_000_000_000) {
            self.next_number = self.next_number.max(number + 1);
        }
    }

    /// A number that no customer has.
    pub fn free_number(&self) -> String {
        self.next_number.to_string()
    }

    /// Whether a customer has this number.
    pub fn has_number(&self, number: &str) -> bool {
        self.by_number.contains_key(&same(number))
    }

    /// The customer that has one of these identifiers; else the one with this name, unless their identifiers differ.
    pub fn same_customer(&self, name: &str, ids: [Option<&str>; 2]) -> Option<&Customer> {
        let wanted = keys(ids);
        if let Some(place) = wanted.iter().find_map(|key| self.by_key.get(key)?.first()) {
            return self.customers.get(*place);
        }
        let named = self.by_name.get(&same(name)).into_iter().flatten().filter_map(|place| self.customers.get(*place));
        let mut alike =
            named.filter(|one| wanted.is_empty() || keys([one.business_id.as_deref(), one.vat_id.as_deref()]).is_empty());
        alike.next()
    }

    /// The customer with this number, identifier or name.
    ///
    /// # Errors
    /// Why it is not clear which, or nothing can be brought to it.
    pub fn customer(&self, typed: &str) -> Result<&Customer, RowProblemKind> {
        let by_key = || keys([Some(typed), None]).first().and_then(|key| self.by_key.get(key)).cloned();
        let places = match self.by_number.get(&same(typed)) {
            Some(place) => vec![*place],
            None => by_key().or_else(|| self.by_name.get(&same(typed)).cloned()).unwrap_or_default(),
        };
        let found: Vec<_> = places.into_iter().filter_map(|place| self.customers.get(place)).collect();
        let going_on: Vec<_> = found.iter().filter(|one| one.ended_at.is_none()).collect();
        match (going_on.as_slice(), found.is_empty()) {
            ([one], _) => Ok(one),
            ([], true) => Err(RowProblemKind::UnknownCustomer),
            ([], false) => Err(RowProblemKind::EndedCustomer),
            _ => Err(RowProblemKind::SeveralCustomers),
        }
    }

    /// The supplier's person with this address or name.
    pub fn colleague(&self, typed: &str) -> Option<PersonId> {
        let typed = same(typed);
        let matches = |staff: &&StaffPerson| same(&staff.person.email) == typed || same(&staff.person.name) == typed;
        let mut found = self.colleagues.iter().filter(matches);
        let only = found.next()?;
        found.next().is_none().then_some(only.person.id)
    }

    /// The same, where it can answer for a new customer.
    pub fn in_charge(&self, typed: &str) -> Option<PersonId> {
        self.colleague(typed).filter(|found| self.in_charge.contains(found))
    }

    /// What is known of one customer; none where the actor may not see it.
    pub async fn open(&mut self, conn: &mut Conn, actor: &Actor, id: CustomerId) -> Result<Option<&mut Opened>, InternalError> {
        Ok(match self.opened.entry(id) {
            Entry::Occupied(known) => Some(known.into_mut()),
            Entry::Vacant(place) => match access_to(conn, actor, id).await? {
                Some(access) => Some(place.insert(Opened::load(conn, &access).await?)),
                None => None,
            },
        })
    }
}

/// The spellings by which two identifiers are the same.
fn keys(ids: [Option<&str>; 2]) -> Vec<String> {
    ids.into_iter().flatten().map(canonical).filter(|key| !key.is_empty()).collect()
}

impl Opened {
    async fn load(conn: &mut Conn, access: &Access) -> Result<Self, InternalError> {
        let members = match access.people {
            Some(people) => membership::list(conn, people).await?,
            None => Vec::new(),
        };
        let mut people = BTreeMap::new();
        for person in members.iter().map(|member| &member.person) {
            people.insert(same(&person.email), Some(person.id));
            people.entry(same(&person.name)).and_modify(|several| *several = None).or_insert(Some(person.id));
        }
        let members = members.into_iter().map(|member| member.person.email).collect();
        let mut opened = Self {
            plan: access.plan,
            money: access.money,
            discussion: access.discussion,
            begun: BTreeSet::new(),
            said: BTreeMap::new(),
            members,
            people,
            projects: BTreeMap::new(),
            things: BTreeMap::new(),
            work: BTreeMap::new(),
        };
        for now in project::list(conn, access.plan).await? {
            opened.insert_project(&now.project.name, now.project.id);
        }
        for milestone in milestone::list(conn, access.plan).await? {
            opened.things(milestone.project).milestones.insert(same(&milestone.name));
        }
        Ok(opened)
    }

    /// The member with this address or name.
    pub fn member(&self, typed: &str) -> Option<PersonId> {
        self.people.get(&same(typed)).copied().flatten()
    }

    /// Knows a project from now on.
    pub fn insert_project(&mut self, name: &str, id: ProjectId) {
        self.projects.entry(same(name)).or_default().push(id);
    }

    /// The project of this name; none where there is none.
    ///
    /// # Errors
    /// Where there are several.
    pub fn project(&self, name: &str) -> Result<Option<ProjectId>, RowProblemKind> {
        match self.projects.get(&same(name)).map(Vec::as_slice) {
            None | Some([]) => Ok(None),
            Some([one]) => Ok(Some(*one)),
            Some(_) => Err(RowProblemKind::SeveralProjects),
        }
    }

    /// What a project has.
    pub fn things(&mut self, project: ProjectId) -> &mut Things {
        self.things.entry(project).or_default()
    }

    /// The same with the project's tasks, which are asked for once.
    pub async fn with_tasks(&mut self, conn: &mut Conn, project: ProjectId) -> Result<&mut Things, InternalError> {
        let plan = self.plan;
        let things = self.things(project);
        if things.tasks.is_empty() {
            things.tasks.extend(task::list_of_project(conn, plan, project).await?.iter().map(|task| same(&task.name)));
        }
        Ok(things)
    }

    /// The work of a project, which is asked for once.
    pub async fn work(&mut self, conn: &mut Conn, project: ProjectId) -> Result<&mut Work, InternalError> {
        Ok(match self.work.entry(project) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let mut known = Work::default();
                for task in task::list_of_project(conn, self.plan, project).await? {
                    known.tasks.entry(same(&task.name)).or_insert(task.id);
                }
                if let Some(money) = self.money {
                    for one in work::list_known(conn, money, project).await? {
                        *known.recorded.entry(one).or_insert(0) += 1;
                    }
                }
                place.insert(known)
            }
        })
    }
}
