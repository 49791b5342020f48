-- These keys hold a row's place, so no two are equal: before each split of a page PostgreSQL looked for equal ones in vain.
alter index sample_model set (deduplicate_items = off);
alter index sample_time set (deduplicate_items = off);
alter index sample_label set (deduplicate_items = off);
alter index open_sample_model set (deduplicate_items = off);
alter index open_sample_urgent set (deduplicate_items = off);
