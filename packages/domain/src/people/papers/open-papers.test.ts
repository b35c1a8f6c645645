import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/languages.ts';
import {
  isOpenState,
  isStuck,
  newestPapers,
  openPapers,
  PAPER_DEPENDENCIES,
  PAPER_KINDS,
  PAPER_STATES,
  type Paper,
  PaperInput,
  type PaperKind,
  paperTexts,
} from './index.ts';

const TODAY = '2026-11-23';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [GULMIRA, ADIL, INZHU, FATHER] = [id(1), id(2), id(3), id(4)] as const;
const BIRTHS = new Map([
  [GULMIRA, { precision: 'day', date: '1984-07-19' } as const],
  [ADIL, { precision: 'day', date: '2009-12-08' } as const],
  [INZHU, { precision: 'about', date: '2018' } as const],
]);

let made = 100;
const paper = (kind: PaperKind, over: Partial<Paper> = {}): Paper => {
  made += 1;
  return {
    ...{ subjectId: id(made), personId: GULMIRA, kind, state: 'missing', aboutPersonId: null },
    ...{ since: '2026-11-01', actor: 'centre', step: null, dueOn: null, expiresOn: null },
    ...{ version: 1, recordedOn: '2026-11-01', ...over },
  };
};
const open = (papers: readonly Paper[], today = TODAY) =>
  openPapers(papers, { today, births: BIRTHS });

describe('a widow’s death certificate that is missing', () => {
  const death = paper('death-certificate', { aboutPersonId: FATHER, since: '2026-05-01' });
  const guardian = paper('guardianship', { personId: INZHU });
  const benefit = paper('survivor-benefit', { personId: INZHU, aboutPersonId: FATHER });
  const other = paper('survivor-benefit', { personId: ADIL, aboutPersonId: id(9) });

  it('holds up what the children wait for, near and far, and not what hangs on another father', () => {
    const [first, ...rest] = open([benefit, guardian, death, other]);
    expect(first?.paper).toBe(death);
    expect(first?.reasons).toEqual([]);
    expect(first?.behind).toEqual([
      { kind: 'survivor-benefit', personId: INZHU },
      { kind: 'guardianship', personId: INZHU },
    ]);
    expect(rest.find((each) => each.paper === benefit)?.blockers).toEqual([guardian, death]);
    expect(rest.find((each) => each.paper === other)?.reasons).toEqual([]);
  });

  it('holds nothing up once it is there, until it runs out', () => {
    const held = { ...death, state: 'held', actor: null } as const;
    expect(open([held, benefit]).map(({ reasons }) => reasons)).toEqual([[]]);
    const until = { ...held, expiresOn: '2026-11-22' };
    expect(open([until, benefit]).map(({ reasons }) => reasons)).toEqual([
      ['expired'],
      ['waits-for-another'],
    ]);
    expect(open([until, benefit], '2026-11-22').map(({ reasons }) => reasons)).toEqual([[]]);
  });
});

describe('a birth that nobody registered', () => {
  it('keeps a child of school age from school, and nobody else', () => {
    const births = [INZHU, GULMIRA].map((personId) => paper('birth-registration', { personId }));
    expect(open(births).map(({ behind }) => behind)).toEqual([
      [{ kind: 'school-place', personId: INZHU }],
      [],
    ]);
  });
});

describe('a paper is stuck', () => {
  it.each<[string, Partial<Paper>, string[]]>([
    ['when it was refused', { state: 'refused' }, ['refused']],
    ['when its day is over', { state: 'preparing', dueOn: '2026-11-22' }, ['overdue']],
    ['not on its day', { state: 'preparing', dueOn: TODAY }, []],
    ['when nobody acts', { actor: null }, ['nobody']],
    [
      'after thirty days without an answer',
      { state: 'applied', since: '2026-10-24' },
      ['no-answer'],
    ],
    ['not after twenty-nine', { state: 'applied', since: '2026-10-25' }, []],
  ])('%s', (_, over, reasons) => {
    expect(open([paper('citizenship', over)])[0]?.reasons).toEqual(reasons);
  });
});

describe('the table of what waits for what', () => {
  it('never comes back to where it began', () => {
    const after = (kind: string): string[] =>
      PAPER_DEPENDENCIES.filter(({ needs }) => needs === kind).flatMap(({ waits }) => [
        waits,
        ...after(waits),
      ]);
    for (const kind of PAPER_KINDS) expect(after(kind)).not.toContain(kind);
  });

  it('has a sentence for each line in each language', () => {
    for (const language of LANGUAGES) {
      const t = paperTexts(language);
      for (const { needs, waits } of PAPER_DEPENDENCIES) {
        const key = `needs.${needs}.${waits}`;
        expect(t(key as Parameters<typeof t>[0])).not.toBe(key);
      }
    }
  });
});

describe('whatever stands of the papers of a family', () => {
  const somePaper = fc
    .record({
      kind: fc.constantFrom(...PAPER_KINDS),
      state: fc.constantFrom(...PAPER_STATES),
      personId: fc.constantFrom(GULMIRA, ADIL, INZHU),
      subject: fc.nat({ max: 11 }),
      version: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ kind, state, personId, subject, version }) =>
      paper(kind, { state, personId, subjectId: id(subject + 20), version }),
    );
  const somePapers = fc.array(somePaper, { maxLength: 14 });

  it('a paper waits for another exactly when it is told to be held up by it', () => {
    fc.assert(
      fc.property(somePapers, (versions) => {
        const found = open(newestPapers(versions));
        for (const one of found) {
          expect(isOpenState(one.state)).toBe(true);
          expect(one.reasons.includes('waits-for-another')).toBe(one.blockers.length > 0);
          for (const blocker of one.blockers) {
            const told = found.find((each) => each.paper === blocker);
            expect(told?.behind).toContainEqual({
              kind: one.paper.kind,
              personId: one.paper.personId,
            });
          }
        }
        const stuck = found.map(isStuck);
        expect(stuck.toSorted((a, b) => Number(b) - Number(a))).toEqual(stuck);
      }),
    );
  });

  it('the newest version holds, in whatever order versions arrive', () => {
    const distinct = fc.uniqueArray(somePaper, {
      selector: ({ subjectId, version }) => `${subjectId} ${version}`,
      maxLength: 14,
    });
    const arrivals = distinct.chain((versions) =>
      fc.tuple(
        fc.constant(versions),
        fc.shuffledSubarray(versions, { minLength: versions.length }),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([written, arrived]) => {
        expect(new Set(newestPapers(arrived))).toEqual(new Set(newestPapers(written)));
      }),
    );
  });
});

describe('what the form may send', () => {
  it('is nothing that somebody is still to do about a paper that is there', () => {
    const { personId: _, version: __, recordedOn: ___, ...input } = paper('marriage');
    expect(PaperInput.safeParse(input).success).toBe(true);
    expect(PaperInput.safeParse({ ...input, state: 'held' }).success).toBe(false);
    expect(PaperInput.safeParse({ ...input, expiresOn: '2027-01-01' }).success).toBe(false);
    const disabled = { ...input, kind: 'disability', aboutPersonId: ADIL };
    expect(PaperInput.safeParse(disabled).success).toBe(false);
  });
});
