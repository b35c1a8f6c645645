import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { bundleForm } from './bundle-form.ts';
import { checkForm } from './check-form.ts';
import { concludeForm, signalsOf } from './conclude-form.ts';
import { openForm } from './form-engine.ts';
import type { FormPackage } from './form-package.ts';
import { aForm, asks, findingsOf, words } from './testing/a-form.ts';

const source = { works: [{ citation: 'here', language: 'en' }] };
const yesNo = (linkId: string, more: object = {}) =>
  asks({ type: 'choice', linkId, options: 'yes_no', ...more });

const rule = (outcomes: [id: string, when: string][], more: object = {}) => ({
  id: 'rule',
  version: '2',
  title: words('Rule'),
  outcomes: outcomes.map(([id, when]) => ({ id, when, label: words(id), isConcern: false })),
  source,
  evidence: {},
  ...more,
});

const signal = (kind: string, urgency: string, when: string) =>
  ({ kind, urgency, when, source }) as NonNullable<FormPackage['signals']>[number];

const ITEMS = ['a', 'b', 'c', 'd'].map((linkId) => yesNo(linkId));
const concluded = (answers: Answers, outcomes: [string, string][], items: unknown[] = ITEMS) =>
  concludeForm(aForm(items, { conclusions: [rule(outcomes)] }), answers)[0]!.outcome;

describe('a conclusion', () => {
  const either: [string, string][] = [
    ['both', "a = 'yes' and b = 'yes'"],
    ['one', "a = 'yes' or b = 'yes'"],
    ['neither', 'true'],
  ];

  it('is the first outcome whose condition holds, with the version of its rule', () => {
    const form = aForm(ITEMS, { conclusions: [rule(either)] });
    expect(concludeForm(form, { a: 'yes', b: 'yes' })).toEqual([
      { conclusion: 'rule', version: '2', outcome: 'both' },
    ]);
    expect(concluded({ a: 'no', b: 'yes' }, either)).toBe('one');
    expect(concluded({ a: 'no', b: 'no' }, either)).toBe('neither');
  });

  it('cannot be told while an answer is missing that could change it', () => {
    expect(concluded({ a: 'yes' }, either)).toBeNull();
    expect(concluded({}, either)).toBeNull();
    expect(concluded({ a: 'yes', b: { absent: 'unknown' } }, either)).toBeNull();
  });

  it('is told without the answers that could not', () => {
    const any: [string, string][] = [
      ['some', "a = 'yes' or b = 'yes'"],
      ['none', 'true'],
    ];
    expect(concluded({ a: 'yes' }, any)).toBe('some');
    expect(concluded({ b: 'no' }, any)).toBeNull();
  });

  it('takes an answer that is no option of the question for none', () => {
    expect(concluded({ a: 'maybe', b: 'no' }, either)).toBeNull();
  });

  it('does not hear what was said to a question that is hidden now', () => {
    const items = [yesNo('a'), yesNo('b', { enableWhen: "a = 'yes'" })];
    const outcomes: [string, string][] = [
      ['told', "a = 'yes' and b = 'yes'"],
      ['not', 'true'],
    ];
    expect(concluded({ a: 'no', b: 'yes' }, outcomes, items)).toBe('not');
    expect(concluded({ a: 'yes', b: 'yes' }, outcomes, items)).toBe('told');
  });

  it('hears a refusal, and tells it from another reason and from a question she did not come to', () => {
    const refused: [string, string][] = [
      ['yes', "a = 'yes' or a.declined()"],
      ['no', 'true'],
    ];
    expect(concluded({ a: { absent: 'declined' } }, refused)).toBe('yes');
    expect(concluded({ a: 'no' }, refused)).toBe('no');
    expect(concluded({ a: { absent: 'not-reached' } }, refused)).toBeNull();
    expect(concluded({}, refused)).toBeNull();
  });

  it('is drawn in each row of a roster', () => {
    const items = [
      yesNo('settled'),
      asks({ type: 'roster', linkId: 'children', items: [yesNo('well'), yesNo('school')] }),
    ];
    const conclusions = [
      rule(
        [
          ['trouble', "well = 'no' or school.declined()"],
          ['fine', 'true'],
        ],
        { perRow: 'children' },
      ),
    ];
    const rows = [{ well: 'no' }, { well: 'yes', school: 'yes' }, { well: 'yes' }];
    expect(
      concludeForm(aForm(items, { conclusions }), { children: rows }).map(({ row, outcome }) => [
        row,
        outcome,
      ]),
    ).toEqual([
      [0, 'trouble'],
      [1, 'fine'],
      [2, null],
    ]);
    expect(concludeForm(aForm(items, { conclusions }), {})).toEqual([]);
  });

  it('of "at least so many" is what every way of filling the gaps would give', () => {
    const given = fc.constantFrom<'yes' | 'no' | null>('yes', 'no', null);
    const answers = fc.array(given, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 5 }), (said, wanted) => {
        const names = ['a', 'b', 'c', 'd', 'e'];
        const tests = names.map((name) => `${name} = 'yes'`).join(', ');
        const found = concluded(
          Object.fromEntries(said.flatMap((one, at) => (one ? [[names[at]!, one]] : []))),
          [
            ['enough', `atLeast(${wanted}, ${tests})`],
            ['few', 'true'],
          ],
          names.map((name) => yesNo(name)),
        );
        const sure = said.filter((one) => one === 'yes').length;
        const possible = said.filter((one) => one !== 'no').length;
        expect(found).toBe(sure >= wanted ? 'enough' : possible < wanted ? 'few' : null);
      }),
    );
  });

  it.each<[what: string, outcomes: [string, string][], more: object, code: string]>([
    [
      'a score',
      [
        ['x', 'total > 3'],
        ['y', 'true'],
      ],
      {},
      'expression-unknown-item',
    ],
    [
      'an option that is none',
      [
        ['x', "a = 'maybe'"],
        ['y', 'true'],
      ],
      {},
      'expression-unknown-option',
    ],
    [
      'the day of today',
      [
        ['x', 'today() > @2020-01-01'],
        ['y', 'true'],
      ],
      {},
      'expression-function-not-supported',
    ],
    [
      'more answers than it names',
      [
        ['x', "atLeast(2, a = 'yes')"],
        ['y', 'true'],
      ],
      {},
      'expression-wrong-arguments',
    ],
    [
      'nothing for the rest',
      [
        ['x', "a = 'yes'"],
        ['y', "a = 'no'"],
      ],
      {},
      'only-the-last-takes-the-rest',
    ],
    [
      'the rest before the end',
      [
        ['x', 'true'],
        ['y', 'true'],
      ],
      {},
      'only-the-last-takes-the-rest',
    ],
    [
      'an outcome twice',
      [
        ['x', "a = 'yes'"],
        ['x', 'true'],
      ],
      {},
      'outcome-id-twice',
    ],
    [
      'rows of what has none',
      [
        ['x', "a = 'yes'"],
        ['y', 'true'],
      ],
      { perRow: 'b' },
      'not-a-roster',
    ],
  ])('that names %s is refused', (_, outcomes, more, code) => {
    expect(findingsOf(ITEMS, { conclusions: [rule(outcomes, more)] })).toContainEqual(
      expect.objectContaining({ code }),
    );
  });
});

