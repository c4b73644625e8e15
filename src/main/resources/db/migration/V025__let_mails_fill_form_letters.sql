-- The words that many mails share, with blanks: public, and never changed or deleted. What fills the blanks of one mail
-- lies sealed in its row, so that a signature costs the database some hundred bytes and not the whole mail again.
create table mail_form (
    id uuid primary key,
    subject varchar not null,
    text varchar not null,
    html varchar
);

-- No foreign key: checking it for every mail costs as much as writing the mail, and forms are never deleted.
alter table mail add column form uuid;
alter table mail add column sealed_blanks bytea;
