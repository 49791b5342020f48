-- Sessions of people who signed in with an Ethereum account, and the nonces that messages to sign must carry.

-- A nonce is issued for one account on one chain and is used up by the first attempt to sign in with it.
create table sign_in_nonce (
  nonce text not null,
  chain_id bigint not null,
  account bytea not null,
  expires_at timestamptz not null,
  constraint sign_in_nonce_pk primary key (nonce),
  constraint sign_in_nonce_length check (length(nonce) between 8 and 64),
  constraint sign_in_nonce_chain_positive check (chain_id > 0),
  constraint sign_in_nonce_account_length check (octet_length(account) = 20)
);

create index sign_in_nonce_expiry on sign_in_nonce (expires_at);

-- Only the digest of a session's token is stored: nobody who reads this table can use a session.
create table sign_in_session (
  token_digest bytea not null,
  chain_id bigint not null,
  account bytea not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_in_session_pk primary key (token_digest),
  constraint sign_in_session_digest_length check (octet_length(token_digest) = 32),
  constraint sign_in_session_chain_positive check (chain_id > 0),
  constraint sign_in_session_account_length check (octet_length(account) = 20),
  constraint sign_in_session_order check (started_at < expires_at)
);

create index sign_in_session_account on sign_in_session (account, started_at);

create index sign_in_session_expiry on sign_in_session (expires_at);
