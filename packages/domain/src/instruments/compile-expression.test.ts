import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { aForm, asks, findingsOf, words } from './testing/a-form.ts';

const options = (...ids: string[]) => ids.map((id) => ({ id, text: words(id) }));

const QUESTIONS = [
  asks({ type: 'integer', linkId: 'age' }),
  asks({ type: 'decimal', linkId: 'share', decimals: 4 }),
  asks({ type: 'date', linkId: 'returned', precision: 'month' }),
  asks({ type: 'date', linkId: 'born', precision: 'day' }),
  asks({ type: 'text', linkId: 'town' }),
  asks({ type: 'boolean', linkId: 'works' }),
  asks({ type: 'choice', linkId: 'marital', options: options('widowed', 'married', 'never') }),
  asks({
    type: 'multi-choice',
    linkId: 'problems',
    options: options('housing', 'papers', 'other'),
  }),
  asks({
    type: 'roster',
    linkId: 'children',
    items: [
      asks({ type: 'integer', linkId: 'child_age' }),
      asks({ type: 'choice', linkId: 'school', options: options('yes', 'no') }),
    ],
  }),
];

/** What a yes-or-no expression says about Madina's answers. */
function says(expression: string, answers: Answers = {}, today: string | null = null) {
  const form = aForm([
    ...QUESTIONS,
    asks({ type: 'boolean', linkId: 'result', calculation: expression }),
  ]);
  const { result } = form.open(today).complete(answers);
  return typeof result === 'boolean' ? result : null;
}

function reckons(expression: string, answers: Answers = {}) {
  const form = aForm([
    ...QUESTIONS,
    asks({ type: 'decimal', linkId: 'result', calculation: expression }),
  ]);
  const { result } = form.open(null).complete(answers);
  return typeof result === 'number' ? result : null;
}

