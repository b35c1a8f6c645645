-- A questionnaire that somebody answers on her own phone (docs/decisions/0103-own-phone.md): what was prepared for her, the link and
-- the code that open it, and how it ended. Whoever holds the link is a visitor and reads no table: the functions below judge the
-- link, and the answers are then written down under whoever holds the family, by the same policies as any other way of asking.

create table phone_asking (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  form_code text not null,
  form_version text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_on date not null,
  expires_at timestamptz not null,
  constraint phone_asking_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint phone_asking_account foreign key (asked_by, programme_id) references account (id, programme_id),
  constraint phone_asking_time_boxed check (expires_at > asked_at and expires_at <= asked_at + interval '72 hours'),
  constraint phone_asking_on_its_day check (asked_on - (asked_at at time zone 'UTC')::date in (0, 1))
);
create index phone_asking_of_person on phone_asking (person_id, asked_at);

-- Hashes only; both are of no use without the key of the installation and the link.
create table phone_asking_link (
  asking_id uuid primary key references phone_asking,
  programme_id uuid not null references programme,
  token_hash bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  opened_at timestamptz,
  constraint phone_asking_link_token_once unique (token_hash)
);

create table phone_asking_end (
  asking_id uuid primary key references phone_asking,
  programme_id uuid not null references programme,
  kind text not null,
  -- What became of it; kept in the same transaction.
  assessment_id uuid,
  -- Null where a consent that was taken back ended it, and where she answered.
  ended_by uuid,
  ended_at timestamptz not null,
  constraint phone_asking_end_kind_known check (kind in ('answered', 'taken-back')),
  constraint phone_asking_end_answered check ((kind = 'answered') = (assessment_id is not null)),
  constraint phone_asking_end_account foreign key (ended_by, programme_id) references account (id, programme_id),
  constraint phone_asking_end_assessment foreign key (assessment_id) references assessment deferrable initially deferred,
  constraint phone_asking_end_assessment_once unique (assessment_id)
);

create trigger phone_asking_append_only before update or delete or truncate on phone_asking
  for each statement execute function refuse_change_but_erasure();
create trigger phone_asking_end_append_only before update or delete or truncate on phone_asking_end
  for each statement execute function refuse_change_but_erasure();
create trigger phone_asking_not_put_away before insert on phone_asking
  for each row execute function refuse_about_put_away();

-- Where it stands at a moment; the domain names the same states (PHONE_STATES). Questions are shown until `expires_at`; what was
-- opened by then is taken for seven days more, since the signal may be away. A consent that does not stand ends it with every look.
create function phone_asking_state(p_asking uuid, p_now timestamptz, p_on date) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when done.kind is not null then done.kind
    when not consent_allows(standing_of(asked.person_id), 'screening', null, p_on)
      or exists (select from person_put_away away where away.person_id in (select records_of(array[asked.person_id])))
      then 'taken-back'
    when link.tries >= 5 then 'locked'
    when p_now >= asked.expires_at + case when link.opened_at is null then interval '0' else interval '7 days' end then 'expired'
    when link.opened_at is not null then 'opened'
    else 'waiting' end
  from phone_asking asked
  join phone_asking_link link on link.asking_id = asked.id
  left join phone_asking_end done on done.asking_id = asked.id
  where asked.id = p_asking
$$;

