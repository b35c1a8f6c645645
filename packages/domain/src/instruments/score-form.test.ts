import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from './answers.ts';
import { partsOf, pointsOf } from './compile-scales.ts';
import type { CompiledForm } from './compiled-form.ts';
import { findForm, listForms } from './form-library.ts';
import type { Scale } from './scale.ts';
import { scoreForm, scoreScale } from './score-form.ts';
import { aForm, asks, words } from './testing/a-form.ts';

const options = ['never', 'sometimes', 'often'].map((id) => ({ id, text: words(id) }));
const choices = ['a', 'b', 'c', 'd'].map((linkId) => asks({ type: 'choice', linkId, options }));

const block = (more: Partial<Scale> = {}): Scale => ({
  id: 'total',
  version: '3',
  title: words('Total'),
  items: ['a', 'b', 'c', 'd'],
  coding: { never: 0, sometimes: 1, often: 2 },
  combine: 'sum',
  minimumAnswered: 4,
  proration: 'none',
  range: { min: 0, max: 8 },
  direction: 'higher-is-worse',
  printedCoding: '0-1-2',
  bandSets: [],
  evidence: {},
  source: { works: [{ citation: 'here', language: 'en' }] },
  ...more,
});

const score = (answers: Answers, more: Partial<Scale> = {}) =>
  scoreForm(aForm(choices, { scales: [block(more)] }), answers)[0];

describe('a score', () => {
  it('carries its receipt: scale, version, coding, and how many answers it stands on', () => {
    expect(score({ a: 'often', b: 'never', c: 'sometimes', d: 'never' })).toEqual({
      scale: 'total',
      version: '3',
      kind: 'scored',
      value: 3,
      pomp: 37.5,
      bands: [],
      answered: 4,
      of: 4,
      coding: '0-1-2',
    });
  });

  it('is refused when too few are answered, and says how many are needed', () => {
    const declined: AnswerValue = { absent: 'declined' };
    expect(score({ a: 'often', b: 'never', c: 'sometimes', d: declined })).toMatchObject({
      kind: 'incomplete',
      answered: 3,
      needed: 4,
    });
  });

  it('takes her mean for what is missing, where the rule says so', () => {
    const more = { proration: 'person-mean', minimumAnswered: 2 } as const;
    expect(score({ a: 'often', b: 'sometimes' }, more)).toMatchObject({ value: 6, answered: 2 });
    expect(score({ a: 'often', b: 'sometimes', c: 'sometimes' }, more)).toMatchObject({
      value: 5.333333333,
    });
    expect(
      score({ a: 'often', b: 'sometimes', c: 'sometimes' }, { ...more, decimals: 0 }),
    ).toMatchObject({ value: 5 });
    expect(score({ a: 'often' }, more)).toMatchObject({
      kind: 'incomplete',
      answered: 1,
      needed: 2,
    });
  });

  it('takes the lowest points for what is missing, where the rule says so', () => {
    const more = { proration: 'blank-is-lowest', minimumAnswered: 1 } as const;
    expect(score({ a: 'often' }, more)).toMatchObject({ value: 2, answered: 1, of: 4 });
  });

  it('turns items around within their own coding', () => {
    const answers = { a: 'often', b: 'often', c: 'often', d: 'often' };
    expect(score(answers, { reversed: ['a', 'b'] })).toMatchObject({ value: 4 });
    expect(
      pointsOf(block({ coding: { never: 1, sometimes: 2, often: 5 }, reversed: ['a'] }), 'a'),
    ).toEqual({
      never: 5,
      sometimes: 4,
      often: 1,
    });
  });

  it('codes single items otherwise, sums, means and multiplies', () => {
    const answers = { a: 'often', b: 'sometimes', c: 'sometimes', d: 'never' };
    const recode = { a: { never: 0, sometimes: 1, often: 1 } };
    expect(score(answers, { recode, range: { min: 0, max: 7 } })).toMatchObject({ value: 3 });
    expect(score(answers, { combine: 'mean', range: { min: 0, max: 2 } })).toMatchObject({
      value: 1,
      pomp: 50,
    });
    expect(score(answers, { multiplyBy: 2.5, range: { min: 0, max: 20 } })).toMatchObject({
      value: 10,
    });
  });

  it('counts whole numbers as they are', () => {
    const form = aForm(
      ['x', 'y'].map((linkId) => asks({ type: 'integer', linkId, min: 0, max: 10 })),
      {
        scales: [
          block({ items: ['x', 'y'], coding: {}, minimumAnswered: 2, range: { min: 0, max: 20 } }),
        ],
      },
    );
    expect(scoreForm(form, { x: 3, y: 4 })[0]).toMatchObject({ value: 7, pomp: 35 });
  });

  it('rounds half away from zero and is free of binary noise at the edge of a band', () => {
    const bandSets: Scale['bandSets'] = [
      {
        kind: 'exclusive',
        bands: [
          { id: 'under', from: 0, below: 0.3, label: words('under') },
          { id: 'over', from: 0.3, label: words('over') },
        ],
        source: { works: [{ citation: 'here', language: 'en' }] },
      },
    ];
    const coding = { never: 0, sometimes: 0.1, often: 0.2 };
    // 0.1 + 0.2 is 0.30000000000000004; 3 x 0.1 as well.
    const answers = { a: 'often', b: 'sometimes', c: 'never', d: 'never' };
    expect(score(answers, { coding, range: { min: 0, max: 0.8 }, bandSets })).toMatchObject({
      value: 0.3,
      bands: ['over'],
    });
    const tenths = {
      coding: { never: 0, sometimes: 0.125, often: 0.25 },
      range: { min: 0, max: 1 },
    };
    expect(
      score({ a: 'sometimes', b: 'never', c: 'never', d: 'never' }, { ...tenths, decimals: 2 }),
    ).toMatchObject({ value: 0.13 });
  });

  it('is given to every child of a roster by itself', () => {
    const needs = findForm('needs-assessment-2022')!;
    const agree = (option: string) =>
      Object.fromEntries(
        needs.pkg.scales
          .find(({ id }) => id === 'children')!
          .items.map((linkId) => [linkId, option]),
      );
    const scores = scoreForm(needs, { children: [agree('agree'), {}, agree('strongly_agree')] });
    expect(scores.map(({ scale, row, kind, answered }) => [scale, row, kind, answered])).toEqual([
      ['women', undefined, 'incomplete', 0],
      ['children', 0, 'scored', 9],
      ['children', 1, 'incomplete', 0],
      ['children', 2, 'scored', 9],
    ]);
    expect(scoreForm(needs, { children: { absent: 'not-shown' } })).toHaveLength(1);
  });
});