describe('a signal', () => {
  const items = ['a', 'b', 'c'].map((linkId) => yesNo(linkId, { safety: true }));
  const signals = [
    signal('suicide', 'today', "a = 'yes' or b = 'yes' or a.declined()"),
    signal('suicide', 'now', "c = 'yes' and (a = 'yes' or b = 'yes')"),
    signal('violence', 'today', "b = 'yes'"),
  ];
  const form = aForm(items, { signals });

  it('names the questions that tell it, each by itself', () => {
    expect(signalsOf(form, { a: 'no', b: 'no', c: 'no' })).toEqual([]);
    expect(signalsOf(form, { a: 'yes', b: 'no' })).toEqual([
      { kind: 'suicide', urgency: 'today', items: ['a'] },
    ]);
    expect(signalsOf(form, { a: { absent: 'declined' } })).toEqual([
      { kind: 'suicide', urgency: 'today', items: ['a'] },
    ]);
  });

  it('is given once of each kind, the most urgent', () => {
    expect(signalsOf(form, { a: 'no', b: 'yes', c: 'yes' })).toEqual([
      { kind: 'suicide', urgency: 'now', items: ['b', 'c'] },
      { kind: 'violence', urgency: 'today', items: ['b'] },
    ]);
  });

  it('does not wait for the answers that are still missing', () => {
    expect(signalsOf(form, { b: 'yes' })).toMatchObject([
      { kind: 'suicide', urgency: 'today', items: ['b'] },
      { kind: 'violence' },
    ]);
  });

  it('reads no question that is not marked as one that may mean danger', () => {
    expect(findingsOf(ITEMS, { signals: [signal('suicide', 'now', "a = 'yes'")] })).toMatchObject([
      { code: 'signal-of-an-unmarked-item', params: { linkId: 'a' } },
    ]);
  });
});

