alter table handover add column tracking varchar(60);
alter table handover add column reply varchar(2000);
