-- The directory of who helps with what and where, and the map of who answers for which need in which region. Nothing here is about a
-- person: whoever reads the directory reads all of it. Rows are only ever added; provider_id and service_id stay, so that a
-- referral can name a service, with the version that was looked at. A change is made by somebody whose regions it is about: those
-- that an entry has now, and those that it had before.

create table provider (
  id uuid primary key,
  programme_id uuid not null references programme,
  provider_id uuid not null,
  version integer not null,
  -- Where it sits; empty: for the whole country.
  regions text[] not null,
  entry jsonb not null,
  closed text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint provider_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint provider_version_counted check (version >= 1),
  constraint provider_version_once unique (programme_id, provider_id, version),
  constraint provider_closed_known check (closed in ('ended', 'moved', 'no-money', 'wrong-entry', 'twice-entered')),
  -- A telephone of people who are no institution would be somebody's own.
  constraint provider_informal_unreachable check (entry ->> 'holder' <> 'informal'
    or coalesce(entry #>> '{contacts,phone}', '') || coalesce(entry #>> '{contacts,email}', '')
      || coalesce(entry #>> '{contacts,address}', '') || coalesce(entry #>> '{contacts,site}', '') = '')
);

create table service (
  id uuid primary key,
  programme_id uuid not null references programme,
  service_id uuid not null,
  version integer not null,
  regions text[] not null,
  entry jsonb not null,
  closed text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint service_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint service_version_counted check (version >= 1),
  constraint service_version_once unique (programme_id, service_id, version),
  constraint service_somewhere check (cardinality(regions) > 0),
  constraint service_closed_known check (closed in ('ended', 'moved', 'no-money', 'wrong-entry', 'twice-entered'))
);

create table responsibility (
  id uuid primary key,
  programme_id uuid not null references programme,
  region_code text not null,
  category text not null,
  version integer not null,
  since_on date not null,
  until_on date,
  -- Null: nobody answers from that day on.
  entry jsonb,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint responsibility_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint responsibility_region foreign key (programme_id, region_code) references region (programme_id, code),
  constraint responsibility_version_counted check (version >= 1),
  constraint responsibility_version_once unique (programme_id, region_code, category, version),
  constraint responsibility_until_after_since check (until_on > since_on)
);

create trigger provider_append_only before update or delete or truncate on provider
  for each statement execute function refuse_change();
create trigger service_append_only before update or delete or truncate on service
  for each statement execute function refuse_change();
create trigger responsibility_append_only before update or delete or truncate on responsibility
  for each statement execute function refuse_change();

-- Whether the actor may do something about all of these regions; about no region is about the whole country. The same stands in
-- packages/domain/src/services/own-regions.ts.
create function may_in_regions(p_verb text, p_regions text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with held as (
    select assignment.region_code
    from role_assignment assignment join role_permission allowed on allowed.role = assignment.role
    where assignment.account_id = actor_id() and assignment.programme_id = actor_programme() and assignment.ends_at is null
      and allowed.permission = p_verb)
  select may(p_verb) and (exists (select from held where region_code is null)
    or (cardinality(p_regions) > 0 and p_regions <@ array(select region_code from held)))
$$;

create function may_record_provider(p_provider uuid, p_version integer, p_regions text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with known as (
    select version, regions from provider
    where programme_id = actor_programme() and provider_id = p_provider order by version desc limit 1)
  select may_in_regions('service.manage', p_regions)
    and p_version = 1 + coalesce((select version from known), 0)
    and coalesce((select may_in_regions('service.manage', regions) from known), true)
    and not exists (select from provider other where other.provider_id = p_provider and other.programme_id <> actor_programme())
$$;

create function may_record_service(p_service uuid, p_version integer, p_regions text[], p_provider uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with known as (
    select version, regions from service
    where programme_id = actor_programme() and service_id = p_service order by version desc limit 1)
  select may_in_regions('service.manage', p_regions)
    and p_version = 1 + coalesce((select version from known), 0)
    and coalesce((select may_in_regions('service.manage', regions) from known), true)
    and exists (select from provider where programme_id = actor_programme() and provider_id = p_provider)
    and not exists (select from service other where other.service_id = p_service and other.programme_id <> actor_programme())
$$;

create function may_record_responsibility(p_region text, p_category text, p_version integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may_in_regions('responsibility.manage', array[p_region])
    and p_version = 1 + coalesce((select max(version) from responsibility known
      where known.programme_id = actor_programme() and known.region_code = p_region and known.category = p_category), 0)
$$;

-- The name of a colleague who has changed the directory.
create function directory_writer(p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account
  where account.id = p_account and account.programme_id = actor_programme() and may('service.read')
    and (exists (select from provider where recorded_by = p_account) or exists (select from service where recorded_by = p_account))
$$;

revoke all on function may_in_regions(text, text[]), may_record_provider(uuid, integer, text[]),
  may_record_service(uuid, integer, text[], uuid), may_record_responsibility(text, text, integer),
  directory_writer(uuid) from public;
grant execute on function may_in_regions(text, text[]), may_record_provider(uuid, integer, text[]),
  may_record_service(uuid, integer, text[], uuid), may_record_responsibility(text, text, integer),
  directory_writer(uuid) to tirek_app;

alter table provider enable row level security;
alter table service enable row level security;
alter table responsibility enable row level security;

create policy provider_read on provider for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('service.read')));
create policy provider_record on provider for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_provider(provider_id, version, regions));
create policy service_read on service for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('service.read')));
create policy service_record on service for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_service(service_id, version, regions, (entry ->> 'providerId')::uuid));
create policy responsibility_read on responsibility for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('service.read')));
create policy responsibility_record on responsibility for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_responsibility(region_code, category, version));

grant select, insert on provider, service, responsibility to tirek_app;
