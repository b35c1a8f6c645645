import type { InputOf, OutputOf } from '@tirek/domain/contract';
import {
  foldSafety,
  type SafetyEntry,
  type SafetyEventWhole,
  type safetyContract,
} from '@tirek/domain/pathways/safety';
import type { ComposedReads } from '../../offline/offline-api.ts';
import type { ReadAnswer, WaitingRules } from '../../offline/waiting-rule.ts';

type Written = InputOf<(typeof safetyContract)['recordSafetyEntry']>;
type OfPerson = OutputOf<(typeof safetyContract)['listSafetyEventsOf']>;
type Calls = OutputOf<(typeof safetyContract)['listSafetyCalls']>;
type Listed = OutputOf<(typeof safetyContract)['listSafetyEvents']>;

/** What was raised or done without signal is sent as soon as there is one; the server's clock counts from when it happened. */
export const safetyWhileOffline: WaitingRules = {
  raiseSafetyEvent: {
    about: ({ personId }) => `safety of ${personId}`,
    // The device does not know the programme's clock; the page asks for the event when it has arrived.
    answer: ({ seenAt }) => ({ dueAt: seenAt }),
    shows: ({ output }) => output,
  },
  recordSafetyEntry: {
    about: ({ eventId }) => `safety ${eventId}`,
    answer: () => ({}),
    shows: (read, input) => shown(read, input as Written),
  },
};

function shown({ name, output }: ReadAnswer, written: Written): unknown {
  const { eventId } = written;
  switch (name) {
    case 'getSafetyEvent': {
      const whole = output as SafetyEventWhole;
      return whole.event.id === eventId ? withEntry(whole, written) : output;
    }
    case 'listSafetyEventsOf': {
      const of = output as OfPerson;
      const events = of.events.map((each) =>
        each.event.id === eventId ? withEntry(each, written) : each,
      );
      return { ...of, events };
    }
    case 'listSafetyCalls': {
      if (written.entry.kind !== 'acknowledged') return output;
      const { calls, ...rest } = output as Calls;
      return { ...rest, calls: calls.filter((call) => call.eventId !== eventId) };
    }
    default:
      return output;
  }
}

/** Her account is not told with what lies on the device, so the write stands for her until `asHers` puts her in its place. */
function withEntry(whole: SafetyEventWhole, { id, doneAt, entry }: Written): SafetyEventWhole {
  // After everything the server has told of, as it will be when it arrives.
  const sequence = Math.max(0, ...whole.entries.map((known) => known.sequence)) + 1;
  const waiting = {
    ...{ ...entry, id, recordedBy: id, doneAt, recordedAt: doneAt, sequence },
  } as SafetyEntry;
  const isTaking = entry.kind === 'acknowledged' && !whole.holder.isTaken;
  return {
    ...whole,
    entries: [...whole.entries, waiting],
    holder: isTaking ? { ...whole.holder, isTaken: true } : whole.holder,
  };
}

/** An event as whoever holds this device reads it: what she wrote and has not sent is hers. */
export function asHers<Whole extends SafetyEventWhole>(
  whole: Whole,
  { id, displayName }: { readonly id: string; readonly displayName: string },
): Whole {
  const waiting = new Set(
    whole.entries.flatMap((entry) => (entry.recordedBy === entry.id ? [entry.id] : [])),
  );
  if (waiting.size === 0) return whole;
  const entries = whole.entries.map((entry) =>
    waiting.has(entry.id) ? { ...entry, recordedBy: id } : entry,
  );
  const hasTaken = foldSafety(whole.event, entries).takenBy === id;
  return {
    ...whole,
    entries,
    colleagues: { ...whole.colleagues, [id]: displayName },
    holder: hasTaken
      ? { ...whole.holder, accountId: id, name: displayName, isTaken: true }
      : whole.holder,
  };
}

/** Out of what lies on the device: a device that wakes shows what waits, and what is overdue, before it has any signal. */
export const safetyComposed: ComposedReads = {
  listSafetyCalls: {
    of: 'listSafetyEventsOf',
    compose: (outputs): Calls => ({
      now: newestOf(outputs).now,
      calls: wholesIn(outputs)
        .filter(({ holder, event, entries }) => {
          return !holder.isTaken && foldSafety(event, entries).status !== 'closed';
        })
        .map(({ event: { id, urgency, dueAt } }) => ({
          ...{ eventId: id, urgency, dueAt, wanted: 'take' as const },
        })),
    }),
  },
  listSafetyEvents: {
    of: 'listSafetyEventsOf',
    compose: (outputs): Listed => ({
      ...{ now: newestOf(outputs).now, today: newestOf(outputs).today },
      events: wholesIn(outputs)
        .map(({ event, entries, person, holder, nextContactOn }) => {
          const { status, missing } = foldSafety(event, entries);
          return { event, person, status, holder, missing: missing.length, nextContactOn };
        })
        .filter(({ status }) => status !== 'closed')
        .toSorted((a, b) => (a.event.dueAt < b.event.dueAt ? -1 : 1)),
    }),
  },
  getSafetyEvent: {
    of: 'listSafetyEventsOf',
    compose: (outputs, { eventId }) => {
      const { now, today } = newestOf(outputs);
      const whole = wholesIn(outputs).find(({ event }) => event.id === eventId);
      return whole ? { ...whole, now, today } : null;
    },
  },
};

const wholesIn = (outputs: readonly unknown[]): SafetyEventWhole[] => [
  ...new Map(
    (outputs as OfPerson[]).flatMap(({ events }) => events.map((each) => [each.event.id, each])),
  ).values(),
];

const newestOf = (outputs: readonly unknown[]): Pick<OfPerson, 'now' | 'today'> =>
  (outputs as OfPerson[]).toSorted((a, b) => (a.now < b.now ? 1 : -1))[0] ?? { now: '', today: '' };
