-- Sessions of people who are signed in, as Spring Session JDBC keeps them, in the place of a table of our own.

drop table sign_in_session;

-- Times are milliseconds since 1970; the interval is in seconds.
create table spring_session (
  primary_id text not null,
  -- The SHA-256 digest of the id that the browser has, hexadecimal: nobody who reads this table can use a session.
  session_id text not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  -- The account that is signed in.
  principal_name text,
  constraint spring_session_pk primary key (primary_id),
  constraint spring_session_id_unique unique (session_id),
  constraint spring_session_id_is_a_digest check (session_id ~ '^[0-9a-f]{64}$')
);

create index spring_session_expiry on spring_session (expiry_time);

create index spring_session_principal on spring_session (principal_name, creation_time);

create table spring_session_attributes (
  session_primary_id text not null,
  attribute_name text not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_session_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
