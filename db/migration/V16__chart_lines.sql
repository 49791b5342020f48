-- What a chart draws of a model's accuracy, of bounded size however many samples there are: of each series the lowest and the
-- highest point of every stretch of samples, packed. It changes in the transaction that writes the segments.
create table replay_lines (
  chain_id bigint not null,
  address bytea not null,
  samples bigint not null,
  lines bytea not null,
  constraint replay_lines_pk primary key (chain_id, address),
  constraint replay_lines_of_replay foreign key (chain_id, address) references replay on delete cascade,
  constraint replay_lines_samples check (samples > 0),
  constraint replay_lines_bounded check (octet_length(lines) <= 300000)
);

-- Models that were replayed before have no lines yet. Their samples are kept here and the replay needs no node, so it begins anew.
delete from replay;
