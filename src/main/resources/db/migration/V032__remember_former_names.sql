-- Links that were passed on under a campaign's former name still lead to it.
create table campaign_former_name (
    slug varchar(80) primary key,
    campaign_id uuid not null references campaign (id)
);
