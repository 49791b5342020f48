-- The list of models can be narrowed by whether samples need a deposit, and be read in the order of addresses.
create or replace view model_listing as
select
  model.chain_id,
  model.address,
  model.name,
  model.description,
  model.encoder,
  model.learning_rules,
  model.cost_weight,
  greatest(model.priced_from, case when replay.samples > 0 then replay.last_time end) as last_update,
  coalesce(replay.samples, 0) as samples,
  case when replay.samples > 0 then replay.last_time end as last_activity,
  case
    when replay.samples > 0 and replay.compared_block is not null and replay.difference is null
    then replay.hits::double precision / replay.samples
  end as accuracy,
  model.incentive_rules
from model
left join replay on replay.chain_id = model.chain_id and replay.address = model.address;

create index model_by_address on model (address, chain_id);
