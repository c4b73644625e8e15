-- A token of the settings takes the file out by itself; a second person learns of it afterwards.
alter table signature_export add column alone boolean default false not null;
alter table signature_export add column times integer default 0 not null;
