import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from './answers.ts';
import { bundleForm } from './bundle-form.ts';
import { openForm, withAnswer } from './form-engine.ts';
import { findForm } from './form-library.ts';
import { aForm, asks } from './testing/a-form.ts';
import { validateResponse } from './validate-response.ts';

const needs = findForm('needs-assessment-2022')!;
const phone = openForm(bundleForm(needs, 'kk'));
const validate = (answers: unknown, completed = true) =>
  validateResponse(needs, answers, { completed });

describe('a completed response', () => {
  const sent = phone.complete({
    age: 33,
    n_children: 2,
    household: 3,
    children: [{ child_age: 9 }, {}],
  });

  it('is taken as the phone sent it', () => {
    const result = validate(sent);
    expect(result).toMatchObject({ kind: 'valid', answers: sent });
  });

  it('of few answers is valid: every question may be skipped', () => {
    const result = validate(phone.complete({ age: 33 }));
    expect(result.kind).toBe('valid');
    expect(result.kind === 'valid' && result.warnings).toContainEqual({
      path: 'marital',
      code: 'unanswered',
    });
  });

  it('with a household smaller than the family is taken with a warning', () => {
    const result = validate({ ...sent, household: 1 });
    expect(result).toMatchObject({
      kind: 'valid',
      warnings: expect.arrayContaining([
        { path: 'household', code: 'constraint', constraint: 'household-smaller-than-family' },
      ]),
    });
  });

  it.each<[what: string, answers: object, finding: object]>([
    ['an item nobody asked', { shoe_size: 38 }, { path: 'shoe_size', code: 'unknown-item' }],
    [
      'an item of a child at the top',
      { child_age: 9 },
      { path: 'child_age', code: 'unknown-item' },
    ],
    [
      'an item of the mother in a child',
      { children: [{}, { marital: 'widowed' }] },
      { path: 'children/1/marital', code: 'unknown-item' },
    ],
    ['an unknown option', { marital: 'complicated' }, { path: 'marital', code: 'unknown-option' }],
    [
      'an unknown option in a row',
      { children: [{ c7_school: 'great' }] },
      { path: 'children/0/c7_school', code: 'unknown-option' },
    ],
    [
      'a number for an option',
      { w01_legal_status: 5 },
      { path: 'w01_legal_status', code: 'wrong-type' },
    ],
    ['words for a number', { age: 'thirty' }, { path: 'age', code: 'wrong-type' }],
    ['an age out of range', { age: 300 }, { path: 'age', code: 'too-large', limit: 110 }],
    [
      'six problems',
      {
        problems: [
          '01_housing',
          '02_finding_employment',
          '05_own_health',
          '11_covid_19',
          '15_other',
          '21_ecology',
        ],
      },
      { path: 'problems', code: 'too-many-choices', limit: 5 },
    ],
    [
      'an answer to a hidden question',
      { employment: 'benefits', income: '50-100' },
      { path: 'income', code: 'not-shown' },
    ],
    [
      'a refusal of a hidden question',
      { employment: 'benefits', income: { absent: 'declined' } },
      { path: 'income', code: 'not-shown' },
    ],
    [
      'children she does not have',
      { n_children: 0, children: [{}] },
      { path: 'children', code: 'not-shown' },
    ],
    [
      'a reason that is not offered',
      { age: { absent: 'unknown' } },
      { path: 'age', code: 'reason-not-offered' },
    ],
    ['an answer to a heading', { about_you: 'yes' }, { path: 'about_you', code: 'not-asked' }],
    ['a row that is no row', { children: ['Aisha'] }, { path: 'children/0', code: 'not-answers' }],
    ['rows that are no rows', { children: 3 }, { path: 'children', code: 'wrong-type' }],
  ])('with %s is refused at that place', (_, answers, finding) => {
    const result = validate(answers);
    expect(result).toMatchObject({ kind: 'refused', findings: [finding] });
  });

  it.each([null, undefined, 'age', 7, ['age'], true])('that is %j is refused', (answers) => {
    expect(validate(answers)).toEqual({
      kind: 'refused',
      findings: [{ path: '', code: 'not-answers' }],
    });
  });

  it('may be refused by a hard rule or for a required answer, one under way may not', () => {
    const form = aForm([
      asks({ type: 'integer', linkId: 'adults', required: true }),
      asks({
        type: 'integer',
        linkId: 'earners',
        constraints: [
          {
            id: 'earners-are-adults',
            severity: 'hard',
            expression: 'earners <= adults',
            text: { en: { text: '!', status: 'translated' } },
          },
        ],
      }),
    ]);
    const answers = { adults: 1, earners: 2 };
    expect(validateResponse(form, answers, { completed: true })).toEqual({
      kind: 'refused',
      findings: [{ path: 'earners', code: 'constraint', constraint: 'earners-are-adults' }],
    });
    expect(validateResponse(form, answers, { completed: false }).kind).toBe('valid');
    expect(validateResponse(form, { earners: 2 }, { completed: true })).toEqual({
      kind: 'refused',
      findings: [{ path: 'adults', code: 'required' }],
    });
    expect(
      validateResponse(form, { adults: { absent: 'declined' } }, { completed: true }).kind,
    ).toBe('valid');
  });

  it('may repeat a calculation, not contradict it', () => {
    const form = aForm([
      asks({ type: 'integer', linkId: 'a' }),
      asks({ type: 'integer', linkId: 'twice', calculation: 'a * 2' }),
    ]);
    expect(validateResponse(form, { a: 2, twice: 4 }, { completed: true })).toMatchObject({
      kind: 'valid',
    });
    expect(validateResponse(form, { a: 2 }, { completed: true })).toMatchObject({
      answers: { a: 2, twice: 4 },
    });
    expect(validateResponse(form, { a: 2, twice: 5 }, { completed: true })).toEqual({
      kind: 'refused',
      findings: [{ path: 'twice', code: 'not-asked' }],
    });
  });
});

