-- Which blocks of which chains are indexed. Rows of the index belong to canonical blocks only, so that a height has one hash and
-- a log is identified by chain, height and log index; `block_hash` tells which block a row came from. Times are in seconds since
-- 1970 where they are numbers.

create table chain (
  id bigint not null,
  name text not null,
  first_block bigint not null,
  -- Goes up with every reorg and every listing: a reader or writer that saw an older value starts over.
  epoch bigint not null default 0,
  listings bigint not null default 0,
  -- From this block on, logs of unlisted contracts were not kept, because the quota was used up.
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
  -- How much of the quota for unlisted contracts is used.
  unlisted_emitters bigint not null default 0,
  unlisted_bytes bigint not null default 0,
  constraint chain_head_pk primary key (chain_id),
  constraint chain_head_chain_fk foreign key (chain_id) references chain,
  constraint chain_head_hash_length check (octet_length(hash) = 32)
);

-- Disjoint block ranges whose rows are all in the database. A gap between two ranges is a gap in the index.
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
  constraint coverage_order check (
    0 <= from_block
    and from_block <= to_block
  ),
  constraint coverage_from_parent_length check (octet_length(from_parent) = 32),
  constraint coverage_to_hash_length check (octet_length(to_hash) = 32),
  constraint coverage_proof_known check (proof in ('fetched', 'cross-checked', 'proven')),
  -- A box from (chain, from) to (chain, to): boxes that touch overlap, so two ranges cannot share even one block.
  constraint coverage_disjoint exclude using gist (
    box(point(chain_id, from_block), point(chain_id, to_block))
    with
      &&
  )
);

-- Headers of the blocks that can still be reorganised, and of some below them.
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

-- Which instance may write which block range now; the id is the fencing token.
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

-- Each reorg: the last common block and the block that was the head before.
create table reorg (
  chain_id bigint not null,
  epoch bigint not null,
  ancestor bigint not null,
  tip bigint not null,
  at timestamptz not null default now(),
  constraint reorg_pk primary key (chain_id, epoch),
  constraint reorg_chain_fk foreign key (chain_id) references chain
);

-- The last block up to which a chain is covered without a gap; one below its first block if nothing is covered yet.
create function complete_to (chain bigint) returns bigint language sql stable
begin atomic
with
  start as (
    select
      first_block
    from
      chain c
    where
      c.id = complete_to.chain
  ),
  covered as (
    select
      from_block,
      to_block
    from
      coverage,
      start
    where
      chain_id = complete_to.chain
      and to_block >= first_block
  ),
  ends as (
    select
      first_block as place
    from
      start
    union all
    select
      to_block + 1
    from
      covered
  )
select
  min(place) - 1
from
  ends
where
  not exists (
    select
      1
    from
      covered
    where
      from_block <= place
      and place <= to_block
  );

end;
