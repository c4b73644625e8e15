-- Who wants one mail when a campaign opens. The address is sealed; two days after that mail the row is gone.
create table opening_reminder (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    language varchar(10) not null,
    address bytea not null,
    mailbox_index bytea not null,
    token_hash bytea not null,
    mails integer not null,
    asked_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    reminded_at timestamp with time zone,
    constraint opening_reminder_once unique (campaign_id, mailbox_index),
    constraint opening_reminder_token unique (token_hash)
);
