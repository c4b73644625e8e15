-- Characters that a volume shows as □ because no font of the house has them, by code and as themselves.
alter table bundle_volume add column missing_glyphs varchar(600) default '' not null;
