-- People, their families, and who holds a family. Nothing here says who somebody is: that lies in the vault
-- (20261129-31-vault.sql), and everything refers to the person's id, which tells nothing.
--
-- Reach. A practitioner reaches the families of her own caseload, a supervisor those of the practitioners she supervises, and
-- both the people who are members of these families now. Each of the two needs a permission of its own, so that a supervisor
-- who becomes a practitioner again no longer reaches what others hold. Nobody else reaches a person at all.

-- A search of the vault, kept because a person may be registered only by who has just looked whether she is known.
-- name_mark is a keyed hash of the names that were searched for. candidates: whom the database handed out to be compared, at
-- most two hundred; shown: those of them whose cards the asker saw. Both are written once, by functions of the vault only.
create table identity_search (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null,
  searched_at timestamptz not null,
  name_mark bytea not null,
  candidates uuid[],
  shown uuid[],
  constraint identity_search_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint identity_search_asker unique (id, programme_id, account_id),
  constraint identity_search_shown_compared check (shown is null or shown <@ candidates)
);
create index identity_search_newest on identity_search (account_id, searched_at desc);

create table person (
  id uuid primary key,
  programme_id uuid not null references programme,
  sex text not null,
  search_id uuid not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  constraint person_sex_known check (sex in ('female', 'male', 'unknown')),
  constraint person_programme unique (id, programme_id),
  -- A search of one's own, and each search for one registration only.
  constraint person_searched_for foreign key (search_id, programme_id, registered_by)
    references identity_search (id, programme_id, account_id),
  constraint person_search_once unique (search_id)
);
create index person_newest on person (programme_id, registered_at desc);

create table family (
  id uuid primary key,
  programme_id uuid not null references programme,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint family_account foreign key (made_by, programme_id) references account (id, programme_id),
  constraint family_programme unique (id, programme_id)
);

-- A person may belong to several families, one after another or at once.
create table family_member (
  id uuid primary key,
  programme_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  from_on date,
  until_on date,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  constraint family_member_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint family_member_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint family_member_account foreign key (added_by, programme_id) references account (id, programme_id),
  constraint family_member_ended_by foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint family_member_until_after_from check (until_on >= from_on),
  constraint family_member_end_whole check ((until_on is null) = (ended_by is null))
);
create unique index family_member_once on family_member (family_id, person_id) where until_on is null;
create index family_member_person on family_member (person_id);

-- Exactly one account holds a family. region_code: where its centre is.
create table caseload (
  id uuid primary key,
  programme_id uuid not null,
  family_id uuid not null,
  account_id uuid not null,
  region_code text,
  from_at timestamptz not null,
  until_at timestamptz,
  assigned_by uuid not null,
  ended_by uuid,
  constraint caseload_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint caseload_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint caseload_assigned_by foreign key (assigned_by, programme_id) references account (id, programme_id),
  constraint caseload_ended_by foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint caseload_region foreign key (programme_id, region_code) references region (programme_id, code),
  constraint caseload_until_after_from check (until_at >= from_at),
  constraint caseload_end_whole check ((until_at is null) = (ended_by is null))
);
create unique index caseload_one_holder on caseload (family_id) where until_at is null;
create index caseload_holder on caseload (account_id) where until_at is null;

-- Whose work a supervisor answers for. Nobody supervises herself.
create table supervision (
  id uuid primary key,
  programme_id uuid not null,
  supervisor_id uuid not null,
  practitioner_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  assigned_by uuid not null,
  ended_by uuid,
  constraint supervision_supervisor foreign key (supervisor_id, programme_id) references account (id, programme_id),
  constraint supervision_practitioner foreign key (practitioner_id, programme_id) references account (id, programme_id),
  constraint supervision_assigned_by foreign key (assigned_by, programme_id) references account (id, programme_id),
  constraint supervision_ended_by foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint supervision_of_another check (supervisor_id <> practitioner_id),
  constraint supervision_until_after_from check (until_at >= from_at),
  constraint supervision_end_whole check ((until_at is null) = (ended_by is null))
);
create unique index supervision_once on supervision (supervisor_id, practitioner_id) where until_at is null;
create index supervision_practitioner on supervision (practitioner_id) where until_at is null;

-- Where somebody lives; a region as it was named then. The newest row without an end is today's.
create table residence (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  region_code text not null,
  from_on date,
  until_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  constraint residence_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint residence_region foreign key (programme_id, region_code) references region (programme_id, code),
  constraint residence_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint residence_ended_by foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint residence_until_after_from check (until_on >= from_on),
  constraint residence_end_whole check ((until_on is null) = (ended_by is null))
);
create unique index residence_one_today on residence (person_id) where until_on is null;

