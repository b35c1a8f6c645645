-- Families that a practitioner takes along into places without signal: which of her devices may, and what has changed since.

-- How often anything about a family has changed. The number is taken under a lock of the family's own row that lasts until the
-- change is committed: a reader who has seen a number has seen every change up to it. A sequence could not promise that.
create table family_change (
  family_id uuid primary key,
  programme_id uuid not null,
  version bigint not null,
  constraint family_change_family foreign key (family_id, programme_id) references family (id, programme_id)
);

-- Marks families as changed, and those that share a member with them: a person's page names all her families.
create function mark_families_changed(p_families uuid[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with touched as (
    select unnest(p_families) as id
    union
    select beside.family_id
    from family_member mine
    join family_member beside on beside.person_id = mine.person_id and beside.until_on is null
    where mine.family_id = any (p_families) and mine.until_on is null
  )
  insert into family_change (family_id, programme_id, version)
  select family.id, family.programme_id, 1 from family join touched on touched.id = family.id
  -- Always in the same order, so that two who change the same families wait for each other and never in a circle.
  order by family.id
  on conflict (family_id) do update set version = family_change.version + 1
$$;

-- The trigger of a table whose rows belong to a family or to a person; the argument names the column that says to which.
create function tell_family_changed() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  changed uuid := (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0])::uuid;
begin
  if tg_argv[0] = 'family_id' then
    perform mark_families_changed(array[changed]);
  else
    perform mark_families_changed(array(
      select member.family_id from family_member member where member.person_id = changed and member.until_on is null));
  end if;
  return null;
end $$;

create trigger family_member_told after insert or update or delete on family_member
  for each row execute function tell_family_changed('family_id');
create trigger caseload_told after insert or update or delete on caseload
  for each row execute function tell_family_changed('family_id');
create trigger family_fact_told after insert or update or delete on family_fact
  for each row execute function tell_family_changed('family_id');
-- Where a life stands is told in one family and shown in all of hers: they share her, so the mark reaches them too.
create trigger residence_told after insert or update or delete on residence
  for each row execute function tell_family_changed('person_id');
create trigger spoken_languages_told after insert or update or delete on spoken_languages
  for each row execute function tell_family_changed('person_id');
create trigger identity_told after insert or update or delete on identity
  for each row execute function tell_family_changed('person_id');
create trigger person_data_key_told after update or delete on person_data_key
  for each row execute function tell_family_changed('person_id');
create trigger consent_told after insert or update or delete on consent
  for each row execute function tell_family_changed('person_id');

insert into family_change (family_id, programme_id, version) select id, programme_id, 1 from family;

-- The roles and regions that an account holds now, in one word.
create function roles_mark(p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select md5(coalesce(string_agg(held.role || ' ' || coalesce(held.region_code, '*'), ',' order by held.role, held.region_code), ''))
  from role_assignment held where held.account_id = p_account and held.ends_at is null
$$;

-- A device that takes families along. It knows a secret of its own, of which only a hash lies here. What it took, it took under
-- the roles of that day: with other roles it is asked to forget, and is made known anew.
create table offline_device (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null,
  secret_hash bytea not null,
  name text not null,
  roles_mark text not null,
  made_at timestamptz not null,
  last_taken_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  constraint offline_device_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint offline_device_ended_by foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint offline_device_end_whole check ((ended_at is null) = (ended_by is null))
);
create index offline_device_of_account on offline_device (account_id) where ended_at is null;

-- Whether a device may keep what it has. It asks without anybody being signed in, and proves itself by its secret.
create function device_standing(p_device uuid, p_secret_hash bytea) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select case
      when device.secret_hash <> p_secret_hash then 'unknown'
      when device.ended_at is not null then 'ended'
      when holder.closed_at is not null then 'account-closed'
      when device.roles_mark <> roles_mark(device.account_id) then 'roles-changed'
      else 'stands'
    end
    from offline_device device join account holder on holder.id = device.account_id
    where device.id = p_device), 'unknown')
$$;

revoke all on function mark_families_changed(uuid[]), tell_family_changed(), roles_mark(uuid), device_standing(uuid, bytea)
  from public;
grant execute on function roles_mark(uuid), device_standing(uuid, bytea) to tirek_app;

alter table family_change enable row level security;
alter table offline_device enable row level security;

create policy family_change_in_reach on family_change for select to tirek_app
  using (family_id = any (array(select families_in_reach())));

create policy offline_device_own on offline_device for select to tirek_app
  using (account_id = (select actor_id()) and (select may('caseload.hold')));
create policy offline_device_make on offline_device for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id())
    and roles_mark = roles_mark((select actor_id())) and (select may('caseload.hold')));
create policy offline_device_change on offline_device for update to tirek_app
  using (account_id = (select actor_id()) and ended_at is null and (select may('caseload.hold')))
  with check (account_id = (select actor_id()));

grant select on family_change to tirek_app;
grant select, insert on offline_device to tirek_app;
grant update (last_taken_at, ended_at, ended_by) on offline_device to tirek_app;
