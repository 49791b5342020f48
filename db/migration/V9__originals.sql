-- The unencoded data behind samples as people sent it, and whether encoding it again gives the features on chain.

-- Originals whose sample is not indexed yet, kept for a day. Several for one transaction, since anyone can send anything for a
-- hash that they have seen: a wrong text must not keep out the right one.
create table pending_original (
  id bigint generated always as identity,
  chain_id bigint not null,
  transaction_hash bytea not null,
  kind text not null,
  content bytea not null,
  digest bytea not null,
  client text not null,
  received_at timestamptz not null,
  expires_at timestamptz not null,
  constraint pending_original_pk primary key (id),
  constraint pending_original_once unique (chain_id, transaction_hash, digest),
  constraint pending_original_hash_length check (octet_length(transaction_hash) = 32),
  constraint pending_original_digest_length check (octet_length(digest) = 32),
  constraint pending_original_kind_known check (kind in ('text', 'png')),
  constraint pending_original_content_length check (octet_length(content) <= 262144)
);

create index pending_original_client on pending_original (client);

create index pending_original_expiry on pending_original (expires_at);

-- At most one original a sample. The block is the sample's, so that originals of samples in orphaned blocks can be found.
create table original (
  chain_id bigint not null,
  transaction_hash bytea not null,
  log_index integer not null,
  block_number bigint not null,
  trainer bytea not null,
  kind text not null,
  state text not null,
  variant text,
  -- Of an original that does not match, only this fact is kept.
  content bytea,
  digest bytea not null,
  -- Only of texts that match: a search finds nothing else.
  words tsvector,
  received_at timestamptz not null,
  constraint original_pk primary key (chain_id, transaction_hash, log_index),
  constraint original_hash_length check (octet_length(transaction_hash) = 32),
  constraint original_trainer_length check (octet_length(trainer) = 20),
  constraint original_digest_length check (octet_length(digest) = 32),
  constraint original_kind_known check (kind in ('text', 'png')),
  constraint original_state_known check (state in ('matches', 'differs', 'unknown')),
  constraint original_variant_of_match check ((state = 'matches') = (variant is not null)),
  constraint original_content_kept check ((state = 'differs') = (content is null)),
  constraint original_content_length check (octet_length(content) <= 262144),
  constraint original_words_of_match check (
    words is null
    or state = 'matches'
    and kind = 'text'
  )
);

create index original_words on original using gin (words);

create index original_block on original (chain_id, block_number);

-- How many originals of a model match by which variant of its encoder, updated with the rows.
create table original_total (
  chain_id bigint not null,
  trainer bytea not null,
  variant text not null,
  originals bigint not null,
  constraint original_total_pk primary key (chain_id, trainer, variant),
  constraint original_total_trainer_length check (octet_length(trainer) = 20),
  constraint original_total_not_negative check (originals >= 0)
);

-- Up to which epoch of each chain the originals have been compared with the ledger.
create table original_progress (chain_id bigint not null, epoch bigint not null, constraint original_progress_pk primary key (chain_id));