-- The languages somebody speaks, best first; the newest row holds.
create table spoken_languages (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  languages text[] not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint spoken_languages_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint spoken_languages_account foreign key (recorded_by, programme_id) references account (id, programme_id)
);
create index spoken_languages_newest on spoken_languages (person_id, recorded_at desc);

-- Whether an account other than the actor holds a permission now.
create function account_may(p_account uuid, p_wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from role_assignment held
    join role_permission allowed on allowed.role = held.role
    where held.account_id = p_account and held.programme_id = actor_programme() and held.ends_at is null
      and allowed.permission = p_wanted
  )
$$;

create function team_of_actor() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select team.practitioner_id from supervision team
  where (select may('caseload.assign')) and team.supervisor_id = actor_id() and team.programme_id = actor_programme()
    and team.until_at is null
$$;

create function families_in_reach() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.family_id from caseload held
  where (select may('person.read')) and held.programme_id = actor_programme() and held.until_at is null
    and ((held.account_id = actor_id() and (select may('caseload.hold')))
      or held.account_id = any (array(select team_of_actor())))
$$;

create function people_in_reach() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct member.person_id from family_member member
  where member.family_id = any (array(select families_in_reach())) and member.until_on is null
$$;

-- What the actor makes in this very registration: a family that nobody has held yet, a person who is in no family yet.
create function is_own_new_family(p_family uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('person.register')
    and exists (select from family where family.id = p_family and family.made_by = actor_id()
      and family.programme_id = actor_programme())
    and not exists (select from caseload where caseload.family_id = p_family)
$$;
create function is_own_new_person(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('person.register')
    and exists (select from person where person.id = p_person and person.registered_by = actor_id()
      and person.programme_id = actor_programme())
    and not exists (select from family_member where family_member.person_id = p_person)
$$;

-- A search is worth a quarter of an hour: until then nobody else is likely to have registered the same person.
create function is_fresh_search(p_search uuid, p_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from identity_search search
    where search.id = p_search and search.account_id = actor_id() and search.programme_id = actor_programme()
      and search.shown is not null and search.searched_at between p_at - interval '15 minutes' and p_at
  )
$$;

-- Gives a family to another practitioner; the only way in which a holder changes. The one who hands over answers for both:
-- a practitioner may not give away or fetch, and no supervisor may give herself a family.
create function hand_over_family(p_id uuid, p_family uuid, p_to uuid, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (may('caseload.assign') and p_to <> actor_id() and account_may(p_to, 'caseload.hold')
    and p_to = any (array(select team_of_actor())) and p_family = any (array(select families_in_reach()))) then
    return false;
  end if;
  update caseload set until_at = p_now, ended_by = actor_id()
  where family_id = p_family and until_at is null and account_id <> p_to;
  if not found then return false; end if;
  insert into caseload (id, programme_id, family_id, account_id, region_code, from_at, assigned_by)
  values (p_id, actor_programme(), p_family, p_to,
    (select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
     where held.account_id = p_to and held.ends_at is null and allowed.permission = 'caseload.hold'
     order by held.starts_at limit 1),
    p_now, actor_id());
  return true;
end $$;

-- How many families and people a region's centres hold: whole fives, rounded down, as for every number that grows while one
-- looks (docs/decisions/0043-releases.md). A coordinator of one region hears of that region only.
create function caseload_counts() returns table (region_code text, families integer, people integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.region_code, (count(distinct held.family_id) / 5 * 5)::integer,
    (count(distinct member.person_id) / 5 * 5)::integer
  from caseload held
  left join family_member member on member.family_id = held.family_id and member.until_on is null
  where (select may('caseload.count')) and held.programme_id = actor_programme() and held.until_at is null
    and exists (
      select from role_assignment mine join role_permission allowed on allowed.role = mine.role
      where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
        and allowed.permission = 'caseload.count' and (mine.region_code is null or mine.region_code = held.region_code))
  group by held.region_code
$$;

-- Which colleague holds each family within reach.
create function family_holders() returns table (family_id uuid, account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.family_id, held.account_id, holder.display_name
  from caseload held join account holder on holder.id = held.account_id
  where held.until_at is null and held.family_id = any (array(select families_in_reach()))
$$;
-- Nobody may leave the last family she belongs to: no colleague would hold her any more.
create function is_in_another_family(p_person uuid, p_family uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_member member join caseload held on held.family_id = member.family_id and held.until_at is null
    where member.person_id = p_person and member.family_id <> p_family and member.until_on is null)
$$;
-- Those to whom a supervisor may give a family.
create function team_names() returns table (account_id uuid, display_name text, families integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select colleague.id, colleague.display_name,
    (select count(*)::integer from caseload held where held.account_id = colleague.id and held.until_at is null)
  from account colleague
  where colleague.id = any (array(select team_of_actor()))
$$;

revoke all on function account_may(uuid, text), team_of_actor(), families_in_reach(), people_in_reach(),
  is_own_new_family(uuid), is_own_new_person(uuid), is_fresh_search(uuid, timestamptz),
  hand_over_family(uuid, uuid, uuid, timestamptz), caseload_counts(), family_holders(),
  is_in_another_family(uuid, uuid), team_names() from public;
grant execute on function team_of_actor(), families_in_reach(), people_in_reach(), is_own_new_family(uuid),
  is_own_new_person(uuid), is_fresh_search(uuid, timestamptz), hand_over_family(uuid, uuid, uuid, timestamptz),
  caseload_counts(), family_holders(),
  is_in_another_family(uuid, uuid), team_names() to tirek_app;

create trigger spoken_languages_append_only before update or delete or truncate on spoken_languages
  for each statement execute function refuse_change();

alter table identity_search enable row level security;
alter table person enable row level security;
alter table family enable row level security;
alter table family_member enable row level security;
alter table caseload enable row level security;
alter table supervision enable row level security;
alter table residence enable row level security;
alter table spoken_languages enable row level security;

create policy identity_search_own on identity_search for select to tirek_app
  using (account_id = (select actor_id()) and (select may('identity.search')));
create policy identity_search_make on identity_search for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id()) and (select may('identity.search')));

create policy person_in_reach on person for select to tirek_app
  using (id = any (array(select people_in_reach())));
create policy person_register on person for insert to tirek_app
  with check (programme_id = (select actor_programme()) and registered_by = (select actor_id())
    and (select may('person.register')) and is_fresh_search(search_id, registered_at));

create policy family_in_reach on family for select to tirek_app
  using (id = any (array(select families_in_reach())));
create policy family_make on family for insert to tirek_app
  with check (programme_id = (select actor_programme()) and made_by = (select actor_id()) and (select may('person.register')));

create policy family_member_in_reach on family_member for select to tirek_app
  using (family_id = any (array(select families_in_reach())));
create policy family_member_add on family_member for insert to tirek_app
  with check (programme_id = (select actor_programme()) and added_by = (select actor_id()) and (select may('person.register'))
    and family_id = any (array(select families_in_reach()))
    and (person_id = any (array(select people_in_reach())) or is_own_new_person(person_id)));
create policy family_member_end on family_member for update to tirek_app
  using (until_on is null and (select may('person.register')) and family_id = any (array(select families_in_reach()))
    and is_in_another_family(person_id, family_id))
  with check (ended_by = (select actor_id()));

create policy caseload_in_reach on caseload for select to tirek_app
  using (family_id = any (array(select families_in_reach())));
create policy caseload_begin on caseload for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id())
    and assigned_by = (select actor_id()) and (select may('caseload.hold')) and is_own_new_family(family_id));

create policy supervision_read on supervision for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('account.read')));
create policy supervision_assign on supervision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and assigned_by = (select actor_id())
    and supervisor_id <> (select actor_id()) and practitioner_id <> (select actor_id()) and (select may('supervision.assign')));
create policy supervision_end on supervision for update to tirek_app
  using (until_at is null and programme_id = (select actor_programme()) and supervisor_id <> (select actor_id())
    and practitioner_id <> (select actor_id()) and (select may('supervision.assign')))
  with check (ended_by = (select actor_id()));

create policy residence_in_reach on residence for select to tirek_app
  using (person_id = any (array(select people_in_reach())));
create policy residence_record on residence for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('person.register'))
    and person_id = any (array(select people_in_reach())));
create policy residence_end on residence for update to tirek_app
  using (until_on is null and (select may('person.register')) and person_id = any (array(select people_in_reach())))
  with check (ended_by = (select actor_id()));

create policy spoken_languages_in_reach on spoken_languages for select to tirek_app
  using (person_id = any (array(select people_in_reach())));
create policy spoken_languages_record on spoken_languages for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('person.register'))
    and person_id = any (array(select people_in_reach())));

grant select, insert (id, programme_id, account_id, searched_at, name_mark) on identity_search to tirek_app;
grant select, insert on person, family, family_member, caseload, supervision, residence, spoken_languages
  to tirek_app;
grant update (until_on, ended_by) on family_member, residence to tirek_app;
grant update (until_at, ended_by) on supervision to tirek_app;
