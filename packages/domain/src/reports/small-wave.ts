import { type Answers, type CompiledForm, compileForm, scoreForm } from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { WaveFacts } from './facts.ts';

const FOR_TESTS = { works: [{ citation: 'for tests', language: 'en' }] };
const said = (en: string) => ({
  kk: { text: `${en} (kk)`, status: 'translated' as const },
  ru: { text: `${en} (ru)`, status: 'translated' as const },
  en: { text: en, status: 'translated' as const },
});

const FIVE = ['never', 'seldom', 'sometimes', 'often', 'always'];
const POINTS = { never: 0, seldom: 1, sometimes: 2, often: 3, always: 4 };

/** A form small enough to count by hand, with one of everything a report knows. For tests. */
export const SMALL_FORM: CompiledForm = compiled({
  format: 'tirek-form-1',
  code: 'small',
  version: '1.0.0',
  status: 'active',
  title: said('Small form'),
  wording: 'own',
  fallback: {},
  sensitivity: 'ordinary',
  missing: ['declined', 'unknown'],
  optionLists: { five: FIVE.map((id) => ({ id, text: said(id) })) },
  items: [
    { type: 'integer', linkId: 'age', text: said('Age'), min: 0, max: 110 },
    {
      type: 'choice',
      linkId: 'home',
      text: said('Home'),
      options: [
        { id: 'own', text: said('Own') },
        { id: 'rent', text: said('Rent') },
      ],
    },
    {
      type: 'integer',
      linkId: 'rent_paid',
      text: said('Rent paid'),
      min: 0,
      max: 1_000_000,
      enableWhen: "home = 'rent'",
    },
    { type: 'boolean', linkId: 'works', text: said('Works') },
    { type: 'choice', linkId: 'calm', text: said('I feel calm'), options: 'five' },
    { type: 'choice', linkId: 'tense', text: said('I feel tense'), options: 'five' },
    {
      type: 'multi-choice',
      linkId: 'wishes',
      text: said('Wishes'),
      options: [
        { id: 'house', text: said('A house') },
        { id: 'work', text: said('Work') },
        { id: 'rest', text: said('Rest') },
      ],
    },
    {
      type: 'roster',
      linkId: 'children',
      text: said('Children'),
      items: [
        { type: 'integer', linkId: 'child_age', text: said('Age of the child'), min: 0, max: 60 },
      ],
    },
  ],
  scales: [
    {
      id: 'ease',
      version: '1',
      title: said('Ease'),
      items: ['calm', 'tense'],
      coding: POINTS,
      reversed: ['tense'],
      combine: 'sum',
      minimumAnswered: 2,
      proration: 'none',
      range: { min: 0, max: 8 },
      direction: 'higher-is-better',
      printedCoding: '0-1-2-3-4',
      bandSets: [
        {
          kind: 'exclusive',
          bands: [
            { id: 'low', from: 0, below: 4, label: said('Low') },
            { id: 'high', from: 4, label: said('High') },
          ],
          source: FOR_TESTS,
        },
      ],
      evidence: {},
      source: FOR_TESTS,
    },
  ],
  licence: {
    owner: 'the project',
    source: 'for tests',
    terms: 'none',
    text: 'shipped',
    checked: 'nothing to check',
  },
  evidence: {},
  examples: [],
});

/** Facts of a wave in which these answers to the small form arrived, in this order. */
export function smallWave(
  given: ReadonlyArray<{ readonly language?: Language; readonly answers: Answers }>,
): WaveFacts {
  const responses = given.map(({ language = 'kk', answers }, i) => {
    const complete = SMALL_FORM.open(null).complete(answers);
    return {
      id: `response-${i + 1}`,
      language,
      receivedOn: '2026-11-22',
      answers: { small: complete },
      scores: scoreForm(SMALL_FORM, complete).map((score) => ({ ...score, form: 'small' })),
    };
  });
  return {
    wave: {
      id: 'small-wave',
      title: { kk: 'Шағын толқын', ru: 'Малая волна', en: 'Small wave' },
      opensOn: '2026-11-01',
      closesOn: null,
      languages: ['kk', 'ru'],
      forms: [{ code: 'small', version: '1.0.0' }],
      isSynthetic: false,
    },
    flow: { invited: 10, opened: null, consented: 5, completed: responses.length },
    responses,
  };
}

function compiled(source: unknown): CompiledForm {
  const compilation = compileForm(source);
  if (compilation.kind === 'refused') throw new Error(JSON.stringify(compilation.findings));
  return compilation.form;
}
