-- One mail to one mailbox. Recipient, subject and content are sealed; the keyed index finds a mailbox again.
create table mail (
    id uuid primary key,
    purpose varchar(20) not null,
    lane varchar(20) not null,
    scope varchar(120) not null,
    campaign varchar(80),
    reference uuid,
    person uuid,
    recipient_index varchar(64),
    sealed_recipient bytea,
    sealed_subject bytea,
    zone varchar(64),
    state varchar(20) not null,
    hold varchar(20),
    attempts integer not null,
    last_answer varchar(500),
    queued_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    -- The place in line before a mission's mailbox, where its hourly limit was reached.
    slot_at timestamp with time zone,
    first_try_at timestamp with time zone,
    answered_at timestamp with time zone,
    node uuid,
    leased_until timestamp with time zone,
    -- The whole content was given to the relay and its answer is still out: sending again might send twice.
    handed_at timestamp with time zone
);

create index mail_due on mail (state, lane, due_at);
create index mail_by_recipient on mail (recipient_index, state, answered_at);
create index mail_by_campaign on mail (campaign, purpose, state);
create index mail_by_reference on mail (reference);
create index mail_by_person on mail (person);
create index mail_by_age on mail (queued_at);

create table mail_content (
    mail uuid primary key references mail (id),
    sealed ${blob} not null
);

-- A mailbox that is not mailed again.
create table mail_suppression (
    recipient_index varchar(64) primary key,
    reason varchar(500) not null,
    mail uuid,
    at timestamp with time zone not null
);

-- One row a mission's mailbox: whoever holds it grants the mailbox's next letter, so that the hourly limit is exact.
create table mail_throttle (
    recipient_index varchar(64) primary key,
    next_free timestamp with time zone
);
