-- The listed models and what is known of them. Their texts come from strangers: they are cleaned and bounded before they are
-- stored.

-- One row a model, under its trainer's address. Waits are in seconds; `priced_from` is a time in seconds since 1970.
create table model (
  chain_id bigint not null,
  address bytea not null,
  name text not null,
  description text not null,
  encoder text not null,
  learning_rules text not null,
  incentive_rules text not null,
  classifier bytea not null,
  data_handler bytea not null,
  incentive_mechanism bytea not null,
  mechanism_owner bytea not null,
  model_owner bytea,
  refund_wait bigint not null,
  owner_claim_wait bigint not null,
  any_address_claim_wait bigint not null,
  cost_weight numeric(78) not null,
  class_names text[] not null,
  created_block bigint,
  created_hash bytea,
  created_time bigint,
  priced_from bigint not null,
  listed_at timestamptz not null,
  listing_state text not null,
  listing_reason text,
  version bigint not null,
  -- What the model's record comes to: whether the operator hides it, and whether its texts are on the allow-list.
  hidden boolean not null default false,
  allowed boolean not null default false,
  constraint model_pk primary key (chain_id, address),
  constraint model_chain_positive check (chain_id > 0),
  constraint model_address_length check (octet_length(address) = 20),
  constraint model_parts_length check (
    octet_length(classifier) = 20
    and octet_length(data_handler) = 20
    and octet_length(incentive_mechanism) = 20
  ),
  constraint model_owners_length check (
    octet_length(mechanism_owner) = 20
    and octet_length(model_owner) = 20
  ),
  constraint model_text_bounded check (
    length(name) <= 200
    and length(description) <= 4000
    and length(encoder) <= 200
    and length(listing_reason) <= 1000
  ),
  constraint model_waits_uint32 check (
    refund_wait between 0 and 4294967295
    and owner_claim_wait between 0 and 4294967295
    and any_address_claim_wait between 0 and 4294967295
  ),
  constraint model_cost_weight_uint80 check (
    cost_weight >= 0
    and cost_weight < 1208925819614629174706176
  ),
  constraint model_creation_whole check (
    (created_block is null) = (created_hash is null)
    and (created_block is null) = (created_time is null)
    and octet_length(created_hash) = 32
  ),
  constraint model_listing_state check (listing_state in ('LISTED', 'REPLAYABLE', 'NOT_REPLAYABLE')),
  constraint model_reason_when_not_replayable check ((listing_state = 'NOT_REPLAYABLE') = (listing_reason is not null))
);

create index model_by_address on model (address, chain_id);

-- The state of a replayable model's classifier when it was handed over; apart, since it can be large and lists do not need it.
create table model_start (
  chain_id bigint not null,
  address bytea not null,
  state bytea not null,
  digest bytea not null,
  source text not null,
  constraint model_start_pk primary key (chain_id, address),
  constraint model_start_of_model foreign key (chain_id, address) references model on delete cascade,
  constraint model_start_digest_length check (octet_length(digest) = 32),
  constraint model_start_source_bounded check (length(source) <= 1000)
);
