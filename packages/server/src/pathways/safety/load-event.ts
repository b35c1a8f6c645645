import type { SignedInActor } from '@tirek/domain/access';
import {
  contactsFor,
  foldSafety,
  holderOf,
  nextContactOn,
  type SafetyEventWhole,
  type SafetyStanding,
} from '@tirek/domain/pathways/safety';
import { calledName, type Identity } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { type KeyFor, openIdentity, type WrappedKey } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { chainOf } from './ask-chain.ts';
import { listRegionalContacts } from './duty/queries.ts';
import {
  type ChainRow,
  type EventRow,
  findSafetyClock,
  listChains,
  listEntries,
  listOpenToSee,
  listSafetyColleagues,
  listSafetyIdentities,
  listSafetyRegions,
  type SealedIdentityRow,
} from './queries.ts';
import { openEntry } from './sealed-safety-words.ts';

export interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly now: string;
}

/** Who an event is about: her name as she is called, her telephones, and the key under which words about it lie. */
export interface SafetyPerson {
  readonly name: string;
  readonly phones: string[];
  readonly key: WrappedKey | undefined;
}

/** Who each of these events is about, by event. */
export async function openPeopleOf(
  { tx, keyFor }: Pick<Asking, 'tx' | 'keyFor'>,
  events: readonly Pick<EventRow, 'id' | 'recordId'>[],
): Promise<(event: Pick<EventRow, 'id' | 'recordId'>) => SafetyPerson> {
  const rows = await listSafetyIdentities(
    tx,
    events.map(({ id }) => id),
  );
  return ({ id, recordId }) => openPerson(rows.get(id) ?? [], recordId, keyFor);
}

function openPerson(
  rows: readonly SealedIdentityRow[],
  keptUnder: string,
  keyFor: KeyFor,
): SafetyPerson {
  const identities = rows.map(
    ({ recordId, ...row }): Identity => openIdentity({ ...row, personId: recordId }, keyFor),
  );
  const own = rows.find(({ recordId }) => recordId === keptUnder);
  const [first] = identities;
  const { family = '', given = '', patronymic = '' } = first ? calledName(first) : {};
  return {
    name: [family, given, patronymic].filter((part) => part !== '').join(' '),
    phones: [...new Set(identities.flatMap(({ phones }) => phones))],
    key: own && { keyVersion: own.keyVersion, wrapped: own.wrapped },
  };
}

/** Events that the actor sees, each with all that is needed to act on it. */
export async function loadEvents(
  asking: Asking,
  events: readonly EventRow[],
): Promise<SafetyEventWhole[]> {
  const { tx, actor, keyFor, now } = asking;
  if (events.length === 0) return [];
  const ids = events.map(({ id }) => id);
  const { clock } = await findSafetyClock(tx, actor.programmeId);
  const rows = await listEntries(tx, ids);
  const reached = await listOpenToSee(tx, [...new Set(events.map(({ personId }) => personId))]);
  const personOf = await openPeopleOf(asking, events);
  const chains = await listChains(tx, ids, now);
  const colleagues = await listSafetyColleagues(tx, ids);
  const regions = await listSafetyRegions(tx, ids);
  const contacts = await listRegionalContacts(tx, actor);
  return events.map((event) => {
    const { id } = event;
    const { key, ...person } = personOf(event);
    const of = { personId: event.recordId, key };
    const entries = (rows.get(id) ?? []).map((row) => openEntry(row, of, keyFor));
    const chain = chains.get(id) ?? [];
    const names = new Map(
      colleagues.get(id)?.map(({ accountId, displayName }) => [accountId, displayName]),
    );
    const standing = foldSafety(event, entries);
    const { recordId: _, ...shown } = event;
    return {
      event: shown,
      person: { id: event.personId, ...person, isInReach: reached.has(event.personId) },
      clock: clock[event.urgency],
      entries,
      colleagues: Object.fromEntries(names),
      holder: holderShown(event, { standing, chain, names, clock, now }),
      receivers: receiversIn(chain),
      contacts: contactsFor(regions.get(id) ?? null, contacts),
      nextContactOn: nextContactOn(event, standing, programmeDay),
    };
  });
}

/** Who has an event now, by name; in an emergency opening nobody of the chain is told. */
export function holderShown(
  event: EventRow,
  {
    standing,
    chain,
    names,
    ...at
  }: {
    readonly standing: SafetyStanding;
    readonly chain: readonly ChainRow[];
    readonly names: ReadonlyMap<string, string>;
    readonly clock: Parameters<typeof holderOf>[1]['clock'] & object;
    readonly now: string;
  },
): SafetyEventWhole['holder'] {
  if (chain.length === 0) {
    const accountId = standing.takenBy ?? event.raisedBy;
    const isTaken = standing.takenBy !== null;
    return { accountId, name: names.get(accountId) ?? '', level: 0, isTaken };
  }
  const holder = holderOf(event, { standing, chain: chainOf(chain), ...at });
  const row = chain.find(({ accountId }) => accountId === holder.accountId);
  return { ...holder, name: row?.displayName ?? names.get(holder.accountId) ?? '' };
}

/** Those who are there and may act, each once: not the coordinators, nor who keeps the accounts. */
function receiversIn(chain: readonly ChainRow[]): SafetyEventWhole['receivers'] {
  const able = chain.filter(({ level }) => level <= 2 || level === 4);
  const nearest = new Map(able.toReversed().map((row) => [row.accountId, row]));
  return able
    .filter((row) => nearest.get(row.accountId) === row)
    .map(({ accountId, displayName, level }) => ({ accountId, name: displayName, level }));
}

/** @throws Problem `not-found` where the key of whoever it is about is gone. */
export function requireKey(key: WrappedKey | undefined): WrappedKey {
  if (!key) throw new Problem('not-found');
  return key;
}
