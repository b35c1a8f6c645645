-- From how many meetings on help counts as evidence-based care, in all and by method (docs/decisions/0100-support.md): versions that a
-- clinician of the programme sets. The first is the program's own and no row.
create table care_rule (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  rule jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint care_rule_account foreign key (set_by, programme_id) references account (id, programme_id),
  constraint care_rule_once unique (programme_id, version),
  constraint care_rule_after_the_first check (version > 1)
);
create trigger care_rule_append_only before update or delete or truncate on care_rule
  for each statement execute function refuse_change();

-- The names of those who set it.
create function care_rule_setters() returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select setter.id, setter.display_name from account setter
  where (select may('pathway.read')) and setter.programme_id = actor_programme()
    and exists (select from care_rule where set_by = setter.id)
$$;
revoke all on function care_rule_setters() from public;
grant execute on function care_rule_setters() to tirek_app;

alter table care_rule enable row level security;
create policy care_rule_read on care_rule for select to tirek_app
  using (programme_id = (select actor_programme()) and ((select may('pathway.read')) or (select may('support.read'))));
create policy care_rule_set on care_rule for insert to tirek_app
  with check (programme_id = (select actor_programme()) and set_by = (select actor_id()) and (select may('pathway.edit')));
create policy care_rule_jobs on care_rule for select to tirek_jobs using (true);
grant select, insert on care_rule to tirek_app;
grant select (programme_id, version, rule) on care_rule to tirek_jobs;
