-- What can still be claimed of samples, so that a search for it reads only open samples.

-- One row for each sample of which something can still be claimed (under points: for which a refund or a report is possible),
-- updated in the transaction that adds the sample or a claim. The times are those from which a claim can open, in seconds since
-- 1970; the status itself is not stored, since it changes with every block's time. Under points nobody can take what is left, so
-- `anyone_from` is the largest possible time. No foreign key to `emitter`, as for samples.
create table open_sample (
  chain_id bigint not null,
  block_number bigint not null,
  log_index integer not null,
  model_id integer not null,
  block_time bigint not null,
  sender bytea not null,
  label numeric(20) not null,
  deposit numeric(78) not null,
  claimable numeric(78) not null,
  refund_from bigint not null,
  report_from bigint not null,
  anyone_from bigint not null,
  refunds integer not null default 0,
  reports integer not null default 0,
  -- Whether the model agrees with the label, null if it rejects the sample; the state that gave this answer, by the first eight
  -- bytes of its digest, and the block in which that was the model's state.
  answered boolean not null default false,
  agrees boolean,
  answered_state bigint,
  answered_block bigint,
  constraint open_sample_pk primary key (chain_id, block_number, log_index),
  constraint open_sample_sender_length check (octet_length(sender) = 20),
  constraint open_sample_claimable check (claimable between 0 and deposit),
  constraint open_sample_counts check (
    refunds >= 0
    and reports >= 0
  ),
  constraint open_sample_answer check (
    answered = (answered_state is not null)
    and answered = (answered_block is not null)
    and (
      answered
      or agrees is null
    )
  )
)
with
  (fillfactor = 85);

-- In the order in which the deposit can be lost to whoever claims first.
create index open_sample_model on open_sample (model_id, anyone_from, block_number, log_index)
with
  (deduplicate_items = off);

create index open_sample_urgent on open_sample (anyone_from, chain_id, block_number, log_index)
with
  (deduplicate_items = off);

create index open_sample_sender on open_sample (sender, anyone_from);

-- The same columns for every sample, open or not, computed from samples and claims alone: open_sample is made from it, and
-- tests compare the two. A time that a hostile contract put out of range is cut to what fits. Under points, an equal sample that
-- was added later in the same second has replaced the data handler's record of the earlier one. `model_id + 0`: see linked_claim.
create view standing as
select
  s.chain_id,
  s.block_number,
  s.log_index,
  s.model_id,
  s.block_time,
  s.sender,
  s.label,
  s.deposit,
  t.claimable,
  s.added + p.refund_wait as refund_from,
  s.added + case p.incentive_rules
    when 'points/1' then least(p.refund_wait, p.any_address_claim_wait)
    else p.refund_wait
  end as report_from,
  case
    when p.money then s.added + p.any_address_claim_wait
    else 9223372036854775807
  end as anyone_from,
  t.refunds,
  t.reports,
  case
    when p.money then t.claimable > 0
    when p.incentive_rules = 'points/1' then t.refunds + t.reports = 0
    else t.refunds = 0
    or t.reports = 0
  end
  and (
    p.money
    or not exists (
      select
        1
      from
        sample n
      where
        n.sample_key = s.sample_key
        and n.model_id + 0 = s.model_id
        and (n.block_number, n.log_index) > (s.block_number, s.log_index)
    )
  ) as is_open
from
  (
    select
      *,
      least(added_time, 4611686018427387904)::bigint as added
    from
      sample
  ) s
  join (
    select
      *,
      incentive_rules like 'stakeable/%' as money
    from
      part
    where
      incentive_rules is not null
  ) p on p.model_id = s.model_id
  cross join lateral (
    select
      count(*) filter (
        where
          l.kind = 'refund'
      )::integer as refunds,
      count(*) filter (
        where
          l.kind = 'report'
      )::integer as reports,
      greatest(0, s.deposit - coalesce(sum(l.amount), 0)) as claimable
    from
      linked_claim l
    where
      l.model_id = s.model_id
      and l.sample_key = s.sample_key
      and l.sample_block = s.block_number
      and l.sample_index = s.log_index
  ) t;
