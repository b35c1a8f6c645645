-- The versions of the vault key, under which data keys are wrapped (people/vault). A version is begun, the data keys of the one
-- before are wrapped anew slice by slice, and when none is left the version is finished. Only the newest one wraps.
create table vault_key (
  version integer primary key,
  begun_at timestamptz not null,
  finished_at timestamptz,
  constraint vault_key_version_positive check (version > 0),
  constraint vault_key_finished_after_begun check (finished_at >= begun_at)
);
-- At most one change at a time.
create unique index vault_key_one_unfinished on vault_key ((true)) where finished_at is null;
insert into vault_key (version, begun_at, finished_at)
select 1, installation.made_at, installation.made_at from installation
union all select 1, now(), now() where not exists (select from installation);

alter table vault_key enable row level security;

-- The version under which somebody's new data key is wrapped, held until the end of the transaction: a change of versions waits
-- for every registration that has begun, so that none can come in late under a version that has been left.
create function vault_key_version() returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(7492026);
  return (select max(version) from vault_key);
end $$;
revoke all on function vault_key_version() from public;
grant execute on function vault_key_version() to tirek_app;

-- Whatever the program believes: no data key is laid down under any version but the newest.
create function refuse_old_vault_key() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.wrapped is not null and new.key_version <> vault_key_version() then
    raise exception 'data key under version % of the vault key', new.key_version
      using errcode = 'restrict_violation', constraint = 'vault_key_newest';
  end if;
  return new;
end $$;
create trigger person_data_key_newest before insert on person_data_key
  for each row execute function refuse_old_vault_key();
