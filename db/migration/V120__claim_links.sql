-- Claims that no event and no input link can be linked by the data handler's record before and after, or by a trace.
alter table claim
  drop constraint claim_link_known,
  drop constraint claim_link_key,
  add constraint claim_link_known check (link in ('event', 'input', 'record', 'trace', 'none', 'pending')),
  add constraint claim_link_key check ((link in ('none', 'pending')) = (sample_key is null));