describe('the checker of rules', () => {
  const items = [yesNo('a', { safety: true }), yesNo('b')];
  const yes = {
    name: 'yes',
    source: 'derived by hand',
    answers: { a: 'yes' },
    expected: [],
    concluded: [{ conclusion: 'rule', outcome: 'some' }],
    signals: [{ kind: 'suicide' as const, urgency: 'now' as const, items: ['a'] }],
  };
  const no = {
    ...yes,
    name: 'no',
    answers: { a: 'no' },
    concluded: [{ conclusion: 'rule', outcome: 'none' }],
    signals: [],
  };
  const unsure = { ...no, answers: {}, concluded: [{ conclusion: 'rule', outcome: null }] };
  const right: Partial<FormPackage> = {
    conclusions: [
      rule([
        ['some', "a = 'yes'"],
        ['none', 'true'],
      ]),
    ],
    signals: [signal('suicide', 'now', "a = 'yes'")],
    examples: [yes, no, unsure],
  };
  const codes = (changes: Partial<FormPackage>) =>
    checkForm(aForm(items, { ...right, ...changes }))
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  it('finds nothing wrong with what is right', () => {
    expect(codes({})).toEqual([]);
  });

  it('wants every outcome and every signal in a worked example', () => {
    expect(codes({ examples: [yes] })).toEqual(['outcome-without-example']);
    expect(codes({ examples: [no, { ...unsure, answers: { b: 'yes' } }] })).toEqual([
      'outcome-without-example',
      'signal-without-example',
    ]);
  });

  it('finds an example that concludes or signals otherwise, or expects nothing', () => {
    expect(codes({ examples: [yes, no, { ...no, answers: {} }] })).toEqual([
      'example-concludes-otherwise',
    ]);
    expect(codes({ examples: [yes, no, { ...yes, signals: [] }] })).toEqual([
      'example-signals-otherwise',
    ]);
    expect(codes({ examples: [yes, no, { ...no, concluded: [] }] })).toEqual([
      'example-expects-nothing',
    ]);
  });

  it('finds a question that may mean danger and tells nobody', () => {
    const { signals: _, ...silent } = right;
    const examples = [{ ...yes, signals: [] }, no];
    const found = checkForm(aForm(items, { ...silent, examples }));
    expect(found.map(({ code }) => code)).toContain('safety-item-without-signal');
  });

  it('finds ages that contradict each other', () => {
    const informants = [
      { kind: 'caregiver' as const, ages: { from: 4, to: 17 } },
      { kind: 'self' as const, ages: { from: 11, to: 17 } },
    ];
    expect(codes({ ages: { from: 4, source: 'here' }, informants })).toEqual([]);
    expect(codes({ ages: { from: 11, source: 'here' }, informants })).toEqual([
      'ages-differ-from-informants',
    ]);
    expect(codes({ ages: { from: 9, to: 4, source: 'here' } })).toEqual(['ages-turned-around']);
  });
});

describe('a code of LOINC', () => {
  it('must agree with its own check digit', () => {
    expect(findingsOf(ITEMS, { loinc: '44249-1' })).toEqual([]);
    expect(findingsOf(ITEMS, { loinc: '44249-2' })).toMatchObject([{ path: 'loinc' }]);
  });
});

describe('what a phone is sent', () => {
  it('tells nothing of what is concluded, nor of the codes of other systems', () => {
    const plain = aForm(ITEMS);
    const ruled = aForm(
      ITEMS.map((item) => ({ ...(item as object), safety: true, loinc: '44249-1' })),
      {
        conclusions: [
          rule([
            ['some', "a = 'yes' or b.declined()"],
            ['none', 'true'],
          ]),
        ],
        meaning: { says: words('something'), saysNot: words('everything') },
      },
    );
    expect(bundleForm(ruled, 'en')).toEqual(bundleForm(plain, 'en'));
  });

  it('is the condition of a signal, and no word of what it would mean', () => {
    const plain = aForm(ITEMS);
    const dangerous = aForm(
      ITEMS.map((item) => ({ ...(item as object), safety: true })),
      { signals: [signal('suicide', 'now', "a = 'yes' or b.declined()")] },
    );
    expect(bundleForm(dangerous, 'en')).toEqual({
      ...bundleForm(plain, 'en'),
      g: [['or', ['=', ['$', 0], 'yes'], ['x', 1]]],
    });
  });

  it('lets the phone hear what the server hears, a refusal where the form takes it for a yes', () => {
    const items = [
      yesNo('a', { safety: true }),
      yesNo('b', { safety: true, enableWhen: "a = 'yes'" }),
    ];
    const form = aForm(items, {
      signals: [
        signal('suicide', 'today', "a = 'yes' or a.declined()"),
        signal('suicide', 'now', 'b.declined()'),
      ],
    });
    const phone = openForm(bundleForm(form, 'en'));
    expect(phone.signals({})).toEqual([]);
    expect(phone.signals({ a: 'no', b: { absent: 'declined' } })).toEqual([]);
    expect(phone.signals({ a: { absent: 'unknown' } })).toEqual([]);
    expect(phone.signals({ a: { absent: 'declined' } })).toEqual([0]);
    expect(phone.signals({ a: 'yes', b: { absent: 'declined' } })).toEqual([0, 1]);
    expect(form.open(null).signals({ a: 'yes' })).toEqual([0]);
  });
});
