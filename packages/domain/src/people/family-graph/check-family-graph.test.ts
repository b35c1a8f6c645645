import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFamilyGraph, findingsIn } from './check-family-graph.ts';
import { type FamilyFact, withFact } from './family-fact.ts';
import {
  type Care,
  EMPTY_GRAPH,
  type Evidence,
  type FamilyGraph,
  type LifeStatus,
  type Parentage,
  type Union,
} from './family-graph.ts';
import { FINDINGS, type FindingCode } from './findings.ts';
import type { LifeDate } from './life-date.ts';
import { chanceOf, idOf, madeFamily } from './testing/made-families.ts';

const TODAY = { today: '2026-11-29' };
const SEEN: Evidence = { kind: 'documented', document: 'birth-certificate' };
const ALIVE: LifeStatus = { state: 'alive', evidence: SEEN };

/** `1988`, `1988-05`, `1988-05-17`; `~1988` is a guess. */
function when(text: string | null): LifeDate | null {
  if (text === null) return null;
  if (text.startsWith('~')) return { precision: 'about', date: text.slice(1) };
  return { precision: ({ 4: 'year', 7: 'month' } as const)[text.length] ?? 'day', date: text };
}
const died = (on: string | null): LifeStatus => ({
  state: 'deceased',
  on: when(on),
  evidence: SEEN,
});

const PEOPLE = ['aigul', 'nurlan', 'dauren', 'asel', 'timur', 'zhanar'] as const;
type Who = (typeof PEOPLE)[number];
const SEX = {
  aigul: 'female',
  nurlan: 'male',
  dauren: 'male',
  asel: 'female',
  timur: 'male',
  zhanar: 'female',
} as const;
const id = (who: Who) => idOf(1, PEOPLE.indexOf(who));

const person = (who: Who, birth: string | null, life: LifeStatus = ALIVE): FamilyFact => ({
  fact: 'person',
  value: { id: id(who), sex: SEX[who], birth: when(birth), life },
});
const union = (
  partners: readonly [Who, Who],
  from: string | null,
  rest: { end?: string | null; how?: 'divorce' | 'death'; kind?: Union['kind']; n?: number } = {},
): FamilyFact => ({
  fact: 'union',
  value: {
    id: idOf(2, rest.n ?? 0),
    kind: rest.kind ?? 'registered',
    partners: [id(partners[0]), id(partners[1])],
    from: when(from),
    end: rest.end === undefined ? null : { how: rest.how ?? 'divorce', on: when(rest.end) },
    evidence: SEEN,
  },
});
const parent = (
  of: Who,
  child: Who,
  rest: { kind?: Parentage['kind']; n?: number } = {},
): FamilyFact => ({
  fact: 'parentage',
  value: {
    id: idOf(3, rest.n ?? 0),
    parent: id(of),
    child: id(child),
    kind: rest.kind ?? 'biological',
    evidence: SEEN,
  },
});
const care = (
  carer: Who,
  ward: Who,
  from: string | null,
  until: string | null = null,
): FamilyFact => {
  const value: Care = {
    id: idOf(4, 0),
    kind: 'guardianship',
    carer: id(carer),
    ward: id(ward),
    from: when(from),
    until: when(until),
    evidence: SEEN,
  };
  return { fact: 'care', value };
};
const home = (
  members: ReadonlyArray<readonly [Who, string | null, string | null]>,
  n = 0,
): FamilyFact => ({
  fact: 'household',
  value: {
    id: idOf(5, n),
    members: members.map(([who, from, until]) => ({
      person: id(who),
      from: when(from),
      until: when(until),
    })),
    evidence: SEEN,
  },
});
const imprisoned = (since: string | null, expectedRelease: string | null): LifeStatus => ({
  state: 'imprisoned',
  since: when(since),
  place: 'prison',
  expectedRelease: when(expectedRelease),
  evidence: SEEN,
});

const graphOf = (facts: readonly FamilyFact[]): FamilyGraph => facts.reduce(withFact, EMPTY_GRAPH);
const codesOf = (known: readonly FamilyFact[], fact: FamilyFact) => {
  const { refused, asked } = checkFamilyGraph(graphOf(known), fact, TODAY);
  return [...refused, ...asked].map(({ code }) => code);
};

const couple = [person('aigul', '1988'), person('nurlan', '1984')];

