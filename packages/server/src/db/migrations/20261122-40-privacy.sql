-- Which installation key this database was made with, as a keyed hash that tells nothing of it.
create table installation (
  only_one boolean primary key default true,
  key_check bytea not null,
  made_at timestamptz not null default now(),
  constraint installation_only_one check (only_one)
);
alter table installation enable row level security;

-- A link names the entries it seals, so that a missing one can be named and an inserted one be told from an altered one.
-- mark is a keyed hash of hash: whoever holds the database but not the installation key can compute no link of his own.
-- kind 'restored' seals nothing: it says that the entries up to last_entry came here with a backup. Their transaction numbers
-- are those of another database cluster and are never compared with ours.
alter table audit_seal
  add column kind text not null,
  add column entry_ids bigint[] not null,
  add column total_entries bigint not null,
  add column mark bytea not null,
  drop constraint audit_seal_entries_positive,
  add constraint audit_seal_kind_known check (kind in ('sealed', 'restored')),
  add constraint audit_seal_entries_counted check (
    entries = coalesce(array_length(entry_ids, 1), 0) and octet_length(entry_hashes) = 32 * entries
    and (kind = 'restored') = (entries = 0)
  ),
  add constraint audit_seal_hash_length check (octet_length(hash) = 32 and octet_length(previous_hash) = 32 and octet_length(mark) = 32);

-- Number, transaction and time of an entry are the database's own: nobody who serves requests can choose them.
revoke insert on audit_entry from tirek_app, tirek_jobs;
grant insert (programme_id, actor_kind, actor_id, action, effect, about, facts) on audit_entry to tirek_app, tirek_jobs;

-- What the machine itself did (a backup, a restored database) belongs to no programme and concerns each.
create policy audit_read_system on audit_entry for select to tirek_app
  using (programme_id is null and actor_kind = 'system' and (select may('audit.read')));
create index audit_entry_programme on audit_entry (programme_id, id);
create index audit_entry_actor on audit_entry (actor_id, id) where actor_id is not null;
create index audit_entry_at on audit_entry using brin (at);

-- What a check of the whole chain found; read by the data protection officer.
create table audit_check (
  id uuid primary key,
  checked_at timestamptz not null,
  is_intact boolean not null,
  -- The first thing found, as verify-audit.ts names it; null when all is well.
  finding jsonb,
  constraint audit_check_finding_when_broken check (is_intact = (finding is null))
);
create index audit_check_latest on audit_check (checked_at desc);
alter table audit_check enable row level security;
create policy audit_check_read on audit_check for select to tirek_app using ((select may('audit.read')));
create policy audit_check_jobs on audit_check for all to tirek_jobs using (true) with check (true);
grant select on audit_check to tirek_app;
grant select, insert on audit_check to tirek_jobs;
