-- The customer's own process: its phases in their order, with what each side does in them. What one side proposes of the
-- other's words is kept beside the present text until that side accepts or declines it.
create table phase (
    id text primary key,
    customer_id text not null references customer (id),
    place bigint not null,
    name text not null,
    goal text not null,
    owner_id text references person (id),
    missing text not null,
    supplier_part text not null,
    staff_id text references person (id),
    relief text not null check (relief in ('kept', 'shorter', 'unnecessary')),
    relieved_on text,
    effect text not null,
    -- Whose words the phase has: the customer's, once it has proposed or accepted some.
    voice text not null check (voice in ('supplier', 'customer')),
    version bigint not null,
    changed_by text not null references person (id),
    changed_at bigint not null,
    agreed_at bigint,
    removed_at bigint
);
create index phase_by_customer on phase (customer_id, place);

create table phase_proposal (
    id text primary key,
    phase_id text not null references phase (id),
    name text not null,
    goal text not null,
    owner_id text references person (id),
    missing text not null,
    supplier_part text not null,
    staff_id text references person (id),
    relief text not null check (relief in ('kept', 'shorter', 'unnecessary')),
    relieved_on text,
    effect text not null,
    -- What the phase said when this was proposed, so that only what is different is brought in.
    base text not null,
    side text not null check (side in ('supplier', 'customer')),
    proposed_by text not null references person (id),
    proposed_at bigint not null,
    decision text check (decision in ('accepted', 'declined', 'withdrawn')),
    reason text,
    decided_by text references person (id),
    decided_at bigint,
    check ((decision is null) = (decided_by is null)),
    check ((decision is null) = (decided_at is null))
);
create index phase_proposal_by_phase on phase_proposal (phase_id, side, proposed_at);

-- What somebody is concerned about in a phase, followed until that person says that it is resolved.
create table concern (
    id text primary key,
    customer_id text not null references customer (id),
    phase_id text not null references phase (id),
    words text not null,
    side text not null check (side in ('supplier', 'customer')),
    raised_by text not null references person (id),
    raised_at bigint not null,
    waits text not null check (waits in ('answer', 'verdict', 'nobody')),
    waits_since bigint not null
);
create index concern_by_customer on concern (customer_id, waits);

create table concern_answer (
    id text primary key,
    concern_id text not null references concern (id),
    action text not null,
    owner_id text not null references person (id),
    due_on text not null,
    answered_by text not null references person (id),
    answered_at bigint not null,
    done_at bigint,
    verdict text check (verdict in ('resolved', 'not_yet')),
    verdict_words text,
    verdict_by text references person (id),
    verdict_at bigint,
    check ((verdict is null) = (verdict_words is null)),
    check ((verdict is null) = (verdict_by is null)),
    check ((verdict is null) = (verdict_at is null))
);
create index concern_answer_by_concern on concern_answer (concern_id, answered_at);
create index concern_answer_by_owner on concern_answer (owner_id);

-- How colleagues find the same concern at several customers.
create table concern_theme (
    concern_id text primary key references concern (id),
    theme text not null,
    author_id text not null references person (id),
    written_at bigint not null
);
