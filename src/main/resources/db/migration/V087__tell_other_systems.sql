-- Who is told by a call when something happens; the secret is sealed.
create table webhook (
    id uuid primary key,
    url varchar(500) not null,
    topics varchar(200) not null,
    secret_sealed bytea not null,
    made_by varchar(120) not null,
    made_at timestamp with time zone not null
);

create table webhook_call (
    id uuid primary key,
    webhook_id uuid not null references webhook (id) on delete cascade,
    event varchar(80) not null,
    body varchar(2000) not null,
    state varchar(20) not null,
    attempts integer not null,
    last_answer varchar(200),
    made_at timestamp with time zone not null,
    due_at timestamp with time zone not null
);

create index webhook_call_due on webhook_call (state, due_at);
