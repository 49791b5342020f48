-- A model's samples with one label, newest or oldest first: a rare label would otherwise be looked for among all its samples.
create index sample_label on sample (model_id, label, block_number, log_index);
