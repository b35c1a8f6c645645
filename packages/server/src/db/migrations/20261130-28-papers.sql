-- Where the papers stand on which the rest of a life hangs. Rows are only ever added: a change is the next version of the same
-- paper. Everything is a word of a closed list, a day or an id; numbers of documents lie in the vault, and no row says who
-- somebody is. What keeps a paper from being had follows from these rows and is kept nowhere
-- (packages/domain/src/people/papers).

create table paper (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  subject_id uuid not null,
  version integer not null,
  kind text not null,
  state text not null,
  about_person_id uuid,
  since_on date not null,
  actor text,
  step text,
  due_on date,
  expires_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint paper_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint paper_about_person foreign key (about_person_id, programme_id) references person (id, programme_id),
  constraint paper_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint paper_version_counted check (version >= 1),
  constraint paper_version_once unique (person_id, subject_id, version),
  constraint paper_kind_known check (kind in ('birth-registration', 'citizenship', 'identity-card', 'parentage', 'marriage',
    'death-certificate', 'guardianship', 'disability', 'survivor-benefit', 'other-benefit')),
  constraint paper_state_known check (state in ('missing', 'preparing', 'applied', 'refused', 'held', 'expired', 'not-needed',
    'withdrawn')),
  constraint paper_actor_known check (actor in ('centre', 'family', 'lawyer', 'public-service-centre', 'civil-registry',
    'court', 'migration-service', 'guardianship-office', 'social-protection', 'medical-commission', 'consulate')),
  constraint paper_step_known check (step in ('collect-proofs', 'find-witnesses', 'genetic-test', 'translate', 'apply',
    'court-hearing', 'wait-for-answer', 'appeal', 'fetch', 'renew')),
  constraint paper_about_another check (about_person_id is null or (about_person_id <> person_id
    and kind in ('death-certificate', 'survivor-benefit', 'marriage', 'guardianship', 'parentage'))),
  constraint paper_done_is_done check (state not in ('held', 'not-needed', 'withdrawn')
    or (actor is null and step is null and due_on is null)),
  constraint paper_expires_when_held check (expires_on is null or (state in ('held', 'expired') and expires_on >= since_on)),
  constraint paper_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index paper_of_person on paper (person_id);
create index paper_versions on paper (subject_id);
create index paper_about_person_index on paper (about_person_id) where about_person_id is not null;

create trigger paper_append_only before update or delete or truncate on paper
  for each statement execute function refuse_change_but_erasure();
create trigger paper_told after insert or update or delete on paper
  for each row execute function tell_family_changed('person_id');

-- Whether the actor may write this version of this paper: of somebody within reach, the version after the newest, and never a
-- paper of somebody else. Without the consent to keeping a record nothing new is written; what ends a paper is.
create function may_record_paper(p_person uuid, p_subject uuid, p_version integer, p_kind text, p_state text, p_about uuid,
  p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('paper.record')
    and p_person = any (array(select people_in_reach()))
    and p_version = 1 + coalesce((select max(version) from paper known
      where known.subject_id = p_subject and known.person_id in (select records_of(array[p_person]))), 0)
    -- The first version of something nobody has; later ones of what is hers, and of the same kind. A paper that was followed
    -- while two records were one goes on with each of them once they are two again.
    and case when p_version = 1 then not exists (select from paper other where other.subject_id = p_subject)
      else not exists (select from paper other where other.subject_id = p_subject and other.kind <> p_kind) end
    and (p_about is null
      or exists (select from family_member own join family_member kin on kin.family_id = own.family_id
        where own.person_id in (select records_of(array[p_person])) and own.until_on is null
          and kin.person_id in (select records_of(array[p_about])) and kin.until_on is null)
      or exists (select from paper known where known.subject_id = p_subject
        and known.person_id in (select records_of(array[p_person])) and standing_of(known.about_person_id) = p_about))
    and ((p_version > 1 and p_state in ('held', 'not-needed', 'withdrawn'))
      or consent_allows(p_person, 'service', null, p_on))
$$;

-- How many people wait for a paper of each kind, by the region of the centre that holds them: whole fives, rounded down, as in
-- caseload_counts. A coordinator of one region hears of that region only.
create function paper_counts() returns table (region_code text, kind text, people integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.region_code, newest.kind, (count(distinct standing_of(newest.person_id)) / 5 * 5)::integer
  from (
    select distinct on (standing_of(paper.person_id), paper.subject_id) paper.person_id, paper.kind, paper.state, paper.expires_on
    from paper where paper.programme_id = actor_programme()
    order by standing_of(paper.person_id), paper.subject_id, paper.version desc
  ) newest
  join family_member member on member.until_on is null
    and member.person_id in (select records_of(array[newest.person_id]))
  join caseload held on held.family_id = member.family_id and held.until_at is null
  where (select may('paper.count')) and newest.state in ('missing', 'preparing', 'applied', 'refused', 'expired')
    and exists (
      select from role_assignment mine join role_permission allowed on allowed.role = mine.role
      where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
        and allowed.permission = 'paper.count' and (mine.region_code is null or mine.region_code = held.region_code))
  group by held.region_code, newest.kind
$$;

-- What is told of the papers of somebody who is erased goes with her.
create function erase_papers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from paper where paper.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_papers after insert on erasure
  for each row execute function erase_papers();

revoke all on function may_record_paper(uuid, uuid, integer, text, text, uuid, date), paper_counts(), erase_papers()
  from public;
grant execute on function may_record_paper(uuid, uuid, integer, text, text, uuid, date), paper_counts() to tirek_app;

alter table paper enable row level security;

create policy paper_in_reach on paper for select to tirek_app
  using ((select may('paper.read')) and person_id = any (array(select people_in_reach())));
create policy paper_record on paper for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_paper(person_id, subject_id, version, kind, state, about_person_id, recorded_on));

grant select, insert on paper to tirek_app;
