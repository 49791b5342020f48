-- Validations of contracts that are to be listed as models, and the record of listings.

-- One validation of an address, by request or because it was discovered on chain.
create table validation (
  id uuid not null,
  chain_id bigint not null,
  address text not null,
  origin text not null,
  client bytea,
  state text not null,
  verdict text,
  reason text,
  checks integer not null,
  attempts integer not null,
  leased_until timestamptz,
  requested_at timestamptz not null,
  ended_at timestamptz,
  constraint validation_pk primary key (id),
  constraint validation_chain_positive check (chain_id > 0),
  constraint validation_address_bounded check (length(address) <= 100),
  constraint validation_origin check (origin in ('asked', 'discovered')),
  constraint validation_client_length check (octet_length(client) = 32),
  constraint validation_state check (state in ('waiting', 'running', 'ended')),
  constraint validation_verdict check (verdict in ('passed', 'warning', 'failed')),
  constraint validation_ends_with_a_verdict check (
    (state = 'ended') = (verdict is not null)
    and (state = 'ended') = (ended_at is not null)
  ),
  constraint validation_leased_while_running check ((state = 'running') = (leased_until is not null)),
  constraint validation_reason_bounded check (length(reason) <= 1000),
  constraint validation_counts check (
    checks >= 0
    and attempts >= 0
  )
);

create index validation_unfinished on validation (requested_at)
where
  state <> 'ended';

create index validation_of_address on validation (chain_id, lower(address), requested_at desc);

-- The result of one check. What was found can quote a stranger's text, cleaned and bounded.
create table validation_check (
  validation_id uuid not null,
  place integer not null,
  id text not null,
  verdict text not null,
  found text not null,
  remedy text not null,
  constraint validation_check_pk primary key (validation_id, place),
  constraint validation_check_once unique (validation_id, id),
  constraint validation_check_of_validation foreign key (validation_id) references validation on delete cascade,
  constraint validation_check_verdict check (verdict in ('passed', 'warning', 'failed', 'not applicable')),
  constraint validation_check_bounded check (
    length(id) <= 50
    and length(found) <= 2000
    and length(remedy) <= 1000
  )
);

-- Who had a model listed, when, after which validation, and which of its warnings they accepted.
create table listing_record (
  id bigint generated always as identity,
  chain_id bigint not null,
  address bytea not null,
  validation_id uuid not null,
  client bytea,
  accepted text[] not null,
  outcome text not null,
  recorded_at timestamptz not null,
  constraint listing_record_pk primary key (id),
  constraint listing_record_address_length check (octet_length(address) = 20),
  constraint listing_record_client_length check (octet_length(client) = 32),
  constraint listing_record_outcome_bounded check (length(outcome) <= 1000)
);

create index listing_record_of_model on listing_record (chain_id, address, recorded_at);
