-- Keyed index of the name alone, so that staff find somebody who writes or telephones without their address.
alter table signature add column name_index bytea;

create index signature_by_name on signature (campaign_id, name_index);
