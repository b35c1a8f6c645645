-- What the pathway proposed for somebody, and what named humans decided about it (docs/decisions/0096-proposals.md). Rows are only
-- ever added: the newest proposal of a person is the one that counts, and a decision never changes. Outcomes are words of closed
-- lists, scores and days under a pseudonymous id; what is written in words lies sealed under the person's data key. What stands and
-- what is missing follows from these rows and is kept nowhere (packages/domain/src/pathways/proposals).

create table step_proposal (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  -- The questionnaire that led to it; null: somebody asked for it.
  assessment_id uuid references assessment,
  -- The version of the pathway; null: the one that ships with the program.
  version_id uuid,
  outcome jsonb not null,
  -- From when its time is counted, and that day in the programme.
  counts_from timestamptz not null,
  counts_on date not null,
  act_by timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  constraint step_proposal_of_person unique (id, person_id, programme_id),
  constraint step_proposal_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint step_proposal_account foreign key (made_by, programme_id) references account (id, programme_id),
  constraint step_proposal_version foreign key (version_id, programme_id) references pathway_version (id, programme_id),
  constraint step_proposal_once unique (assessment_id),
  constraint step_proposal_step_known check (outcome ->> 'step' in ('1', '2', '3', '4', 'S1', 'S0')),
  constraint step_proposal_counts_from check (counts_from <= made_at and counts_on <= made_on),
  constraint step_proposal_acts_later check (act_by > counts_from),
  constraint step_proposal_on_its_day check (made_on - (made_at at time zone 'UTC')::date in (0, 1))
);
create index step_proposal_newest on step_proposal (person_id, made_at desc, id desc);

create table step_decision (
  id uuid primary key,
  programme_id uuid not null references programme,
  proposal_id uuid not null,
  person_id uuid not null,
  kind text not null,
  -- The step that stands afterwards; null: what stood goes on.
  step text,
  reason text,
  -- What the person herself said, and how daily life goes on as the colleague judges it.
  wish text,
  functioning text,
  evaluated_on date,
  sealed bytea,
  decided_by uuid not null,
  decided_at timestamptz not null,
  decided_on date not null,
  constraint step_decision_of_proposal foreign key (proposal_id, person_id, programme_id)
    references step_proposal (id, person_id, programme_id),
  constraint step_decision_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint step_decision_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint step_decision_kind_known check (kind in ('confirmed', 'changed', 'declined', 'asked-again', 'evaluated')),
  constraint step_decision_step_known check (step in ('1', '2', '3', '4', 'S1', 'S0')),
  constraint step_decision_step_stands check ((step is not null) = (kind in ('confirmed', 'changed'))),
  constraint step_decision_reason_known check (reason in ('own-wish', 'knows-more', 'answers-doubtful', 'already-helped', 'not-there',
    'not-now', 'other')),
  constraint step_decision_reasoned check ((reason is not null) = (kind in ('changed', 'declined'))),
  constraint step_decision_wish_known check (wish in ('wants', 'something-else', 'not-now', 'not-asked')),
  constraint step_decision_wished check ((wish is not null) = (kind in ('confirmed', 'changed', 'declined'))),
  constraint step_decision_functioning_known check (functioning in ('mild', 'marked', 'severe')),
  constraint step_decision_functioning_judged check (functioning is null or kind in ('confirmed', 'changed', 'declined')),
  constraint step_decision_evaluated check ((evaluated_on is not null) = (kind = 'evaluated')),
  constraint step_decision_evaluated_before check (evaluated_on <= decided_on),
  constraint step_decision_on_its_day check (decided_on - (decided_at at time zone 'UTC')::date in (0, 1))
);
create index step_decision_of_person on step_decision (person_id, decided_at);
create index step_decision_of_a_proposal on step_decision (proposal_id);

create trigger step_proposal_append_only before update or delete or truncate on step_proposal
  for each statement execute function refuse_change_but_erasure();
create trigger step_decision_append_only before update or delete or truncate on step_decision
  for each statement execute function refuse_change_but_erasure();
