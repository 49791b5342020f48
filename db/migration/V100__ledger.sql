-- The ledger: which blocks of which chains are indexed, and the samples and claims found in them. Only canonical rows are
-- kept, so a height has one hash, and a log is named by chain, height and index; `block_hash` says of which block it is.

create table chain (
  id bigint not null,
  name text not null,
  first_block bigint not null,
  -- Goes up with every rewind and every listing: a writer or reader that saw another value starts over.
  epoch bigint not null default 0,
  listings bigint not null default 0,
  -- From here on logs of unlisted emitters were not kept, since there were too many.
  overflow_from bigint,
  halted text,
  constraint chain_pk primary key (id),
  constraint chain_id_range check (id between 1 and 9007199254740991),
  constraint chain_first_block_range check (first_block >= 0)
);

create table chain_head (
  chain_id bigint not null,
  number bigint,
  hash bytea,
  time bigint,
  finalized bigint,
  seen_at timestamptz,
  error text,
  error_at timestamptz,
  -- What is kept of emitters that are not listed.
  stray_emitters bigint not null default 0,
  stray_bytes bigint not null default 0,
  constraint chain_head_pk primary key (chain_id),
  constraint chain_head_chain_fk foreign key (chain_id) references chain,
  constraint chain_head_hash_length check (octet_length(hash) = 32)
);

-- Disjoint ranges of blocks of which all rows are here. A gap between them is a gap in the index.
create table coverage (
  chain_id bigint not null,
  from_block bigint not null,
  to_block bigint not null,
  from_parent bytea not null,
  to_hash bytea not null,
  to_time bigint not null,
  endpoint text not null,
  logs bigint not null,
  proof text not null,
  constraint coverage_pk primary key (chain_id, from_block),
  constraint coverage_chain_fk foreign key (chain_id) references chain,
  constraint coverage_order check (0 <= from_block and from_block <= to_block),
  constraint coverage_from_parent_length check (octet_length(from_parent) = 32),
  constraint coverage_to_hash_length check (octet_length(to_hash) = 32),
  constraint coverage_proof_known check (proof in ('fetched', 'cross-checked', 'proven')),
  -- A box from (chain, from) to (chain, to): touching boxes overlap, so two ranges may not even share a block.
  constraint coverage_disjoint exclude using gist
    (box(point(chain_id, from_block), point(chain_id, to_block)) with &&)
);

-- The blocks that may still change, and those just below them.
create table block (
  chain_id bigint not null,
  number bigint not null,
  hash bytea not null,
  parent bytea not null,
  time bigint not null,
  constraint block_pk primary key (chain_id, number),
  constraint block_chain_fk foreign key (chain_id) references chain,
  constraint block_hash_length check (octet_length(hash) = 32),
  constraint block_parent_length check (octet_length(parent) = 32)
);

-- Who may write which range now; the id is the fencing token.
create table lease (
  id bigint generated always as identity,
  chain_id bigint not null,
  from_block bigint not null,
  to_block bigint not null,
  kind text not null,
  holder text not null,
  expires_at timestamptz not null,
  constraint lease_pk primary key (id),
  constraint lease_chain_fk foreign key (chain_id) references chain,
  constraint lease_kind_known check (kind in ('range', 'tip', 'refetch')),
  constraint lease_order check (from_block <= to_block)
);
create index lease_chain on lease (chain_id, from_block);

create table rewind (
  chain_id bigint not null,
  epoch bigint not null,
  ancestor bigint not null,
  tip bigint not null,
  at timestamptz not null default now(),
  constraint rewind_pk primary key (chain_id, epoch),
  constraint rewind_chain_fk foreign key (chain_id) references chain
);

-- Contracts that were seen to emit, or that were listed as a model's trainer.
create table emitter (
  id integer generated always as identity,
  chain_id bigint not null,
  address bytea not null,
  listed boolean not null default false,
  listed_at timestamptz,
  first_block bigint,
  last_block bigint,
  logs bigint not null default 0,
  stray_rows integer not null default 0,
  stray_bytes bigint not null default 0,
  overflow_from bigint,
  constraint emitter_pk primary key (id),
  constraint emitter_chain_fk foreign key (chain_id) references chain,
  constraint emitter_address_length check (octet_length(address) = 20),
  constraint emitter_unique unique (chain_id, address)
);

-- The parts of a listed model, as they were when it was judged.
create table part (
  model_id integer not null,
  mechanism bytea not null,
  mechanism_owner bytea not null,
  handler bytea not null,
  classifier bytea not null,
  constraint part_pk primary key (model_id),
  constraint part_model_fk foreign key (model_id) references emitter,
  constraint part_mechanism_length check (octet_length(mechanism) = 20),
  constraint part_mechanism_owner_length check (octet_length(mechanism_owner) = 20),
  constraint part_handler_length check (octet_length(handler) = 20),
  constraint part_classifier_length check (octet_length(classifier) = 20)
);

