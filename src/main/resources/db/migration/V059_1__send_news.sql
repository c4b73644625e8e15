-- What signers who asked for news are told; sent once to each, from one signature's id to the next.
create table news_update (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    state varchar(20) not null,
    asked_by varchar(120) not null,
    asked_at timestamp with time zone not null,
    approved_by varchar(120),
    approved_at timestamp with time zone,
    queued_to uuid,
    queued bigint not null
);

create table news_text (
    news_update uuid not null references news_update (id),
    language varchar(10) not null,
    subject varchar(150) not null,
    body varchar(8000) not null,
    primary key (news_update, language)
);
