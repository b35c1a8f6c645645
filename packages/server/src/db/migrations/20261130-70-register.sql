-- Registers that were kept elsewhere, on their way in. What somebody uploads lies sealed under a key that is not in the database, is
-- read by nobody else, and is gone when the import is over or after a day. People are registered by one function, all of a file in
-- one transaction.

create table register_import (
  id uuid primary key,
  programme_id uuid not null references programme,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  state text not null default 'uploaded',
  -- The name of the file, its cells, what a check found, what was decided of rows; each nonce, AES-256-GCM ciphertext, tag.
  name bytea,
  cells bytea,
  found bytea,
  decisions bytea,
  -- Names of columns and what they hold.
  mapping jsonb,
  holder_id uuid,
  done integer not null default 0,
  total integer not null default 0,
  people integer not null default 0,
  families integer not null default 0,
  linked integer not null default 0,
  errors integer not null default 0,
  warnings integer not null default 0,
  asked integer not null default 0,
  undecided integer not null default 0,
  has_news boolean not null default false,
  refusal text,
  constraint register_import_account foreign key (uploaded_by, programme_id) references account (id, programme_id),
  constraint register_import_holder foreign key (holder_id, programme_id) references account (id, programme_id),
  constraint register_import_state_known
    check (state in ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled')),
  constraint register_import_forgets check ((state in ('done', 'cancelled')) = (cells is null)),
  constraint register_import_forgets_all
    check (cells is not null or (name is null and found is null and decisions is null and mapping is null)),
  constraint register_import_run_decided check (state <> 'running' or (errors = 0 and undecided = 0 and holder_id is not null))
);
alter table register_import alter column cells set storage external;
create index register_import_at_work on register_import (uploaded_at) where state in ('checking', 'running');
create index register_import_of_account on register_import (uploaded_by, uploaded_at desc);

-- How a file of some shape is read, for the next one. Append-only: the newest of a name holds.
create table register_mapping (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null,
  mapping jsonb not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  constraint register_mapping_account foreign key (kept_by, programme_id) references account (id, programme_id)
);
create index register_mapping_newest on register_mapping (programme_id, name, kept_at desc);
create trigger register_mapping_append_only before update or delete or truncate on register_mapping
  for each statement execute function refuse_change();

-- The import of the actor's that the program works on, and nobody else's.
create function register_at_work(p_import uuid, p_states text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('register.import') and exists (
    select from register_import importing
    where importing.id = p_import and importing.uploaded_by = actor_id() and importing.programme_id = actor_programme()
      and importing.state = any (p_states))
$$;

-- Who may be given the families of a register: oneself, where one holds families at all, or a practitioner of one's team.
create function may_hold_register(p_holder uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('register.import') and (
    (p_holder = actor_id() and may('caseload.hold'))
    or (may('caseload.assign') and p_holder <> actor_id() and p_holder = any (array(select team_of_actor()))
      and account_may(p_holder, 'caseload.hold')))
$$;

-- What search_vault does for one, for many rows of a register at once: a token is counted once however many rows have it, the
-- rarest tokens of a row count until six thousand bear them, and the thirty people who share most with a row are handed out.
-- p_rows: [{"place": 1, "tokens": ["…"]}]; p_known: whom this import has been handed already, of whom only the places are told.
-- To compile so long a query (jit) takes longer than to answer it.
create function search_register(p_import uuid, p_rows jsonb, p_known uuid[])
  returns table (places integer[], person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer,
    sealed bytea, is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
declare
  most_people constant integer := 20000;
  most_tokens constant integer := 16;
  least_tokens constant integer := 4;
  most_bearers constant integer := 6000;
  most_candidates constant integer := 30;
begin
  if not (may('identity.search') and register_at_work(p_import, '{checking,running}')) then return; end if;
  return query
  with wanted as materialized (
    select distinct (row_of.value ->> 'place')::integer as place, token.value::bigint as token
    from jsonb_array_elements(p_rows) as row_of, jsonb_array_elements_text(row_of.value -> 'tokens') as token
  ),
  counted as materialized (
    select each.token, (
      select count(*) from (
        select from name_token held where held.programme_id = actor_programme() and held.token = each.token
        limit most_people) as bearer
      ) as people
    from (select distinct wanted.token from wanted) as each
  ),
  rarest as materialized (
    select ranked.place, ranked.token, ln(1 + most_people / ranked.people::float8) as weight
    from (
      select wanted.place, wanted.token, counted.people,
        row_number() over rarity as rank, sum(counted.people) over rarity as bearers
      from wanted join counted on counted.token = wanted.token and counted.people > 0
      window rarity as (partition by wanted.place order by counted.people, wanted.token rows unbounded preceding)
    ) as ranked
    where ranked.rank <= most_tokens and (ranked.rank <= least_tokens or ranked.bearers <= most_bearers)
  ),
  best as materialized (
    select scored.place, scored.id from (
      select rarest.place, held.person_id as id,
        row_number() over (partition by rarest.place order by sum(rarest.weight) desc, held.person_id) as rank
      from rarest join name_token held on held.programme_id = actor_programme() and held.token = rarest.token
      group by rarest.place, held.person_id
    ) as scored
    where scored.rank <= most_candidates
  ),
  candidate as materialized (
    select coalesce(merge.person_id, best.id) as id, array_agg(distinct best.place) as places
    from best left join standing_merge merge on merge.merged_id = best.id
    group by coalesce(merge.person_id, best.id)
  ),
  fresh as materialized (
    select candidate.id, candidate.places from candidate
    where not exists (select from unnest(p_known) as had (id) where had.id = candidate.id)
  ),
  record as materialized (
    select fresh.id as person, fresh.id from fresh
    union all
    select fresh.id, merge.merged_id from fresh join standing_merge merge on merge.person_id = fresh.id
  )
  select candidate.places, candidate.id, candidate.id, null::text, null::integer, null::bytea, null::integer, null::bytea,
    null::boolean, null::text, null::text
  from candidate where not exists (select from fresh where fresh.id = candidate.id)
  union all (
    select fresh.places, fresh.id, person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
      fresh.id = any (array(select people_in_reach())), place.held_in, place.lives_in
    from fresh
    join record on record.person = fresh.id
    join person on person.id = record.id
    join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
    join lateral (
      select identity.version, identity.sealed from identity
      where identity.person_id = person.id order by identity.version desc limit 1
    ) as newest on true
    cross join lateral place_of(fresh.id) as place
    order by fresh.id, person.id <> fresh.id, person.id
  );
end $$;

-- Registers people of a running import, each with the search that was made for her, in new families of the holder's or in families
-- within reach. Bytes come as base64. p_families: [{id, caseload_id}]; p_people: [{id, place, sex, search_id, name_mark, shown, key_version,
-- wrapped, identity_id, sealed, tokens, member_id, family_id, residence_id, region, lives_from}].
create function register_people(p_import uuid, p_now timestamptz, p_families jsonb, p_people jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder uuid;
begin
  if not register_at_work(p_import, '{running}') then return false; end if;
  select holder_id into holder from register_import where id = p_import;
  if not coalesce(may_hold_register(holder), false) then return false; end if;

  insert into family (id, programme_id, made_by, made_at)
  select family.id, actor_programme(), actor_id(), p_now from jsonb_to_recordset(p_families) as family (id uuid);
  insert into caseload (id, programme_id, family_id, account_id, region_code, from_at, assigned_by)
  select family.caseload_id, actor_programme(), family.id, holder,
    (select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
     where held.account_id = holder and held.ends_at is null and allowed.permission = 'caseload.hold'
     order by held.starts_at limit 1),
    p_now, actor_id()
  from jsonb_to_recordset(p_families) as family (id uuid, caseload_id uuid);

  if exists (
    select from jsonb_to_recordset(p_people) as people (family_id uuid)
    where people.family_id is null or people.family_id <> all (array(select families_in_reach()))
  ) then return false; end if;

  insert into identity_search (id, programme_id, account_id, searched_at, name_mark, candidates, shown)
  select people.search_id, actor_programme(), actor_id(), p_now, decode(people.name_mark, 'base64'), people.shown, people.shown
  from jsonb_to_recordset(p_people) as people (search_id uuid, name_mark text, shown uuid[]);
  insert into person (id, programme_id, sex, search_id, registered_by, registered_at)
  select people.id, actor_programme(), people.sex, people.search_id, actor_id(), p_now
  from jsonb_to_recordset(p_people) as people (id uuid, sex text, search_id uuid);
  insert into person_data_key (person_id, programme_id, wrapped, key_version)
  select people.id, actor_programme(), decode(people.wrapped, 'base64'), people.key_version
  from jsonb_to_recordset(p_people) as people (id uuid, wrapped text, key_version integer);
  insert into identity (id, programme_id, person_id, version, sealed, recorded_by, recorded_at)
  select people.identity_id, actor_programme(), people.id, 1, decode(people.sealed, 'base64'), actor_id(), p_now
  from jsonb_to_recordset(p_people) as people (id uuid, identity_id uuid, sealed text);
  insert into name_token (programme_id, token, person_id)
  select distinct actor_programme(), token, people.id
  from jsonb_to_recordset(p_people) as people (id uuid, tokens bigint[]), unnest(people.tokens) as token;
  insert into family_member (id, programme_id, family_id, person_id, added_by, added_at)
  -- Members are shown in the order in which they came: that of the file.
  select people.member_id, actor_programme(), people.family_id, people.id, actor_id(), p_now + people.place * interval '1 microsecond'
  from jsonb_to_recordset(p_people) as people (id uuid, place integer, member_id uuid, family_id uuid);
  insert into residence (id, programme_id, person_id, region_code, from_on, recorded_by, recorded_at)
  select people.residence_id, actor_programme(), people.id, people.region, people.lives_from, actor_id(), p_now
  from jsonb_to_recordset(p_people) as people (id uuid, residence_id uuid, region text, lives_from date)
  where people.region is not null;
  return true;
end $$;

-- Tells of people of a running import who else they belong to: another family within reach, and facts of a family about members of
-- today. p_members: [{id, family_id, person_id}]; p_facts: [{id, family_id, fact, subject_id, people, value}].
create function register_kinship(p_import uuid, p_now timestamptz, p_members jsonb, p_facts jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not register_at_work(p_import, '{running}') then return false; end if;
  if exists (
    select from jsonb_to_recordset(p_members) as member (family_id uuid, person_id uuid)
    where member.family_id <> all (array(select families_in_reach())) or member.person_id <> all (array(select people_in_reach()))
  ) then return false; end if;
  insert into family_member (id, programme_id, family_id, person_id, added_by, added_at)
  select member.id, actor_programme(), member.family_id, member.person_id, actor_id(), p_now
  from jsonb_to_recordset(p_members) as member (id uuid, family_id uuid, person_id uuid);
  if exists (
    select from jsonb_to_recordset(p_facts) as told (family_id uuid, fact text, people uuid[])
    where told.family_id <> all (array(select families_in_reach())) or told.fact not in ('union', 'parentage')
      or exists (select from unnest(told.people) as who where not exists (
        select from family_member member
        where member.family_id = told.family_id and member.person_id = who and member.until_on is null))
  ) then return false; end if;
  insert into family_fact (id, programme_id, family_id, fact, subject_id, version, people, value, recorded_by, recorded_at)
  select told.id, actor_programme(), told.family_id, told.fact, told.subject_id, 1, told.people, told.value, actor_id(), p_now
  from jsonb_to_recordset(p_facts)
    as told (id uuid, family_id uuid, fact text, subject_id uuid, people uuid[], value jsonb);
  return true;
end $$;

-- Somebody who is erased stands on no card that waits to be looked through: whoever waits looks anew.
create function forget_found_of_registers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update register_import set state = 'uploaded', found = null, asked = 0, undecided = 0
  where programme_id = new.programme_id and state = 'checked';
  return null;
end $$;
create trigger erasure_forgets_registers after insert on erasure
  for each row execute function forget_found_of_registers();

revoke all on function register_at_work(uuid, text[]), may_hold_register(uuid), search_register(uuid, jsonb, uuid[]),
  register_people(uuid, timestamptz, jsonb, jsonb), register_kinship(uuid, timestamptz, jsonb, jsonb),
  forget_found_of_registers() from public;
grant execute on function may_hold_register(uuid), search_register(uuid, jsonb, uuid[]),
  register_people(uuid, timestamptz, jsonb, jsonb), register_kinship(uuid, timestamptz, jsonb, jsonb) to tirek_app;

alter table register_import enable row level security;
alter table register_mapping enable row level security;

-- What somebody brought is seen by nobody else, whatever her role.
create policy register_import_own on register_import for all to tirek_app
  using (uploaded_by = (select actor_id()) and programme_id = (select actor_programme()) and (select may('register.import')))
  with check (uploaded_by = (select actor_id()) and programme_id = (select actor_programme()) and (select may('register.import')));
create policy register_mapping_of_programme on register_mapping for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('register.import')));
create policy register_mapping_keep on register_mapping for insert to tirek_app
  with check (programme_id = (select actor_programme()) and kept_by = (select actor_id()) and (select may('register.import')));
create policy register_import_jobs on register_import for all to tirek_jobs using (true) with check (true);

grant select, insert on register_import, register_mapping to tirek_app;
grant update (state, name, cells, found, decisions, mapping, holder_id, done, total, people, families, linked, errors, warnings, asked,
  undecided, has_news, refusal) on register_import to tirek_app;
-- The job knows what waits and for whom; what was uploaded it neither reads nor needs.
grant select (id, programme_id, uploaded_by, uploaded_at, state, holder_id, done, total) on register_import to tirek_jobs;
grant update (state, name, cells, found, decisions, mapping, done, total, asked, undecided, refusal) on register_import to tirek_jobs;