-- Logs of emitters that are not listed, as they came, up to a quota: listing makes rows of them.
create table stray_log (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  block_hash bytea not null,
  block_time bigint not null,
  transaction_hash bytea not null,
  emitter bytea not null,
  topics bytea not null,
  data bytea not null,
  constraint stray_log_pk primary key (chain_id, block_number, log_index),
  constraint stray_log_topics_length check (octet_length(topics) in (32, 64, 96, 128))
);
create index stray_log_emitter on stray_log (chain_id, emitter, block_number);

-- Ranges to fetch again for a model that was listed after its logs had gone over the quota.
create table refetch (
  id bigint generated always as identity,
  chain_id bigint not null,
  model_id integer not null,
  from_block bigint not null,
  to_block bigint not null,
  constraint refetch_pk primary key (id),
  constraint refetch_model_fk foreign key (model_id) references emitter,
  constraint refetch_order check (from_block <= to_block)
);
create index refetch_model on refetch (model_id);

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
create index sample_model on sample (model_id, block_number, log_index);
create index sample_time on sample (block_time, chain_id, block_number, log_index);
create index sample_sender on sample (sender, block_time);
create index sample_deposit on sample (deposit, block_time);
-- Only ever asked for one value: by a page's address and by a claim.
create index sample_transaction on sample using hash (transaction_hash);
create index sample_by_key on sample using hash (sample_key);

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
  -- How the sample is known: by our own event, by the transaction's input, not at all, or not looked for yet.
  link text not null,
  constraint claim_pk primary key (chain_id, block_number, log_index),
  constraint claim_kind_known check (kind in ('refund', 'report')),
  constraint claim_link_known check (link in ('event', 'input', 'none', 'pending')),
  constraint claim_link_key check ((link in ('event', 'input')) = (sample_key is not null)),
  constraint claim_block_hash_length check (octet_length(block_hash) = 32),
  constraint claim_transaction_hash_length check (octet_length(transaction_hash) = 32),
  constraint claim_claimant_length check (octet_length(claimant) = 20),
  constraint claim_key_length check (octet_length(sample_key) = 32)
);
create index claim_model on claim (model_id, block_number, log_index);
create index claim_claimant on claim (claimant, block_time);
create index claim_time on claim (block_time, chain_id, block_number, log_index);
create index claim_sample on claim (model_id, sample_key);
create index claim_pending on claim (chain_id, block_number) where link = 'pending';

-- Logs of listed emitters that begin like ours and are none.
create table quarantine (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  block_hash bytea not null,
  transaction_hash bytea not null,
  emitter bytea not null,
  topics bytea not null,
  data bytea not null,
  data_size integer not null,
  reason text not null,
  constraint quarantine_pk primary key (chain_id, block_number, log_index),
  constraint quarantine_data_length check (octet_length(data) <= 1024)
);
create index quarantine_emitter on quarantine (chain_id, emitter);

-- Sums over a model's rows, kept by whoever adds or removes them.
create table model_total (
  model_id integer not null,
  samples bigint not null default 0,
  deposited numeric(96) not null default 0,
  refunds bigint not null default 0,
  refunded numeric(96) not null default 0,
  reports bigint not null default 0,
  reported numeric(96) not null default 0,
  constraint model_total_pk primary key (model_id),
  constraint model_total_model_fk foreign key (model_id) references emitter,
  constraint model_total_not_negative check (samples >= 0 and refunds >= 0 and reports >= 0)
);

-- The last block up to which a chain has no gap; one below its first block while there is none.
create function complete_to(chain bigint) returns bigint language sql stable
begin atomic
  with start as (select first_block from chain c where c.id = complete_to.chain),
  covered as (
    select from_block, to_block from coverage, start
    where chain_id = complete_to.chain and to_block >= first_block),
  ends as (select first_block as place from start union all select to_block + 1 from covered)
  select min(place) - 1 from ends
  where not exists (select 1 from covered where from_block <= place and place <= to_block);
end;

-- Claims of which the sample is certain. A key can be used again once nothing is left to claim, so the sample is the last
-- one of that key before the claim; and what contradicts it is not believed.
create view linked_claim as
select c.*, s.block_number as sample_block, s.log_index as sample_index,
  s.transaction_hash as sample_transaction
from claim c
cross join lateral (
  select block_number, log_index, transaction_hash, sender, deposit
  from sample
  where sample.sample_key = c.sample_key and sample.model_id = c.model_id
    and (sample.block_number, sample.log_index) < (c.block_number, c.log_index)
  order by sample.block_number desc, sample.log_index desc
  limit 1
) s
where c.amount <= s.deposit and (c.kind <> 'refund' or c.claimant = s.sender);