const STORIES: ReadonlyArray<readonly [FindingCode, readonly FamilyFact[], FamilyFact]> = [
  ['person-missing', [person('aigul', '1988')], union(['aigul', 'nurlan'], '2006')],
  ['date-in-future', [], person('aigul', '2027')],
  ['date-in-future', couple, union(['aigul', 'nurlan'], '2026-12')],
  ['dates-reversed', couple, union(['aigul', 'nurlan'], '2010', { end: '2009' })],
  ['death-before-birth', [], person('nurlan', '1984', died('1983'))],
  [
    'status-before-birth',
    [],
    person('nurlan', '1984', { state: 'missing', since: when('1983'), evidence: SEEN }),
  ],
  ['release-before-imprisonment', [], person('dauren', '1983', imprisoned('2020', '2019'))],
  ['release-passed', [], person('dauren', '1983', imprisoned('2020', '2026-10'))],
  ['imprisoned-as-child', [], person('dauren', '2010', imprisoned('2022', '2028'))],
  ['very-old', [], person('aigul', '1910')],
  [
    'own-ancestor',
    [person('aigul', null), person('asel', null), parent('aigul', 'asel')],
    parent('asel', 'aigul', { n: 1 }),
  ],
  ['own-ancestor', [person('aigul', null)], parent('aigul', 'aigul')],
  [
    'parentage-repeated',
    [...couple, person('asel', '2008'), parent('aigul', 'asel')],
    parent('aigul', 'asel', { n: 1, kind: 'adoptive' }),
  ],
  [
    'two-mothers',
    [
      person('aigul', '1988'),
      person('zhanar', '1980'),
      person('asel', '2008'),
      parent('aigul', 'asel'),
    ],
    parent('zhanar', 'asel', { n: 1 }),
  ],
  [
    'two-fathers',
    [
      person('nurlan', '1984'),
      person('dauren', '1983'),
      person('asel', '2008'),
      parent('nurlan', 'asel'),
    ],
    parent('dauren', 'asel', { n: 1 }),
  ],
  [
    'child-older-than-parent',
    [person('aigul', '1988'), person('asel', '1987')],
    parent('aigul', 'asel'),
  ],
  [
    'parent-far-too-young',
    [person('aigul', '1988'), person('asel', '1996')],
    parent('aigul', 'asel'),
  ],
  ['parent-very-young', [person('aigul', '1988'), person('asel', '2001')], parent('aigul', 'asel')],
  ['mother-old', [person('aigul', '1950'), person('asel', '2003')], parent('aigul', 'asel')],
  ['father-old', [person('nurlan', '1930'), person('asel', '2010')], parent('nurlan', 'asel')],
  [
    'adopter-close-in-age',
    [person('aigul', '1988'), person('asel', '2000')],
    parent('aigul', 'asel', { kind: 'adoptive' }),
  ],
  [
    'mother-dead-at-birth',
    [person('aigul', '1988', died('2007')), person('asel', '2008')],
    parent('aigul', 'asel'),
  ],
  [
    'father-dead-long-before',
    [person('nurlan', '1984', died('2012-01')), person('asel', '2013')],
    parent('nurlan', 'asel'),
  ],
  [
    'births-close',
    [
      person('aigul', '1988'),
      person('asel', '2008-01-10'),
      person('timur', '2008-04-10'),
      parent('aigul', 'asel'),
    ],
    parent('aigul', 'timur', { n: 1 }),
  ],
  ['union-with-oneself', couple, union(['aigul', 'aigul'], '2006')],
  ['union-before-birth', couple, union(['aigul', 'nurlan'], '1985')],
  [
    'union-after-death',
    [person('aigul', '1988'), person('nurlan', '1984', died('2012'))],
    union(['aigul', 'nurlan'], '2013'),
  ],
  ['partner-child', couple, union(['aigul', 'nurlan'], '1996')],
  ['partner-very-young', couple, union(['aigul', 'nurlan'], '2003')],
  [
    'partners-far-apart',
    [person('aigul', '1988'), person('nurlan', '1950')],
    union(['aigul', 'nurlan'], '2010'),
  ],
  [
    'partners-close-kin',
    [
      person('asel', '1990'),
      person('timur', '1985'),
      person('aigul', '1960'),
      parent('aigul', 'asel'),
      parent('aigul', 'timur', { n: 1 }),
    ],
    union(['asel', 'timur'], '2012'),
  ],
  [
    'registered-overlap',
    [...couple, person('dauren', '1983'), union(['aigul', 'nurlan'], '2006')],
    union(['aigul', 'dauren'], '2010', { n: 1 }),
  ],
  [
    'unions-overlap',
    [...couple, person('dauren', '1983'), union(['aigul', 'nurlan'], '2006')],
    union(['aigul', 'dauren'], '2010', { n: 1, kind: 'religious-monogamous' }),
  ],
  ['nobody-died', couple, union(['aigul', 'nurlan'], '2006', { end: '2012', how: 'death' })],
  ['own-carer', couple, care('aigul', 'aigul', null)],
  [
    'carer-younger',
    [person('zhanar', '2010'), person('asel', '2008')],
    care('zhanar', 'asel', null),
  ],
  [
    'care-after-death',
    [person('zhanar', '1980', died('2015')), person('asel', '2008')],
    care('zhanar', 'asel', '2017'),
  ],
  [
    'care-before-birth',
    [person('zhanar', '1980'), person('asel', '2008')],
    care('zhanar', 'asel', '2007'),
  ],
  [
    'carer-not-grown',
    [person('zhanar', '2004'), person('asel', '2012')],
    care('zhanar', 'asel', '2018'),
  ],
  [
    'ward-grown',
    [person('zhanar', '1980'), person('asel', '2000')],
    care('zhanar', 'asel', '2020'),
  ],
  [
    'carer-is-parent',
    [person('aigul', '1988'), person('asel', '2008'), parent('aigul', 'asel')],
    care('aigul', 'asel', '2015'),
  ],
  [
    'household-twice',
    couple,
    home([
      ['aigul', '2010', null],
      ['aigul', '2012', null],
    ]),
  ],
  [
    'household-after-death',
    [person('nurlan', '1984', died('2012'))],
    home([['nurlan', '2013', null]]),
  ],
  [
    'two-households',
    [...couple, home([['aigul', null, null]])],
    home([['aigul', '2019', null]], 1),
  ],
];

