create table short_link (
    code varchar(30) primary key,
    campaign_id uuid not null references campaign (id),
    source varchar(80) not null,
    made_by varchar(120) not null,
    made_at timestamp with time zone not null
);