const scales = listForms().flatMap(({ code, scales: blocks }) =>
  blocks.map((scale) => ({ name: scale.id, form: findForm(code)!, scale })),
);

/** Answers to the items of a scale: an option, or a reason, or nothing. */
const answersTo = (form: CompiledForm, scale: Scale) =>
  fc
    .tuple(
      ...scale.items.map((linkId) => {
        const ids = form.byLinkId.get(linkId)!.options.map(({ id }) => id);
        return fc.option(
          fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...ids) as fc.Arbitrary<AnswerValue> },
            fc.constant<AnswerValue>({ absent: 'declined' }),
          ),
          { nil: undefined, freq: 12 },
        );
      }),
    )
    .map((values) =>
      Object.fromEntries(
        values.flatMap((value, index) =>
          value === undefined ? [] : [[scale.items[index]!, value]],
        ),
      ),
    );

describe.each(scales)('whatever is answered to $name', ({ form, scale }) => {
  const order = (linkId: string) =>
    Object.entries(pointsOf(scale, linkId))
      .sort(([, a], [, b]) => a - b)
      .map(([id]) => id);

  it('the score lies in its range and in one band of each exclusive set', () => {
    fc.assert(
      fc.property(answersTo(form, scale), (answers) => {
        const found = scoreScale(form, scale, answers);
        const isKnown = (part: readonly string[]) =>
          part.every((linkId) => typeof answers[linkId] === 'string') ||
          (part.length > 1 && part.some((linkId) => answers[linkId] === order(linkId).at(-1)));
        const answered = partsOf(scale).filter(isKnown).length;
        expect(found.answered).toBe(answered);
        expect(found.kind).toBe(answered < scale.minimumAnswered ? 'incomplete' : 'scored');
        if (found.kind === 'incomplete') return;
        expect(found.value).toBeGreaterThanOrEqual(scale.range.min);
        expect(found.value).toBeLessThanOrEqual(scale.range.max);
        expect(found.pomp).toBeGreaterThanOrEqual(0);
        expect(found.pomp).toBeLessThanOrEqual(100);
        for (const { kind, bands } of scale.bandSets) {
          const inside = bands.filter(({ id }) => found.bands.includes(id));
          if (kind === 'exclusive') expect(inside).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a higher answer never lowers it', () => {
    fc.assert(
      fc.property(answersTo(form, scale), fc.nat(scale.items.length - 1), (answers, index) => {
        const linkId = scale.items[index]!;
        const [...ids] = order(linkId);
        const values = ids
          .map((id) => scoreScale(form, scale, { ...answers, [linkId]: id }))
          .flatMap((one) => (one.kind === 'scored' ? [one.value] : []));
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it('lowest and highest answers give 0 and 100 percent of maximum', () => {
    const all = (end: 0 | -1) =>
      Object.fromEntries(scale.items.map((linkId) => [linkId, order(linkId).at(end)!]));
    expect(scoreScale(form, scale, all(0))).toMatchObject({ value: scale.range.min, pomp: 0 });
    expect(scoreScale(form, scale, all(-1))).toMatchObject({ value: scale.range.max, pomp: 100 });
  });
});
