-- What becomes of a campaign's personal data after its end; one person asks, another approves.
create table retention (
    campaign_id uuid primary key references campaign (id),
    days integer not null,
    asked_by varchar(100),
    asked_at timestamp with time zone,
    approved_by varchar(100),
    approved_at timestamp with time zone,
    erased bigint default 0 not null,
    done_at timestamp with time zone
);

-- One reminder to whoever has not confirmed.
alter table signature add column reminded_at timestamp with time zone;
