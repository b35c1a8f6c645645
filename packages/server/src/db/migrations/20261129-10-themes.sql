-- What was said in workshops and interviews, one excerpt a point, and what coders found in it. All append-only; the newest
-- mark of a coder on an excerpt holds, and so does the settlement that no other is based on.
create table theme_note (
  id uuid primary key,
  programme_id uuid not null references programme,
  wave_id uuid not null references survey_wave,
  title text not null,
  kind text not null,
  held_on date not null,
  place text not null,
  language text not null,
  -- By how many people it is coded.
  coders smallint not null,
  added_by uuid not null references account,
  added_at timestamptz not null,
  constraint theme_note_of_programme unique (id, programme_id),
  constraint theme_note_kind_known check (kind in ('workshop', 'interview', 'group')),
  constraint theme_note_place_known check (place in ('capital', 'city', 'town', 'village', 'online')),
  constraint theme_note_language_known check (language in ('kk', 'ru', 'en')),
  constraint theme_note_coders_few check (coders in (1, 2))
);
create index theme_note_wave on theme_note (wave_id);

create table theme_excerpt (
  id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  position smallint not null,
  speaker text not null,
  text text not null,
  constraint theme_excerpt_of_note foreign key (note_id, programme_id) references theme_note (id, programme_id),
  constraint theme_excerpt_place unique (note_id, position),
  constraint theme_excerpt_in_note unique (id, note_id, programme_id),
  constraint theme_excerpt_speaker_known
    check (speaker in ('practitioners', 'returnee-women', 'relatives', 'school-staff', 'officials'))
);

create table theme_coding (
  id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  coder_id uuid not null references account,
  place smallint not null,
  started_at timestamptz not null,
  constraint theme_coding_of_note foreign key (note_id, programme_id) references theme_note (id, programme_id),
  constraint theme_coding_place unique (note_id, place),
  constraint theme_coding_by_another unique (note_id, coder_id),
  constraint theme_coding_in_note unique (id, note_id, programme_id)
);

create table theme_mark (
  id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  coding_id uuid not null,
  excerpt_id uuid not null,
  themes text[] not null,
  position bigint generated always as identity,
  marked_at timestamptz not null,
  constraint theme_mark_of_coding foreign key (coding_id, note_id, programme_id)
    references theme_coding (id, note_id, programme_id),
  constraint theme_mark_of_excerpt foreign key (excerpt_id, note_id, programme_id)
    references theme_excerpt (id, note_id, programme_id)
);
create index theme_mark_newest on theme_mark (coding_id, excerpt_id, position desc);
create index theme_mark_note on theme_mark (note_id);

create table theme_coding_end (
  coding_id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  ended_at timestamptz not null,
  constraint theme_coding_end_of_coding foreign key (coding_id, note_id, programme_id)
    references theme_coding (id, note_id, programme_id)
);
create index theme_coding_end_note on theme_coding_end (note_id);

create table theme_settlement (
  id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  excerpt_id uuid not null,
  theme text not null,
  is_given boolean not null,
  reason text not null,
  -- The one that it takes the place of.
  based_on uuid references theme_settlement,
  settled_by uuid not null references account,
  settled_at timestamptz not null,
  constraint theme_settlement_of_excerpt foreign key (excerpt_id, note_id, programme_id)
    references theme_excerpt (id, note_id, programme_id),
  constraint theme_settlement_once unique nulls not distinct (excerpt_id, theme, based_on)
);

create table theme_quote (
  id uuid primary key,
  programme_id uuid not null,
  note_id uuid not null,
  excerpt_id uuid not null,
  words text not null,
  consent text not null,
  reach text not null,
  proposed_by uuid not null references account,
  proposed_at timestamptz not null,
  constraint theme_quote_of_excerpt foreign key (excerpt_id, note_id, programme_id)
    references theme_excerpt (id, note_id, programme_id),
  constraint theme_quote_author unique (id, programme_id, proposed_by),
  constraint theme_quote_consent_known check (consent in ('written', 'spoken')),
  constraint theme_quote_reach_known check (reach in ('network', 'public'))
);
create index theme_quote_excerpt on theme_quote (excerpt_id);

create table theme_quote_decision (
  quote_id uuid primary key,
  programme_id uuid not null,
  proposed_by uuid not null,
  kind text not null,
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  reason text,
  constraint theme_quote_decision_of_quote foreign key (quote_id, programme_id, proposed_by)
    references theme_quote (id, programme_id, proposed_by),
  constraint theme_quote_decision_kind_known check (kind in ('cleared', 'refused')),
  constraint theme_quote_decision_refused_why check (kind = 'cleared' or reason is not null),
  constraint theme_quote_decision_by_another check (decided_by <> proposed_by)
);

create table theme_quote_withdrawal (
  quote_id uuid primary key references theme_quote,
  programme_id uuid not null references programme,
  reason text not null,
  withdrawn_by uuid not null references account,
  withdrawn_at timestamptz not null
);

create trigger theme_note_append_only before update or delete or truncate on theme_note
  for each statement execute function refuse_change();
create trigger theme_excerpt_append_only before update or delete or truncate on theme_excerpt
  for each statement execute function refuse_change();
create trigger theme_coding_append_only before update or delete or truncate on theme_coding
  for each statement execute function refuse_change();
