-- The listed models beside the figures that the list of models is sorted by; to read only. Accuracy shows only where
-- replay and chain were found equal. The order of deposits follows price = weight * 3600 / max(1, isqrt(seconds at rest)).
create view model_listing as
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
  end as accuracy
from model
left join replay on replay.chain_id = model.chain_id and replay.address = model.address;
