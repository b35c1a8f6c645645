-- Written demands for data of people: from whom, on which basis, the least that answers them, a second person's word, and whether
-- whom they are about was told. No row says who that is.

create table legal_demand (
  id uuid primary key,
  programme_id uuid not null,
  from_body text not null,
  basis text not null,
  written_on date not null,
  received_on date not null,
  due_on date not null,
  -- What is asked for, in words, sealed under a key that is not in the database.
  asked bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint legal_demand_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint legal_demand_programme unique (id, programme_id),
  constraint legal_demand_from_known check (from_body in ('court', 'prosecutor', 'investigator', 'security', 'guardianship', 'other')),
  constraint legal_demand_basis_known check (basis in ('court-decision', 'criminal-case', 'law-article', 'none')),
  constraint legal_demand_days check (written_on <= received_on and received_on <= due_on)
);
create index legal_demand_of_programme on legal_demand (programme_id, received_on desc);

-- What is to be answered. The next one is proposed after the last was not agreed to.
create table legal_demand_answer (
  id uuid primary key,
  programme_id uuid not null,
  demand_id uuid not null,
  version integer not null,
  kind text not null,
  why bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  constraint legal_demand_answer_of_demand foreign key (demand_id, programme_id) references legal_demand (id, programme_id),
  constraint legal_demand_answer_account foreign key (proposed_by, programme_id) references account (id, programme_id),
  constraint legal_demand_answer_once unique (demand_id, version),
  constraint legal_demand_answer_proposer unique (id, programme_id, demand_id, proposed_by),
  constraint legal_demand_answer_kind_known check (kind in ('refused', 'nothing-held', 'less', 'as-asked'))
);

create table legal_demand_decision (
  answer_id uuid primary key,
  programme_id uuid not null,
  demand_id uuid not null,
  proposed_by uuid not null,
  is_agreed boolean not null,
  words bytea,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint legal_demand_decision_of_answer foreign key (answer_id, programme_id, demand_id, proposed_by)
    references legal_demand_answer (id, programme_id, demand_id, proposed_by),
  constraint legal_demand_decision_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint legal_demand_decision_by_another check (decided_by <> proposed_by)
);
create unique index legal_demand_agreed_once on legal_demand_decision (demand_id) where is_agreed;

create table legal_demand_closing (
  demand_id uuid primary key,
  programme_id uuid not null,
  answered_on date not null,
  telling text not null,
  barred_by text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint legal_demand_closing_of_demand foreign key (demand_id, programme_id) references legal_demand (id, programme_id),
  constraint legal_demand_closing_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint legal_demand_telling_known check (telling in ('told', 'barred', 'out-of-reach')),
  constraint legal_demand_barred_known check (barred_by in ('court-forbids', 'secret-of-investigation', 'law')),
  constraint legal_demand_barred_why check ((telling = 'barred') = (barred_by is not null))
);

create trigger legal_demand_append_only before update or delete or truncate on legal_demand
  for each statement execute function refuse_change();
create trigger legal_demand_answer_append_only before update or delete or truncate on legal_demand_answer
  for each statement execute function refuse_change();
create trigger legal_demand_decision_append_only before update or delete or truncate on legal_demand_decision
  for each statement execute function refuse_change();
create trigger legal_demand_closing_append_only before update or delete or truncate on legal_demand_closing
  for each statement execute function refuse_change();

-- Whether another answer may be proposed: there is none, or the newest was not agreed to.
create function may_propose_answer(p_demand uuid, p_version integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('demand.manage') and exists (select from legal_demand where id = p_demand and programme_id = actor_programme())
    and p_version = 1 + (select count(*) from legal_demand_answer where demand_id = p_demand)
    and not exists (select from legal_demand_answer waiting where waiting.demand_id = p_demand
      and not exists (select from legal_demand_decision where answer_id = waiting.id and not is_agreed))
$$;

-- Nothing is answered without an agreed answer, and a paper that rests on nothing gets a refusal.
create function refuse_baseless_answer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind <> 'refused' and exists (select from legal_demand where id = new.demand_id and basis = 'none') then
    raise exception 'no basis' using errcode = 'restrict_violation', constraint = 'legal_demand_with_basis';
  end if;
  return new;
end $$;
create trigger legal_demand_answer_with_basis before insert on legal_demand_answer
  for each row execute function refuse_baseless_answer();
create function is_demand_agreed(p_demand uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_demand_decision where demand_id = p_demand and is_agreed)
$$;


-- The colleagues who proposed answers to a demand and decided about them.
create function demand_colleague(p_demand uuid, p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account where account.id = p_account and may('demand.read')
    and exists (select from legal_demand where id = p_demand and programme_id = actor_programme())
    and (exists (select from legal_demand_answer where demand_id = p_demand and proposed_by = p_account)
      or exists (select from legal_demand_decision where demand_id = p_demand and decided_by = p_account))
$$;

revoke all on function may_propose_answer(uuid, integer), refuse_baseless_answer(), is_demand_agreed(uuid),
  demand_colleague(uuid, uuid) from public;
grant execute on function may_propose_answer(uuid, integer), is_demand_agreed(uuid), demand_colleague(uuid, uuid) to tirek_app;

alter table legal_demand enable row level security;
alter table legal_demand_answer enable row level security;
alter table legal_demand_decision enable row level security;
alter table legal_demand_closing enable row level security;

create policy legal_demand_read on legal_demand for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('demand.read')));
create policy legal_demand_record on legal_demand for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('demand.manage')));
create policy legal_demand_answer_read on legal_demand_answer for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('demand.read')));
create policy legal_demand_answer_propose on legal_demand_answer for insert to tirek_app
  with check (programme_id = (select actor_programme()) and proposed_by = (select actor_id())
    and may_propose_answer(demand_id, version));
create policy legal_demand_decision_read on legal_demand_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('demand.read')));
create policy legal_demand_decision_make on legal_demand_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('demand.decide')));
create policy legal_demand_closing_read on legal_demand_closing for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('demand.read')));
create policy legal_demand_closing_record on legal_demand_closing for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('demand.manage'))
    and is_demand_agreed(demand_id));

grant select, insert on legal_demand, legal_demand_answer, legal_demand_decision, legal_demand_closing to tirek_app;
