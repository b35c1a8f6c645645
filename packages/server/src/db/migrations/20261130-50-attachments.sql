-- Attachments of a family's case: a photograph of a paper form, a PDF. Their content lies sealed under the data key of whom they are
-- about, apart from the row that tells of them: the row is only ever added, the content goes when it is taken back or when that
-- person is erased. Pieces of what is still on its way lie sealed in the same way and for a day at most.

create table attachment (
  id uuid primary key,
  programme_id uuid not null references programme,
  family_id uuid not null,
  -- The entry of the case that it belongs to; it may be written a moment later.
  subject_id uuid,
  -- Whom it is about; null: the family as a whole.
  person_id uuid,
  sealed_for uuid not null,
  paper text not null,
  media_type text not null,
  bytes integer not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  kept_on date not null,
  constraint attachment_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint attachment_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint attachment_sealed_for foreign key (sealed_for, programme_id) references person (id, programme_id),
  constraint attachment_account foreign key (kept_by, programme_id) references account (id, programme_id),
  constraint attachment_paper_known check (paper in ('form', 'document', 'letter', 'drawing', 'other')),
  constraint attachment_media_type_known check (media_type in ('image/jpeg', 'application/pdf')),
  constraint attachment_bytes_some check (bytes between 1 and 8388608),
  constraint attachment_on_its_day check (kept_on - (kept_at at time zone 'UTC')::date in (0, 1))
);
create index attachment_of_a_family on attachment (family_id, kept_at);
create index attachment_of_a_person on attachment (sealed_for);

create table attachment_content (
  attachment_id uuid primary key references attachment,
  sealed bytea not null
);
-- Photographs and most PDFs are packed already, and what is sealed cannot be.
alter table attachment_content alter column sealed set storage external;

create table attachment_withdrawal (
  attachment_id uuid primary key references attachment,
  programme_id uuid not null references programme,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  constraint attachment_withdrawal_account foreign key (withdrawn_by, programme_id) references account (id, programme_id),
  constraint attachment_withdrawal_reason_known
    check (reason in ('wrong-family', 'unreadable', 'not-needed', 'person-asks', 'replaced'))
);

create table attachment_piece (
  attachment_id uuid not null,
  place integer not null,
  programme_id uuid not null references programme,
  family_id uuid not null,
  person_id uuid,
  sealed_for uuid not null,
  sealed bytea not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  sent_on date not null,
  primary key (attachment_id, place),
  constraint attachment_piece_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint attachment_piece_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint attachment_piece_sealed_for foreign key (sealed_for, programme_id) references person (id, programme_id),
  constraint attachment_piece_account foreign key (sent_by, programme_id) references account (id, programme_id),
  constraint attachment_piece_placed check (place between 0 and 63),
  constraint attachment_piece_small check (octet_length(sealed) <= 200000),
  constraint attachment_piece_on_its_day check (sent_on - (sent_at at time zone 'UTC')::date in (0, 1))
);
alter table attachment_piece alter column sealed set storage external;
create index attachment_piece_by_age on attachment_piece (sent_at);

create trigger attachment_append_only before update or delete or truncate on attachment
  for each statement execute function refuse_change();
create trigger attachment_withdrawal_append_only before update or delete or truncate on attachment_withdrawal
  for each statement execute function refuse_change();
create trigger attachment_told after insert on attachment
  for each row execute function tell_family_changed('family_id');

create function drop_withdrawn_attachment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment_content where attachment_id = new.attachment_id;
  perform mark_families_changed(array(select family_id from attachment where id = new.attachment_id));
  return null;
end $$;
create trigger attachment_withdrawn after insert on attachment_withdrawal
  for each row execute function drop_withdrawn_attachment();

-- Whoever is erased, with every record of hers, takes along what is about her, and what is about her whole family: her name cannot be struck from a picture.
create function drop_erased_attachments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment_content where attachment_id in (
    select id from attachment where sealed_for = new.person_id or person_id = new.person_id
      or (person_id is null and family_id in (
        select own.family_id from family_member own where own.person_id = new.person_id)));
  delete from attachment_piece where sealed_for = new.person_id
    or family_id in (select own.family_id from family_member own where own.person_id = new.person_id);
  return null;
