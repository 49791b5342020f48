-- Which claims an open sample can still have is computed by its mechanism's rules, in the program, when its row is written; here
-- is only what came of it, so that a further mechanism needs no change of the database.

drop view standing;

-- Which names are known is told by the program, which reads no contract under rules that it does not know.
alter table part
drop constraint part_rules_known,
add constraint part_rules_named check (incentive_rules ~ '^[a-z0-9-]+/[0-9]+$');

-- Whether the claims so far leave room for a refund, and for a report; whether only who had a sample refunded may report. The rows
-- there are follow the rules of deposits, under which anyone can take what is left at last, or those of points.
alter table open_sample
add column refund_possible boolean,
add column report_possible boolean,
add column report_needs_valid_samples boolean;

update open_sample
set
  refund_possible = refunds = 0,
  report_possible = anyone_from < 9223372036854775807
  or reports = 0,
  report_needs_valid_samples = anyone_from < 9223372036854775807;

alter table open_sample
alter column refund_possible
set not null,
alter column report_possible
set not null,
alter column report_needs_valid_samples
set not null,
add constraint open_sample_something_possible check (
  refund_possible
  or report_possible
);
