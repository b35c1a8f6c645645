import { may } from '@tirek/domain/access';
import {
  foldSafety,
  nextContactOn,
  type SafetyCall,
  type SafetyStanding,
  safetyContract,
  safetyObstacle,
} from '@tirek/domain/pathways/safety';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../../http/handler.ts';
import { findPerson } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { dutyHandlers } from './duty/handlers.ts';
import { holderShown, loadEvents, openPeopleOf, requireKey } from './load-event.ts';
import {
  type EventRow,
  findEvent,
  findSafetyClock,
  insertEntry,
  listBareEntries,
  listChains,
  listEventsAbout,
  listOpenToSee,
  listUnanswered,
  lockEvent,
} from './queries.ts';
import { raise } from './raise-safety-events.ts';
import { bareEntry, sealSafetyWords } from './sealed-safety-words.ts';
import { standingsOf } from './standings-of.ts';
import { tellAsked } from './tell-asked.ts';

const handlers: Handlers<typeof safetyContract> = {
  async listSafetyCalls({ tx, actor, now }) {
    const asker = accountOf(actor);
    const seen = may(asker, 'safety.act') ? await standingsOf(tx, asker) : [];
    const chains = await listChains(
      tx,
      seen.flatMap(({ event, standing }) => (isOthers(standing, asker) ? [event.id] : [])),
      now,
    );
    const calls = seen.flatMap(({ event, standing }): SafetyCall[] => {
      const chain = chains.get(event.id) ?? [];
      const isThere = chain.some(({ accountId }) => accountId === standing.takenBy);
      const wanted = wantedOf(standing, { accountId: asker.accountId, isThere });
      return wanted ? [{ ...callOf(event), wanted }] : [];
    });
    const unanswered = await listUnanswered(tx, now);
    const others = unanswered.filter(
      ({ eventId, isAsked }) => isAsked && calls.every((call) => call.eventId !== eventId),
    );
    return {
      now,
      calls: [
        ...calls,
        ...others.map(({ eventId, urgency, dueAt }) => ({
          ...{ eventId, urgency, dueAt, wanted: 'appoint' as const },
        })),
      ],
    };
  },

  async listSafetyEvents({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { clock } = await findSafetyClock(tx, asker.programmeId);
    const open = await standingsOf(tx, asker);
    const events = open.map(({ event }) => event);
    const personOf = await openPeopleOf({ tx, keyFor }, events);
    const chains = await listChains(
      tx,
      events.map(({ id }) => id),
      now,
    );
    const shown = open.map(({ event, standing }) => {
      const chain = chains.get(event.id) ?? [];
      const names = new Map(chain.map((row) => [row.accountId, row.displayName]));
      const { recordId: _, ...raised } = event;
      return {
        event: raised,
        person: { id: event.personId, name: personOf(event).name },
        status: standing.status,
        holder: holderShown(event, { standing, chain, names, clock, now }),
        missing: standing.missing.length,
        nextContactOn: nextContactOn(event, standing, programmeDay),
      };
    });
    about(
      shown.flatMap(({ event }) => [event.id, event.personId]),
      { events: shown.length },
    );
    return { now, today: programmeDay(now), events: shown };
  },

  async getSafetyEvent({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const event = await findEvent(tx, asker, input.eventId);
    const [whole] = event ? await loadEvents({ tx, actor: asker, keyFor, now }, [event]) : [];
    if (!whole) throw new Problem('not-found');
    about([input.eventId, whole.person.id]);
    return { ...whole, now, today: programmeDay(now) };
  },

  listSafetyEventsOf: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const asker = accountOf(actor);
    const people = [...new Set(inputs.map(({ personId }) => personId))];
    const seen = await listOpenToSee(tx, people);
    const events = await listEventsAbout(tx, asker, [...seen]);
    const whole = await loadEvents({ tx, actor: asker, keyFor, now }, events.toReversed());
    const byPerson = Map.groupBy(whole, ({ person }) => person.id);
    return inputs.map(({ personId }) => {
      if (!seen.has(personId)) return null;
      const own = byPerson.get(personId) ?? [];
      return {
        output: { now, today: programmeDay(now), events: own },
        about: [personId, ...own.map(({ event }) => event.id)],
      };
    });
  }),

  async raiseSafetyEvent({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, kind, urgency, seenAt, words } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId, id], { kindOfEvent: kind, urgency });
    const raised = { id, personId, kind, urgency, assessmentId: null, answeredAt: seenAt };
    const event = await raise(tx, asker, { ...raised, now });
    // Whoever raises it has it: she is the one who was there.
    const entryId = id;
    const { key } = (await openPeopleOf({ tx, keyFor }, [event]))(event);
    await insertEntry(tx, asker, {
      ...{ id: entryId, eventId: id, kind: 'acknowledged', value: {} },
      ...(words
        ? {
            sealed: sealSafetyWords(
              words,
              { personId: event.recordId, id: entryId, key: requireKey(key) },
              keyFor,
            ),
            sealedFor: event.recordId,
          }
        : { sealed: null, sealedFor: null }),
      ...{ doneAt: event.startsAt, recordedAt: now },
    });
    return { dueAt: event.dueAt };
  },

  async recordSafetyEntry({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, eventId, doneAt, entry } = input;
    const event = await findEvent(tx, asker, eventId);
    if (!event) throw new Problem('not-found');
    about([eventId, event.personId], { kindOfEntry: entry.kind });
    await lockEvent(tx, eventId);
    const rows = (await listBareEntries(tx, [eventId])).get(eventId) ?? [];
    const standing = foldSafety(event, rows.map(bareEntry));
    const obstacle = safetyObstacle(standing, entry, asker.accountId);
    if (obstacle) throw new Problem(obstacle);
    if (entry.kind === 'handed-over') await requireReceiver(entry.value.to);
    const { key } = (await openPeopleOf({ tx, keyFor }, [event]))(event);
    await insertEntry(tx, asker, {
      ...{ id, eventId, kind: entry.kind, value: entry.value, recordedAt: now },
      sealed: entry.words
        ? sealSafetyWords(
            entry.words,
            { personId: event.recordId, id, key: requireKey(key) },
            keyFor,
          )
        : null,
      sealedFor: entry.words ? event.recordId : null,
      doneAt: notAfter(doneAt, now),
    });
    if (entry.kind === 'handed-over' && entry.value.to !== asker.accountId) {
      const { urgency } = event;
      await tellAsked(tx, { entryId: id, accountId: entry.value.to, urgency, now });
    }
    return {};

    async function requireReceiver(to: string) {
      const chain = (await listChains(tx, [eventId], now)).get(eventId) ?? [];
      const isAble = chain.some(
        ({ accountId, level }) => accountId === to && (level <= 2 || level === 4),
      );
      if (!isAble) throw new Problem('not-found');
    }
  },

  ...dutyHandlers,
};

