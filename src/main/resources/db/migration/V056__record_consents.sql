-- The very words of the four questions, each time they change; a signature says which ones its signer was shown.
create table consent_text (
    version integer not null,
    language varchar(20) not null,
    counted varchar(2000) not null,
    missions varchar(4000) not null,
    named varchar(2000) not null,
    news varchar(2000) not null,
    recorded_at timestamp with time zone not null,
    primary key (version, language)
);

-- Null for those who signed on paper, or before their words were recorded.
alter table signature add column consent_version integer;

-- Whether the mail that asks for confirmation came back.
alter table signature add column undeliverable boolean default false not null;
