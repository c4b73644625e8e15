-- What the signer chose on their own page after writing; the letter then shows no more than either choice.
alter table own_letter add column limited_to varchar(20);
