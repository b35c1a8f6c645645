-- A woman who wishes it meets a peer provider. The colleague who holds her family proposes it and writes down what was agreed; the
-- woman agrees to this one receiver of her first name by a consent; the peer provider agrees by herself. Either ends it at any
-- time, and no row has room for a reason. The peer provider reads no table: she gets her own matches out of one function that
-- knows no person, no family and no case (docs/decisions/0085-peer-matches.md).

-- What was agreed, every version. match_id names the match on both sides.
create table peer_match (
  id uuid primary key,
  programme_id uuid not null references programme,
  match_id uuid not null,
  version integer not null,
  person_id uuid not null,
  peer_id uuid not null,
  state text not null,
  setting text,
  means text,
  rhythm text,
  next_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint peer_match_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint peer_match_peer foreign key (peer_id, programme_id) references account (id, programme_id),
  constraint peer_match_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint peer_match_version_counted check (version >= 1),
  constraint peer_match_version_once unique (match_id, version),
  constraint peer_match_state_known check (state in ('standing', 'ended')),
  constraint peer_match_ended_is_empty check (case state
    when 'standing' then setting is not null and means is not null and rhythm is not null
    else setting is null and means is null and rhythm is null and next_on is null end),
  constraint peer_match_setting_known check (setting in ('two', 'group', 'with-specialist')),
  constraint peer_match_means_known check (means in ('centre', 'walk', 'call', 'messages')),
  constraint peer_match_rhythm_known check (rhythm in ('weekly', 'fortnightly', 'monthly')),
  constraint peer_match_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index peer_match_of_person on peer_match (person_id);
create index peer_match_of_peer on peer_match (peer_id);

-- The first name, sealed under a key that is not in the database; gone as soon as the match has ended.
create table peer_match_name (
  match_id uuid primary key,
  programme_id uuid not null references programme,
  sealed bytea not null
);

-- What the peer provider says: of the match, and of each meeting. Words of a closed list only; whose they are stands nowhere here.
create table peer_word (
  id uuid primary key,
  programme_id uuid not null references programme,
  match_id uuid not null,
  word text not null,
  met_on date,
  said_by uuid not null,
  said_at timestamptz not null,
  said_on date not null,
  constraint peer_word_account foreign key (said_by, programme_id) references account (id, programme_id),
  constraint peer_word_known check (word in ('accepted', 'declined', 'ended', 'met', 'not-met', 'worried')),
  constraint peer_word_of_a_day check ((word in ('met', 'not-met')) = (met_on is not null)),
  constraint peer_word_not_ahead check (met_on <= said_on),
  constraint peer_word_on_its_day check (said_on - (said_at at time zone 'UTC')::date in (0, 1))
);
create index peer_word_of_match on peer_word (match_id);

-- That a colleague has called her since she was worried.
create table peer_worry_answer (
  id uuid primary key,
  programme_id uuid not null references programme,
  word_id uuid not null references peer_word,
  answered_by uuid not null,
  answered_at timestamptz not null,
  answered_on date not null,
  constraint peer_worry_answer_account foreign key (answered_by, programme_id) references account (id, programme_id),
  constraint peer_worry_answer_once unique (word_id),
  constraint peer_worry_answer_on_its_day check (answered_on - (answered_at at time zone 'UTC')::date in (0, 1))
);

create trigger peer_match_append_only before update or delete or truncate on peer_match
  for each statement execute function refuse_change_but_erasure();
create trigger peer_word_append_only before update or delete or truncate on peer_word
  for each statement execute function refuse_change_but_erasure();
create trigger peer_worry_answer_append_only before update or delete or truncate on peer_worry_answer
  for each statement execute function refuse_change_but_erasure();

create function drop_peer_match_name() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from peer_match_name where match_id = new.match_id;
  return null;
end $$;
create trigger peer_match_forgets_name after insert on peer_match
  for each row when (new.state = 'ended') execute function drop_peer_match_name();
create trigger peer_word_forgets_name after insert on peer_word
  for each row when (new.word in ('declined', 'ended')) execute function drop_peer_match_name();

-- An erasure takes both sides along: what was agreed, and what the peer provider said.
create function erase_peer_matches() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[] := array(select distinct match_id from peer_match
    where person_id in (select records_of(array[new.person_id])));
begin
  delete from peer_worry_answer where word_id in (select id from peer_word where match_id = any (gone));
  delete from peer_word where match_id = any (gone);
  delete from peer_match_name where match_id = any (gone);
  delete from peer_match where match_id = any (gone);
  return null;
end $$;
create trigger erasure_of_peer_matches after insert on erasure
  for each row execute function erase_peer_matches();

-- Where a match stands, from the words of both sides; null where there is none. Whoever said no first is not asked again.
create function peer_match_standing(p_match uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when not exists (select from peer_match where match_id = p_match) then null
    when exists (select from peer_match where match_id = p_match and state = 'ended') then 'ended'
    when exists (select from peer_word where match_id = p_match and word = 'declined') then 'declined'
    when exists (select from peer_word where match_id = p_match and word = 'ended') then 'ended'
    when exists (select from peer_word where match_id = p_match and word = 'accepted') then 'accepted'
    else 'proposed' end
$$;

-- The actor's own matches that stand, or wait for her word, and to which the woman agrees on that day: judged with every look. The
-- name comes with her own agreement and not before. Whom she calls when she is worried is whoever holds the family today.
create function matches_of_peer(p_on date)
  returns table (match_id uuid, standing text, sealed bytea, setting text, means text, rhythm text, next_on date, colleague text,
    last_word text, last_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with newest as (
    select distinct on (own.match_id) own.*
    from peer_match own
    where (select may('peer-match.answer')) and own.peer_id = actor_id() and own.programme_id = actor_programme()
    order by own.match_id, own.version desc),
  open as (
    select newest.*, peer_match_standing(newest.match_id) as standing from newest where newest.state = 'standing')
  select open.match_id, open.standing, case when open.standing = 'accepted' then name.sealed end,
    open.setting, open.means, open.rhythm, open.next_on,
    (select holder.display_name
      from family_member member join caseload held on held.family_id = member.family_id and held.until_at is null
        join account holder on holder.id = held.account_id
      where member.person_id in (select records_of(array[open.person_id])) and member.until_on is null
      order by held.from_at, held.id limit 1),
    last.word, last.said_on
  from open join peer_match_name name on name.match_id = open.match_id
  left join lateral (
    select said.word, said.said_on from peer_word said
    where said.match_id = open.match_id and said.word in ('met', 'not-met', 'worried')
    order by said.said_at desc, said.id desc limit 1) last on true
  where open.standing in ('proposed', 'accepted') and consent_allows(open.person_id, 'referral', open.peer_id, p_on)
$$;

-- The peer providers of the programme, and whether each can be named in a consent already. A peer provider is a receiver under
-- the id of her account, so that a consent to her is a consent to nobody else.
create function peer_providers() returns table (account_id uuid, display_name text, is_receiver boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select peer.id, peer.display_name, exists (select from consent_receiver where consent_receiver.id = peer.id)
  from account peer
  where (select may('peer-match.propose')) and peer.programme_id = actor_programme() and peer.closed_at is null
    and peer.id <> actor_id() and account_may(peer.id, 'peer-match.answer')
$$;

-- What a colleague who reaches the person is told of a match besides its rows.
create function peer_match_told(p_match uuid, p_on date) returns table (peer text, standing text, is_agreed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select peer.display_name, peer_match_standing(p_match),
    consent_allows(known.person_id, 'referral', known.peer_id, p_on)
  from peer_match known join account peer on peer.id = known.peer_id
  where (select may('peer-match.read')) and known.match_id = p_match and known.version = 1
    and known.person_id = any (array(select people_in_reach()))
$$;

create function may_record_peer_match(p_match uuid, p_version integer, p_person uuid, p_peer uuid, p_state text, p_on date)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('peer-match.propose')
    and p_person = any (array(select people_in_reach()))
    and p_version = 1 + coalesce((select max(version) from peer_match known where known.match_id = p_match), 0)
    and not exists (select from peer_match known
      where known.match_id = p_match and (known.programme_id <> actor_programme() or known.peer_id <> p_peer
        or known.person_id not in (select records_of(array[p_person]))))
    and case when p_version = 1 then
        p_state = 'standing'
        and exists (select from peer_providers() peer where peer.account_id = p_peer)
        and not exists (select from peer_match other
          where other.person_id in (select records_of(array[p_person]))
            and peer_match_standing(other.match_id) in ('proposed', 'accepted'))
      else peer_match_standing(p_match) in ('proposed', 'accepted') end
    and (p_state = 'ended' or consent_allows(p_person, 'referral', p_peer, p_on))
$$;

-- Being worried, saying no and ending it need nobody's consent.
create function may_say_peer_word(p_match uuid, p_word text, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('peer-match.answer') and exists (
    select from peer_match own
    where own.match_id = p_match and own.version = 1 and own.peer_id = actor_id() and own.programme_id = actor_programme()
      and peer_match_standing(p_match) = case when p_word in ('accepted', 'declined') then 'proposed' else 'accepted' end
      and (p_word in ('declined', 'ended', 'worried') or consent_allows(own.person_id, 'referral', own.peer_id, p_on)))
$$;

-- The log says whom a peer provider's look was about without her learning it: her requests name matches, and here stand people.
create function name_people_of_matches() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.about := array(
    select coalesce((select standing_of(known.person_id) from peer_match known
      where known.match_id = named.id and known.version = 1 and known.peer_id = new.actor_id), named.id)
    from unnest(new.about) with ordinality as named (id, place) order by named.place);
  return new;
end $$;
create trigger audit_entry_peer_match before insert on audit_entry
  for each row when (new.action in ('listOwnPeerMatches', 'sayPeerWord')) execute function name_people_of_matches();

revoke all on function drop_peer_match_name(), erase_peer_matches(), peer_match_standing(uuid), matches_of_peer(date),
  peer_providers(), peer_match_told(uuid, date), may_record_peer_match(uuid, integer, uuid, uuid, text, date),
  may_say_peer_word(uuid, text, date), name_people_of_matches() from public;
grant execute on function matches_of_peer(date), peer_providers(), peer_match_told(uuid, date),
  may_record_peer_match(uuid, integer, uuid, uuid, text, date), may_say_peer_word(uuid, text, date) to tirek_app;

alter table peer_match enable row level security;
alter table peer_match_name enable row level security;
alter table peer_word enable row level security;
alter table peer_worry_answer enable row level security;

create policy peer_match_in_reach on peer_match for select to tirek_app
  using ((select may('peer-match.read')) and person_id = any (array(select people_in_reach())));
create policy peer_match_record on peer_match for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_peer_match(match_id, version, person_id, peer_id, state, recorded_on));
-- Beside a match that its writer has just made. Nobody reads names here: they come out of matches_of_peer.
create policy peer_match_name_keep on peer_match_name for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('peer-match.propose'))
    and exists (select from peer_match made where made.match_id = peer_match_name.match_id and made.state = 'standing')
    and not exists (select from peer_match made where made.match_id = peer_match_name.match_id and made.version > 1));
create policy peer_word_in_reach on peer_word for select to tirek_app
  using (exists (select from peer_match known where known.match_id = peer_word.match_id));
create policy peer_word_say on peer_word for insert to tirek_app
  with check (programme_id = (select actor_programme()) and said_by = (select actor_id())
    and may_say_peer_word(match_id, word, said_on));
create policy peer_worry_answer_in_reach on peer_worry_answer for select to tirek_app
  using (exists (select from peer_word said where said.id = word_id));
create policy peer_worry_answer_give on peer_worry_answer for insert to tirek_app
  with check (programme_id = (select actor_programme()) and answered_by = (select actor_id())
    and (select may('peer-match.propose'))
    and exists (select from peer_word said where said.id = word_id and said.word = 'worried'));

grant select, insert on peer_match, peer_match_name, peer_word, peer_worry_answer to tirek_app;

-- The preview of an erasure counts them among what goes.
drop function erasure_preview(uuid);
create function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, case_words integer, papers integer, circumstances integer, attachments integer, school_notes integer,
    peer_matches integer, families integer, residences integer, consent_words integer, shared_facts integer, case_entries integer,
    papers_about integer, log_entries integer, request_id uuid, asked_at timestamptz, is_erased boolean)
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
    (select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids)),
    (select count(*)::integer from residence where residence.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids)),
    (select count(*)::integer from family_fact where fact <> 'life' and people && ids),
    (select count(*)::integer from case_entry where case_entry.person_id = any (ids)),
    (select count(*)::integer from paper where paper.about_person_id = any (ids)),
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
revoke all on function erasure_preview(uuid) from public;
grant execute on function erasure_preview(uuid) to tirek_app;

-- A peer provider is one of the receivers now, so whoever reads this list learns who is one: those who read and record consents.
alter policy consent_receiver_read on consent_receiver
  using (programme_id = (select actor_programme()) and (select may('consent.read')));
