create table paper_sheet (
    serial varchar(20) primary key,
    campaign_id uuid not null references campaign (id),
    printed_by varchar(100) not null,
    printed_at timestamp with time zone not null,
    keyed_by varchar(100),
    keyed_at timestamp with time zone,
    -- What was typed first, sealed until a second person has typed the same; then it is gone from here.
    keyed bytea,
    counted_by varchar(100),
    counted_at timestamp with time zone
);
