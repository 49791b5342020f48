-- What can still be claimed of samples, so that a search for it reads only open samples.

-- One row for each sample of which something can still be claimed, updated in the transaction that adds the sample or a claim.
-- The mechanism's rules compute what can be claimed and from when, in seconds since 1970, when the row is written; the status
-- itself is not stored, since it changes with every block's time. A claim that never opens has the largest possible time. No
-- foreign key to `emitter`, as for samples.
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
  -- Whether the claims so far leave room for a refund, and for a report; whether only who had a sample refunded may report.
  refund_possible boolean not null,
  report_possible boolean not null,
  report_needs_valid_samples boolean not null,
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
  constraint open_sample_something_possible check (
    refund_possible
    or report_possible
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
