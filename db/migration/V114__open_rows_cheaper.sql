-- What an open sample costs when it is written, and when its model answers for the first time.

-- A row of samples has no such reference either: a listed model's row is never deleted. Asked for each sample, it cost about
-- as much as an index.
alter table open_sample drop constraint open_sample_model_fk;

-- Every first answer took a row out of this index, and so had to write all the others again. Instead a model's row says that
-- its samples are others than before: whoever has asked about them all remembers what it said.
drop index open_sample_unanswered;
alter table model_total add column changes bigint not null default 0;
