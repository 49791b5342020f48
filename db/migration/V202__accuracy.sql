-- How far each model was replayed and what came of it. One row a model; everything below it hangs on it.
create table replay (
  chain_id         bigint           not null,
  address          bytea            not null,
  learning_rules   text             not null,
  classes          integer          not null,
  start_digest     bytea            not null,
  rewinds_seen     bigint           not null,
  samples          bigint           not null,
  hits             bigint           not null,
  last_block       bigint           not null,
  last_index       integer          not null,
  last_block_hash  bytea,
  last_time        bigint           not null,
  window_bits      bytea            not null,
  fading_sum       double precision not null,
  fading_weight    double precision not null,
  sparkline        bytea            not null,
  sparkline_stride bigint           not null,
  compared_block   bigint,
  compared_hash    bytea,
  difference       text,
  constraint replay_pk primary key (chain_id, address),
  constraint replay_address_length check (octet_length(address) = 20),
  constraint replay_digest_length check (octet_length(start_digest) = 32),
  constraint replay_classes_positive check (classes > 0),
  constraint replay_tally_packed check (octet_length(window_bits) = 125 and octet_length(sparkline) <= 256),
  constraint replay_counts check (samples >= 0 and hits between 0 and samples),
  constraint replay_block_hash check (octet_length(last_block_hash) = 32 and (samples = 0) = (last_block_hash is null)),
  constraint replay_compared_whole check (
    (compared_block is null) = (compared_hash is null) and octet_length(compared_hash) = 32),
  constraint replay_difference_bounded check (length(difference) <= 1000)
);

-- What the model answered to each sample just before it learnt it, some thousand samples a row, packed.
create table replay_segment (
  chain_id     bigint  not null,
  address      bytea   not null,
  first_sample bigint  not null,
  samples      integer not null,
  first_block  bigint  not null,
  last_block   bigint  not null,
  outcomes     bytea   not null,
  constraint replay_segment_pk primary key (chain_id, address, first_sample),
  constraint replay_segment_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_segment_counts check (first_sample > 0 and samples > 0),
  constraint replay_segment_blocks check (first_block <= last_block)
);

-- The classifier's whole state after a sample, to go on from after a restart or a reorganisation; the one after 0 samples
-- is the state in which the model was handed over.
create table replay_checkpoint (
  chain_id   bigint  not null,
  address    bytea   not null,
  samples    bigint  not null,
  last_block bigint  not null,
  last_index integer not null,
  block_hash bytea,
  state      bytea   not null,
  digest     bytea   not null,
  constraint replay_checkpoint_pk primary key (chain_id, address, samples),
  constraint replay_checkpoint_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_checkpoint_samples check (samples >= 0),
  constraint replay_checkpoint_hashes check (
    octet_length(block_hash) = 32 and octet_length(digest) = 32 and (samples = 0) = (block_hash is null))
);

-- How often a label met an answer; -1 stands for a label without a class, or for no answer at all.
create table replay_confusion (
  chain_id   bigint  not null,
  address    bytea   not null,
  label      integer not null,
  prediction integer not null,
  samples    bigint  not null,
  constraint replay_confusion_pk primary key (chain_id, address, label, prediction),
  constraint replay_confusion_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_confusion_counts check (label >= -1 and prediction >= -1 and samples > 0)
);

-- How often the model agreed with each account that taught it.
create table replay_contributor (
  chain_id  bigint not null,
  address   bytea  not null,
  sender    bytea  not null,
  samples   bigint not null,
  agreed    bigint not null,
  last_time bigint not null,
  constraint replay_contributor_pk primary key (chain_id, address, sender),
  constraint replay_contributor_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_contributor_sender_length check (octet_length(sender) = 20),
  constraint replay_contributor_counts check (samples > 0 and agreed between 0 and samples)
);
create index replay_contributor_most_samples on replay_contributor (chain_id, address, samples desc);
