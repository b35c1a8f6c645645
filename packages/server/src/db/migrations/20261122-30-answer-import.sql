-- Files of answers on their way in. The tables are kept only until the import has ended, and for a day at most.
create table answer_import (
  id uuid primary key,
  programme_id uuid not null references programme,
  campaign_id uuid not null references survey_campaign,
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null default now(),
  file_names text[] not null,
  tables jsonb,
  state text not null default 'uploaded',
  mapping jsonb,
  opens_on date,
  closes_on date,
  done integer not null default 0,
  total integer not null default 0,
  wave_id uuid references survey_wave,
  result jsonb,
  constraint answer_import_state_known check (state in ('uploaded', 'running', 'done', 'refused', 'cancelled')),
  constraint answer_import_forgets check (state in ('uploaded', 'running', 'refused') or tables is null),
  constraint answer_import_dates_in_order check (opens_on <= closes_on),
  constraint answer_import_done_has_wave check ((state = 'done') = (wave_id is not null))
);
create index answer_import_running on answer_import (uploaded_at) where state = 'running';

-- How a file of some shape is read, for the next one. Append-only: the newest of a name holds.
create table import_mapping (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null,
  mapping jsonb not null,
  kept_by uuid not null references account,
  kept_at timestamptz not null default now()
);
create index import_mapping_newest on import_mapping (programme_id, name, kept_at desc);

alter table answer_import enable row level security;
alter table import_mapping enable row level security;

-- Answers on their way in are seen by whoever brought them, and by nobody else.
create policy import_own on answer_import for all to tirek_app
  using (uploaded_by = (select actor_id()) and programme_id = (select actor_programme()) and (select may('answer.import')))
  with check (uploaded_by = (select actor_id()) and programme_id = (select actor_programme()) and (select may('answer.import')));
create policy mapping_of_programme on import_mapping for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('answer.import')));
create policy mapping_keep on import_mapping for insert to tirek_app
  with check (programme_id = (select actor_programme()) and kept_by = (select actor_id()) and (select may('answer.import')));

grant select, insert on answer_import, import_mapping to tirek_app;
grant update (state, tables, mapping, opens_on, closes_on, done, total, result) on answer_import to tirek_app;

-- The job that reads, scores and stores.
create policy import_jobs on answer_import for all to tirek_jobs using (true) with check (true);
create policy wave_import_jobs on survey_wave for insert to tirek_jobs with check (is_imported);
create policy wave_event_import_jobs on survey_wave_event for insert to tirek_jobs with check (kind = 'imported');
grant select on answer_import to tirek_jobs;
grant update (state, tables, done, total, wave_id, result) on answer_import to tirek_jobs;
grant insert on survey_wave, survey_wave_event to tirek_jobs;