describe('an expression', () => {
  it.each<[string, Answers, boolean | null]>([
    ['age >= 18', { age: 18 }, true],
    ['age >= 18', { age: 17 }, false],
    ['age >= 18', {}, null],
    ['age >= 18', { age: { absent: 'declined' } }, null],
    ['age = 18 or works', { works: true }, true],
    ['age = 18 or works', { works: false }, null],
    ['age = 18 and works', { works: false }, false],
    ['age = 18 and works', { works: true }, null],
    ['works implies age > 17', { works: false }, true],
    ['works implies age > 17', { works: true, age: 17 }, false],
    ['works.not()', { works: true }, false],
    ['(age > 17).not()', { age: 3 }, true],
    ['age.exists()', { age: 3 }, true],
    ['age.exists()', { age: { absent: 'unknown' } }, false],
    ['age.empty() or age > 5', {}, true],
    ["marital = 'widowed'", { marital: 'widowed' }, true],
    ["'never' != marital", { marital: 'widowed' }, true],
    ["marital in ('widowed' | 'never')", { marital: 'never' }, true],
    ["marital in ('widowed' | 'never')", { marital: 'married' }, false],
    ["marital in ('widowed' | 'never')", {}, null],
    ['age in (1 | 2 | 3)', { age: 2 }, true],
    ["problems contains 'papers'", { problems: ['housing', 'papers'] }, true],
    ["'other' in problems", { problems: ['housing', 'papers'] }, false],
    ['problems.count() > 1', { problems: ['housing', 'papers'] }, true],
    ['problems.exists()', { problems: [] }, false],
    ["town = 'Aktobe'", { town: 'Aktobe' }, true],
    ['born < @2000-01-01', { born: '1999-12-31' }, true],
    ['returned < @2019-05-17', { returned: '2019-05' }, null],
    ['returned < @2019-06', { returned: '2019-05' }, true],
    ['returned = @2019-05', { returned: '2019-05' }, true],
    ['born + 18 years <= @2022-05-01', { born: '2004-05-01' }, true],
    ['born + 18 years <= @2022-05-01', { born: '2004-05-02' }, false],
    ['born + 1 month = @2021-02-28', { born: '2021-01-31' }, true],
    ['born - 2 weeks = @2020-02-29', { born: '2020-03-14' }, true],
    ['children.exists()', { children: [{}] }, true],
    ['children.exists(child_age < 7)', { children: [{ child_age: 9 }, { child_age: 3 }] }, true],
    ['children.all(child_age < 7)', { children: [{ child_age: 9 }, { child_age: 3 }] }, false],
    ['children.all(child_age < 7)', { children: [] }, true],
    ['children.where(child_age < 7).empty()', { children: [{ child_age: 9 }] }, true],
    [
      "children.where(child_age < 7).all(school = 'no')",
      {
        children: [
          { child_age: 3, school: 'no' },
          { child_age: 9, school: 'yes' },
        ],
      },
      true,
    ],
    ['children.school.count() = 1', { children: [{ school: 'yes' }, {}] }, true],
    ['share = 0.3', { share: 0.3 }, true],
    ['share + 0.1 = 0.3', { share: 0.2 }, true],
    ['age > 1 or age < 0 and age = 99', { age: 2 }, true],
    ['iif(works, age > 30, age > 10)', { works: false, age: 20 }, true],
  ])('%s of %j is %s', (expression, answers, expected) => {
    expect(says(expression, answers)).toBe(expected);
  });

  it.each<[string, Answers, number | null]>([
    ['2 + 3 * 4 - 1', {}, 13],
    ['(2 + 3) * 4', {}, 20],
    ['-age + 1', { age: 4 }, -3],
    ['7 div 2 + 7 mod 2', {}, 4],
    ['7 / 2', {}, 3.5],
    ['age / 0', { age: 1 }, null],
    ['age div 0', { age: 1 }, null],
    ['children.count()', { children: [{}, {}, {}] }, 3],
    ['children.child_age.sum()', { children: [{ child_age: 9 }, {}, { child_age: 3 }] }, 12],
    ['children.child_age.avg()', { children: [{ child_age: 9 }, {}, { child_age: 3 }] }, 6],
    ['children.child_age.max()', { children: [] }, null],
    [
      "children.where(school = 'yes').child_age.min()",
      { children: [{ child_age: 9, school: 'yes' }, { child_age: 3 }] },
      9,
    ],
    ["iif(works, 1, 2) + iif(marital = 'never', 10, 20)", { works: true }, 21],
  ])('%s of %j is %s', (expression, answers, expected) => {
    expect(reckons(expression, answers)).toBe(expected);
  });

  it('knows today only when it is told', () => {
    const ofAge = 'born <= today() - 18 years';
    expect(says(ofAge, { born: '2004-05-01' }, '2022-05-01')).toBe(true);
    expect(says(ofAge, { born: '2004-05-02' }, '2022-05-01')).toBe(false);
    expect(says(ofAge, { born: '2004-05-02' })).toBe(null);
  });

  it('reads nothing from an answer of the wrong kind', () => {
    expect(says('age > 1', { age: 'forty' })).toBe(null);
    expect(says('returned < @2019-06', { returned: 7 })).toBe(null);
    expect(says("marital = 'widowed'", { marital: 'unheard-of' })).toBe(null);
  });

  it.each<[expression: string, code: string, position: number]>([
    ['age >', 'ends-too-early', 5],
    ['age > 18 18', 'not-understood', 9],
    ['(age > 18', 'expected', 9],
    ["marital = 'widowed", 'text-not-closed', 10],
    ['age > 18 ; works', 'unknown-character', 9],
    ['works xor works', 'operator-not-supported', 6],
    ["town ~ 'aktobe'", 'operator-not-supported', 5],
    ['age is Integer', 'operator-not-supported', 4],
    ['children[0].exists()', 'index-not-supported', 8],
    ['%resource.age > 1', 'not-understood', 0],
    ['ag > 1', 'unknown-item', 0],
    ['works and agee > 1', 'unknown-item', 10],
    ['child_age > 7', 'outside-its-roster', 0],
    ['age.matches(1)', 'wrong-arguments', 4],
    ['town.upper()', 'function-not-supported', 5],
    ['now() > born', 'function-not-supported', 0],
    ['children.child_age.median() > 1', 'function-not-supported', 19],
    ['children.town.exists()', 'not-in-roster', 9],
    ['age.child_age > 1', 'not-a-roster', 0],
    ["marital = 'widow'", 'unknown-option', 10],
    ["marital in ('widowed' | 'nevr')", 'unknown-option', 22],
    ["problems contains 'house'", 'unknown-option', 18],
    ["marital < 'widowed'", 'cannot-compare', 8],
    ["age = 'widowed'", 'cannot-compare', 4],
    ['works > 1', 'cannot-compare', 6],
    ['age and works', 'wanted-true-or-false', 0],
    ['works + 1 > 2', 'wanted-number', 0],
    ['born + 3 > born', 'wanted-quantity', 7],
    ['returned + 3 days > born', 'date-too-coarse', 9],
    ['born > @2020-01-01T10:00', 'date-not-supported', 7],
    ['age in (1 | works)', 'list-of-literals-only', 12],
    ["age in (1 | 'x')", 'list-is-mixed', 10],
    ['age in (18 years)', 'wanted-list', 8],
    ['children.town', 'not-in-roster', 9],
    ['children.school.sum() > 1', 'wanted-number', 16],
    ['1.5 years + 1 > 2', 'unit-needs-whole-number', 0],
    ['iif(works, age, born) > 1', 'cannot-choose-between', 0],
    ['age + 1', 'wrong-result', 0],
  ])('%s is refused as %s at character %i', (expression, code, position) => {
    const [finding] = findingsOf([
      ...QUESTIONS,
      asks({ type: 'text', linkId: 'last', enableWhen: expression }),
    ]);
    expect(finding).toMatchObject({
      code: `expression-${code}`,
      severity: 'error',
      path: 'items[9].enableWhen',
      params: { linkId: 'last', position },
    });
  });

  it('may not give a fraction to a whole number', () => {
    const [finding] = findingsOf([
      ...QUESTIONS,
      asks({ type: 'integer', linkId: 'half', calculation: 'age / 2' }),
    ]);
    expect(finding).toMatchObject({
      code: 'expression-wrong-result',
      path: 'items[9].calculation',
    });
  });

  it.each([
    ['itself', { enableWhen: 'age > 1' }, 'age -> age'],
    ['one that waits for it', { enableWhen: "marital = 'never'" }, 'age -> marital -> age'],
  ])('may not wait for %s', (_, age, circle) => {
    const findings = findingsOf([
      asks({ type: 'integer', linkId: 'age', ...age }),
      asks({
        type: 'choice',
        linkId: 'marital',
        options: options('never', 'married'),
        enableWhen: 'age > 1',
      }),
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'circle',
        path: 'items[0]',
        params: { linkId: 'age', circle },
      }),
    );
  });

  it('may not hide a roster by what its own rows say', () => {
    const findings = findingsOf([
      asks({
        type: 'roster',
        linkId: 'children',
        enableWhen: 'children.child_age.sum() > 1',
        items: [asks({ type: 'integer', linkId: 'child_age' })],
      }),
    ]);
    expect(findings.map(({ code }) => code)).toContain('circle');
  });
});