-- Under whom the answers are written down: whoever holds a family of hers today, the one who asked before any other.
create function phone_asking_holder(p_asking uuid) returns table (account_id uuid, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.account_id, held.region_code
  from phone_asking asked
  join family_member member on member.person_id in (select records_of(array[asked.person_id])) and member.until_on is null
  join caseload held on held.family_id = member.family_id and held.until_at is null
  where asked.id = p_asking
  order by held.account_id <> asked.asked_by, held.from_at, held.id limit 1
$$;

-- Whoever has a link and its code. A wrong code is counted, and the fifth ends the link. `p_to`: 'open' to be shown the questions,
-- 'answer' to hand in what was answered.
create function try_phone_link(p_token bytea, p_code bytea, p_now timestamptz, p_on date, p_to text)
  returns table (outcome text, tries_left integer, asking_id uuid, programme_id uuid, person_id uuid, form_code text,
    form_version text, asked_at timestamptz, account_id uuid, region_code text, answered_as uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most constant integer := 5;
  programme_before text := coalesce(current_setting('tirek.programme_id', true), '');
  link phone_asking_link;
  asked phone_asking;
  holder record;
  state text;
  found_outcome text;
  used_as uuid;
begin
  select * into link from phone_asking_link known where known.token_hash = p_token for update;
  if not found then
    return query select 'unknown', 0, null::uuid, null::uuid, null::uuid, null::text, null::text, null::timestamptz, null::uuid,
      null::text, null::uuid;
    return;
  end if;
  -- A visitor belongs to no programme: consents are judged within that of the link, and what was is put back.
  perform set_config('tirek.programme_id', link.programme_id::text, true);
  select * into asked from phone_asking known where known.id = link.asking_id;
  state := phone_asking_state(asked.id, p_now, p_on);
  found_outcome := case
    when state not in ('waiting', 'opened') then state
    when p_to = 'open' and p_now >= asked.expires_at then 'expired'
    when link.code_hash <> p_code then 'wrong-code'
    else 'open' end;
  if found_outcome = 'wrong-code' then
    update phone_asking_link set tries = tries + 1 where phone_asking_link.asking_id = link.asking_id;
    link.tries := link.tries + 1;
  elsif found_outcome = 'open' and link.opened_at is null then
    update phone_asking_link set opened_at = p_now where phone_asking_link.asking_id = link.asking_id;
  elsif found_outcome = 'answered' and link.code_hash = p_code then
    select done.assessment_id into used_as from phone_asking_end done where done.asking_id = asked.id;
  end if;
  select * into holder from phone_asking_holder(asked.id);
  perform set_config('tirek.programme_id', programme_before, true);
  return query select found_outcome, most - link.tries, asked.id, asked.programme_id, standing_of(asked.person_id), asked.form_code,
    asked.form_version, asked.asked_at, holder.account_id, holder.region_code, used_as;
end $$;

-- The one time that it is answered, in the transaction that keeps the answers.
create function answer_phone_link(p_token bytea, p_code bytea, p_now timestamptz, p_on date, p_assessment uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tried record;
begin
  select * into tried from try_phone_link(p_token, p_code, p_now, p_on, 'answer');
  if tried.outcome <> 'open' then return false; end if;
  insert into phone_asking_end (asking_id, programme_id, kind, assessment_id, ended_at)
  values (tried.asking_id, tried.programme_id, 'answered', p_assessment, p_now);
  return true;
end $$;

-- Hashes beside what was just prepared.
create function keep_phone_link(p_asking uuid, p_token bytea, p_code bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from phone_asking asked
      where asked.id = p_asking and asked.asked_by = actor_id() and asked.programme_id = actor_programme())
    or exists (select from phone_asking_link known where known.asking_id = p_asking) then
    return false;
  end if;
  insert into phone_asking_link (asking_id, programme_id, token_hash, code_hash) values (p_asking, actor_programme(), p_token, p_code);
  return true;
end $$;

-- The answers may be written down by whoever holds the family, once the database has seen link and code in this transaction. The
-- competence was judged when it was prepared; the consent is judged now.
create function is_answer_by_phone(p_assessment uuid, p_person uuid, p_form text, p_version text, p_informant text, p_on date)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('assessment.record') and p_informant = 'self'
    and p_person = any (array(select people_in_reach()))
    and consent_allows(p_person, 'screening', null, p_on)
    and exists (select from phone_asking_end done join phone_asking asked on asked.id = done.asking_id
      where done.assessment_id = p_assessment and done.programme_id = actor_programme()
        and asked.person_id in (select records_of(array[p_person]))
        and asked.form_code = p_form and asked.form_version = p_version)
$$;

create function may_end_phone_asking(p_asking uuid, p_kind text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('assessment.record') and p_kind = 'taken-back' and exists (select from phone_asking asked
    where asked.id = p_asking and asked.programme_id = actor_programme()
      and asked.person_id = any (array(select people_in_reach())))
$$;

-- A consent to screening that is taken back takes every open link back, in the same transaction.
create function end_phone_askings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into phone_asking_end (asking_id, programme_id, kind, ended_at)
  select asked.id, asked.programme_id, 'taken-back', new.recorded_at from phone_asking asked
  where asked.person_id in (select records_of(array[new.person_id]))
    and not exists (select from phone_asking_end done where done.asking_id = asked.id)
  on conflict do nothing;
  return null;
end $$;
create trigger consent_ends_phone_askings after insert on consent
  for each row when (new.purpose = 'screening' and new.decision <> 'given') execute function end_phone_askings();

-- An erasure takes them along, before the assessments that they name: triggers of one event run in the order of their names.
create function erase_phone_askings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[] := array(select asked.id from phone_asking asked where asked.person_id in (select records_of(array[new.person_id])));
begin
  delete from phone_asking_end where asking_id = any (gone);
  delete from phone_asking_link where asking_id = any (gone);
  delete from phone_asking where id = any (gone);
  return null;
end $$;
create trigger erasure_of_phone_askings after insert on erasure
  for each row execute function erase_phone_askings();

-- The preview of an erasure counts them among what goes. It is said in the function as it stands, whatever else that counts by now.
do $$
declare
  definition text := pg_get_functiondef('erasure_preview(uuid)'::regprocedure);
  counted constant text := '(select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids))';
  named constant text := ' families integer,';
begin
  if position(counted in definition) = 0 or position(named in definition) = 0 then
    raise exception 'erasure_preview counts no families';
  end if;
  drop function erasure_preview(uuid);
  execute replace(replace(definition, named, ' phone_links integer,' || named),
    counted, '(select count(*)::integer from phone_asking where phone_asking.person_id = any (ids)),
    ' || counted);
end $$;

revoke all on function erasure_preview(uuid) from public;
grant execute on function erasure_preview(uuid) to tirek_app;
revoke all on function phone_asking_state(uuid, timestamptz, date), phone_asking_holder(uuid),
  try_phone_link(bytea, bytea, timestamptz, date, text), answer_phone_link(bytea, bytea, timestamptz, date, uuid),
  keep_phone_link(uuid, bytea, bytea), is_answer_by_phone(uuid, uuid, text, text, text, date), may_end_phone_asking(uuid, text),
  end_phone_askings(), erase_phone_askings() from public;
grant execute on function phone_asking_state(uuid, timestamptz, date), try_phone_link(bytea, bytea, timestamptz, date, text),
  answer_phone_link(bytea, bytea, timestamptz, date, uuid), keep_phone_link(uuid, bytea, bytea),
  is_answer_by_phone(uuid, uuid, text, text, text, date), may_end_phone_asking(uuid, text) to tirek_app;

alter table phone_asking enable row level security;
alter table phone_asking_link enable row level security;
alter table phone_asking_end enable row level security;

create policy phone_asking_in_reach on phone_asking for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_reach())));
create policy phone_asking_in_emergency on phone_asking for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_emergency())));
create policy phone_asking_put_away on phone_asking as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
-- The same judgement as where the answers are written down at once: holder, competence, consent.
create policy phone_asking_prepare on phone_asking for insert to tirek_app
  with check (programme_id = (select actor_programme()) and asked_by = (select actor_id())
    and may_record_assessment(person_id, form_code, asked_on, null, asked_on));
create policy phone_asking_end_in_reach on phone_asking_end for select to tirek_app
  using (exists (select from phone_asking asked where asked.id = asking_id));
create policy phone_asking_end_take_back on phone_asking_end for insert to tirek_app
  with check (programme_id = (select actor_programme()) and ended_by = (select actor_id())
    and may_end_phone_asking(asking_id, kind));
create policy phone_asking_link_in_reach on phone_asking_link for select to tirek_app
  using (exists (select from phone_asking asked where asked.id = asking_id));

create policy assessment_record_by_phone on assessment for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and mode = 'own-phone'
    and supersedes is null
    and is_answer_by_phone(id, person_id, form_code, form_version, informant, recorded_on));
-- Nobody writes down by hand that somebody answered on her own phone.
create policy assessment_by_phone_only_by_link on assessment as restrictive for insert to tirek_app
  with check (mode <> 'own-phone' or is_answer_by_phone(id, person_id, form_code, form_version, informant, recorded_on));

grant select, insert on phone_asking, phone_asking_end to tirek_app;
grant select (asking_id, programme_id, tries, opened_at) on phone_asking_link to tirek_app;
