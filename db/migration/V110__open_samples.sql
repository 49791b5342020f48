-- What can still be claimed of samples, kept in the transaction that changes it, so that a search for it reads only what is
-- open; and sums per account, so that no page adds up millions of rows.

-- The terms that a model's claims go by; none for a model of which they are not known, which then has nothing open.
alter table part
  add column incentive_rules text,
  add column refund_wait bigint,
  add column owner_claim_wait bigint,
  add column any_address_claim_wait bigint,
  add constraint part_rules_known check (incentive_rules in ('stakeable/1', 'stakeable/2', 'points/1', 'points/2')),
  add constraint part_waits_uint32 check (
    refund_wait between 0 and 4294967295 and owner_claim_wait between 0 and 4294967295
    and any_address_claim_wait between 0 and 4294967295),
  add constraint part_terms_whole check (
    (incentive_rules is null) = (refund_wait is null) and (incentive_rules is null) = (owner_claim_wait is null)
    and (incentive_rules is null) = (any_address_claim_wait is null));

-- One row for each sample of which something can still be claimed; under points, for which a refund or a report is possible.
-- The times are those from which a claim can open, in seconds since 1970; what that makes of a sample now is not kept, for it
-- changes with every block. Under points no one may take what is left: the time for that is beyond all others.
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
  -- What the model says of the sample: whether it agrees with the label, null where it refuses the sample; the state that
  -- said so, by the first bytes of its digest, and the block in which that was the model's state.
  answered boolean not null default false,
  agrees boolean,
  answered_state bigint,
  answered_block bigint,
  constraint open_sample_pk primary key (chain_id, block_number, log_index),
  constraint open_sample_model_fk foreign key (model_id) references emitter,
  constraint open_sample_sender_length check (octet_length(sender) = 20),
  constraint open_sample_claimable check (claimable between 0 and deposit),
  constraint open_sample_counts check (refunds >= 0 and reports >= 0),
  constraint open_sample_answer check (
    answered = (answered_state is not null) and answered = (answered_block is not null) and (answered or agrees is null))
) with (fillfactor = 85);
-- In the order in which they may be lost to whoever comes first.
create index open_sample_model on open_sample (model_id, anyone_from, block_number, log_index);
create index open_sample_urgent on open_sample (anyone_from, chain_id, block_number, log_index);
create index open_sample_sender on open_sample (sender, anyone_from);
create index open_sample_unanswered on open_sample (model_id) where not answered;

alter table model_total
  add column open_samples bigint not null default 0,
  add column partly_claimed bigint not null default 0,
  add constraint model_total_open check (partly_claimed between 0 and open_samples and open_samples <= samples);

-- Whose sample was claimed from, where that is certain: what an author lost to others is their sum.
alter table claim add column author bytea;
alter table claim add constraint claim_author_length check (octet_length(author) = 20);
create index claim_author on claim (author, model_id) where kind = 'report';

create table account_total (
  account bytea not null,
  model_id integer not null,
  samples bigint not null default 0,
  deposited numeric(96) not null default 0,
  refunds bigint not null default 0,
  refunded numeric(96) not null default 0,
  reports bigint not null default 0,
  reported numeric(96) not null default 0,
  constraint account_total_pk primary key (account, model_id),
  constraint account_total_model_fk foreign key (model_id) references emitter,
  constraint account_total_account_length check (octet_length(account) = 20),
  constraint account_total_not_negative check (samples >= 0 and refunds >= 0 and reports >= 0)
);
create index account_total_model on account_total (model_id, samples desc, refunds desc, account);

-- Where every sample stands, computed from the samples and claims alone: what open_sample is made from, row by row.
-- A time that a hostile contract put beyond all reach is cut to what fits. Under points an equal sample that was added later,
-- in the same second, has taken the record of the one before.
create view standing as
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
    select 1 from sample n where n.sample_key = s.sample_key and n.model_id = s.model_id
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

-- A database that was filled before: the catalog knows the terms. In a new one there is neither a catalog nor anything to fill.
do $$
begin
  if to_regclass('model') is not null then
    update part set incentive_rules = m.incentive_rules, refund_wait = m.refund_wait,
      owner_claim_wait = m.owner_claim_wait, any_address_claim_wait = m.any_address_claim_wait
    from emitter e join model m on m.chain_id = e.chain_id and m.address = e.address
    where e.id = part.model_id;
  end if;
end $$;

insert into open_sample (chain_id, block_number, log_index, model_id, block_time, sender, label, deposit, claimable,
  refund_from, report_from, anyone_from, refunds, reports)
select chain_id, block_number, log_index, model_id, block_time, sender, label, deposit, claimable,
  refund_from, report_from, anyone_from, refunds, reports
from standing where is_open;

update model_total t set open_samples = o.count, partly_claimed = o.partly
from (select model_id, count(*), count(*) filter (where refunds + reports > 0) as partly from open_sample group by model_id) o
where o.model_id = t.model_id;

update claim c set author = s.sender
from linked_claim l join sample s
  on s.chain_id = l.chain_id and s.block_number = l.sample_block and s.log_index = l.sample_index
where l.chain_id = c.chain_id and l.block_number = c.block_number and l.log_index = c.log_index;

insert into account_total (account, model_id, samples, deposited, refunds, refunded, reports, reported)
select account, model_id, sum(samples), sum(deposited), sum(refunds), sum(refunded), sum(reports), sum(reported)
from (
  select sender as account, model_id, count(*) as samples, sum(deposit) as deposited,
    0 as refunds, 0 as refunded, 0 as reports, 0 as reported
  from sample group by sender, model_id
  union all
  select claimant, model_id, 0, 0, count(*) filter (where kind = 'refund'),
    coalesce(sum(amount) filter (where kind = 'refund'), 0), count(*) filter (where kind = 'report'),
    coalesce(sum(amount) filter (where kind = 'report'), 0)
  from claim group by claimant, model_id
) rows group by account, model_id;
