-- UNREAD, CLEARED or REFUSED by staff; null where there are no words and no name to be shown.
alter table signature add column words varchar(10);

create index signature_words on signature (campaign_id, words);
