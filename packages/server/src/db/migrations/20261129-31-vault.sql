-- The vault: who somebody is. Every person has a data key of her own, wrapped under the vault key, which is derived from the
-- installation key and never in the database. Destroying a wrapped data key makes every version of her identity, wherever it
-- was copied to, unreadable for good.
create table person_data_key (
  person_id uuid primary key,
  programme_id uuid not null,
  -- nonce, AES-256-GCM of 32 bytes, tag; bound to the person and the version of the vault key. Null once destroyed.
  wrapped bytea,
  key_version integer not null,
  constraint person_data_key_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint person_data_key_length check (octet_length(wrapped) = 60),
  constraint person_data_key_version_positive check (key_version > 0)
);
create index person_data_key_by_version on person_data_key (key_version, person_id);

-- Names, birth, telephones and numbers of documents as one sealed text. Append-only: a change is a new version.
create table identity (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  version integer not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint identity_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint identity_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint identity_version_positive check (version > 0),
  constraint identity_version_once unique (person_id, version)
);

-- Keyed hashes of pieces of names, telephones and numbers of documents. The program's login cannot read this table.
create table name_token (
  programme_id uuid not null,
  token bigint not null,
  person_id uuid not null,
  constraint name_token_pkey primary key (programme_id, token, person_id),
  constraint name_token_person foreign key (person_id, programme_id) references person (id, programme_id)
);
create index name_token_of_person on name_token (person_id);

-- One look at the identity of somebody who was found and is held by others: why, and by whom. Good for this transaction only.
create table identity_opening (
  id uuid primary key,
  programme_id uuid not null,
  account_id uuid not null,
  search_id uuid not null,
  person_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id(),
  constraint identity_opening_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint identity_opening_searched foreign key (search_id, programme_id, account_id)
    references identity_search (id, programme_id, account_id),
  constraint identity_opening_reason_known check (reason in ('same-person', 'relative', 'asks-for-help'))
);
create index identity_opening_of_person on identity_opening (person_id, opened_at desc);

create trigger identity_append_only before update or delete or truncate on identity
  for each statement execute function refuse_change();
create trigger identity_opening_append_only before update or delete or truncate on identity_opening
  for each statement execute function refuse_change();

