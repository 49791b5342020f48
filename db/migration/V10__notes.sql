-- What people write about models and what the operator decides. Rows are only added, never changed or removed.
create table model_record (
  id bigint generated always as identity,
  chain_id bigint not null,
  address bytea not null,
  recorded_at timestamptz not null,
  account bytea not null,
  act text not null,
  words text,
  -- Whose note it is, if the operator removes one.
  subject bytea,
  -- The transaction that created the model, if the account proved to be its sender.
  evidence bytea,
  constraint model_record_pk primary key (id),
  constraint model_record_account_length check (
    octet_length(account) = 20
    and octet_length(subject) = 20
  ),
  constraint model_record_evidence_length check (octet_length(evidence) = 32),
  constraint model_record_words_bounded check (length(words) between 1 and 280),
  constraint model_record_act_known check (
    act in (
      'note',
      'withdraw-note',
      'owner-note',
      'withdraw-owner-note',
      'ask-to-hide',
      'remove-note',
      'hide',
      'show',
      'allow',
      'disallow'
    )
  ),
  constraint model_record_words_where_needed check (
    case
      when act in ('note', 'owner-note', 'ask-to-hide', 'hide') then words is not null
      else true
    end
  ),
  constraint model_record_subject_of_removal check ((act = 'remove-note') = (subject is not null))
);

create index model_record_of on model_record (chain_id, address, id);

create index model_record_by on model_record (account, recorded_at);

create function model_record_is_append_only () returns trigger language plpgsql as $$
begin
  raise exception 'the record of models is only ever added to';
end
$$;

create trigger model_record_append_only
before update or delete or truncate on model_record for each statement
execute function model_record_is_append_only ();
