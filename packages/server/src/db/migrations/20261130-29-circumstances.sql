-- How somebody came, learns, is, works and lives: each part with a wall of its own, by role. Rows are only ever added: each is
-- so since a day, and a later version of the same day corrects it. The value holds words of closed lists, numbers and dates; the
-- name of a school lies sealed under the person's data key.

create table circumstance (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  section text not null,
  version integer not null,
  since_on date not null,
  -- Null takes back what was written of this day.
  value jsonb,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint circumstance_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint circumstance_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint circumstance_section_known check (section in ('arrival', 'schooling', 'health', 'work', 'housing')),
  constraint circumstance_version_counted check (version >= 1),
  constraint circumstance_version_once unique (person_id, section, version),
  constraint circumstance_sealed_school check (sealed is null or (section = 'schooling' and value is not null)),
  constraint circumstance_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);

create trigger circumstance_append_only before update or delete or truncate on circumstance
  for each statement execute function refuse_change_but_erasure();
create trigger circumstance_told after insert or update or delete on circumstance
  for each row execute function tell_family_changed('person_id');

-- The verb that opens a part of the record; the same table stands in packages/domain/src/people/circumstances.
create function section_verb(p_section text, p_act text) returns text
  language sql immutable set search_path = public, pg_temp as $$
  select case p_section when 'schooling' then 'schooling.' when 'health' then 'medical.' else 'living.' end || p_act
$$;

create function may_record_circumstance(p_person uuid, p_section text, p_version integer, p_is_told boolean, p_on date)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may(section_verb(p_section, 'record'))
    and p_person = any (array(select people_in_reach()))
    and p_version = 1 + coalesce((select max(version) from circumstance known
      where known.person_id in (select records_of(array[p_person])) and known.section = p_section), 0)
    and (not p_is_told or consent_allows(p_person, 'service', null, p_on))
$$;

-- What is told of how somebody who is erased lived goes with her.
create function erase_circumstances() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from circumstance where circumstance.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_circumstances after insert on erasure
  for each row execute function erase_circumstances();

-- Whether a region was there on a day.
create function region_stands_on(p_region text, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from region where region.programme_id = actor_programme() and region.code = p_region
    and region.valid_from <= p_on and (region.valid_until is null or p_on < region.valid_until))
$$;

revoke all on function section_verb(text, text), may_record_circumstance(uuid, text, integer, boolean, date),
  erase_circumstances(), region_stands_on(text, date) from public;
grant execute on function section_verb(text, text), may_record_circumstance(uuid, text, integer, boolean, date),
  region_stands_on(text, date) to tirek_app;

alter table circumstance enable row level security;

create policy circumstance_in_reach on circumstance for select to tirek_app
  using (section = any (array(select part from unnest(array['arrival', 'schooling', 'health', 'work', 'housing']) as part
      where may(section_verb(part, 'read'))))
    and person_id = any (array(select people_in_reach())));
create policy circumstance_record on circumstance for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_circumstance(person_id, section, version, value is not null, recorded_on));

grant select, insert on circumstance to tirek_app;

-- Nobody comes to live in a region that is not there: on the day since which she does, or today where no day is known.
create policy residence_region_stands on residence as restrictive for insert to tirek_app
  with check (region_stands_on(region_code, coalesce(from_on, (recorded_at at time zone 'UTC')::date)));
