-- Opening a record outside one's reach in an emergency: with a reason, for three hours by the database's own clock, to read and not
-- to write, told to supervisors at once, marked in the log and reviewed afterwards by somebody else. The one look of
-- identity_opening stays beside it: that one shows names once and asks for nobody's word afterwards.

create table emergency_opening (
  id uuid primary key,
  programme_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  search_id uuid not null,
  reason text not null,
  -- Why, in words, sealed under a key that is not in the database. Null once the person was erased.
  words bytea,
  asked_at timestamptz not null,
  -- The clock of the database, whatever the program says; neither can be written by it.
  opened_at timestamptz not null default clock_timestamp(),
  until_at timestamptz not null default clock_timestamp() + interval '3 hours',
  constraint emergency_opening_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint emergency_opening_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint emergency_opening_searched foreign key (search_id, programme_id, account_id)
    references identity_search (id, programme_id, account_id),
  constraint emergency_opening_opener unique (id, programme_id, account_id),
  constraint emergency_opening_reason_known check (reason in ('danger-to-life', 'child-at-risk', 'holder-away')),
  constraint emergency_opening_ends check (until_at > opened_at)
);
create index emergency_opening_of_account on emergency_opening (account_id, until_at desc);
create index emergency_opening_of_person on emergency_opening (person_id);
create index emergency_opening_of_programme on emergency_opening (programme_id, opened_at desc);

create table emergency_review (
  opening_id uuid primary key,
  programme_id uuid not null,
  opener_id uuid not null,
  verdict text not null,
  words bytea,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  constraint emergency_review_of_opening foreign key (opening_id, programme_id, opener_id)
    references emergency_opening (id, programme_id, account_id),
  constraint emergency_review_account foreign key (reviewed_by, programme_id) references account (id, programme_id),
  constraint emergency_review_by_another check (reviewed_by <> opener_id),
  constraint emergency_review_verdict_known check (verdict in ('justified', 'not-justified'))
);

create trigger emergency_opening_append_only before update or delete or truncate on emergency_opening
  for each statement execute function refuse_change_but_erasure();
create trigger emergency_review_append_only before update or delete or truncate on emergency_review
  for each statement execute function refuse_change_but_erasure();

-- An erasure takes the words along: they may say who it was.
create function drop_emergency_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update emergency_review set words = null
  where words is not null and opening_id in (select id from emergency_opening where person_id = new.person_id);
  update emergency_opening set words = null where words is not null and person_id = new.person_id;
  return null;
end $$;
create trigger erasure_drops_emergency_words after insert on erasure
  for each row execute function drop_emergency_words();

-- The families of today of whom the actor has opened and not yet run out of time. Judged anew for every statement: nothing that
-- was read before keeps a door open.
create function families_in_emergency() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select member.family_id from emergency_opening opening
  join family_member member on member.person_id in (select records_of(array[opening.person_id])) and member.until_on is null
  where (select may('emergency.open')) and opening.account_id = actor_id() and opening.programme_id = actor_programme()
    and clock_timestamp() < opening.until_at
$$;
create function people_in_emergency() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select records_of(array(
    select distinct member.person_id from family_member member
    where member.family_id = any (array(select families_in_emergency())) and member.until_on is null))