/** A device whose clock is ahead did nothing later than the server heard of it. */
const notAfter = (doneAt: string, now: string): string =>
  Date.parse(doneAt) <= Date.parse(now) ? doneAt : now;

/** Asked about it while a colleague has it: whether it is wanted of her anew depends on whether that one is still there. */
const isOthers = (
  { takenBy, asked }: SafetyStanding,
  { accountId }: { readonly accountId: string },
): boolean => takenBy !== null && takenBy !== accountId && asked.has(accountId);

/** What is wanted of an account; `isThere` says of whoever took it that she is not on leave, nor gone. */
function wantedOf(
  { takenBy, offeredTo, asked, status, closing }: SafetyStanding,
  { accountId, isThere }: { readonly accountId: string; readonly isThere: boolean },
): 'take' | 'confirm' | null {
  if (status === 'closed') return null;
  if (offeredTo === accountId) return 'take';
  if (status === 'closing') return closing?.recordedBy === accountId ? null : 'confirm';
  if (!asked.has(accountId) || takenBy === accountId) return null;
  return takenBy !== null && isThere ? null : 'take';
}

const callOf = ({ id, urgency, dueAt }: EventRow) => ({ eventId: id, urgency, dueAt });

export const safetyRoutes = routesOf(safetyContract, handlers);