describe('a fact that cannot be, or seldom is', () => {
  it.each(STORIES.map(([code, known, fact]) => ({ code, known, fact })))(
    'is found: $code',
    ({ code, known, fact }) => {
      expect(codesOf(known, fact)).toContain(code);
    },
  );

  it('has a story for every finding there is', () => {
    expect([...new Set(STORIES.map(([code]) => code))].toSorted()).toEqual(
      Object.keys(FINDINGS).toSorted(),
    );
  });
});

describe('a fact that may be', () => {
  it.each<[string, FamilyFact[], FamilyFact]>([
    [
      'a child of the year in which its mother may have turned fourteen',
      [person('aigul', '~1988'), person('asel', '2001')],
      parent('aigul', 'asel'),
    ],
    [
      'a second marriage in the year in which the first one ended',
      [...couple, person('dauren', '1983'), union(['aigul', 'nurlan'], '2006', { end: '2010' })],
      union(['aigul', 'dauren'], '2010', { n: 1 }),
    ],
    [
      'a marriage after the husband has died, though nobody wrote down that the first one ended',
      [
        person('aigul', '1988'),
        person('nurlan', '1984', died('2012')),
        person('dauren', '1983'),
        union(['aigul', 'nurlan'], '2006'),
      ],
      union(['aigul', 'dauren'], '2013', { n: 1 }),
    ],
    [
      'a registered marriage of two who had a religious one before',
      [...couple, union(['aigul', 'nurlan'], '2006', { kind: 'religious-monogamous' })],
      union(['aigul', 'nurlan'], '2010', { n: 1 }),
    ],
    [
      'a second wife of a polygamous man',
      [
        ...couple,
        person('zhanar', '1986'),
        union(['nurlan', 'aigul'], '2006', { kind: 'religious-polygamous' }),
      ],
      union(['nurlan', 'zhanar'], '2010', { n: 1, kind: 'religious-polygamous' }),
    ],
    [
      'a child born after its father died',
      [person('nurlan', '1984', died('2012-03')), person('asel', '2012-10')],
      parent('nurlan', 'asel'),
    ],
    [
      'twins',
      [
        person('aigul', '1988'),
        person('asel', '2008-01-10'),
        person('timur', '2008-01-11'),
        parent('aigul', 'asel'),
      ],
      parent('aigul', 'timur', { n: 1 }),
    ],
    [
      'two children of one year',
      [
        person('aigul', '1988'),
        person('asel', '2008'),
        person('timur', '2008'),
        parent('aigul', 'asel'),
      ],
      parent('aigul', 'timur', { n: 1 }),
    ],
    ['a union of which nobody knows the beginning', couple, union(['aigul', 'nurlan'], null)],
    ['somebody whose death has no date', [], person('nurlan', '1984', died(null))],
  ])('passes: %s', (_what, known, fact) => {
    expect(codesOf(known, fact)).toEqual([]);
  });

  it('passes as a correction of what was refused', () => {
    const known = [...couple, person('dauren', '1983'), union(['aigul', 'nurlan'], '2006')];
    const second = union(['aigul', 'dauren'], '2013', { n: 1 });
    expect(codesOf(known, second)).toEqual(['registered-overlap']);
    const ended = [...known, union(['aigul', 'nurlan'], '2006', { end: '2012' })];
    expect(codesOf(ended, second)).toEqual([]);
  });

  it('is not blamed for what was odd before', () => {
    const known = [person('aigul', '1910'), person('asel', '2008')];
    expect(codesOf(known, home([['asel', '2015', null]]))).toEqual([]);
  });
});

