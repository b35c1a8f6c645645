import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileForm } from './compile-form.ts';
import { formPackageSchema } from './form-package-schema.ts';
import { aForm, aPackage, asks, findingsOf, words } from './testing/a-form.ts';

const choice = (linkId: string, more: object = {}) =>
  asks({ type: 'choice', linkId, options: 'yes_no', ...more });

const scale = (more: object = {}) => ({
  id: 'total',
  version: '1',
  title: words('Total'),
  items: ['a', 'b'],
  coding: { yes: 1, no: 0 },
  combine: 'sum',
  minimumAnswered: 2,
  proration: 'none',
  range: { min: 0, max: 2 },
  direction: 'higher-is-better',
  printedCoding: '1-0',
  bandSets: [],
  evidence: {},
  source: { works: [{ citation: 'here', language: 'en' }] },
  ...more,
});

describe('the compiler refuses, naming the place,', () => {
  it.each<[what: string, source: unknown, finding: object]>([
    [
      'what is no package',
      'form',
      { code: 'not-understood', path: '', params: { expected: 'object' } },
    ],
    [
      'a key it does not know',
      { ...aPackage([choice('a')]), colour: 'red' },
      { code: 'unknown-key', path: 'colour' },
    ],
    [
      'a key it does not know deep inside',
      aPackage([{ type: 'group', linkId: 'g', items: [choice('a', { hidden: true })] }]),
      { code: 'unknown-key', path: 'items[0].items[0].hidden' },
    ],
    [
      'a sensitive question of which nobody said whether people may be picked out by it',
      aPackage([choice('a', { sensitivity: 'sensitive' })]),
      { code: 'filter-not-decided', path: 'items[0]', params: { linkId: 'a' } },
    ],
    [
      'a word about picking people out by a question that nobody is picked out by',
      aPackage([asks({ type: 'text', linkId: 'a', neverAFilter: true })]),
      { code: 'no-filter-anyway', path: 'items[0]', params: { linkId: 'a' } },
    ],
    [
      'a type of item it does not know',
      aPackage([asks({ type: 'slider', linkId: 'a' })]),
      { code: 'not-understood', path: 'items[0].type' },
    ],
    [
      'a name that other programs cannot take',
      aPackage([choice('1st')]),
      { code: 'not-understood', path: 'items[0].linkId' },
    ],
    [
      'a name of more than 32 letters',
      aPackage([choice('a'.repeat(33))]),
      { path: 'items[0].linkId' },
    ],
    [
      'a language it does not know',
      aPackage([choice('a', { text: { de: { text: 'Ja?', status: 'draft' } } })]),
      { path: 'items[0].text.de' },
    ],
    [
      'a status it does not know',
      aPackage([choice('a', { text: { kk: { text: '?', status: 'good' } } })]),
      { path: 'items[0].text.kk.status' },
    ],
    [
      'a package of another format',
      { ...aPackage([choice('a')]), format: 'tirek-form-9' },
      { code: 'not-understood', path: 'format', params: { expected: 'tirek-form-1' } },
    ],
    [
      'a group in a group',
      aPackage([
        {
          type: 'group',
          linkId: 'g',
          items: [{ type: 'group', linkId: 'h', items: [choice('a')] }],
        },
      ]),
      { path: 'items[0].items[0].type' },
    ],
    [
      'a roster in a roster',
      aPackage([
        asks({
          type: 'roster',
          linkId: 'r',
          items: [asks({ type: 'roster', linkId: 's', items: [choice('a')] })],
        }),
      ]),
      { path: 'items[0].items[0].type' },
    ],
  ])('%s', (_, source, finding) => {
    const result = compileForm(source);
    expect(result).toMatchObject({ kind: 'refused', findings: [finding] });
  });

  it.each<[what: string, items: object[], finding: object]>([
    [
      'two items of one name',
      [choice('a'), choice('b'), choice('a')],
      { code: 'name-used-twice', path: 'items[2]', params: { before: 'items[0]' } },
    ],
    [
      'names that differ by capitals only',
      [choice('Age'), choice('age')],
      { code: 'name-used-twice', path: 'items[1]' },
    ],
    [
      'a name that every object has',
      [choice('constructor')],
      { code: 'name-reserved', path: 'items[0]' },
    ],
    [
      'an unknown list of options',
      [choice('a', { options: 'colours' })],
      { code: 'unknown-option-list', path: 'items[0].options' },
    ],
    [
      'one id for two options',
      [
        choice('a', {
          options: [
            { id: 'x', text: words('X') },
            { id: 'x', text: words('Y') },
          ],
        }),
      ],
      { code: 'option-id-twice', path: 'items[0].options', params: { found: 'x' } },
    ],
    [
      'one code for two options',
      [
        choice('a', {
          options: [
            { id: 'x', code: '1', text: words('X') },
            { id: 'y', code: '1', text: words('Y') },
          ],
        }),
      ],
      { code: 'option-code-twice' },
    ],
    [
      'a question without words',
      [{ type: 'text', linkId: 'a' }],
      { code: 'text-missing', path: 'items[0]' },
    ],
    [
      'an option without words',
      [choice('a', { options: [{ id: 'x', text: words('X') }, { id: 'y' }] })],
      { code: 'text-missing', params: { option: 'y' } },
    ],
    [
      'a text in no language',
      [choice('a', { text: {} })],
      { code: 'text-empty', path: 'items[0].text' },
    ],
    [
      'limits turned around',
      [asks({ type: 'integer', linkId: 'a', min: 9, max: 1 })],
      { code: 'limits-turned-around', path: 'items[0]' },
    ],
    [
      'more ticks than options',
      [asks({ type: 'multi-choice', linkId: 'a', options: 'yes_no', maxChoices: 5 })],
      { code: 'more-choices-than-options' },
    ],
    [
      'a calculated item that must be answered',
      [asks({ type: 'integer', linkId: 'a', calculation: '1', required: true })],
      { code: 'calculated-is-not-asked' },
    ],
    [
      'two constraints of one name',
      [
        choice('a', {
          constraints: [1, 2].map(() => ({
            id: 'rule',
            severity: 'soft',
            expression: 'true',
            text: words('!'),
          })),
        }),
      ],
      { code: 'constraint-id-twice', path: 'items[0].constraints' },
    ],
    [
      'a roster that counts on what is no number',
      [choice('a'), asks({ type: 'roster', linkId: 'r', rowsFrom: 'a', items: [choice('b')] })],
      { code: 'rows-from-needs-an-integer', path: 'items[1].rowsFrom' },
    ],
    [
      'a constraint it cannot read',
      [
        choice('a', {
          constraints: [
            { id: 'rule', severity: 'hard', expression: "a = 'maybe'", text: words('!') },
          ],
        }),
      ],
      {
        code: 'expression-unknown-option',
        path: 'items[0].constraints[0].expression',
        params: { position: 4, options: 'yes, no' },
      },
    ],
  ])('%s', (_, items, finding) => {
    expect(findingsOf(items)).toContainEqual(expect.objectContaining(matching(finding)));
  });

  it.each<[what: string, scale: object, finding: object]>([
    [
      'an item that is not there',
      scale({ items: ['a', 'zz'] }),
      { code: 'unknown-item', path: 'scales[0].items[1]' },
    ],
    [
      'an item that has no points',
      scale({ items: ['a', 'note'] }),
      { code: 'cannot-be-scored', params: { scale: 'total', linkId: 'note', type: 'text' } },
    ],
    ['an item twice', scale({ items: ['a', 'a'] }), { code: 'item-twice' }],
    [
      'an option without points',
      scale({ coding: { yes: 1 } }),
      { code: 'option-without-points', path: 'scales[0].coding' },
    ],
    [
      'points for an option that is not there',
      scale({ coding: { yes: 1, no: 0, maybe: 2 } }),
      { code: 'points-without-option', params: { option: 'maybe' } },
    ],
    [
      'a recoding with a gap',
      scale({ recode: { b: { yes: 1 } } }),
      { code: 'option-without-points', path: 'scales[0].recode.b' },
    ],
    [
      'an item turned around that is not in it',
      scale({ reversed: ['note'] }),
      { code: 'not-in-scale', params: { linkId: 'note' } },
    ],
    [
      'more answers wanted than items',
      scale({ minimumAnswered: 3, proration: 'person-mean' }),
      { code: 'minimum-above-items' },
    ],
    [
      'missing answers and no rule for them',
      scale({ minimumAnswered: 1 }),
      { code: 'all-must-be-answered' },
    ],
    [
      'a range that does not come out',
      scale({ range: { min: 0, max: 3 } }),
      { code: 'range-differs', params: { min: 0, max: 2 } },
    ],
    [
      'a whole number without limits',
      scale({ items: ['a', 'n'] }),
      { code: 'integer-needs-limits', params: { linkId: 'n' } },
    ],
    [
      'items of the form and of a roster',
      scale({ items: ['a', 'in_row'] }),
      { code: 'items-of-different-rosters' },
    ],
    [
      'a mean of items that are not alike',
      scale({
        recode: { b: { yes: 3, no: 0 } },
        proration: 'person-mean',
        minimumAnswered: 1,
        range: { min: 0, max: 4 },
      }),
      { code: 'mean-of-unlike-items' },
    ],
    [
      'two items that count once and are counted as two',
      scale({ highestOf: [['a', 'b']] }),
      { code: 'all-must-be-answered', params: { items: 1 } },
    ],
    [
      'a highest of items that are not alike',
      scale({
        highestOf: [['a', 'b']],
        recode: { b: { yes: 3, no: 0 } },
        ...{ minimumAnswered: 1, range: { min: 0, max: 1 } },
      }),
      { code: 'highest-of-unlike-items', path: 'scales[0].highestOf' },
    ],
    [
      'an item in two groups of which the highest counts',
      scale({
        highestOf: [
          ['a', 'b'],
          ['b', 'a'],
        ],
        minimumAnswered: 1,
      }),
      { code: 'item-twice', path: 'scales[0].highestOf' },
    ],
    [
      'a group of an item that is not in it',
      scale({ highestOf: [['a', 'note']] }),
      { code: 'not-in-scale', params: { linkId: 'note' } },
    ],
  ])('a scale with %s', (_, block, finding) => {
    const items = [
      choice('a'),
      choice('b'),
      asks({ type: 'text', linkId: 'note' }),
      asks({ type: 'integer', linkId: 'n' }),
      asks({ type: 'roster', linkId: 'rows', items: [choice('in_row')] }),
    ];
    expect(findingsOf(items, { scales: [scale()] })).toEqual([]);
    expect(findingsOf(items, { scales: [block] })).toContainEqual(
      expect.objectContaining(matching(finding)),
    );
  });

  it('two scales of one id', () => {
    const findings = findingsOf([choice('a'), choice('b')], { scales: [scale(), scale()] });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'scale-id-twice', path: 'scales[1].id' }),
    );
  });
});

/** Lets the params of an expected finding be a part of those found. */
function matching(finding: object) {
  const { params, ...rest } = finding as { params?: object };
  return params ? { ...rest, params: expect.objectContaining(params) } : rest;
}

describe('a compiled form', () => {
  it('lists its items in order, with the group and roster of each', () => {
    const { items, byLinkId } = aForm([
      {
        type: 'group',
        linkId: 'g',
        items: [choice('a'), asks({ type: 'roster', linkId: 'r', items: [choice('b')] })],
      },
      choice('c'),
    ]);
    expect(items.map(({ linkId, group, roster }) => [linkId, group, roster])).toEqual([
      ['g', null, null],
      ['a', 0, null],
      ['r', 0, null],
      ['b', 0, 2],
      ['c', null, null],
    ]);
    expect(byLinkId.get('b')).toMatchObject({ place: 'items[0].items[1].items[0]', slot: 3 });
    expect(byLinkId.get('b')!.options.map(({ id }) => id)).toEqual(['yes', 'no']);
  });
});

describe('the published JSON Schema', () => {
  it('is the one the compiler uses (else: node scripts/form-package-schema.ts)', () => {
    const file = new URL('../../../../docs/form-package.schema.json', import.meta.url);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(formPackageSchema())));
  });
});
