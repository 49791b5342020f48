-- A model's contracts, incentive rules and waits stand in `part` alone, which the listing in the index writes; `model` had the same
-- again, written by another transaction.
alter table emitter
add constraint emitter_named unique (id, chain_id, address);

alter table part
add column chain_id bigint,
add column address bytea;

update part
set
  chain_id = emitter.chain_id,
  address = emitter.address
from
  emitter
where
  emitter.id = part.model_id;

alter table part
alter column chain_id
set not null,
alter column address
set not null,
drop constraint part_model_fk,
add constraint part_emitter_fk foreign key (model_id, chain_id, address) references emitter (id, chain_id, address),
add constraint part_unique unique (chain_id, address);

-- A model whose listing stopped between the two transactions is listed anew when it is next asked for.
delete from model
where
  not exists (
    select
    from
      part
    where
      part.chain_id = model.chain_id
      and part.address = model.address
      and part.incentive_rules is not null
  );

drop view model_listing;

alter table model
drop column incentive_rules,
drop column classifier,
drop column data_handler,
drop column incentive_mechanism,
drop column mechanism_owner,
drop column refund_wait,
drop column owner_claim_wait,
drop column any_address_claim_wait,
add constraint model_owner_length check (octet_length(model_owner) = 20),
add constraint model_part_fk foreign key (chain_id, address) references part (chain_id, address);

-- As before, with the rules from `part`.
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
  part.incentive_rules
from
  model
  join part on part.chain_id = model.chain_id
  and part.address = model.address
  left join replay on replay.chain_id = model.chain_id
  and replay.address = model.address;
