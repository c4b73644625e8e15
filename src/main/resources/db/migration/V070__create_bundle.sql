create table bundle (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    mission_code varchar(60) not null,
    content varchar(20) not null,
    state varchar(20) not null,
    asked_by varchar(120) not null,
    asked_at timestamp with time zone not null,
    approved_by varchar(120),
    approved_at timestamp with time zone,
    -- The ledger's head at which the list was frozen.
    ledger_size bigint,
    ledger_root varchar(64),
    signatures bigint not null,
    lines_done bigint not null,
    finished_at timestamp with time zone,
    failure varchar(500)
);

-- The frozen list: who is on it, in which order, under which choice.
create table bundle_line (
    bundle_id uuid not null references bundle (id),
    place bigint not null,
    signature_id uuid not null,
    disclosure varchar(20) not null,
    primary key (bundle_id, place)
);

create table bundle_volume (
    bundle_id uuid not null references bundle (id),
    n integer not null,
    pages integer not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    made_at timestamp with time zone not null,
    primary key (bundle_id, n)
);

create index bundle_volume_by_digest on bundle_volume (sha256);

create table handover (
    id uuid primary key,
    bundle_id uuid not null references bundle (id),
    at timestamp with time zone not null,
    place varchar(200) not null,
    by_whom varchar(200) not null,
    channel varchar(60) not null,
    outcome varchar(20) not null,
    note varchar(2000),
    recorded_by varchar(120) not null,
    recorded_at timestamp with time zone not null
);
