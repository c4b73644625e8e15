alter table bundle add column paper varchar(10) default 'A4' not null;