const FAMILY = fc
  .record({ seed: fc.nat(), people: fc.integer({ min: 2, max: 25 }) })
  .map(({ seed, people }) => ({ seed, graph: madeFamily(seed, { people, kind: 'wild' }) }));

const factsOf = (graph: FamilyGraph): FamilyFact[] => [
  ...graph.persons.map((value): FamilyFact => ({ fact: 'person', value })),
  ...graph.unions.map((value): FamilyFact => ({ fact: 'union', value })),
  ...graph.parentages.map((value): FamilyFact => ({ fact: 'parentage', value })),
  ...graph.cares.map((value): FamilyFact => ({ fact: 'care', value })),
  ...graph.households.map((value): FamilyFact => ({ fact: 'household', value })),
];

describe('a family written down fact by fact', () => {
  it('never holds anything that cannot be, whatever is tried', () => {
    fc.assert(
      fc.property(FAMILY, ({ graph }) => {
        let accepted = EMPTY_GRAPH;
        for (const fact of factsOf(graph)) {
          if (checkFamilyGraph(accepted, fact, TODAY).refused.length === 0) {
            accepted = withFact(accepted, fact);
          }
        }
        const refused = findingsIn(accepted, TODAY).filter(
          ({ severity }) => severity === 'refused',
        );
        expect(refused).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds the same findings in whatever order it is told', () => {
    fc.assert(
      fc.property(FAMILY, ({ seed, graph }) => {
        const chance = chanceOf(seed);
        const shuffled = factsOf(graph)
          .map((fact) => ({ fact, at: chance() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        const told = (facts: readonly FamilyFact[]) =>
          findingsIn(graphOf(facts), TODAY)
            .map(({ code, facts: about }) => `${code} ${about.toSorted().join(' ')}`)
            .toSorted();
        // Which of two parentages comes first decides whether the first or the second is the repeated one.
        const free = (all: readonly string[]) => all.filter((each) => !each.startsWith('two-'));
        expect(free(told(shuffled))).toEqual(free(told(factsOf(graph))));
      }),
      { numRuns: 60 },
    );
  });

  it('finds no more when a date is known less well', () => {
    fc.assert(
      fc.property(FAMILY, ({ graph }) => {
        const blurred = {
          ...graph,
          persons: graph.persons.map((each) => ({
            ...each,
            birth: each.birth && ({ ...each.birth, precision: 'about' } as const),
          })),
        };
        const names = (of: FamilyGraph) =>
          findingsIn(of, TODAY).map(({ code, facts }) => `${code} ${facts.join(' ')}`);
        const sharp = new Set(names(graph));
        // A parent who was surely too young may, less well known, be one who was surely very young.
        const other = names(blurred).filter(
          (each) => !sharp.has(each) && !/^(parent|child|partner|adopter)-/.test(each),
        );
        expect(other).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
