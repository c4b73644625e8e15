create table campaign (
    id uuid primary key,
    slug varchar(80) not null unique,
    state varchar(20) not null,
    mode varchar(20) not null,
    letter_key varchar(80) not null,
    letter_version integer not null,
    default_language varchar(20) not null,
    goal integer not null check (goal > 0),
    zone varchar(60) not null,
    occasion_on date,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    created_at timestamp with time zone not null
);

create table campaign_text (
    campaign_id uuid not null references campaign (id),
    language varchar(20) not null,
    title varchar(200) not null,
    summary varchar(2000) not null,
    occasion varchar(200),
    primary key (campaign_id, language)
);

create table campaign_mission (
    campaign_id uuid not null references campaign (id),
    place integer not null,
    mission_code varchar(60) not null,
    primary key (campaign_id, place)
);

-- Moved by the lagging count only: nothing that a visitor does updates a row here.
create table campaign_total (
    campaign_id uuid not null references campaign (id),
    country varchar(2) not null,
    signed_on date not null,
    source varchar(20) not null,
    signatures bigint not null,
    primary key (campaign_id, country, signed_on, source)
);

create table campaign_count (
    campaign_id uuid primary key references campaign (id),
    signatures bigint not null,
    as_of timestamp with time zone not null
);
