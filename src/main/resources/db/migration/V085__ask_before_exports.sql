-- Personal data leave by a file only after a second person agreed; the trail holds each fetching.
create table signature_export (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    reason varchar(300) not null,
    asked_by varchar(120) not null,
    asked_at timestamp with time zone not null,
    approved_by varchar(120),
    approved_at timestamp with time zone,
    declined_by varchar(120)
);
