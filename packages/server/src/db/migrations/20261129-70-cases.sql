-- The case of a family: needs, goals, actions, reviews, notes, the plan with its approvals, opening and closing. A family has one
-- case, so the case has no id of its own. Rows are only ever added: a correction is the next version of the same subject. What
-- stands follows from the newest versions (packages/domain/src/cases), and what is to be done follows from what stands: no task
-- is kept anywhere.

create table case_entry (
  id uuid primary key,
  programme_id uuid not null references programme,
  family_id uuid not null,
  kind text not null,
  -- The need, goal, action, review, note or postponement; of the case and the plan, the family.
  subject_id uuid not null,
  version integer not null,
  state text not null,
  -- Whom it is about; null: the family as a whole. Of the case itself, who speaks for the family.
  person_id uuid,
  -- Words of closed lists, days and ids; no text.
  value jsonb not null,
  -- What was written in words, under the data key of sealed_for.
  sealed bytea,
  sealed_for uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint case_entry_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint case_entry_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint case_entry_sealed_for foreign key (sealed_for, programme_id) references person (id, programme_id),
  constraint case_entry_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint case_entry_state_known check (case kind
    when 'case' then state in ('open', 'closing', 'closed', 'returned')
    when 'need' then state in ('open', 'met', 'dropped')
    when 'goal' then state in ('open', 'reached', 'dropped')
    when 'action' then state in ('open', 'done', 'not-done')
    when 'review' then state = 'held'
    when 'note' then state = 'written'
    when 'plan' then state in ('submitted', 'approved', 'returned')
    when 'snooze' then state = 'put-off'
    else false end),
  constraint case_entry_of_family check (kind not in ('case', 'plan') or subject_id = family_id),
  constraint case_entry_contact check (kind <> 'case' or person_id is not null),
  constraint case_entry_version_counted check (version >= 1),
  constraint case_entry_version_once unique (programme_id, kind, subject_id, version),
  constraint case_entry_sealed_for_somebody check ((sealed is null) = (sealed_for is null)),
  constraint case_entry_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index case_entry_of_a_family on case_entry (family_id, recorded_at);

create trigger case_entry_append_only before update or delete or truncate on case_entry
  for each statement execute function refuse_change();

-- Where a family's case stands; null where it was never opened.
create function case_state(p_family uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select state from case_entry where family_id = p_family and kind = 'case' order by version desc limit 1
$$;

-- Under whose data key the words of an entry lie: the person it is about, or who speaks for the family.
create function case_key_person(p_family uuid, p_person uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(p_person,
    (select person_id from case_entry where family_id = p_family and kind = 'case' order by version desc limit 1))
$$;

-- Whether the actor may decide what waits in a case: the family is held in her team, somebody else asked for the decision, and
-- she planned no part of it herself since the last plan that was approved.
create function may_decide_case(p_family uuid, p_kind text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('case.approve')
    and exists (select from caseload held
      where held.family_id = p_family and held.until_at is null and held.programme_id = actor_programme()
        and held.account_id = any (array(select team_of_actor())))
    and exists (select from (
        select state, recorded_by from case_entry
        where family_id = p_family and kind = p_kind order by version desc limit 1) asked
      where asked.state = case p_kind when 'plan' then 'submitted' else 'closing' end and asked.recorded_by <> actor_id())
    and not exists (select from case_entry part
      where part.family_id = p_family and part.kind in ('goal', 'action') and part.recorded_by = actor_id()
        and part.recorded_at > coalesce((select max(recorded_at) from case_entry approved
          where approved.family_id = p_family and approved.kind = 'plan' and approved.state = 'approved'), '-infinity'))
$$;

-- Whether the actor may write this version. Without the consent to keeping a record no word more is written about anybody;
-- what ends something that was written is.
create function may_record_case_entry(p_family uuid, p_kind text, p_subject uuid, p_version integer, p_state text,
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
          where member.family_id = p_family and member.person_id = p_person and member.until_on is null)
        or exists (select from case_entry known
          where known.family_id = p_family and known.kind = p_kind and known.kind <> 'case'
            and known.subject_id = p_subject and known.person_id = p_person)
      end
    and (p_sealed_for is null or p_sealed_for = case_key_person(p_family, p_person))
    and case
      when p_state in ('closed', 'approved', 'returned') then may_decide_case(p_family, p_kind)
      else may('case.write')
        and exists (select from caseload held
          where held.family_id = p_family and held.account_id = actor_id() and held.until_at is null)
        and ((p_kind = 'case' and p_state = 'open') or coalesce(case_state(p_family), '') in ('open', 'returned'))
      end
    and ((p_sealed_for is null and (p_kind = 'snooze' or p_state in ('closing', 'closed', 'approved', 'returned')
        or (p_version > 1 and p_state in ('met', 'dropped', 'reached', 'done', 'not-done'))))
      or consent_allows(case_key_person(p_family, p_person), 'service', null, p_on))
$$;

-- The names of those who wrote in a case within reach.
create function case_authors(p_family uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct author.id, author.display_name
  from case_entry entry join account author on author.id = entry.recorded_by
  where entry.family_id = p_family and (select may('case.read')) and p_family = any (array(select families_in_reach()))
$$;

revoke all on function case_state(uuid), case_key_person(uuid, uuid), may_decide_case(uuid, text),
  may_record_case_entry(uuid, text, uuid, integer, text, uuid, uuid, date), case_authors(uuid) from public;
grant execute on function may_decide_case(uuid, text),
  may_record_case_entry(uuid, text, uuid, integer, text, uuid, uuid, date), case_authors(uuid) to tirek_app;

alter table case_entry enable row level security;

create policy case_entry_in_reach on case_entry for select to tirek_app
  using ((select may('case.read')) and family_id = any (array(select families_in_reach())));
create policy case_entry_record on case_entry for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_case_entry(family_id, kind, subject_id, version, state, person_id, sealed_for, recorded_on));

grant select, insert on case_entry to tirek_app;
