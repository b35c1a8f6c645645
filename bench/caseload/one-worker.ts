import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldCase, USUAL_CASE_SETTINGS } from '@tirek/domain/cases';
import { type Chance, pick } from '../../packages/server/src/demo/made-up/chance.ts';
import { WAYS } from '../people/spell-otherwise.ts';
import { openBrowser, signIn, unpacked } from './browser.ts';
import type { Worker } from './staff.ts';

/** What is measured, in the words of the table. */
export const DEEDS = [
  ...(['sign in', 'my families', 'today', 'search, a letter wrong', 'open a family'] as const),
  ...(['open a person', 'genogram', 'save a note', 'save a step', 'send a plan'] as const),
] as const;
export type Deed = (typeof DEEDS)[number];

export interface Measured {
  readonly times: Record<Deed, number[]>;
  /** Processor time of each deed, where deeds are done one after another. */
  readonly costs: Record<Deed, { server: number; database: number }[]>;
  readonly errors: string[];
}

interface Day {
  readonly port: number;
  readonly worker: Worker;
  readonly address: string;
  readonly random: Chance;
  /** Milliseconds between two deeds, on average. */
  readonly pause: number;
  readonly isOver: () => boolean;
  readonly measured: Measured;
  /** Processor time so far; given where nobody else is at work. */
  readonly spent: (() => Promise<{ server: number; database: number }>) | null;
}

const FAMILIES_A_VISIT = 5;

interface Family {
  readonly id: string;
  readonly members: readonly {
    readonly personId: string;
    readonly sex: 'female' | 'male' | 'unknown';
    readonly name: { family: string; given: string; patronymic: string } | null;
    readonly birth: { precision: 'day' | 'month' | 'year' | 'about'; date: string } | null;
  }[];
}

/** One worker comes, looks who waits for her, works with a few families, and goes. What goes wrong is told, and she goes on. */
export async function workThrough(day: Day) {
  const { port, worker, address, random, pause, isOver, measured, spent } = day;
  const call = openBrowser({ port, address });
  const deed = async <T>(name: Deed, work: () => Promise<T>): Promise<T | null> => {
    const before = await spent?.();
    const from = performance.now();
    try {
      const done = await work();
      measured.times[name].push(performance.now() - from);
      const after = await spent?.();
      if (before && after) {
        const [server, database] = [after.server - before.server, after.database - before.database];
        measured.costs[name].push({ server, database });
      }
      return done;
    } catch (error) {
      measured.errors.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    } finally {
      await sleep(-Math.log(1 - random()) * pause);
    }
  };

  const signedIn = await deed('sign in', () => signIn(call, worker));
  if (!signedIn) return;
  const listed = await deed('my families', () => call('listFamilies', {}));
  if (!listed) return;
  const { families } = unpacked(listed) as { families: Family[] };
  await deed('today', () => call('listCases', {}));
  for (let turn = 0; turn < FAMILIES_A_VISIT && !isOver(); turn++) {
    const family = pick(families, random);
    await workWith(family);
  }

  async function workWith(family: Family) {
    const familyId = family.id;
    const somebody = pick(family.members, random);
    const { name, sex, birth, personId } = somebody;
    if (name && birth) {
      const wrong = WAYS['a letter wrong']?.(
        { sex, birth, family: name.family, given: name.given },
        random,
      );
      const query = {
        ...{ family: wrong?.family ?? '', given: wrong?.given ?? '', patronymic: '' },
        ...{ birth, sex, phone: null, documentNumber: null },
      };
      await deed('search, a letter wrong', () => call('searchPeople', { id: randomUUID(), query }));
    }
    const opened = await deed('open a family', () => call('getCase', { familyId }));
    await deed('genogram', () => call('getFamilyGraph', { familyId }));
    await deed('open a person', () => call('getPerson', { personId }));
    if (!opened) return;
    const { entries, today } = unpacked(opened) as {
      entries: Parameters<typeof foldCase>[0];
      today: string;
    };
    const record = (entry: Record<string, unknown>, basedOn = 0) =>
      call('recordCaseEntry', { id: randomUUID(), familyId, basedOn, entry });
    const subject = () => ({ subjectId: randomUUID(), personId: null });
    await deed('save a note', () =>
      record({
        ...{ kind: 'note', state: 'written', ...subject() },
        value: { form: 'call', heldOn: today, outcome: 'met' },
        words: { text: 'Телефонмен хабарластық, бәрі аман.', body: '' },
      }),
    );
    const { needs, plan, planStanding } = foldCase(entries, USUAL_CASE_SETTINGS.reviewMonths);
    const need = needs[0]?.id;
    if (!need || planStanding === 'submitted') return;
    const goal = subject();
    const words = { text: 'Келесі айға дейін құжатты алу.', body: '' };
    const step = subject();
    const saved = await deed('save a step', async () => {
      await record({ kind: 'goal', state: 'open', ...goal, value: { needs: [need] }, words });
      const value = {
        goal: goal.subjectId,
        body: 'centre',
        dueOn: today,
        endedOn: null,
        reason: null,
      };
      return await record({ kind: 'action', state: 'open', ...step, value, words });
    });
    if (!saved) return;
    await deed('send a plan', () =>
      record(
        {
          ...{ kind: 'plan', state: 'submitted', personId: null, words: null },
          value: { covers: { [goal.subjectId]: 1, [step.subjectId]: 1 } },
        },
        plan?.newest.version ?? 0,
      ),
    );
  }
}
