-- What a programme sets for the support of its families, and the checklist of a return from prison as entries of a case.
-- Reviews may be set oftener than every three months, never rarer.

create table case_settings (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  settings jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint case_settings_account foreign key (set_by, programme_id) references account (id, programme_id),
  constraint case_settings_version_once unique (programme_id, version),
  constraint case_settings_version_positive check (version > 0),
  constraint case_settings_reviews_often_enough check (
    coalesce((settings #>> '{reviewMonths,usual}')::integer between 1 and 3, false)
    and coalesce((settings #>> '{reviewMonths,raised}')::integer between 1 and 3, false)
    and coalesce((settings #>> '{reviewMonths,high}')::integer between 1 and 3, false))
);

create trigger case_settings_append_only before update or delete or truncate on case_settings
  for each statement execute function refuse_change();

alter table case_settings enable row level security;

create policy case_settings_read on case_settings for select to tirek_app
  using (programme_id = (select actor_programme()) and (select current_setting('tirek.fully_signed_in', true)) = 'yes');
create policy case_settings_set on case_settings for insert to tirek_app
  with check (programme_id = (select actor_programme()) and set_by = (select actor_id()) and (select may('case.settings')));

grant select, insert on case_settings to tirek_app;

alter table case_entry drop constraint case_entry_state_known;
alter table case_entry add constraint case_entry_state_known check (case kind
  when 'case' then state in ('open', 'closing', 'closed', 'returned')
  when 'need' then state in ('open', 'met', 'dropped')
  when 'goal' then state in ('open', 'reached', 'dropped')
  when 'action' then state in ('open', 'done', 'not-done')
  when 'preparation' then state in ('open', 'done', 'not-done')
  when 'review' then state = 'held'
  when 'note' then state = 'written'
  when 'plan' then state in ('submitted', 'approved', 'returned')
  when 'snooze' then state = 'put-off'
  else false end);
