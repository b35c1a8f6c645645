import {
  addDays,
  type CaseEntry,
  type EntryOf,
  NOTE_FORMS,
  SEVERITIES,
  type Words,
} from '@tirek/domain/cases';
import { NEED_WORDS, NOTE_WORDS, REVIEW_WORDS } from './case-words.ts';
import { between, type Chance, pick } from './chance.ts';
import type { MadeUpFamily } from './family.ts';

/** One version of one thing in a case, before it has an id of its own and a sealed text. */
export type MadeUpEntry = Omit<CaseEntry, 'id' | 'version' | 'recordedBy' | 'recordedAt'> & {
  readonly version: number;
  /** Of the supervisor, or of whoever holds the family. */
  readonly by: 'holder' | 'supervisor';
};

interface Span {
  readonly openedOn: string;
  readonly today: string;
  /** About so many entries; whatever is over after needs, plan and reviews are notes. */
  readonly entries: number;
}

/** Days between two reviews. */
const REVIEWED_EVERY = 90;

/**
 * What would have been written into a family's case from the day it was opened: needs, goals with steps, a plan that a
 * supervisor agreed to, reviews, and notes over the years. In the order of days.
 */
export function madeUpCase(
  family: MadeUpFamily,
  { openedOn, today, entries }: Span,
  random: Chance,
  newId: () => string,
): MadeUpEntry[] {
  const language = family.members[0]?.languages[0] === 'kk' ? 'kk' : 'ru';
  const contact = family.members[0]?.id ?? '';
  const all: MadeUpEntry[] = [];
  const days = Math.max(1, daysBetween(openedOn, today));
  const on = (day: number) => addDays(openedOn, Math.min(days, day));
  const said = (text: string, body = ''): Words => ({ text, body });
  const write = (entry: MadeUpEntry) => all.push(entry);
  const of = { version: 1, personId: null, words: null, by: 'holder' as const };

  write({
    ...of,
    ...{
      kind: 'case',
      subjectId: family.id,
      state: 'open',
      personId: contact,
      recordedOn: openedOn,
    },
    value: { openedOn, attention: pick(['usual', 'usual', 'raised', 'high'], random) },
  });
  const wanted = shuffled(NEED_WORDS[language], random).slice(0, between(1, 3, random));
  const covers: Record<string, number> = {};
  const needIds: string[] = [];
  const endings: MadeUpEntry[] = [];
  for (const { category, body, office, need, goal, step } of wanted) {
    const noted = on(between(1, 9, random));
    const [needId, goalId, stepId] = [newId(), newId(), newId()];
    needIds.push(needId);
    const endsOn = on(between(25, 900, random));
    const isOver = endsOn < today && random() < 0.8;
    const needed = {
      ...of,
      ...{ kind: 'need' as const, subjectId: needId, recordedOn: noted },
      value: {
        ...{
          category,
          severity: pick(SEVERITIES, random),
          voice: 'person' as const,
          notedOn: noted,
        },
        held:
          random() < 0.85
            ? { body, dueOn: isOver ? endsOn : addDays(today, between(-20, 90, random)) }
            : null,
      },
    };
    write({ ...needed, state: 'open', words: said(need, office) });
    const planned = on(between(10, 14, random));
    const aim = { ...of, kind: 'goal' as const, subjectId: goalId, value: { needs: [needId] } };
    write({ ...aim, state: 'open', recordedOn: planned, words: said(goal) });
    const dueOn = isOver ? endsOn : addDays(today, between(-15, 60, random));
    const taken = { ...of, kind: 'action' as const, subjectId: stepId };
    const value = { goal: goalId, body, dueOn, endedOn: null, reason: null };
    write({ ...taken, state: 'open', recordedOn: planned, value, words: said(step, office) });
    Object.assign(covers, { [goalId]: 1, [stepId]: 1 });
    if (isOver) {
      const ended = { version: 2, recordedOn: endsOn, words: null };
      endings.push(
        { ...taken, ...ended, state: 'done', value: { ...value, endedOn: endsOn } },
        { ...aim, ...ended, state: 'reached' },
        { ...needed, ...ended, state: 'met' },
      );
    }
  }
  if (days > 21) {
    const plan = { ...of, kind: 'plan' as const, subjectId: family.id, value: { covers } };
    write({ ...plan, state: 'submitted', recordedOn: on(16) });
    write({ ...plan, version: 2, state: 'approved', by: 'supervisor', recordedOn: on(19) });
  }
  for (const ending of endings) write(ending);
  // Backwards from the last one, after which the next falls due soon or a little while ago.
  const last = days - between(3, REVIEWED_EVERY + 8, random);
  for (let day = last; day > 40 && all.length < entries; day -= REVIEWED_EVERY) {
    write(reviewOn(on(day)));
  }
  while (all.length < entries) {
    const heldOn = on(between(1, days, random));
    write({
      ...of,
      ...{ kind: 'note', subjectId: newId(), state: 'written', recordedOn: heldOn },
      value: {
        form: pick(NOTE_FORMS, random),
        heldOn,
        outcome: pick(['met', 'met', 'met', 'not-met'], random),
      },
      words: said(pick(NOTE_WORDS[language], random)),
    });
  }
  return all.toSorted((one, other) =>
    one.recordedOn < other.recordedOn ? -1 : one.recordedOn > other.recordedOn ? 1 : 0,
  );

  function reviewOn(heldOn: string): MadeUpEntry {
    const progress = Object.fromEntries(
      needIds.map((id) => [id, pick(['better', 'same', 'better'] as const, random)]),
    );
    return {
      ...of,
      ...{ kind: 'review', subjectId: newId(), state: 'held', recordedOn: heldOn },
      value: { heldOn, attention: pick(['usual', 'usual', 'raised'] as const, random), progress },
      words: said(pick(REVIEW_WORDS[language], random)),
    } satisfies Omit<EntryOf<'review'>, 'id' | 'recordedBy' | 'recordedAt'> & { by: 'holder' };
  }
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function shuffled<T>(list: readonly T[], random: Chance): T[] {
  return list
    .map((each) => ({ each, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
