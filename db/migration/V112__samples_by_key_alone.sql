-- The same two views, which find a sample by its key alone: `model_id + 0` keeps the database from reading all of a model's
-- samples for each claim, as it would in a new table of which it has no statistics yet.

create or replace view linked_claim as
select c.chain_id, c.block_number, c.log_index, c.model_id, c.kind, c.block_time, c.block_hash, c.transaction_hash, c.claimant,
  c.amount, c.sample_key, c.link, s.block_number as sample_block, s.log_index as sample_index,
  s.transaction_hash as sample_transaction
from claim c
cross join lateral (
  select block_number, log_index, transaction_hash, sender, deposit
  from sample
  where sample.sample_key = c.sample_key and sample.model_id + 0 = c.model_id
    and (sample.block_number, sample.log_index) < (c.block_number, c.log_index)
  order by sample.block_number desc, sample.log_index desc
  limit 1
) s
where c.amount <= s.deposit and (c.kind <> 'refund' or c.claimant = s.sender);

create or replace view standing as
select s.chain_id, s.block_number, s.log_index, s.model_id, s.block_time, s.sender, s.label, s.deposit, t.claimable,
  s.added + p.refund_wait as refund_from,
  s.added + case p.incentive_rules when 'points/1' then least(p.refund_wait, p.any_address_claim_wait) else p.refund_wait end
    as report_from,
  case when p.money then s.added + p.any_address_claim_wait else 9223372036854775807 end as anyone_from,
  t.refunds, t.reports,
  case
    when p.money then t.claimable > 0
    when p.incentive_rules = 'points/1' then t.refunds + t.reports = 0
    else t.refunds = 0 or t.reports = 0
  end and (p.money or not exists (
    select 1 from sample n where n.sample_key = s.sample_key and n.model_id + 0 = s.model_id
      and (n.block_number, n.log_index) > (s.block_number, s.log_index))) as is_open
from (select *, least(added_time, 4611686018427387904)::bigint as added from sample) s
join (select *, incentive_rules like 'stakeable/%' as money from part where incentive_rules is not null) p
  on p.model_id = s.model_id
cross join lateral (
  select count(*) filter (where l.kind = 'refund')::integer as refunds,
    count(*) filter (where l.kind = 'report')::integer as reports,
    greatest(0, s.deposit - coalesce(sum(l.amount), 0)) as claimable
  from linked_claim l where l.model_id = s.model_id and l.sample_key = s.sample_key
    and l.sample_block = s.block_number and l.sample_index = s.log_index) t;
