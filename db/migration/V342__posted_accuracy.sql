-- Accuracies that anyone posted through the original server's interface: kept apart from ours, as nobody has checked them.
create table posted_accuracy (
  id               bigint generated always as identity,
  chain_id         bigint      not null,
  address          bytea       not null,
  transaction_hash bytea       not null,
  block_number     bigint,
  -- A number or a numeric string, as JSON, to be answered as it came.
  accuracy         text        not null,
  client           text        not null,
  posted_at        timestamptz not null,
  constraint posted_accuracy_pk primary key (id),
  constraint posted_accuracy_once unique (chain_id, address, transaction_hash),
  constraint posted_accuracy_address_length check (octet_length(address) = 20),
  constraint posted_accuracy_hash_length check (octet_length(transaction_hash) = 32),
  constraint posted_accuracy_block_not_negative check (block_number >= 0),
  constraint posted_accuracy_bounded check (length(accuracy) between 1 and 40 and length(client) <= 64)
);
create index posted_accuracy_by_time on posted_accuracy (chain_id, address, posted_at, id);
create index posted_accuracy_of_client on posted_accuracy (client, posted_at);

-- What was posted as the accuracy of a model by whoever had it listed through that interface.
create table posted_listing (
  chain_id  bigint      not null,
  address   bytea       not null,
  accuracy  text,
  posted_at timestamptz not null,
  constraint posted_listing_pk primary key (chain_id, address),
  constraint posted_listing_address_length check (octet_length(address) = 20),
  constraint posted_listing_bounded check (length(accuracy) between 1 and 40)
);