create trigger theme_mark_append_only before update or delete or truncate on theme_mark
  for each statement execute function refuse_change();
create trigger theme_coding_end_append_only before update or delete or truncate on theme_coding_end
  for each statement execute function refuse_change();
create trigger theme_settlement_append_only before update or delete or truncate on theme_settlement
  for each statement execute function refuse_change();
create trigger theme_quote_append_only before update or delete or truncate on theme_quote
  for each statement execute function refuse_change();
create trigger theme_quote_decision_append_only before update or delete or truncate on theme_quote_decision
  for each statement execute function refuse_change();
create trigger theme_quote_withdrawal_append_only before update or delete or truncate on theme_quote_withdrawal
  for each statement execute function refuse_change();

alter table theme_note enable row level security;
alter table theme_excerpt enable row level security;
alter table theme_coding enable row level security;
alter table theme_mark enable row level security;
alter table theme_coding_end enable row level security;
alter table theme_settlement enable row level security;
alter table theme_quote enable row level security;
alter table theme_quote_decision enable row level security;
alter table theme_quote_withdrawal enable row level security;

-- Notes that as many people have coded to the end as were to: the wall between coders has fallen.
create function coded_theme_notes() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select note.id from theme_note note
  where note.programme_id = actor_programme() and may('theme.read')
    and note.coders <= (select count(*) from theme_coding_end ended where ended.note_id = note.id)
$$;

-- Codings that the actor has begun.
create function own_theme_codings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coding.id from theme_coding coding where coding.programme_id = actor_programme() and coding.coder_id = actor_id()
$$;

-- Whoever works on notes may know by name who else does, also where accounts are not hers to see.
create function theme_colleague(p_account uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account
  where account.id = p_account and (is_owner() or (account.programme_id = actor_programme() and may('theme.read')))
    and (exists (select from theme_note where added_by = p_account)
      or exists (select from theme_coding where coder_id = p_account)
      or exists (select from theme_settlement where settled_by = p_account)
      or exists (select from theme_quote where proposed_by = p_account)
      or exists (select from theme_quote_decision where decided_by = p_account))
$$;

revoke all on function coded_theme_notes(), own_theme_codings(), theme_colleague(uuid) from public;
grant execute on function coded_theme_notes(), own_theme_codings(), theme_colleague(uuid) to tirek_app;

create policy theme_note_read on theme_note for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_note_add on theme_note for insert to tirek_app
  with check (programme_id = (select actor_programme()) and added_by = (select actor_id()) and (select may('theme.code'))
    and exists (select from survey_wave where survey_wave.id = wave_id and survey_wave.programme_id = (select actor_programme())));

create policy theme_excerpt_read on theme_excerpt for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
-- With its note, by the same person, before anybody codes: nothing is slipped in later.
create policy theme_excerpt_add on theme_excerpt for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('theme.code'))
    and exists (select from theme_note where theme_note.id = note_id and theme_note.added_by = (select actor_id()))
    and not exists (select from theme_coding where theme_coding.note_id = theme_excerpt.note_id));

create policy theme_coding_read on theme_coding for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_coding_start on theme_coding for insert to tirek_app
  with check (programme_id = (select actor_programme()) and coder_id = (select actor_id()) and (select may('theme.code'))
    and exists (select from theme_note where theme_note.id = note_id and theme_coding.place between 1 and theme_note.coders));

-- The wall: one's own marks, and everybody's once all have finished.
create policy theme_mark_read on theme_mark for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read'))
    and (coding_id in (select own_theme_codings()) or note_id in (select coded_theme_notes())));
create policy theme_mark_add on theme_mark for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('theme.code'))
    and coding_id in (select own_theme_codings())
    and not exists (select from theme_coding_end where theme_coding_end.coding_id = theme_mark.coding_id));

create policy theme_coding_end_read on theme_coding_end for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_coding_end_add on theme_coding_end for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('theme.code'))
    and coding_id in (select own_theme_codings())
    -- Nobody gets to see the other's marks by ending what she has not done.
    and not exists (select from theme_excerpt where theme_excerpt.note_id = theme_coding_end.note_id
      and not exists (select from theme_mark where theme_mark.excerpt_id = theme_excerpt.id
        and theme_mark.coding_id = theme_coding_end.coding_id)));

create policy theme_settlement_read on theme_settlement for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_settlement_add on theme_settlement for insert to tirek_app
  with check (programme_id = (select actor_programme()) and settled_by = (select actor_id()) and (select may('theme.settle'))
    and note_id in (select coded_theme_notes()));

create policy theme_quote_read on theme_quote for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_quote_propose on theme_quote for insert to tirek_app
  with check (programme_id = (select actor_programme()) and proposed_by = (select actor_id()) and (select may('theme.code')));
create policy theme_quote_decision_read on theme_quote_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_quote_decide on theme_quote_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('theme.settle')));
create policy theme_quote_withdrawal_read on theme_quote_withdrawal for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_quote_withdraw on theme_quote_withdrawal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and withdrawn_by = (select actor_id()) and (select may('theme.code'))
    and exists (select from theme_quote where theme_quote.id = quote_id and theme_quote.programme_id = (select actor_programme())));

grant select, insert on theme_note, theme_excerpt, theme_coding, theme_mark, theme_coding_end, theme_settlement, theme_quote,
  theme_quote_decision, theme_quote_withdrawal to tirek_app;
