-- Samples and claims of the listed models, with sums per model and per account. Amounts are in wei.

-- No foreign key to `emitter`: checking it for each sample costs about as much as an index, and a listed contract's row is never
-- deleted. Indexes whose keys include the row's position never have equal keys, so they do not look for duplicates.
create table sample (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  model_id integer not null,
  block_time bigint not null,
  block_hash bytea not null,
  transaction_hash bytea not null,
  sender bytea not null,
  sample_key bytea not null,
  label numeric(20) not null,
  added_time numeric(78) not null,
  deposit numeric(78) not null,
  features bigint[] not null,
  constraint sample_pk primary key (chain_id, block_number, log_index),
  constraint sample_block_hash_length check (octet_length(block_hash) = 32),
  constraint sample_transaction_hash_length check (octet_length(transaction_hash) = 32),
  constraint sample_sender_length check (octet_length(sender) = 20),
  constraint sample_key_length check (octet_length(sample_key) = 32)
);

create index sample_model on sample (model_id, block_number, log_index)
with
  (deduplicate_items = off);

create index sample_time on sample (block_time, chain_id, block_number, log_index)
with
  (deduplicate_items = off);

create index sample_sender on sample (sender, block_time);

create index sample_deposit on sample (deposit, block_time);

-- Only ever looked up by one value: a page's transaction and a claim's sample key.
create index sample_transaction on sample using hash (transaction_hash);

create index sample_by_key on sample using hash (sample_key);

-- A model's samples with one label by time: without it, a rare label would be searched for among all of the model's samples.
create index sample_label on sample (model_id, label, block_number, log_index)
with
  (deduplicate_items = off);

create table claim (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  model_id integer not null,
  kind text not null,
  block_time bigint not null,
  block_hash bytea not null,
  transaction_hash bytea not null,
  claimant bytea not null,
  amount numeric(78) not null,
  sample_key bytea,
  -- How the sample was found: by our contracts' event, by the transaction's input, by the data handler's record before and
  -- after, by a trace, not at all, or not searched for yet.
  link text not null,
  -- Who added the sample, if that is certain: what an author lost to reports is the sum over these rows.
  author bytea,
  constraint claim_pk primary key (chain_id, block_number, log_index),
  constraint claim_kind_known check (kind in ('refund', 'report')),
  constraint claim_link_known check (link in ('event', 'input', 'record', 'trace', 'none', 'pending')),
  constraint claim_link_key check ((link in ('none', 'pending')) = (sample_key is null)),
  constraint claim_block_hash_length check (octet_length(block_hash) = 32),
  constraint claim_transaction_hash_length check (octet_length(transaction_hash) = 32),
  constraint claim_claimant_length check (octet_length(claimant) = 20),
  constraint claim_key_length check (octet_length(sample_key) = 32),
  constraint claim_author_length check (octet_length(author) = 20)
);

create index claim_model on claim (model_id, block_number, log_index);

create index claim_claimant on claim (claimant, block_time);

create index claim_time on claim (block_time, chain_id, block_number, log_index);

create index claim_sample on claim (model_id, sample_key);

create index claim_pending on claim (chain_id, block_number)
where
  link = 'pending';

-- Hundreds of thousands of reports are summed from the index alone.
create index claim_author on claim (author, model_id) include (amount, claimant)
where
  kind = 'report';

-- Sums over a model's rows, updated in the transaction that adds or removes them.
create table model_total (
  model_id integer not null,
  samples bigint not null default 0,
  deposited numeric(96) not null default 0,
  refunds bigint not null default 0,
  refunded numeric(96) not null default 0,
  reports bigint not null default 0,
  reported numeric(96) not null default 0,
  open_samples bigint not null default 0,
  partly_claimed bigint not null default 0,
  -- Goes up whenever the model's open samples change: whoever has asked the model about all of them knows whether to ask again.
  changes bigint not null default 0,
  constraint model_total_pk primary key (model_id),
  constraint model_total_model_fk foreign key (model_id) references emitter,
  constraint model_total_not_negative check (
    samples >= 0
    and refunds >= 0
    and reports >= 0
  ),
  constraint model_total_open check (
    partly_claimed between 0 and open_samples
    and open_samples <= samples
  )
);

-- Sums over an account's samples and claims in one model, updated with the rows.
create table account_total (
  account bytea not null,
  model_id integer not null,
  samples bigint not null default 0,
  deposited numeric(96) not null default 0,
  refunds bigint not null default 0,
  refunded numeric(96) not null default 0,
  reports bigint not null default 0,
  reported numeric(96) not null default 0,
  constraint account_total_pk primary key (account, model_id),
  constraint account_total_model_fk foreign key (model_id) references emitter,
  constraint account_total_account_length check (octet_length(account) = 20),
  constraint account_total_not_negative check (
    samples >= 0
    and refunds >= 0
    and reports >= 0
  )
);

create index account_total_model on account_total (model_id, samples desc, refunds desc, account);

-- Claims whose sample is certain. A sample key can be used again once nothing is left to claim, so the sample is the last one
-- with that key before the claim; a claim that contradicts it is left out. `model_id + 0` makes the planner look the sample up by
-- its key: in a new table without statistics it would read all of a model's samples for each claim.
create view linked_claim as
select
  c.chain_id,
  c.block_number,
  c.log_index,
  c.model_id,
  c.kind,
  c.block_time,
  c.block_hash,
  c.transaction_hash,
  c.claimant,
  c.amount,
  c.sample_key,
  c.link,
  s.block_number as sample_block,
  s.log_index as sample_index,
  s.transaction_hash as sample_transaction
from
  claim c
  cross join lateral (
    select
      block_number,
      log_index,
      transaction_hash,
      sender,
      deposit
    from
      sample
    where
      sample.sample_key = c.sample_key
      and sample.model_id + 0 = c.model_id
      and (sample.block_number, sample.log_index) < (c.block_number, c.log_index)
    order by
      sample.block_number desc,
      sample.log_index desc
    limit
      1
  ) s
where
  c.amount <= s.deposit
  and (
    c.kind <> 'refund'
    or c.claimant = s.sender
  );
