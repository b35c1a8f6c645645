-- Lists that a practitioner keeps under a name, and what she asks her supervisor.

create table saved_list (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null,
  name text not null,
  -- Words of closed lists, an age and the id of a colleague; nothing of a family.
  filter jsonb not null,
  saved_at timestamptz not null,
  constraint saved_list_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint saved_list_own unique (id, programme_id, account_id),
  constraint saved_list_named check (length(name) between 1 and 60)
);
create index saved_list_of_account on saved_list (account_id, saved_at);

create table saved_list_withdrawal (
  list_id uuid primary key,
  programme_id uuid not null,
  account_id uuid not null,
  withdrawn_at timestamptz not null,
  constraint saved_list_withdrawal_own foreign key (list_id, programme_id, account_id)
    references saved_list (id, programme_id, account_id)
);

create trigger saved_list_append_only before update or delete or truncate on saved_list
  for each statement execute function refuse_change();
create trigger saved_list_withdrawal_append_only before update or delete or truncate on saved_list_withdrawal
  for each statement execute function refuse_change();

alter table saved_list enable row level security;
alter table saved_list_withdrawal enable row level security;

create policy saved_list_own on saved_list for select to tirek_app
  using (account_id = (select actor_id()) and (select may('case.read')));
create policy saved_list_save on saved_list for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id()) and (select may('case.read')));
create policy saved_list_withdrawal_own on saved_list_withdrawal for select to tirek_app
  using (account_id = (select actor_id()) and (select may('case.read')));
create policy saved_list_withdrawal_withdraw on saved_list_withdrawal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id()) and (select may('case.read')));

grant select, insert on saved_list, saved_list_withdrawal to tirek_app;

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
  when 'question' then state in ('asked', 'answered')
  when 'snooze' then state = 'put-off'
  else false end);

-- Whether the actor may answer a question: the family is held in her team, and somebody else asked.
create function may_answer_question(p_family uuid, p_question uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('case.approve')
    and exists (select from caseload held
      where held.family_id = p_family and held.until_at is null and held.programme_id = actor_programme()
        and held.account_id = any (array(select team_of_actor())))
    and exists (select from (
        select family_id, state, recorded_by from case_entry
        where kind = 'question' and subject_id = p_question order by version desc limit 1) asked
      where asked.family_id = p_family and asked.state = 'asked' and asked.recorded_by <> actor_id())
$$;

-- As before, and an answer is the supervisor's; without words it can be given whatever became of the consent.
create or replace function may_record_case_entry(p_family uuid, p_kind text, p_subject uuid, p_version integer, p_state text,
  p_person uuid, p_sealed_for uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_family = any (array(select families_in_reach()))
    and p_version = 1 + coalesce((select max(version) from case_entry known
      where known.programme_id = actor_programme() and known.kind = p_kind and known.subject_id = p_subject), 0)
    and not exists (select from case_entry other
      where other.kind = p_kind and other.subject_id = p_subject and other.family_id <> p_family)
    -- About a member of today; what was written about somebody who has left can still be ended.
    and case
      when p_kind = 'case' and p_state <> 'open' then p_person = case_key_person(p_family, null)
      else p_person is null
        or exists (select from family_member member
          where member.family_id = p_family and member.until_on is null
            and member.person_id in (select records_of(array[p_person])))
        or exists (select from case_entry known
          where known.family_id = p_family and known.kind = p_kind and known.kind <> 'case'
            and known.subject_id = p_subject and standing_of(known.person_id) = p_person)
      end
    and (p_sealed_for is null or p_sealed_for = case_key_person(p_family, p_person))
    and case
      when p_state = 'answered' then may_answer_question(p_family, p_subject)
      when p_state in ('closed', 'approved', 'returned') then may_decide_case(p_family, p_kind)
      else may('case.write')
        and exists (select from caseload held
          where held.family_id = p_family and held.account_id = actor_id() and held.until_at is null)
        and ((p_kind = 'case' and p_state = 'open') or coalesce(case_state(p_family), '') in ('open', 'returned'))
      end
    and ((p_sealed_for is null and (p_kind = 'snooze' or p_state in ('closing', 'closed', 'approved', 'returned', 'answered')
        or (p_version > 1 and p_state in ('met', 'dropped', 'reached', 'done', 'not-done'))))
      or consent_allows(case_key_person(p_family, p_person), 'service', null, p_on))
$$;

revoke all on function may_answer_question(uuid, uuid) from public;
grant execute on function may_answer_question(uuid, uuid) to tirek_app;
