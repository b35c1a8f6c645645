-- Programmes are tenants. Every table of theirs carries programme_id and a row policy.
create table programme (
  id uuid primary key,
  code text not null,
  name jsonb not null,
  created_at timestamptz not null default now(),
  constraint programme_code_unique unique (code)
);

-- Regions have dates of validity: Kazakhstan has 20 since 2022 and older tables show 16.
create table region (
  programme_id uuid not null references programme,
  code text not null,
  name jsonb not null,
  valid_from date not null,
  valid_until date,
  constraint region_pkey primary key (programme_id, code),
  constraint region_valid_until_after_from check (valid_until is null or valid_until > valid_from)
);

-- People who work in the programme. Families are never accounts.
create table account (
  id uuid primary key,
  programme_id uuid not null references programme,
  sign_in_name text not null,
  display_name text not null,
  language text not null default 'ru',
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint account_sign_in_name_lower check (sign_in_name = lower(sign_in_name)),
  constraint account_language_known check (language in ('kk', 'ru', 'en'))
);
create unique index account_sign_in_name_unique on account (sign_in_name);

create table role_assignment (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null references account,
  role text not null,
  region_code text,
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  constraint role_assignment_region_known foreign key (programme_id, region_code) references region (programme_id, code)
);
create index role_assignment_account on role_assignment (account_id) where ends_at is null;

-- A copy of the table in the domain, so that row policies judge for themselves. Brought up to date after each migration.
create table role_permission (
  role text not null,
  permission text not null,
  constraint role_permission_pkey primary key (role, permission)
);

-- What a client-made id has done: the same id with the same input is done once and answered alike.
create table write_receipt (
  id uuid primary key,
  programme_id uuid,
  actor_id uuid,
  endpoint text not null,
  input_hash bytea not null,
  output jsonb,
  at timestamptz not null default now()
);

-- Append-only. `position` says in which order transactions became safe to seal, see privacy/seal-audit.ts.
create table audit_entry (
  id bigint generated always as identity primary key,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  programme_id uuid,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  effect text not null,
  about uuid[] not null default '{}',
  facts jsonb not null default '{}',
  constraint audit_entry_effect_known check (effect in ('read', 'write', 'refused', 'system')),
  constraint audit_entry_actor_known check (actor_kind in ('visitor', 'respondent', 'account', 'system'))
);
create index audit_entry_order on audit_entry (transaction, id);
create index audit_entry_about on audit_entry using gin (about);

-- One link of the chain seals a run of entries: hash = sha256(previous hash, sha256 of each entry in order).
create table audit_seal (
  sequence bigint primary key,
  first_transaction xid8 not null,
  first_entry bigint not null,
  last_transaction xid8 not null,
  last_entry bigint not null,
  entries integer not null,
  entry_hashes bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint audit_seal_entries_positive check (entries > 0)
);

-- Who asks, set once for each transaction by the server.
create function actor_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tirek.actor_id', true), '')::uuid $$;
create function actor_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('tirek.actor_kind', true), ''), 'nobody') $$;
create function actor_programme() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tirek.programme_id', true), '')::uuid $$;

-- Judged from the assignments themselves, not from anything the request says. Use as (select may('noun.verb')) in policies,
-- so that it is asked once for each statement and not for each row.
create function may(wanted text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select actor_kind() = 'account'
    and current_setting('tirek.fully_signed_in', true) = 'yes'
    and exists (
      select from role_assignment held
      join role_permission allowed on allowed.role = held.role
      where held.account_id = actor_id()
        and held.programme_id = actor_programme()
        and held.ends_at is null
        and allowed.permission = wanted
    )
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = 'restrict_violation', constraint = 'append_only';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();

alter table programme enable row level security;
alter table region enable row level security;
alter table account enable row level security;
alter table role_assignment enable row level security;
alter table write_receipt enable row level security;
alter table audit_entry enable row level security;
alter table audit_seal enable row level security;

-- The name of the programme stands on every page; it tells nothing of anybody.
create policy programme_named on programme for select to tirek_app using (true);
create policy region_of_programme on region for select to tirek_app using (programme_id = (select actor_programme()));

create policy account_self on account for select to tirek_app using (id = (select actor_id()));
create policy account_read on account for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('account.read')));
create policy account_manage on account for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('account.manage')));
create policy account_change on account for update to tirek_app
  using (id = (select actor_id()) or (programme_id = (select actor_programme()) and (select may('account.manage'))));

create policy assignment_self on role_assignment for select to tirek_app using (account_id = (select actor_id()));
create policy assignment_read on role_assignment for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('account.read')));
create policy assignment_manage on role_assignment for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('account.manage')));
create policy assignment_change on role_assignment for update to tirek_app
  using (programme_id = (select actor_programme()) and (select may('account.manage')));

create policy receipt_own on write_receipt for all to tirek_app
  using (actor_id is not distinct from (select actor_id()))
  with check (actor_id is not distinct from (select actor_id()));

create policy audit_write on audit_entry for insert to tirek_app
  with check (actor_kind = (select actor_kind()) and actor_id is not distinct from (select actor_id()));
create policy audit_read on audit_entry for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('audit.read')));
create policy audit_seal_read on audit_seal for select to tirek_app using ((select may('audit.read')));

grant select on programme, region, account, role_assignment, role_permission, write_receipt, audit_entry, audit_seal to tirek_app;
grant insert on account, role_assignment, write_receipt, audit_entry to tirek_app;
grant update (display_name, language, closed_at) on account to tirek_app;
grant update (ends_at) on role_assignment to tirek_app;
grant update (output) on write_receipt to tirek_app;

-- Jobs: the sealer reads entries and adds links; it can change neither.
create policy audit_seal_jobs on audit_entry for select to tirek_jobs using (true);
create policy audit_write_jobs on audit_entry for insert to tirek_jobs with check (actor_kind = 'system');
create policy seal_jobs on audit_seal for all to tirek_jobs using (true) with check (true);
grant select, insert on audit_entry, audit_seal to tirek_jobs;
grant select on programme to tirek_jobs;
create policy programme_jobs on programme for select to tirek_jobs using (true);
