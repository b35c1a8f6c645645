-- What is told of who is whose in a family: where each life stands, unions, parentage, care, homes. The shape of each kind of
-- fact is the program's (packages/domain/src/people/family-graph); here stand whom it is about, which version it is, and who
-- wrote it down. Rows are only ever added: a correction is the next version of the same subject, and a value of null takes a
-- fact back. Nothing here says who somebody is.

create table family_fact (
  id uuid primary key,
  programme_id uuid not null references programme,
  family_id uuid not null,
  fact text not null,
  -- The union, the parentage, the care or the home; of a life, the person.
  subject_id uuid not null,
  version integer not null,
  people uuid[] not null,
  value jsonb,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint family_fact_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint family_fact_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint family_fact_kind_known check (fact in ('life', 'union', 'parentage', 'care', 'household')),
  constraint family_fact_version_counted check (version >= 1),
  constraint family_fact_version_once unique (programme_id, fact, subject_id, version),
  constraint family_fact_about_somebody check (cardinality(people) > 0),
  constraint family_fact_life_of_one check (fact <> 'life' or people = array[subject_id]),
  constraint family_fact_same_subject check (value is null or value ->> 'id' = subject_id::text)
);
create index family_fact_of_family on family_fact (family_id);
create index family_fact_of_life on family_fact (subject_id) where fact = 'life';

create trigger family_fact_append_only before update or delete or truncate on family_fact
  for each statement execute function refuse_change();

-- Whether the actor may write this version of this fact: about members of today only, the version after the newest, and never a
-- subject of another family. Where a life stands is told of a person, whichever of her families it is told in.
create function may_record_fact(p_family uuid, p_fact text, p_subject uuid, p_version integer, p_people uuid[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('person.register')
    and p_family = any (array(select families_in_reach()))
    and not exists (
      select from unnest(p_people) as who
      where not exists (select from family_member member
        where member.family_id = p_family and member.person_id = who and member.until_on is null))
    and not exists (
      select from family_fact other
      where other.programme_id = actor_programme() and other.fact = p_fact and other.subject_id = p_subject
        and p_fact <> 'life' and other.family_id <> p_family)
    and p_version = 1 + coalesce((
      select max(version) from family_fact known
      where known.programme_id = actor_programme() and known.fact = p_fact and known.subject_id = p_subject), 0)
$$;

revoke all on function may_record_fact(uuid, text, uuid, integer, uuid[]) from public;
grant execute on function may_record_fact(uuid, text, uuid, integer, uuid[]) to tirek_app;

alter table family_fact enable row level security;

create policy family_fact_in_reach on family_fact for select to tirek_app
  using (family_id = any (array(select families_in_reach()))
    or (fact = 'life' and subject_id = any (array(select people_in_reach()))));
create policy family_fact_record on family_fact for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_fact(family_id, fact, subject_id, version, people));

grant select, insert on family_fact to tirek_app;
