-- A note that was taken back: a speaker no longer agrees, or it should never have been added. Its words, codes and quotations
-- are read by nobody any more, by this program or past it, and no new report counts them; that there was a note stays.
create table theme_note_withdrawal (
  note_id uuid primary key,
  programme_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null references account,
  withdrawn_at timestamptz not null,
  constraint theme_note_withdrawal_of_note foreign key (note_id, programme_id) references theme_note (id, programme_id)
);
create trigger theme_note_withdrawal_append_only before update or delete or truncate on theme_note_withdrawal
  for each statement execute function refuse_change();
alter table theme_note_withdrawal enable row level security;
create policy theme_note_withdrawal_read on theme_note_withdrawal for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('theme.read')));
create policy theme_note_withdraw on theme_note_withdrawal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and withdrawn_by = (select actor_id()) and (select may('theme.settle')));
grant select, insert on theme_note_withdrawal to tirek_app;

create function withdrawn_theme_notes() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select withdrawal.note_id from theme_note_withdrawal withdrawal where withdrawal.programme_id = actor_programme()
$$;
revoke all on function withdrawn_theme_notes() from public;
grant execute on function withdrawn_theme_notes() to tirek_app;

-- What these two name can be marked, ended, settled and read by other coders: a note that was taken back, no more.
create or replace function coded_theme_notes() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select note.id from theme_note note
  where note.programme_id = actor_programme() and may('theme.read')
    and note.coders <= (select count(*) from theme_coding_end ended where ended.note_id = note.id)
    and note.id not in (select withdrawn_theme_notes())
$$;
create or replace function own_theme_codings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coding.id from theme_coding coding where coding.programme_id = actor_programme() and coding.coder_id = actor_id()
    and coding.note_id not in (select withdrawn_theme_notes())
$$;

-- Restrictive: whatever else a policy lets somebody do, it does not reach a note that was taken back.
create policy theme_excerpt_not_withdrawn on theme_excerpt as restrictive for all to tirek_app
  using (note_id not in (select withdrawn_theme_notes()));
create policy theme_coding_not_withdrawn on theme_coding as restrictive for insert to tirek_app
  with check (note_id not in (select withdrawn_theme_notes()));
create policy theme_mark_not_withdrawn on theme_mark as restrictive for all to tirek_app
  using (note_id not in (select withdrawn_theme_notes()));
create policy theme_settlement_not_withdrawn on theme_settlement as restrictive for all to tirek_app
  using (note_id not in (select withdrawn_theme_notes()));
create policy theme_quote_not_withdrawn on theme_quote as restrictive for all to tirek_app
  using (note_id not in (select withdrawn_theme_notes()));

create or replace function theme_colleague(p_account uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account
  where account.id = p_account and (is_owner() or (account.programme_id = actor_programme() and may('theme.read')))
    and (exists (select from theme_note where added_by = p_account)
      or exists (select from theme_coding where coder_id = p_account)
      or exists (select from theme_settlement where settled_by = p_account)
      or exists (select from theme_quote where proposed_by = p_account)
      or exists (select from theme_quote_decision where decided_by = p_account)
      or exists (select from theme_note_withdrawal where withdrawn_by = p_account))
$$;