$$;
create function emergency_holders() returns table (family_id uuid, account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.family_id, held.account_id, holder.display_name
  from caseload held join account holder on holder.id = held.account_id
  where held.until_at is null and held.family_id = any (array(select families_in_emergency()))
$$;

-- Whether the actor may open somebody now: found a moment ago, outside of her reach, and not open already.
create function may_open_in_emergency(p_person uuid, p_search uuid, p_asked_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('emergency.open') and was_just_found(p_search, p_person, p_asked_at)
    and p_person <> all (array(select people_in_reach()))
    and p_person <> all (array(select people_in_emergency()))
$$;

-- Who hears of an opening and may judge it: the supervisor of whoever opened, the supervisor of whoever holds the family, and who
-- reads the log of the programme. Never whoever opened.
create function may_review_emergency(p_account uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('emergency.review') and p_account <> actor_id()
    and (may('audit.read') or p_account = any (array(select team_of_actor())) or p_person = any (array(select people_in_reach())))
$$;

-- Names of colleagues in openings that the actor may see.
create function emergency_colleague(p_opening uuid, p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select colleague.display_name from account colleague join emergency_opening opening on opening.id = p_opening
  where colleague.id = p_account and opening.programme_id = actor_programme()
    and (opening.account_id = actor_id() or may_review_emergency(opening.account_id, opening.person_id))
    and (opening.account_id = p_account
      or exists (select from emergency_review where opening_id = p_opening and reviewed_by = p_account))
$$;

-- Every reading that an opening made possible says so in the log, whichever program wrote the entry.
create function mark_emergency() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  opened uuid;
begin
  if new.actor_kind <> 'account' or cardinality(new.about) = 0 then return new; end if;
  select opening.id into opened from emergency_opening opening
  join family_member own on own.person_id in (select records_of(array[opening.person_id])) and own.until_on is null
  -- An answer that was begun in time may be logged a moment after it.
  where opening.account_id = new.actor_id and clock_timestamp() < opening.until_at + interval '1 minute'
    and (own.family_id = any (new.about) or new.about && array(select records_of(array(
      select kin.person_id from family_member kin where kin.family_id = own.family_id and kin.until_on is null))))
  order by opening.opened_at desc limit 1;
  if opened is not null then new.facts := new.facts || jsonb_build_object('emergency', opened::text); end if;
  return new;
end $$;
create trigger audit_entry_emergency before insert on audit_entry
  for each row execute function mark_emergency();

-- A person is told of it in words too: why, and which looks it made possible.
create or replace function views_of_person(p_person uuid, p_before bigint, p_limit integer)
  returns table (number bigint, at timestamptz, display_name text, action text, effect text, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select entry.id, entry.at, account.display_name, entry.action, entry.effect,
    case
      when entry.action in ('openPerson', 'openEmergency') then entry.facts ->> 'why'
      when entry.facts ? 'emergency' and entry.effect = 'read' then 'emergency'
    end
  from audit_entry entry left join account on account.id = entry.actor_id
  where (select may('person.read')) and p_person = any (array(select people_in_reach()))
    and entry.about && array(select records_of(array[p_person])) and entry.programme_id = actor_programme()
    -- What was asked about her in secret, for a court or an office, is not told here.
    and entry.action not in ('placeLegalHold', 'liftLegalHold', 'listLegalHolds')
    and (p_before is null or entry.id < p_before)
  order by entry.id desc
  limit least(p_limit, 500)
$$;

revoke all on function drop_emergency_words(), families_in_emergency(), people_in_emergency(), emergency_holders(),
  may_open_in_emergency(uuid, uuid, timestamptz), may_review_emergency(uuid, uuid), emergency_colleague(uuid, uuid),
  mark_emergency() from public;
grant execute on function families_in_emergency(), people_in_emergency(), emergency_holders(),
  may_open_in_emergency(uuid, uuid, timestamptz), may_review_emergency(uuid, uuid), emergency_colleague(uuid, uuid)
  to tirek_app;

alter table emergency_opening enable row level security;
alter table emergency_review enable row level security;

create policy emergency_opening_own on emergency_opening for select to tirek_app
  using (account_id = (select actor_id()) and programme_id = (select actor_programme()) and (select may('emergency.open')));
create policy emergency_opening_told on emergency_opening for select to tirek_app
  using (programme_id = (select actor_programme()) and may_review_emergency(account_id, person_id));
create policy emergency_opening_make on emergency_opening for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id = (select actor_id())
    and may_open_in_emergency(person_id, search_id, asked_at));
create policy emergency_review_known on emergency_review for select to tirek_app
  using (programme_id = (select actor_programme()) and exists (select from emergency_opening where id = opening_id));
create policy emergency_review_make on emergency_review for insert to tirek_app
  with check (programme_id = (select actor_programme()) and reviewed_by = (select actor_id())
    and exists (select from emergency_opening opening where opening.id = opening_id
      and may_review_emergency(opening.account_id, opening.person_id)));

-- Reading, and nothing but reading: these stand beside the policies of reach, and no policy of writing asks them.
create policy person_in_emergency on person for select to tirek_app
  using (id = any (array(select people_in_emergency())));
create policy family_in_emergency on family for select to tirek_app
  using (id = any (array(select families_in_emergency())));
create policy family_member_in_emergency on family_member for select to tirek_app
  using (family_id = any (array(select families_in_emergency())));
create policy person_merge_in_emergency on person_merge for select to tirek_app
  using ((select may('person.read')) and person_id = any (array(select people_in_emergency()))
    and merged_id = any (array(select people_in_emergency())));
create policy residence_in_emergency on residence for select to tirek_app
  using (person_id = any (array(select people_in_emergency())));
create policy spoken_languages_in_emergency on spoken_languages for select to tirek_app
  using (person_id = any (array(select people_in_emergency())));
create policy person_data_key_in_emergency on person_data_key for select to tirek_app
  using ((select may('identity.read')) and person_id = any (array(select people_in_emergency())));
create policy identity_in_emergency on identity for select to tirek_app
  using ((select may('identity.read')) and person_id = any (array(select people_in_emergency())));
create policy family_fact_in_emergency on family_fact for select to tirek_app
  using (family_id = any (array(select families_in_emergency())));
create policy consent_in_emergency on consent for select to tirek_app
  using ((select may('consent.read')) and person_id = any (array(select people_in_emergency())));
create policy case_entry_in_emergency on case_entry for select to tirek_app
  using ((select may('case.read')) and family_id = any (array(select families_in_emergency())));

grant select, insert (id, programme_id, account_id, person_id, search_id, reason, words, asked_at) on emergency_opening
  to tirek_app;
grant select, insert on emergency_review to tirek_app;
