create table delivery_plan (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    content varchar(20) not null,
    state varchar(20) not null,
    asked_by varchar(120) not null,
    asked_at timestamp with time zone not null,
    approved_by varchar(120),
    approved_at timestamp with time zone
);

create table delivery (
    id uuid primary key,
    plan_id uuid not null references delivery_plan (id),
    mission_code varchar(60) not null,
    address varchar(254) not null,
    state varchar(20) not null,
    mail_id uuid,
    attempts integer not null,
    answer varchar(600),
    updated_at timestamp with time zone not null,
    unique (plan_id, mission_code)
);
