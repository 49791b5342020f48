-- Contracts that emit our events: the listed ones with their models' contracts and claim windows, and the raw logs of the others.

-- Contracts that emitted one of our events, or that were listed as a model's trainer.
create table emitter (
  id integer generated always as identity,
  chain_id bigint not null,
  address bytea not null,
  listed boolean not null default false,
  listed_at timestamptz,
  first_block bigint,
  last_block bigint,
  logs bigint not null default 0,
  unlisted_rows integer not null default 0,
  unlisted_bytes bigint not null default 0,
  overflow_from bigint,
  constraint emitter_pk primary key (id),
  constraint emitter_chain_fk foreign key (chain_id) references chain,
  constraint emitter_address_length check (octet_length(address) = 20),
  constraint emitter_unique unique (chain_id, address)
);

-- The contracts of a listed model as they were when it was validated, and its claim windows in seconds. Without known incentive
-- rules a model has no claim windows, and none of its samples is open.
create table part (
  model_id integer not null,
  mechanism bytea not null,
  mechanism_owner bytea not null,
  handler bytea not null,
  classifier bytea not null,
  incentive_rules text,
  refund_wait bigint,
  owner_claim_wait bigint,
  any_address_claim_wait bigint,
  constraint part_pk primary key (model_id),
  constraint part_model_fk foreign key (model_id) references emitter,
  constraint part_mechanism_length check (octet_length(mechanism) = 20),
  constraint part_mechanism_owner_length check (octet_length(mechanism_owner) = 20),
  constraint part_handler_length check (octet_length(handler) = 20),
  constraint part_classifier_length check (octet_length(classifier) = 20),
  constraint part_rules_known check (incentive_rules in ('stakeable/1', 'stakeable/2', 'points/1', 'points/2')),
  constraint part_waits_uint32 check (
    refund_wait between 0 and 4294967295
    and owner_claim_wait between 0 and 4294967295
    and any_address_claim_wait between 0 and 4294967295
  ),
  constraint part_terms_whole check (
    (incentive_rules is null) = (refund_wait is null)
    and (incentive_rules is null) = (owner_claim_wait is null)
    and (incentive_rules is null) = (any_address_claim_wait is null)
  )
);

-- Logs of contracts that are not listed, undecoded and up to a quota. Listing a contract decodes them.
create table unlisted_log (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  block_hash bytea not null,
  block_time bigint not null,
  transaction_hash bytea not null,
  emitter bytea not null,
  topics bytea not null,
  data bytea not null,
  constraint unlisted_log_pk primary key (chain_id, block_number, log_index),
  constraint unlisted_log_topics_length check (octet_length(topics) in (32, 64, 96, 128))
);

create index unlisted_log_emitter on unlisted_log (chain_id, emitter, block_number);

-- Block ranges to fetch again for a model that was listed after its logs had exceeded the quota.
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

-- Logs of listed contracts that have the topic of one of our events but cannot be decoded as one.
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
