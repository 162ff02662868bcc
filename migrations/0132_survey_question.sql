-- What a survey asks beside its first question, up to eight times: a score of 1 to 10, a choice of a few, or words. Each may be left.
create table survey_question (
    survey_id text not null references survey (id),
    n bigint not null check (n between 2 and 9),
    kind text not null,
    words text not null,
    choices text not null,
    primary key (survey_id, n)
);

-- What an answer to the survey says to one of them: the score, the number of the choice, or the words.
create table survey_answer (
    feedback_id text not null references feedback (id),
    survey_id text not null,
    n bigint not null,
    answer text not null,
    primary key (feedback_id, n),
    foreign key (survey_id, n) references survey_question (survey_id, n)
);
