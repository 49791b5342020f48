-- What a wallet said of a transaction's nonce: by it one is settled that was replaced before any node showed it.

alter table watched_transaction
  add column announced_nonce bigint,
  add constraint watched_transaction_announced_nonce_range check (announced_nonce >= 0);
