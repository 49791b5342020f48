-- The models' replays with the accuracy that they give, and the accuracies that people posted.

-- How far each model has been replayed, and its figures. One row a model, which the following tables refer to.
create table replay (
  chain_id bigint not null,
  address bytea not null,
  learning_rules text not null,
  classes integer not null,
  start_digest bytea not null,
  reorgs_seen bigint not null,
  samples bigint not null,
  hits bigint not null,
  last_block bigint not null,
  last_index integer not null,
  last_block_hash bytea,
  last_time bigint not null,
  window_bits bytea not null,
  fading_sum double precision not null,
  fading_weight double precision not null,
  sparkline bytea not null,
  sparkline_stride bigint not null,
  compared_block bigint,
  compared_hash bytea,
  difference text,
  constraint replay_pk primary key (chain_id, address),
  constraint replay_address_length check (octet_length(address) = 20),
  constraint replay_digest_length check (octet_length(start_digest) = 32),
  constraint replay_classes_positive check (classes > 0),
  constraint replay_tally_packed check (
    octet_length(window_bits) = 125
    and octet_length(sparkline) <= 256
  ),
  constraint replay_counts check (
    samples >= 0
    and hits between 0 and samples
  ),
  constraint replay_block_hash check (
    octet_length(last_block_hash) = 32
    and (samples = 0) = (last_block_hash is null)
  ),
  constraint replay_compared_whole check (
    (compared_block is null) = (compared_hash is null)
    and octet_length(compared_hash) = 32
  ),
  constraint replay_difference_bounded check (length(difference) <= 1000)
);

-- What the model predicted for each sample just before it learnt it: some thousand samples a row, packed.
create table replay_segment (
  chain_id bigint not null,
  address bytea not null,
  first_sample bigint not null,
  samples integer not null,
  first_block bigint not null,
  last_block bigint not null,
  outcomes bytea not null,
  constraint replay_segment_pk primary key (chain_id, address, first_sample),
  constraint replay_segment_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_segment_counts check (
    first_sample > 0
    and samples > 0
  ),
  constraint replay_segment_blocks check (first_block <= last_block)
);

-- The classifier's whole state after a sample, from which the replay continues after a restart or a reorg; the one after 0
-- samples is the state in which the model was handed over.
create table replay_checkpoint (
  chain_id bigint not null,
  address bytea not null,
  samples bigint not null,
  last_block bigint not null,
  last_index integer not null,
  block_hash bytea,
  state bytea not null,
  digest bytea not null,
  constraint replay_checkpoint_pk primary key (chain_id, address, samples),
  constraint replay_checkpoint_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_checkpoint_samples check (samples >= 0),
  constraint replay_checkpoint_hashes check (
    octet_length(block_hash) = 32
    and octet_length(digest) = 32
    and (samples = 0) = (block_hash is null)
  )
);

-- How often a label met a prediction; -1 stands for a label without a class, or for no prediction at all.
create table replay_confusion (
  chain_id bigint not null,
  address bytea not null,
  label integer not null,
  prediction integer not null,
  samples bigint not null,
  constraint replay_confusion_pk primary key (chain_id, address, label, prediction),
  constraint replay_confusion_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_confusion_counts check (
    label >= -1
    and prediction >= -1
    and samples > 0
  )
);

-- How often the model agreed with each account that added samples to it.
create table replay_contributor (
  chain_id bigint not null,
  address bytea not null,
  sender bytea not null,
  samples bigint not null,
  agreed bigint not null,
  last_time bigint not null,
  constraint replay_contributor_pk primary key (chain_id, address, sender),
  constraint replay_contributor_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_contributor_sender_length check (octet_length(sender) = 20),
  constraint replay_contributor_counts check (
    samples > 0
    and agreed between 0 and samples
  )
);

create index replay_contributor_most_samples on replay_contributor (chain_id, address, samples desc);

-- The listed models beside the figures by which the list of models is sorted. Accuracy is there only if replay and chain were
-- found equal. The order of deposits follows price = weight * 3600 / max(1, isqrt(seconds since the last update)).
create view model_listing as
select
  model.chain_id,
  model.address,
  model.name,
  model.description,
  model.encoder,
  model.learning_rules,
  model.cost_weight,
  greatest(
    model.priced_from,
    case
      when replay.samples > 0 then replay.last_time
    end
  ) as last_update,
  coalesce(replay.samples, 0) as samples,
  case
    when replay.samples > 0 then replay.last_time
  end as last_activity,
  case
    when replay.samples > 0
    and replay.compared_block is not null
    and replay.difference is null then replay.hits::double precision / replay.samples
  end as accuracy,
  model.incentive_rules
from
  model
  left join replay on replay.chain_id = model.chain_id
  and replay.address = model.address;

-- Accuracies that anyone posted through the original server's interface: kept apart from ours, since nobody has checked them.
create table posted_accuracy (
  id bigint generated always as identity,
  chain_id bigint not null,
  address bytea not null,
  transaction_hash bytea not null,
  block_number bigint,
  -- A number or a numeric string as JSON, to be returned as it was posted.
  accuracy text not null,
  client text not null,
  posted_at timestamptz not null,
  constraint posted_accuracy_pk primary key (id),
  constraint posted_accuracy_once unique (chain_id, address, transaction_hash),
  constraint posted_accuracy_address_length check (octet_length(address) = 20),
  constraint posted_accuracy_hash_length check (octet_length(transaction_hash) = 32),
  constraint posted_accuracy_block_not_negative check (block_number >= 0),
  constraint posted_accuracy_bounded check (
    length(accuracy) between 1 and 40
    and length(client) <= 64
  )
);

create index posted_accuracy_by_time on posted_accuracy (chain_id, address, posted_at, id);

create index posted_accuracy_of_client on posted_accuracy (client, posted_at);

-- The accuracy that was posted with a model when it was listed through that interface.
create table posted_listing (
  chain_id bigint not null,
  address bytea not null,
  accuracy text,
  posted_at timestamptz not null,
  constraint posted_listing_pk primary key (chain_id, address),
  constraint posted_listing_address_length check (octet_length(address) = 20),
  constraint posted_listing_bounded check (length(accuracy) between 1 and 40)
);
