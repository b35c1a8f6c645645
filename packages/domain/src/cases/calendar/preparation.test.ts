import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CaseEntry,
  type CaseEntryInput,
  caseObstacle,
  daysBetween,
  type FamilyLife,
  foldCase,
  PREPARATION_ITEMS,
  preparationsIn,
  tasksOf,
  tellWhy,
  USUAL_CASE_SETTINGS,
} from '../index.ts';
import { FAMILY, FIRST_DAY, uneventful } from '../testing/random-case.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const FATHER = id(50);
const TODAY = '2026-11-29';

const written = (at: number, entry: object, recordedOn = TODAY): CaseEntry =>
  ({
    ...{ id: id(1000 + at), version: 1, subjectId: FAMILY, personId: null, words: null },
    ...{ recordedBy: id(3), recordedOn, recordedAt: `${recordedOn}T05:00:00.000Z`, ...entry },
  }) as CaseEntry;
const OPENED = written(
  0,
  {
    ...{ kind: 'case', state: 'open', personId: id(2) },
    value: { attention: 'usual', openedOn: FIRST_DAY },
  },
  FIRST_DAY,
);
const marked = (
  at: number,
  item: (typeof PREPARATION_ITEMS)[number],
  state: 'open' | 'done' | 'not-done' = 'done',
  recordedOn = TODAY,
) =>
  written(
    at,
    {
      ...{ kind: 'preparation', subjectId: id(at), state },
      value: {
        ...{ of: FATHER, item, body: 'centre', endedOn: state === 'open' ? null : recordedOn },
        reason: state === 'not-done' ? 'not-needed' : null,
      },
    },
    recordedOn,
  );
const inPrison = (date: string | null, since: string | null = null): FamilyLife => ({
  imprisoned: [
    {
      personId: FATHER,
      since: since === null ? null : { precision: 'day', date: since },
      release: date === null ? null : { precision: 'day', date },
      recordedOn: '2026-11-01',
    },
  ],
  events: [],
});
const circumstances = (life: FamilyLife, today = TODAY) => ({ ...uneventful(today), life });
const tasks = (entries: readonly CaseEntry[], life: FamilyLife, today = TODAY) =>
  tasksOf(foldCase(entries), circumstances(life, today)).filter(({ kind }) =>
    /^(prepare|release)-|^review-(moved|died)/.test(kind),
  );
