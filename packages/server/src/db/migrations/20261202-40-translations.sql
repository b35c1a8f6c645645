-- What was done to translate the texts of a questionnaire into one language: translated, translated back, compared, tried with
-- people, signed off. Rows are only ever added. Nothing here is about a family; who did a step is a colleague's own work.

create table translation_step (
  id uuid primary key,
  programme_id uuid not null references programme,
  form_code text not null,
  language text not null,
  string_id text not null,
  -- Of the text it was translated from: steps about another text count no more.
  source_hash text not null,
  -- Steps of one file come at one instant, so that time does not order them.
  number bigint generated always as identity,
  kind text not null,
  step jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint translation_step_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint translation_step_form_named check (form_code ~ '^[a-z][a-z0-9-]{0,31}$'),
  constraint translation_step_language_known check (language in ('kk', 'ru', 'en')),
  constraint translation_step_string_named check (string_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$'),
  constraint translation_step_hash check (source_hash ~ '^[0-9a-f]{16}$'),
  constraint translation_step_kind_known check (kind in ('forward', 'back', 'review', 'pilot', 'sign-off')),
  constraint translation_step_kind_said check (step ->> 'kind' = kind)
);

create index translation_step_of_form on translation_step (programme_id, form_code, language, string_id, number);

create trigger translation_step_append_only before update or delete or truncate on translation_step
  for each statement execute function refuse_change();

-- Whoever wrote the translation that stands neither translates it back nor compares it nor signs it off; and nothing but a
-- translation comes first. The whole order is in packages/domain/src/instruments/translations/translation-step.ts.
create function may_record_translation(p_form text, p_language text, p_string text, p_hash text, p_kind text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with translated as (
    select recorded_by from translation_step
    where programme_id = actor_programme() and form_code = p_form and language = p_language and string_id = p_string
      and source_hash = p_hash and kind = 'forward'
    order by number desc limit 1)
  select may('translation.work')
    and (p_kind = 'forward' or exists (select from translated))
    and (p_kind in ('forward', 'pilot') or not exists (select from translated where recorded_by = actor_id()))
$$;

-- The name of a colleague who has translated something.
create function translation_writer(p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account
  where account.id = p_account and account.programme_id = actor_programme() and may('instrument.read')
    and exists (select from translation_step where recorded_by = p_account)
$$;

revoke all on function may_record_translation(text, text, text, text, text), translation_writer(uuid) from public;
grant execute on function may_record_translation(text, text, text, text, text), translation_writer(uuid) to tirek_app;

alter table translation_step enable row level security;

create policy translation_step_read on translation_step for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('instrument.read')));
create policy translation_step_record on translation_step for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_translation(form_code, language, string_id, source_hash, kind));

grant select, insert on translation_step to tirek_app;
