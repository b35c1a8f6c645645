-- Stepped care as data (docs/decisions/0094-stepped-care.md): the versions of a programme's pathway. A version never changes; that
-- it was tried, and that it is in force, are rows of their own. The newest that was published is in force; where none was, the one
-- that ships with the program is.

create table pathway_version (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  pathway jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  constraint pathway_version_account foreign key (written_by, programme_id) references account (id, programme_id),
  constraint pathway_version_in_programme unique (id, programme_id),
  constraint pathway_version_once unique (programme_id, version),
  constraint pathway_version_positive check (version > 0)
);

create table pathway_mark (
  id uuid primary key,
  programme_id uuid not null references programme,
  version_id uuid not null,
  mark text not null check (mark in ('tested', 'published')),
  marked_by uuid not null,
  marked_at timestamptz not null,
  constraint pathway_mark_version foreign key (version_id, programme_id) references pathway_version (id, programme_id),
  constraint pathway_mark_account foreign key (marked_by, programme_id) references account (id, programme_id),
  constraint pathway_mark_once unique (version_id, mark)
);
create index pathway_mark_published on pathway_mark (programme_id, marked_at desc) where mark = 'published';

create trigger pathway_version_append_only before update or delete or truncate on pathway_version
  for each statement execute function refuse_change();
create trigger pathway_mark_append_only before update or delete or truncate on pathway_mark
  for each statement execute function refuse_change();

-- Published by somebody else than its author, and only after it was tried.
create function may_mark_pathway(p_version uuid, p_mark text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('pathway.edit') and exists (
    select from pathway_version known
    where known.id = p_version and known.programme_id = actor_programme()
      and (p_mark = 'tested' or (known.written_by <> actor_id()
        and exists (select from pathway_mark tried where tried.version_id = known.id and tried.mark = 'tested'))))
$$;

-- The names of those who wrote and published pathways.
create function pathway_authors() returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select author.id, author.display_name from account author
  where (select may('pathway.read')) and author.programme_id = actor_programme()
    and (exists (select from pathway_version where written_by = author.id)
      or exists (select from pathway_mark where marked_by = author.id))
$$;

revoke all on function may_mark_pathway(uuid, text), pathway_authors() from public;
grant execute on function may_mark_pathway(uuid, text), pathway_authors() to tirek_app;

alter table pathway_version enable row level security;
alter table pathway_mark enable row level security;

-- What is being written is for those who write; everybody who follows a pathway reads what is in force or was.
create policy pathway_version_read on pathway_version for select to tirek_app
  using (programme_id = (select actor_programme()) and ((select may('pathway.edit')) or ((select may('pathway.read'))
    and exists (select from pathway_mark known where known.version_id = pathway_version.id and known.mark = 'published'))));
create policy pathway_version_write on pathway_version for insert to tirek_app
  with check (programme_id = (select actor_programme()) and written_by = (select actor_id()) and (select may('pathway.edit')));
create policy pathway_mark_read on pathway_mark for select to tirek_app
  using (programme_id = (select actor_programme())
    and ((select may('pathway.edit')) or (mark = 'published' and (select may('pathway.read')))));
create policy pathway_mark_set on pathway_mark for insert to tirek_app
  with check (programme_id = (select actor_programme()) and marked_by = (select actor_id()) and may_mark_pathway(version_id, mark));

grant select, insert on pathway_version, pathway_mark to tirek_app;
