-- What is known of each covered range beyond its level, for the audit that raises levels, and whether rows were put right by it.
alter table coverage
add column doubted_block bigint,
add column checked_at timestamptz;

comment on column coverage.doubted_block is 'The first block whose bloom filter says that it may hold logs, while no endpoint serves receipts that prove or refute it';

comment on column coverage.checked_at is 'When the audit last found that it cannot make the range surer; null where it has not tried';

-- The audit looks for the lowest range that is not proven.
create index coverage_unproven on coverage (chain_id, from_block)
where
  proof <> 'proven';

-- A repair replaced the rows of blocks that had others than the chain: what was computed from them is computed anew, as after a reorg.
alter table reorg
add column cause text not null default 'reorg',
add constraint reorg_cause_known check (cause in ('reorg', 'repair'));

-- By its first block a chain is told from another of the same id, such as a development chain that was started anew.
alter table chain
add column genesis bytea,
add constraint chain_genesis_length check (octet_length(genesis) = 32);
