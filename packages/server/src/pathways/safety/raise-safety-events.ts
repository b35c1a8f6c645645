import type { SignedInActor } from '@tirek/domain/access';
import {
  clockOf,
  type RaisedEvent,
  type SafetyKind,
  type SafetyUrgency,
} from '@tirek/domain/pathways/safety';
import type { Tx } from '../../db/database.ts';
import { idOf } from '../../id-of.ts';
import { askings } from './ask-chain.ts';
import {
  askForSafety,
  type EventRow,
  findSafetyClock,
  insertEvent,
  listBareEntries,
  listChains,
} from './queries.ts';
import { bareEntry } from './sealed-safety-words.ts';
import { tellAsked } from './tell-asked.ts';

/** What answers say: one danger, and how soon somebody has to act. */
export interface RaisedSignal {
  readonly kind: SafetyKind;
  readonly urgency: SafetyUrgency;
}

/**
 * Raises what the answers of one assessment say, in the transaction that keeps it: one event for each kind of danger, with the more
 * pressing of its urgencies. The same assessment raises each of them once, however often it is sent. @returns the events.
 */
export async function raiseSafetyEvents(
  tx: Tx,
  actor: SignedInActor,
  {
    assessmentId,
    personId,
    signals,
    answeredAt,
    now,
    isAlone = false,
  }: {
    readonly assessmentId: string;
    readonly personId: string;
    readonly signals: readonly RaisedSignal[];
    readonly answeredAt: string;
    readonly now: string;
    /** Nobody was with her: whoever it is written down under is told like everybody else. */
    readonly isAlone?: boolean;
  },
): Promise<string[]> {
  const raised: string[] = [];
  for (const [kind, of] of Map.groupBy(signals, (signal) => signal.kind)) {
    const urgency = of.some((signal) => signal.urgency === 'now') ? 'now' : 'today';
    const id = idOf(`safety ${assessmentId} ${kind}`);
    await raise(tx, actor, { id, personId, kind, urgency, assessmentId, answeredAt, now, isAlone });
    raised.push(id);
  }
  return raised;
}

/** Keeps one event and asks whoever has to be asked at once. */
export async function raise(
  tx: Tx,
  actor: SignedInActor,
  {
    now,
    isAlone = false,
    ...raised
  }: Pick<RaisedEvent, 'id' | 'personId' | 'kind' | 'urgency' | 'assessmentId' | 'answeredAt'> & {
    readonly now: string;
    readonly isAlone?: boolean;
  },
): Promise<EventRow> {
  const { clock } = await findSafetyClock(tx, actor.programmeId);
  const told = { answeredAt: raised.answeredAt, arrivedAt: now };
  const { countsFrom, ...times } = clockOf(told, raised.urgency, clock);
  const kept = { ...raised, arrivedAt: now, ...times };
  const event = {
    ...{ ...kept, countsFrom, raisedBy: actor.accountId, recordId: raised.personId },
  };
  if (await insertEvent(tx, actor, kept)) await askNow(tx, actor, { event, now, isAlone });
  return event;
}

/** Asks whoever has to be asked about an event by now and was not. */
async function askNow(
  tx: Tx,
  actor: SignedInActor,
  {
    event,
    now,
    isAlone,
  }: { readonly event: EventRow; readonly now: string; readonly isAlone: boolean },
): Promise<void> {
  const { clock } = await findSafetyClock(tx, actor.programmeId);
  const entries = ((await listBareEntries(tx, [event.id])).get(event.id) ?? []).map(bareEntry);
  const rows = (await listChains(tx, [event.id], now)).get(event.id) ?? [];
  for (const asking of askings(event, { entries, rows, clock, now })) {
    if (!(await askForSafety(tx, asking))) continue;
    const { id: entryId, accountId } = asking;
    if (accountId === actor.accountId && !isAlone) continue;
    await tellAsked(tx, { entryId, accountId, urgency: event.urgency, now });
  }
}