end $$;
create trigger erasure_of_attachments after insert on erasure
  for each row execute function drop_erased_attachments();

-- Whether the actor may attach something to a family's case: as she may write a note in it.
create function may_attach(p_family uuid, p_person uuid, p_sealed_for uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('case.write')
    and p_family = any (array(select families_in_reach()))
    and exists (select from caseload held
      where held.family_id = p_family and held.account_id = actor_id() and held.until_at is null)
    and coalesce(case_state(p_family), '') in ('open', 'returned')
    and (p_person is null or exists (select from family_member member
      where member.family_id = p_family and member.until_on is null
        and member.person_id in (select records_of(array[p_person]))))
    and p_sealed_for = case_key_person(p_family, p_person)
    and consent_allows(p_sealed_for, 'service', null, p_on)
$$;

-- Whether the actor holds the family of an attachment that still stands.
create function may_withdraw_attachment(p_attachment uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('case.write') and exists (select from attachment kept
    join caseload held on held.family_id = kept.family_id and held.account_id = actor_id() and held.until_at is null
    where kept.id = p_attachment and kept.programme_id = actor_programme()
      and kept.family_id = any (array(select families_in_reach())))
$$;

-- The names of those who attached something to a case within reach.
create function attachment_authors(p_family uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct author.id, author.display_name
  from attachment kept join account author on author.id = kept.kept_by
  where kept.family_id = p_family and (select may('case.read')) and p_family = any (array(select families_in_reach()))
$$;

revoke all on function drop_withdrawn_attachment(), drop_erased_attachments(), may_attach(uuid, uuid, uuid, date),
  may_withdraw_attachment(uuid), attachment_authors(uuid) from public;
grant execute on function may_attach(uuid, uuid, uuid, date), may_withdraw_attachment(uuid), attachment_authors(uuid)
  to tirek_app;

alter table attachment enable row level security;
alter table attachment_content enable row level security;
alter table attachment_withdrawal enable row level security;
alter table attachment_piece enable row level security;

create policy attachment_in_reach on attachment for select to tirek_app
  using ((select may('case.read')) and family_id = any (array(select families_in_reach())));
create policy attachment_keep on attachment for insert to tirek_app
  with check (programme_id = (select actor_programme()) and kept_by = (select actor_id())
    and may_attach(family_id, person_id, sealed_for, kept_on));
-- What is attached is seen where its row is.
create policy attachment_content_in_reach on attachment_content for select to tirek_app
  using (exists (select from attachment kept where kept.id = attachment_id));
create policy attachment_content_keep on attachment_content for insert to tirek_app
  with check (exists (select from attachment kept
      where kept.id = attachment_id and may_attach(kept.family_id, kept.person_id, kept.sealed_for, kept.kept_on)
        and kept.kept_by = (select actor_id()))
    and not exists (select from attachment_withdrawal gone where gone.attachment_id = attachment_content.attachment_id));
create policy attachment_withdrawal_in_reach on attachment_withdrawal for select to tirek_app
  using (exists (select from attachment kept where kept.id = attachment_id));
create policy attachment_withdrawal_write on attachment_withdrawal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and withdrawn_by = (select actor_id())
    and may_withdraw_attachment(attachment_id));
-- Pieces are their sender's alone, until they are put together.
create policy attachment_piece_own on attachment_piece for select to tirek_app
  using (sent_by = (select actor_id()) and (select may('case.write')));
create policy attachment_piece_send on attachment_piece for insert to tirek_app
  with check (programme_id = (select actor_programme()) and sent_by = (select actor_id())
    and may_attach(family_id, person_id, sealed_for, sent_on));
create policy attachment_piece_drop on attachment_piece for delete to tirek_app
  using (sent_by = (select actor_id()) and (select may('case.write')));
create policy attachment_piece_jobs on attachment_piece for all to tirek_jobs using (true) with check (true);

grant select, insert on attachment, attachment_content, attachment_withdrawal to tirek_app;
grant select, insert, delete on attachment_piece to tirek_app;
grant select, delete on attachment_piece to tirek_jobs;