create function was_just_found(p_search uuid, p_person uuid, p_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select is_fresh_search(p_search, p_at)
    and exists (select from identity_search search where search.id = p_search and p_person = any (search.shown))
$$;

-- Replaces the tokens by which a person is found.
create function keep_name_tokens(p_person uuid, p_tokens bigint[]) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (is_own_new_person(p_person)
    or (may('identity.change') and p_person = any (array(select people_in_reach())))) then
    return false;
  end if;
  delete from name_token where person_id = p_person and token <> all (p_tokens);
  insert into name_token (programme_id, token, person_id)
  select distinct actor_programme(), token, p_person from unnest(p_tokens) as token
  on conflict do nothing;
  return true;
end $$;

-- The two hundred people of the programme who share most with what is searched for. A token counts the more the fewer people
-- have it; one that very many have is passed over unless there is nothing rarer, so that the price does not grow with the
-- register. All are answered, whoever holds them: what of them may be shown is the program's to decide. Once for each search.
create function search_vault(p_search uuid, p_tokens bigint[])
  returns table (person_id uuid, sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most_people constant integer := 20000;
  most_tokens constant integer := 16;
  best uuid[];
begin
  if not may('identity.search') then return; end if;
  select coalesce(array_agg(id order by score desc, id), '{}') into best from (
    select held.person_id as id, sum(rarest.weight) as score
    from (
      select counted.token, ln(1 + most_people / counted.people::float8) as weight
      from (
        select wanted.token, (
          select count(*) from (
            select from name_token held where held.programme_id = actor_programme() and held.token = wanted.token
            limit most_people) as bearer
          ) as people
        from (select distinct token from unnest(p_tokens) as token limit 200) as wanted
      ) as counted
      where counted.people > 0
      order by counted.people limit most_tokens
    ) as rarest
    join name_token held on held.programme_id = actor_programme() and held.token = rarest.token
    group by held.person_id
    order by score desc, held.person_id
    limit 200
  ) as candidate;
  update identity_search search set candidates = best
  where search.id = p_search and search.account_id = actor_id() and search.candidates is null;
  if not found then return; end if;
  return query
  select person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
    person.id = any (array(select people_in_reach())), holding.region_code, living.region_code
  from unnest(best) as candidate (id)
  join person on person.id = candidate.id
  join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = person.id order by identity.version desc limit 1
  ) as newest on true
  left join lateral (
    select caseload.region_code from family_member member
    join caseload on caseload.family_id = member.family_id and caseload.until_at is null
    where member.person_id = person.id and member.until_on is null
    order by caseload.from_at limit 1
  ) as holding on true
  left join residence living on living.person_id = person.id and living.until_on is null;
end $$;

-- Remembers whose cards were shown; only now is the search worth anything.
create function keep_shown(p_search uuid, p_shown uuid[]) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity_search search set shown = p_shown
  where search.id = p_search and search.account_id = actor_id() and may('identity.search')
    and search.candidates is not null and search.shown is null;
  return found;
end $$;

-- What one look shows: the newest version, and which colleague holds her.
create function opened_identity(p_opening uuid)
  returns table (sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    holder text, held_in text, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
    holding.display_name, holding.region_code, living.region_code
  from identity_opening opening
  join person on person.id = opening.person_id
  join person_data_key data_key on data_key.person_id = opening.person_id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = opening.person_id order by identity.version desc limit 1
  ) as newest on true
  left join lateral (
    select account.display_name, caseload.region_code from family_member member
    join caseload on caseload.family_id = member.family_id and caseload.until_at is null
    join account on account.id = caseload.account_id
    where member.person_id = opening.person_id and member.until_on is null
    order by caseload.from_at limit 1
  ) as holding on true
  left join residence living on living.person_id = opening.person_id and living.until_on is null
  where opening.id = p_opening and opening.account_id = actor_id() and opening.programme_id = actor_programme()
    and opening.transaction = pg_current_xact_id_if_assigned() and may('identity.search')
$$;

revoke all on function was_just_found(uuid, uuid, timestamptz), keep_name_tokens(uuid, bigint[]), search_vault(uuid, bigint[]), keep_shown(uuid, uuid[]),
  opened_identity(uuid) from public;
grant execute on function was_just_found(uuid, uuid, timestamptz), keep_name_tokens(uuid, bigint[]), search_vault(uuid, bigint[]), keep_shown(uuid, uuid[]),
  opened_identity(uuid) to tirek_app;

alter table person_data_key enable row level security;
alter table identity enable row level security;
alter table name_token enable row level security;
alter table identity_opening enable row level security;

create policy person_data_key_in_reach on person_data_key for select to tirek_app
  using ((select may('identity.read')) and person_id = any (array(select people_in_reach())));
create policy person_data_key_make on person_data_key for insert to tirek_app
  with check (programme_id = (select actor_programme()) and is_own_new_person(person_id));
create policy identity_in_reach on identity for select to tirek_app
  using ((select may('identity.read')) and person_id = any (array(select people_in_reach())));
create policy identity_record on identity for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and (is_own_new_person(person_id)
      or ((select may('identity.change')) and person_id = any (array(select people_in_reach())))));
create policy identity_opening_own on identity_opening for select to tirek_app
  using (account_id = (select actor_id()) and (select may('identity.search')));
create policy identity_opening_make on identity_opening for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id())
    and (select may('identity.search')) and was_just_found(search_id, person_id, opened_at));

grant select, insert on person_data_key, identity to tirek_app;
grant select, insert (id, programme_id, account_id, search_id, person_id, reason, opened_at) on identity_opening to tirek_app;
