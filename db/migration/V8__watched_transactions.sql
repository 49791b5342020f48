-- Transactions that visitors' wallets have sent, tracked by their hash until they are final.

create table watched_transaction (
  chain_id bigint not null,
  hash bytea not null,
  account bytea not null,
  purpose text not null,
  -- The sample that is claimed and the model, if the wallet's page named them.
  sample_transaction bytea,
  sample_log integer,
  model bytea,
  -- Read from a node once it knows the transaction; `direct` tells that the sender called the model's contract themselves.
  sender bytea,
  nonce bigint,
  direct boolean,
  state text not null,
  block_number bigint,
  block_hash bytea,
  replaced_by bytea,
  replaced_in bigint,
  reason text,
  remedy text,
  -- No other transaction has used the nonce up to this block.
  scanned_to bigint,
  missing_since timestamptz,
  sent_at timestamptz not null,
  updated_at timestamptz not null,
  next_look timestamptz not null,
  settled boolean not null default false,
  -- The nonce that the wallet named: with it a transaction is settled that was replaced before any node showed it.
  announced_nonce bigint,
  constraint watched_transaction_pk primary key (chain_id, hash),
  constraint watched_transaction_hash_length check (octet_length(hash) = 32),
  constraint watched_transaction_account_length check (octet_length(account) = 20),
  constraint watched_transaction_sender_length check (octet_length(sender) = 20),
  constraint watched_transaction_model_length check (octet_length(model) = 20),
  constraint watched_transaction_sample_whole check (
    (sample_transaction is null) = (sample_log is null)
    and octet_length(sample_transaction) = 32
  ),
  constraint watched_transaction_purpose_known check (purpose in ('refund', 'report', 'add-data')),
  constraint watched_transaction_state_known check (state in ('sent', 'included', 'indexed', 'final', 'replaced', 'cancelled', 'reverted', 'reorged', 'dropped', 'unknown')),
  constraint watched_transaction_block_whole check (
    (block_number is null) = (block_hash is null)
    and octet_length(block_hash) = 32
  ),
  constraint watched_transaction_replaced_by_length check (octet_length(replaced_by) = 32),
  constraint watched_transaction_announced_nonce_range check (announced_nonce >= 0)
);

create index watched_transaction_account on watched_transaction (account, sent_at desc);

create index watched_transaction_due on watched_transaction (next_look)
where
  not settled;

create index watched_transaction_age on watched_transaction (updated_at)
where
  settled;