create trigger step_proposal_told_of_insert after insert on step_proposal referencing new table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger step_proposal_told_of_delete after delete on step_proposal referencing old table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger step_decision_told_of_insert after insert on step_decision referencing new table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger step_proposal_not_put_away before insert on step_proposal
  for each row execute function refuse_about_put_away();
create trigger step_decision_not_put_away before insert on step_decision
  for each row execute function refuse_about_put_away();

-- Whose decision is looked at again, so that the next one is somebody else's; null where nobody asked. The domain says the same
-- (foldSteps).
create function step_not_by(p_person uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with said as materialized (
    select * from step_decision where person_id in (select records_of(array[p_person]))),
  last as (
    select * from said where kind in ('confirmed', 'changed', 'declined') order by decided_at desc, id desc limit 1)
  select coalesce((select decided_by from last), asked.decided_by) from said asked
  where asked.kind = 'asked-again' and not exists (select from last where (last.decided_at, last.id) > (asked.decided_at, asked.id))
  order by asked.decided_at, asked.id limit 1
$$;

-- Whether the actor may keep a proposal of the program: for somebody within reach, whose consent to screening stands, and who
-- answered the questionnaire that it comes from.
create function may_propose_step(p_person uuid, p_assessment uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('step.decide')
    and p_person = any (array(select people_in_reach()))
    and consent_allows(p_person, 'screening', null, p_on)
    and (p_assessment is null or exists (select from assessment known
      where known.id = p_assessment and known.person_id in (select records_of(array[p_person]))))
$$;

-- Whether the actor may say this of a proposal: it is the newest of somebody within reach; a confirmed step is the proposed one, a
-- changed one another; and what is looked at again is decided by somebody else. A new step, and words, are written down only
-- while she agrees to a record; declining, and asking for a human, need nobody's leave.
create function may_decide_step(p_person uuid, p_proposal uuid, p_kind text, p_step text, p_has_words boolean, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('step.decide')
    and p_person = any (array(select people_in_reach()))
    and exists (select from step_proposal known
      where known.id = p_proposal
        and not exists (select from step_proposal later where later.person_id in (select records_of(array[p_person]))
          and (later.made_at, later.id) > (known.made_at, known.id))
        and case p_kind when 'confirmed' then known.outcome ->> 'step' = p_step
          when 'changed' then known.outcome ->> 'step' is distinct from p_step else true end)
    and (p_kind not in ('confirmed', 'changed', 'declined') or step_not_by(p_person) is distinct from actor_id())
    and ((p_kind not in ('confirmed', 'changed') and not p_has_words)
      or consent_allows(standing_of(p_person), 'service', null, p_on))
$$;

-- The names of those who decided about somebody within reach.
create function step_deciders(p_person uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct decider.id, decider.display_name
  from step_decision said join account decider on decider.id = said.decided_by
  where (select may('step.read')) and said.person_id in (select records_of(array[p_person]))
    and p_person in (select people_in_reach() union all select people_in_emergency())
$$;

-- Where care stops short, for a coordinator: people of her regions in whole fives, rounded down, as in paper_counts. The lists by
-- name follow from the same rules in the domain (care-gaps.ts); a test compares.
create function care_gap_counts(p_now timestamptz, p_today date, p_days integer)
  returns table (region_code text, waiting integer, overdue integer, unevaluated integer, unassigned integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with made as materialized (
    select standing_of(person_id) as who, id, outcome ->> 'step' as step, counts_on, act_by, made_at
    from step_proposal where programme_id = actor_programme() and (select may('caseload.count'))),
  said as materialized (
    select standing_of(person_id) as who, id, proposal_id, kind, step, evaluated_on, decided_at, decided_on
    from step_decision where programme_id = actor_programme() and (select may('caseload.count'))),
  newest as (select distinct on (who) * from made order by who, made_at desc, id desc),
  last_word as (
    select distinct on (who) * from said where kind in ('confirmed', 'changed', 'declined') order by who, decided_at desc, id desc),
  again as (
    select distinct asked.who from said asked left join last_word last on last.who = asked.who
    where asked.kind = 'asked-again' and (last.id is null or (asked.decided_at, asked.id) > (last.decided_at, last.id))),
  stands as (
    select distinct on (who) * from said where kind in ('confirmed', 'changed') order by who, decided_at desc, id desc),
  proposed as (
    select made.who, min(made.counts_on) as since from made left join last_word last on last.who = made.who
    where made.step = '4' and (last.id is null or made.made_at > last.decided_at)
      and not exists (select from made lighter where lighter.who = made.who and lighter.step is distinct from '4'
        and (lighter.made_at, lighter.id) > (made.made_at, made.id))
    group by made.who),
  begun as (
    select distinct on (said.who) said.who, case when made.step = '4' then made.counts_on else said.decided_on end as since
    from said join made on made.id = said.proposal_id
    where said.step = '4' and not exists (select from said lighter where lighter.who = said.who and lighter.step <> '4'
      and (lighter.decided_at, lighter.id) > (said.decided_at, said.id))
    order by said.who, said.decided_at, said.id),
  judged as (
    select newest.who, newest.act_by, stands.step as standing_step, coalesce(begun.since, proposed.since) as clinical_since,
      newest.step as proposed_step,
      again.who is not null or (newest.step is not null and not exists (
        select from said own where own.proposal_id = newest.id and own.kind in ('confirmed', 'changed', 'declined'))) as waits
    from newest
    left join again on again.who = newest.who
    left join stands on stands.who = newest.who
    left join proposed on proposed.who = newest.who
    left join begun on begun.who = newest.who
    where not exists (select from person_put_away away where away.person_id = newest.who)
      and coalesce((select fact.value -> 'life' ->> 'state' from family_fact fact
        where fact.fact = 'life' and fact.subject_id in (select records_of(array[newest.who]))
        order by fact.subject_id <> newest.who, fact.version desc limit 1), '') <> 'deceased'),
  gaps as (
    select who, waits, waits and act_by < p_now as is_overdue,
      clinical_since + p_days < p_today and not exists (
        select from said where said.who = judged.who and said.evaluated_on >= clinical_since) as is_unevaluated,
      coalesce(case when waits then proposed_step end, standing_step, '1') <> '1'
        and not exists (
          select from family_member member
          join lateral (
            select distinct on (entry.subject_id) entry.state, entry.value, entry.person_id from case_entry entry
            where entry.family_id = member.family_id and entry.kind = 'need' order by entry.subject_id, entry.version desc) need on true
          where member.person_id in (select records_of(array[judged.who])) and member.until_on is null
            and case_state(member.family_id) <> 'closed' and need.state = 'open' and need.value -> 'held' <> 'null'
            and need.value ->> 'category' in ('distress', 'health', 'services', 'coping', 'support')
            and (need.person_id is null or standing_of(need.person_id) = judged.who))
        and not exists (
          select from (select distinct on (match_id) match.state from peer_match match
            where match.person_id in (select records_of(array[judged.who])) order by match_id, version desc) peer
          where peer.state = 'standing') as is_unassigned
    from judged)
  select held.region_code,
    (count(distinct gaps.who) filter (where waits) / 5 * 5)::integer,
    (count(distinct gaps.who) filter (where is_overdue) / 5 * 5)::integer,
    (count(distinct gaps.who) filter (where is_unevaluated) / 5 * 5)::integer,
    (count(distinct gaps.who) filter (where is_unassigned) / 5 * 5)::integer
  from gaps
  join family_member member on member.until_on is null and member.person_id in (select records_of(array[gaps.who]))
  join caseload held on held.family_id = member.family_id and held.until_at is null
  where (waits or is_unevaluated or is_unassigned)
    and exists (
      select from role_assignment mine join role_permission allowed on allowed.role = mine.role
      where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
        and allowed.permission = 'caseload.count' and (mine.region_code is null or mine.region_code = held.region_code))
  group by held.region_code
$$;

-- What was proposed for somebody who is erased goes with her, before the questionnaires that it names.
create function erase_steps() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from step_decision where step_decision.person_id in (select records_of(array[new.person_id]));
  delete from step_proposal where step_proposal.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_steps after insert on erasure
  for each row execute function erase_steps();

-- The preview of an erasure counts them among what goes.
drop function erasure_preview(uuid);
create function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, case_words integer, papers integer, circumstances integer, attachments integer, school_notes integer,
    peer_matches integer, assessments integer, care_steps integer, families integer, residences integer, consent_words integer,
    shared_facts integer, case_entries integer, papers_about integer, safety_events integer, log_entries integer, request_id uuid,
    asked_at timestamptz, is_erased boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with whom as materialized (select array(select records_of(array[p_person])) as ids)
  select
    (select count(*)::integer from identity where identity.person_id = any (ids)),
    (select count(*)::integer from name_token where name_token.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids) and sealed is not null),
    (select count(*)::integer from family_fact where fact = 'life' and subject_id = any (ids)),
    (select count(*)::integer from spoken_languages where spoken_languages.person_id = any (ids)),
    (select count(*)::integer from case_entry where case_entry.sealed_for = any (ids) and case_entry.sealed is not null),
    (select count(*)::integer from paper where paper.person_id = any (ids)),
    (select count(*)::integer from circumstance where circumstance.person_id = any (ids)),
    (select count(*)::integer from attachment where attachment.person_id = any (ids) or attachment.sealed_for = any (ids)),
    (select count(*)::integer from school_note where school_note.person_id = any (ids)),
    (select count(distinct match_id)::integer from peer_match where peer_match.person_id = any (ids)),
    (select count(*)::integer from assessment where assessment.person_id = any (ids)),
    (select count(*)::integer from step_proposal where step_proposal.person_id = any (ids))
      + (select count(*)::integer from step_decision where step_decision.person_id = any (ids)),
    (select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids)),
    (select count(*)::integer from residence where residence.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids)),
    (select count(*)::integer from family_fact where fact <> 'life' and people && ids),
    (select count(*)::integer from case_entry where case_entry.person_id = any (ids)),
    (select count(*)::integer from paper where paper.about_person_id = any (ids)),
    (select count(*)::integer from safety_event where safety_event.person_id = any (ids)),
    (select count(*)::integer from audit_entry where about && ids),
    open.id, open.asked_at,
    exists (select from erasure where erasure.person_id = any (ids))
  from whom cross join person
  left join lateral (
    select asked.id, asked.asked_at from erasure_request asked
    where asked.person_id = any (ids) and not exists (select from erasure_decision where request_id = asked.id)
    order by asked.asked_at limit 1) as open on true
  where person.id = p_person and person.programme_id = actor_programme()
    and (((select may('erasure.request')) and p_person = any (array(select people_in_reach())))
      or ((select may('erasure.decide')) and exists (select from erasure_request asked where asked.person_id = any (ids))))
$$;

revoke all on function step_not_by(uuid), may_propose_step(uuid, uuid, date), may_decide_step(uuid, uuid, text, text, boolean, date),
  step_deciders(uuid), care_gap_counts(timestamptz, date, integer), erase_steps(), erasure_preview(uuid) from public;
grant execute on function may_propose_step(uuid, uuid, date), may_decide_step(uuid, uuid, text, text, boolean, date),
  step_deciders(uuid), care_gap_counts(timestamptz, date, integer), erasure_preview(uuid) to tirek_app;

alter table step_proposal enable row level security;
alter table step_decision enable row level security;

create policy step_proposal_in_reach on step_proposal for select to tirek_app
  using ((select may('step.read')) and person_id = any (array(select people_in_reach())));
create policy step_proposal_in_emergency on step_proposal for select to tirek_app
  using ((select may('step.read')) and person_id = any (array(select people_in_emergency())));
create policy step_proposal_put_away on step_proposal as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy step_proposal_keep on step_proposal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and made_by = (select actor_id())
    and may_propose_step(person_id, assessment_id, made_on));
create policy step_decision_in_reach on step_decision for select to tirek_app
  using ((select may('step.read')) and person_id = any (array(select people_in_reach())));
create policy step_decision_in_emergency on step_decision for select to tirek_app
  using ((select may('step.read')) and person_id = any (array(select people_in_emergency())));
create policy step_decision_put_away on step_decision as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy step_decision_record on step_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id())
    and may_decide_step(person_id, proposal_id, kind, step, sealed is not null, decided_on));

grant select, insert on step_proposal, step_decision to tirek_app;
