-- In a bundle of letters a line of the frozen list is one letter.
alter table bundle_line add column letter_id uuid;
