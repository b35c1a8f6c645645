// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from '../../answers.ts';
import { aForm, asks } from '../../testing/a-form.ts';
import { parseXPath, type XPath } from './parse-xpath.ts';
import { kindsOf } from './write-xlsform.ts';
import { conditionFromXPath } from './xpath-in.ts';
import { conditionToXPath } from './xpath-out.ts';

const QUESTIONS = [
  asks({ type: 'boolean', linkId: 'ready' }),
  asks({ type: 'choice', linkId: 'mood', options: 'yes_no' }),
  asks({ type: 'multi-choice', linkId: 'wishes', options: 'yes_no' }),
  asks({ type: 'integer', linkId: 'age' }),
];
const formOf = (enableWhen: string) =>
  aForm([...QUESTIONS, asks({ type: 'boolean', linkId: 'target', enableWhen })]);

/** Every way to answer the four questions, not answering among them. */
const ALL: Answers[] = [undefined, true, false].flatMap((ready) =>
  [undefined, 'yes', 'no'].flatMap((mood) =>
    [undefined, ['yes'], ['yes', 'no']].flatMap((wishes) =>
      [undefined, 3, 18].map((age) => {
        const said = Object.entries({ ready, mood, wishes, age } as Record<
          string,
          AnswerValue | undefined
        >);
        return Object.fromEntries(said.filter(([, value]) => value !== undefined)) as Answers;
      }),
    ),
  ),
);

const isShown = (enableWhen: string) => {
  const form = formOf(enableWhen);
  return ALL.map((answers) => {
    const target = form.open('2026-11-30').complete(answers).target;
    return JSON.stringify(target) !== JSON.stringify({ absent: 'not-shown' });
  });
};

/** XPath 1.0 as an XForm evaluates it: every answer is a text, a missing one an empty one. */
function evaluate(node: XPath, answers: Answers): string | number | boolean {
  const number = (value: string | number | boolean) => (value === '' ? Number.NaN : Number(value));
  switch (node.kind) {
    case 'text':
    case 'number':
      return node.value;
    case 'name': {
      const value = answers[node.name];
      return value === undefined ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    }
    case 'minus':
      return -number(evaluate(node.of, answers));
    case 'call': {
      const [first = '', second = ''] = node.args.map((arg) => evaluate(arg, answers));
      if (node.name === 'not') return !first;
      if (node.name === 'selected') return String(first).split(' ').includes(String(second));
      return node.name === 'true';
    }
    case 'binary': {
      const [a, b] = [evaluate(node.left, answers), evaluate(node.right, answers)];
      const isNumber = typeof a === 'number' || typeof b === 'number';
      switch (node.operator) {
        case 'and':
          return Boolean(a) && Boolean(b);
        case 'or':
          return Boolean(a) || Boolean(b);
        case '=':
          return isNumber ? number(a) === number(b) : String(a) === String(b);
        case '!=':
          return isNumber ? number(a) !== number(b) : String(a) !== String(b);
        case '<':
          return number(a) < number(b);
        case '<=':
          return number(a) <= number(b);
        case '>':
          return number(a) > number(b);
        case '>=':
          return number(a) >= number(b);
        case '+':
          return number(a) + number(b);
        default:
          return number(a) - number(b);
      }
    }
  }
}

const holds = (xpath: string) => {
  const tree = parseXPath(xpath, 'target');
  return ALL.map((answers) => evaluate(tree, answers) === true);
};

describe('a condition on its way out', () => {
  it.each([
    'ready',
    'ready.not()',
    'ready = false',
    "mood != 'yes'",
    "(mood = 'yes').not()",
    "mood in ('yes' | 'no')",
    "(mood in ('yes' | 'no')).not() or age > 4",
    "wishes contains 'no'",
    "(wishes contains 'no').not()",
    'age.empty() or age >= 18',
    '(age < 18 and ready).not()',
    'age + 2 >= 5 and age != 18',
    "mood.exists() implies (wishes contains 'yes' or ready)",
    'true',
  ])('shows %s to the same people in an XForm', (ours) => {
    const xpath = conditionToXPath(ours, kindsOf(formOf(ours)));
    expect(holds(xpath ?? '')).toEqual(isShown(ours));
  });

  it('is not said where XPath would say something else', () => {
    for (const ours of [
      'today() - 18 years < @2010-01-01',
      'iif(ready, age, 3) > 2',
      'wishes.count() > 1',
    ]) {
      expect(conditionToXPath(ours, kindsOf(formOf(ours)))).toBeNull();
    }
  });
});

describe('a condition on its way in', () => {
  it.each([
    "${mood} = 'yes'",
    "${mood} != 'yes'",
    "not(${mood} = 'yes')",
    "${mood} = '' or ${age} < 18",
    'not(${age} < 18)',
    "selected(${wishes}, 'no')",
    "not(selected(${wishes}, 'no'))",
    "selected(${mood}, 'no') and not(${age} != 3)",
    "${ready} = 'true' or ${age} - 1 >= 2",
    "not(${mood} = 'yes' and (${age} > 3 or ${ready} != 'true'))",
    'true()',
  ])('shows %s to the same people here', (xpath) => {
    const kinds = new Map(QUESTIONS.map(({ linkId, type }) => [linkId, type]));
    const ours = conditionFromXPath(xpath, { kinds, self: 'target' });
    expect(isShown(ours)).toEqual(holds(xpath));
  });

  it.each([
    "regex(${mood}, 'y.*')",
    "pulldata('a', 'b', 'c', ${mood})",
    "${nobody} = 'x'",
    'position(..) = 1',
    "${mood} = 'yes' and",
    'once(${age}) = 3',
  ])('is refused where it is %s', (xpath) => {
    const kinds = new Map(QUESTIONS.map(({ linkId, type }) => [linkId, type]));
    expect(() => conditionFromXPath(xpath, { kinds, self: 'target' })).toThrow();
  });
});
