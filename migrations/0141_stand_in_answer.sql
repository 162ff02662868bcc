-- What somebody said to being named as a stand-in for days away. Whoever is named stays the stand-in until another is chosen; one
-- who has not answered is asked.
create table stand_in_answer (
    absence_id text not null references absence (id),
    stand_in_id text not null references staff (person_id),
    answer text not null check (answer in ('accepted', 'declined')),
    -- Why not, for whoever is away and for admins.
    reason text not null,
    answered_at bigint not null,
    primary key (absence_id, stand_in_id)
);
