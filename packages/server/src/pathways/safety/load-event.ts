import type { SignedInActor } from '@tirek/domain/access';
import {
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
  listChain,
  listEntries,
  listOpenToSee,
  listSafetyColleagues,
  listSafetyIdentities,
} from './queries.ts';
import { openEntry } from './sealed-safety-words.ts';

export interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly now: string;
}

/** Who an event is about: her name as she is called, her telephones, and the key under which words about it lie. */
export async function openPersonOf({ tx, keyFor }: Pick<Asking, 'tx' | 'keyFor'>, event: EventRow) {
  const rows = await listSafetyIdentities(tx, event.id);
  const identities = rows.map(
    ({ recordId, ...row }): Identity => openIdentity({ ...row, personId: recordId }, keyFor),
  );
  const own = rows.find(({ recordId }) => recordId === event.recordId);
  const key: WrappedKey | undefined = own && { keyVersion: own.keyVersion, wrapped: own.wrapped };
  const [first] = identities;
  const { family = '', given = '', patronymic = '' } = first ? calledName(first) : {};
  return {
    name: [family, given, patronymic].filter((part) => part !== '').join(' '),
    phones: [...new Set(identities.flatMap(({ phones }) => phones))],
    key,
  };
}

/** Events that the actor sees, each with all that is needed to act on it. */
export async function loadEvents(
  asking: Asking,
  events: readonly EventRow[],
): Promise<SafetyEventWhole[]> {
  const { tx, actor, keyFor, now } = asking;
  if (events.length === 0) return [];
  const { clock } = await findSafetyClock(tx, actor.programmeId);
  const rows = Map.groupBy(
    await listEntries(
      tx,
      events.map(({ id }) => id),
    ),
    ({ eventId }) => eventId,
  );
  const reached = await listOpenToSee(tx, [...new Set(events.map(({ personId }) => personId))]);
  const contacts = await listRegionalContacts(tx, actor);
  const loaded: SafetyEventWhole[] = [];
  for (const event of events) {
    const { key, ...person } = await openPersonOf(asking, event);
    const of = { personId: event.recordId, key };
    const entries = (rows.get(event.id) ?? []).map((row) => openEntry(row, of, keyFor));
    const chain = await listChain(tx, event.id, now);
    const colleagues = await listSafetyColleagues(tx, event.id);
    const names = new Map(colleagues.map((each) => [each.accountId, each.displayName]));
    const standing = foldSafety(event, entries);
    const { recordId: _, ...shown } = event;
    loaded.push({
      event: shown,
      person: { id: event.personId, ...person, isInReach: reached.has(event.personId) },
      clock: clock[event.urgency],
      entries,
      colleagues: Object.fromEntries(names),
      holder: holderShown(event, { standing, chain, names, clock, now }),
      receivers: receiversIn(chain),
      contacts: [...contacts],
      nextContactOn: nextContactOn(event, standing, programmeDay),
    });
  }
  return loaded;
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
