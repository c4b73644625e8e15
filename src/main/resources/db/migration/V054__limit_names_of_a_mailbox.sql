-- The place of a name in its mailbox, from 1: at most so many names sign from one, and the database has the last word.
alter table signature add column mailbox_place integer default 1 not null;

update signature set mailbox_place = (
    select count(*) from signature o
    where o.campaign_id = signature.campaign_id and o.mailbox_index = signature.mailbox_index
        and (o.created_at < signature.created_at or (o.created_at = signature.created_at and o.id <= signature.id)))
where mailbox_index is not null;

alter table signature add constraint signature_in_mailbox unique (campaign_id, mailbox_index, mailbox_place);