const dueOf = (entries: readonly CaseEntry[], life: FamilyLife, today = TODAY) =>
  tasks(entries, life, today).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('a father who is expected home', () => {
  it('is prepared for from so many months before as the programme set, in six steps counted back from the day', () => {
    expect(dueOf([OPENED], inPrison('2027-08-30'))).toEqual([]);
    expect(dueOf([OPENED], inPrison('2027-06-29'))).toEqual([
      'prepare-family-wish 2026-12-01',
      'prepare-visits 2026-12-29',
      'prepare-housing 2027-02-09',
      'prepare-children-told 2027-04-06',
      'prepare-safety 2027-05-04',
      'prepare-accompany 2027-06-08',
    ]);
  });

  it('is prepared for in no step that is due before the preparation begins', () => {
    const settings = { ...USUAL_CASE_SETTINGS, preparationMonths: 3 };
    const given = { ...circumstances(inPrison('2027-02-20')), settings };
    const [preparation] = preparationsIn(foldCase([OPENED]), given);
    expect(preparation?.beginsOn).toBe('2026-11-20');
    expect(preparation?.steps.map(({ dueOn }) => dueOn)).toEqual([
      ...['2026-11-20', '2026-11-20', '2026-11-20', '2026-11-28'],
      ...['2026-12-26', '2027-01-30'],
    ]);
  });

  it('moves every due date by as many days as his day moves, and undoes nothing', () => {
    const someMonth = fc.integer({ min: 215, max: 260 });
    const done = fc.subarray([...PREPARATION_ITEMS]);
    fc.assert(
      fc.property(someMonth, fc.integer({ min: -4, max: 400 }), done, (until, by, items) => {
        const day = addDays(TODAY, until);
        const moved = addDays(day, by);
        // Something was written, so the checklist stays though the day moves far away.
        const entries = [
          OPENED,
          ...items.map((item, at) => marked(100 + at, item)),
          marked(90, 'visits', 'open'),
        ];
        const before = preparationsIn(foldCase(entries), circumstances(inPrison(day)))[0];
        const after = preparationsIn(foldCase(entries), circumstances(inPrison(moved)))[0];
        expect(after?.steps.map(({ state }) => state)).toEqual(
          before?.steps.map(({ state }) => state),
        );
        const days = before?.steps.map(({ dueOn }, at) =>
          daysBetween(dueOn, after?.steps[at]?.dueOn ?? ''),
        );
        expect(days).toEqual(PREPARATION_ITEMS.map(() => by));
      }),
    );
  });

  it('leaves no task for what is done or not for this family', () => {
    const entries = [OPENED, marked(100, 'family-wish'), marked(101, 'visits', 'not-done')];
    expect(dueOf(entries, inPrison('2027-06-29')).map((task) => task.split(' ')[0])).toEqual([
      ...['prepare-housing', 'prepare-children-told', 'prepare-safety', 'prepare-accompany'],
    ]);
  });

  it('is asked after where nobody named a day, and when his day has passed', () => {
    expect(dueOf([OPENED], inPrison(null))).toEqual(['release-unknown 2026-12-01']);
    expect(
      dueOf(
        [OPENED, ...PREPARATION_ITEMS.map((item, at) => marked(100 + at, item))],
        inPrison('2026-11-25'),
      ),
    ).toEqual(['release-passed 2026-12-02']);
  });

  it('is prepared for anew when he has been to prison again', () => {
    const entries = [OPENED, marked(100, 'family-wish', 'done', '2026-02-01')];
    const again = inPrison('2027-06-29', '2026-06-01');
    expect(dueOf(entries, again)[0]).toBe('prepare-family-wish 2026-12-01');
    const item = marked(101, 'family-wish') as CaseEntryInput;
    const input = { ...item, subjectId: id(101) } as CaseEntryInput;
    expect(caseObstacle(foldCase(entries), input, circumstances(again))).toBeNull();
  });

  it('has each step under one id, of somebody in prison whose day was named, ended on a day that has come', () => {
    const familyCase = foldCase([OPENED, marked(100, 'family-wish')]);
    const obstacle = (over: object, life = inPrison('2027-06-29')) => {
      const entry = marked(100, 'family-wish') as Extract<CaseEntryInput, { kind: 'preparation' }>;
      const input = {
        ...entry,
        ...over,
        value: { ...entry.value, ...('value' in over ? (over.value as object) : {}) },
      };
      return caseObstacle(familyCase, input as CaseEntryInput, circumstances(life));
    };
    expect(obstacle({})).toBeNull();
    expect(obstacle({ subjectId: id(7) })).toBe('changed-meanwhile');
    expect(obstacle({ value: { item: 'safety' } })).toBe('not-found');
    expect(obstacle({ value: { of: id(9) } })).toBe('not-found');
    expect(obstacle({}, inPrison(null))).toBe('not-found');
    expect(obstacle({ value: { endedOn: '2026-11-30' } })).toBe('case-day-to-come');
    expect(obstacle({ value: { endedOn: null } })).toBe('input-invalid');
    expect(obstacle({ state: 'not-done' })).toBe('input-invalid');
  });
});

describe('a move or a death', () => {
  const life = (on: string): FamilyLife => ({
    imprisoned: [],
    events: [
      { kind: 'moved', on },
      { kind: 'died', on: '2026-11-20' },
    ],
  });
  const review = (heldOn: string) =>
    written(200, {
      ...{ kind: 'review', subjectId: id(200), state: 'held' },
      value: { heldOn, attention: 'usual', progress: {} },
    });

  it('asks for a review until one was held since', () => {
    expect(dueOf([OPENED], life('2026-11-10'))).toEqual([
      'review-moved 2026-11-24',
      'review-died 2026-12-04',
    ]);
    expect(dueOf([OPENED, review('2026-11-15')], life('2026-11-10'))).toEqual([
      'review-died 2026-12-04',
    ]);
    expect(dueOf([OPENED, review('2026-11-20')], life('2026-11-10'))).toEqual([]);
  });

  it('of before the support began asks for nothing', () => {
    expect(dueOf([OPENED], life('2026-01-04'))).toEqual(['review-died 2026-12-04']);
  });
});

it('says of every step why it is there and by which rule, in three languages', () => {
  for (const language of ['kk', 'ru', 'en'] as const) {
    for (const task of tasks([OPENED], inPrison('2027-06-29'))) {
      expect(tellWhy(task, { language, reviewMonths: 3 })).toMatch(/2027/);
    }
  }
});