describe('a response under way', () => {
  it('is kept as it is, whatever is still hidden or missing', () => {
    const answers = { employment: 'benefits', income: '50-100' };
    expect(validate(answers, false)).toMatchObject({ kind: 'valid', answers });
  });

  it('is still refused for what no version of the form could hold', () => {
    expect(validate({ shoe_size: 38 }, false).kind).toBe('refused');
    expect(validate({ marital: 'complicated' }, false).kind).toBe('refused');
  });
});

/** A respondent who answers whatever comes up, skips, or declines. */
const anyAnswers = fc.array(fc.tuple(fc.nat(200), fc.nat(30)), { maxLength: 120 }).map((taps) => {
  let answers: Answers = {};
  for (const [where, what] of taps) {
    const screens = phone.questions(answers);
    const { path, question } = screens[where % screens.length]!;
    const { type, options, maxChoices, missing } = question;
    const ids = options.map(({ id }) => id);
    const value: AnswerValue | undefined =
      what % 7 === 0
        ? { absent: missing[what % missing.length]! }
        : type === 'integer'
          ? 12 + (what % 10)
          : type === 'boolean'
            ? what % 2 === 0
            : type === 'choice'
              ? ids[what % ids.length]
              : type === 'multi-choice'
                ? ids.slice(what % ids.length).slice(0, maxChoices ?? 30)
                : type === 'roster'
                  ? Array.from({ length: what % 4 }, () => ({}))
                  : undefined;
    answers = withAnswer(answers, path, value);
  }
  return answers;
});

describe('whatever she taps', () => {
  it('what the phone completes, the server takes, unchanged', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const sent = phone.complete(answers);
        const received = JSON.parse(JSON.stringify(sent));
        const result = validate(received);
        expect(result.kind === 'refused' ? result.findings : []).toEqual([]);
        if (result.kind === 'valid') expect(result.answers).toEqual(sent);
      }),
      { numRuns: 100 },
    );
  });

  it('every question shown is answered, declined or not reached, and every hidden one says so', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const sent = phone.complete(answers);
        const shown = new Set(phone.questions(answers).map(({ path }) => path));
        const open = new Set(phone.missing(answers).map(({ path }) => path));
        for (const [linkId, value] of Object.entries(sent)) {
          const reason = typeof value === 'object' && 'absent' in value ? value.absent : null;
          expect(reason === 'not-shown', linkId).toBe(!shown.has(linkId));
          expect(reason === 'not-reached', linkId).toBe(open.has(linkId));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the server never breaks on what it is sent', () => {
    const rubbish = fc.dictionary(
      fc.constantFrom(...needs.byLinkId.keys()),
      fc.jsonValue({ maxDepth: 3 }),
      { maxKeys: 12 },
    );
    fc.assert(
      fc.property(rubbish, fc.boolean(), (answers, completed) => {
        const result = validate(answers, completed);
        if (result.kind === 'valid' && completed)
          expect(validate(result.answers).kind).toBe('valid');
      }),
      { numRuns: 500 },
    );
  });
});
