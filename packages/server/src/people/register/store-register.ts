import type { SignedInActor } from '@tirek/domain/access';
import { identityTokens, namesSearched } from '@tirek/domain/people';
import { peopleOf } from '@tirek/domain/people/family-graph';
import type { Decisions, PlannedPerson, RegisterPlan } from '@tirek/domain/people/register';
import { insertAuditEntries } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { programmeDay } from '../../programmes/index.ts';
import { hashTokens, nameMark } from '../vault/name-hashes.ts';
import { holdVaultKeyVersion } from '../vault/queries.ts';
import { type KeyFor, newDataKey, sealIdentity } from '../vault/sealed-identity.ts';
import {
  registerKinship,
  registerLiving,
  registerPeople,
  type SealedPerson,
  type ToldLiving,
} from './queries.ts';

const SLICE = 200;

interface Storing {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly importId: string;
  readonly now: string;
  readonly newId: () => string;
  readonly keyFor: KeyFor;
  readonly decisions: Decisions;
  tell(done: number): Promise<void>;
}

/** Writes a plan down within the transaction of the whole import; the log has a row for each person. */
export async function storeRegister(plan: RegisterPlan, storing: Storing): Promise<void> {
  const { tx, actor, importId, now, newId } = storing;
  const keyVersion = await holdVaultKeyVersion(tx);
  const waiting = new Set(plan.families);
  for (let from = 0; from < plan.people.length; from += SLICE) {
    const slice = plan.people.slice(from, from + SLICE);
    const families = [...new Set(slice.map(({ familyId }) => familyId))].filter((id) =>
      waiting.delete(id),
    );
    await registerPeople(
      tx,
      { importId, now },
      {
        families: families.map((id) => ({ id, caseload_id: newId() })),
        people: slice.map((person, at) => ({
          ...sealedPerson(person, { ...storing, keyVersion }),
          place: from + at + 1,
        })),
      },
    );
    const today = programmeDay(now);
    const told = slice.flatMap((person) => toldLiving(person, { today, newId }) ?? []);
    await registerLiving(tx, { importId, now, today }, told);
    await insertAuditEntries(
      tx,
      actor,
      slice.map(({ personId, familyId }) => ({
        action: 'registerPerson',
        effect: 'write' as const,
        about: [personId, familyId, importId],
        facts: { isImported: true },
      })),
    );
    await storing.tell(from + slice.length);
  }
  const members = plan.members.map(({ familyId, personId }) => ({
    id: newId(),
    family_id: familyId,
    person_id: personId,
  }));
  const facts = plan.facts.map(({ familyId, fact }) => ({
    id: newId(),
    family_id: familyId,
    fact: fact.fact,
    subject_id: fact.value.id,
    people: peopleOf(fact),
    value: fact.value,
  }));
  await registerKinship(tx, { importId, now }, { members, facts });
}

function sealedPerson(
  { personId, familyId, row }: PlannedPerson,
  { actor, newId, keyFor, decisions, keyVersion }: Storing & { readonly keyVersion: number },
): Omit<SealedPerson, 'place'> {
  const { identity, sex, residence, line } = row;
  const { programmeId } = actor;
  const key = newDataKey(personId, { keyVersion, keyFor });
  const called = identity.names[0] ?? { family: '', given: '' };
  return {
    id: personId,
    sex,
    search_id: newId(),
    name_mark: nameMark(namesSearched(called), programmeId, keyFor).toString('base64'),
    shown: decisions[line]?.shownPeople ?? [],
    key_version: key.keyVersion,
    wrapped: key.wrapped.toString('base64'),
    identity_id: newId(),
    sealed: sealIdentity(identity, { personId, version: 1, ...key }, keyFor).toString('base64'),
    tokens: hashTokens(identityTokens(identity), programmeId, keyFor),
    member_id: newId(),
    family_id: familyId,
    residence_id: newId(),
    region: residence?.region ?? null,
    lives_from: residence?.from ?? null,
  };
}

/** Null where the file tells nothing of it. */
function toldLiving(
  { personId, row: { arrival, languages, residence } }: PlannedPerson,
  { today, newId }: { readonly today: string; readonly newId: () => string },
): ToldLiving | null {
  const before = residence?.before ?? null;
  if (!arrival && languages.length === 0 && !before) return null;
  const on = arrival?.on;
  return {
    person_id: personId,
    arrival_id: arrival && newId(),
    arrival,
    arrived_on: on?.precision === 'day' ? on.date : today,
    languages_id: languages.length > 0 ? newId() : null,
    languages,
    before_id: before && newId(),
    before_region: before,
    before_until: residence?.from ?? null,
  };
}
