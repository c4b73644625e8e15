-- In which language a mission replied, and when somebody put the reply on the public record; null while it is ours alone.
alter table handover add column reply_language varchar(20);
alter table handover add column reply_published_at timestamp with time zone;
