-- A family goes to another region by two words: whoever holds it offers it to one colleague there, and she takes it over or not.
-- Until then she learns from where and how many people, and nobody's name (docs/decisions/0088-hand-over-between-regions.md).

create table family_offer (
  id uuid primary key,
  programme_id uuid not null references programme,
  family_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  offered_at timestamptz not null,
  offered_on date not null,
  constraint family_offer_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint family_offer_from foreign key (from_id, programme_id) references account (id, programme_id),
  constraint family_offer_to foreign key (to_id, programme_id) references account (id, programme_id),
  constraint family_offer_to_another check (from_id <> to_id)
);
create index family_offer_of_family on family_offer (family_id);
create index family_offer_from on family_offer (from_id);
create index family_offer_to on family_offer (to_id);

create table family_offer_answer (
  id uuid primary key,
  programme_id uuid not null references programme,
  offer_id uuid not null references family_offer,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  constraint family_offer_answer_account foreign key (answered_by, programme_id) references account (id, programme_id),
  constraint family_offer_answer_known check (answer in ('accepted', 'declined', 'withdrawn')),
  constraint family_offer_answer_once unique (offer_id)
);

create trigger family_offer_append_only before update or delete or truncate on family_offer
  for each statement execute function refuse_change();
create trigger family_offer_answer_append_only before update or delete or truncate on family_offer_answer
  for each statement execute function refuse_change();

-- Where somebody who holds families works; null where she holds none any more.
create function region_of_holder(p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
  where held.account_id = p_account and held.ends_at is null and allowed.permission = 'caseload.hold'
  order by held.starts_at limit 1
$$;

-- Colleagues of other regions who hold families.
create function colleagues_elsewhere() returns table (account_id uuid, display_name text, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select colleague.id, colleague.display_name, region_of_holder(colleague.id)
  from account colleague
  where (select may('caseload.hold')) and colleague.programme_id = actor_programme() and colleague.closed_at is null
    and account_may(colleague.id, 'caseload.hold') and region_of_holder(colleague.id) is distinct from region_of_holder(actor_id())
    and colleague.id <> actor_id()
$$;

-- Nobody answered it, and whoever offered it holds the family still: a supervisor's hand-over in between ends it.
create function is_open_offer(p_offer uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_offer offer
    join caseload held on held.family_id = offer.family_id and held.account_id = offer.from_id and held.until_at is null
      and held.from_at <= offer.offered_at
    where offer.id = p_offer
      and not exists (select from family_offer_answer where offer_id = offer.id))
$$;

-- The actor's own offers, the newest of each family that she holds, and those that wait for her.
create function offers_of_actor() returns table (id uuid, family_id uuid, is_own boolean, colleague text, region_code text,
    people integer, offered_on date, answer text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select offer.id, offer.family_id, offer.from_id = actor_id(), other.display_name, region_of_holder(other.id),
    (select count(*)::integer from family_member where family_member.family_id = offer.family_id
      and family_member.until_on is null),
    offer.offered_on, answered.answer
  from family_offer offer
  join account other on other.id = case when offer.from_id = actor_id() then offer.to_id else offer.from_id end
  left join family_offer_answer answered on answered.offer_id = offer.id
  where (select may('caseload.hold')) and offer.programme_id = actor_programme()
    and ((offer.to_id = actor_id() and is_open_offer(offer.id))
      or (offer.from_id = actor_id() and offer.family_id = any (array(select families_in_reach()))
        and not exists (select from family_offer later
          where later.family_id = offer.family_id and later.offered_at > offer.offered_at)))
  order by offer.offered_at, offer.id
$$;

-- Only whoever holds a family offers it, to a colleague of another region, and to one at a time.
create function offer_family(p_id uuid, p_family uuid, p_to uuid, p_now timestamptz, p_on date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('offer ' || p_family, 0));
  if not (may('caseload.hold')
    and exists (select from caseload held where held.family_id = p_family and held.account_id = actor_id()
      and held.programme_id = actor_programme() and held.until_at is null)
    and exists (select from colleagues_elsewhere() colleague where colleague.account_id = p_to)
    and not exists (select from family_offer other where other.family_id = p_family and is_open_offer(other.id))) then
    return false;
  end if;
  insert into family_offer (id, programme_id, family_id, from_id, to_id, offered_at, offered_on)
  values (p_id, actor_programme(), p_family, actor_id(), p_to, p_now, p_on);
  return true;
end $$;

-- Whoever is asked takes the family over or not; whoever asked takes the offer back. Null: it is not open, or not the actor's to
-- answer so. The family comes with the answer, since only then she may know which it is.
create function answer_family_offer(p_id uuid, p_offer uuid, p_answer text, p_now timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked family_offer;
begin
  select offer.* into asked from family_offer offer where offer.id = p_offer and offer.programme_id = actor_programme();
  if not found or not may('caseload.hold') then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('offer ' || asked.family_id, 0));
  if not is_open_offer(p_offer)
    or actor_id() <> (case p_answer when 'withdrawn' then asked.from_id else asked.to_id end) then
    return null;
  end if;
  insert into family_offer_answer (id, programme_id, offer_id, answer, answered_by, answered_at)
  values (p_id, asked.programme_id, p_offer, p_answer, actor_id(), p_now);
  if p_answer = 'accepted' then
    update caseload set until_at = p_now, ended_by = actor_id()
    where family_id = asked.family_id and until_at is null;
    insert into caseload (id, programme_id, family_id, account_id, region_code, from_at, assigned_by)
    values (p_id, asked.programme_id, asked.family_id, actor_id(), region_of_holder(actor_id()), p_now, actor_id());
  end if;
  return asked.family_id;
end $$;

-- Who held a family within reach or open in an emergency, one after another.
create function holders_of_family(p_family uuid)
  returns table (display_name text, region_code text, from_at timestamptz, until_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select holder.display_name, held.region_code, held.from_at, held.until_at
  from caseload held join account holder on holder.id = held.account_id
  where held.family_id = p_family
    and p_family = any (array(select families_in_reach() union all select families_in_emergency()))
  order by held.from_at, held.until_at, held.id
$$;

revoke all on function region_of_holder(uuid), colleagues_elsewhere(), is_open_offer(uuid), offers_of_actor(),
  offer_family(uuid, uuid, uuid, timestamptz, date), answer_family_offer(uuid, uuid, text, timestamptz),
  holders_of_family(uuid) from public;
grant execute on function colleagues_elsewhere(), offers_of_actor(), offer_family(uuid, uuid, uuid, timestamptz, date),
  answer_family_offer(uuid, uuid, text, timestamptz), holders_of_family(uuid) to tirek_app;

-- Nobody reads the rows themselves.
alter table family_offer enable row level security;
alter table family_offer_answer enable row level security;
