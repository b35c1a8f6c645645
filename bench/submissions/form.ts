import { randomInt } from 'node:crypto';
import { type Answers, type CompiledForm, compileForm } from '@tirek/domain/instruments';

/** Like a needs assessment, and nobody's wording: 56 questions, two scored scales, text, ticks and numbers. */
const AGREEMENT = ['strongly-agree', 'agree', 'undecided', 'disagree', 'strongly-disagree'];
const FREQUENCY = ['never-or-almost-never', 'several-days', 'more-than-half-the-days', 'every-day'];
const TICKS = Array.from({ length: 12 }, (_, n) => `something-that-matters-number-${n + 1}`);

const says = (text: string) => ({ en: { text, status: 'approved' } });
const optionsOf = (ids: readonly string[]) => ids.map((id) => ({ id, text: says(id) }));
const points = (ids: readonly string[]) => Object.fromEntries(ids.map((id, place) => [id, place]));
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}_${String(n + 1).padStart(2, '0')}`);

const WELLBEING = named('wellbeing_of_the_family', 18);
const WORRY = named('how_often_in_two_weeks', 9);
const LIFE = named('about_life_these_days', 17);
const NUMBERS = named('how_many', 6);
const TICKED = named('what_matters_most', 3);
const WORDS = named('in_your_own_words', 3);

const SOURCE = { works: [{ citation: 'made for measuring speed', language: 'en' }] };

const scale = (id: string, items: string[], ids: readonly string[]) => ({
  id,
  version: '1',
  title: says(id),
  items,
  coding: points(ids),
  combine: 'sum',
  minimumAnswered: Math.ceil(items.length * 0.7),
  proration: 'person-mean',
  range: { min: 0, max: items.length * (ids.length - 1) },
  direction: 'higher-is-worse',
  printedCoding: ids.map((_, place) => place).join('-'),
  bandSets: [
    {
      kind: 'exclusive',
      source: SOURCE,
      bands: [
        { id: 'low', from: 0, below: 10, label: says('low') },
        { id: 'high', from: 10, label: says('high') },
      ],
    },
  ],
  evidence: {},
  source: SOURCE,
});

const PACKAGE = {
  format: 'tirek-form-1',
  code: 'bench',
  version: '1',
  status: 'active',
  title: says('Questions for measuring speed'),
  notice: says('Made for measuring speed; asks nobody anything.'),
  wording: 'own',
  fallback: {},
  sensitivity: 'sensitive',
  missing: ['declined'],
  optionLists: { agreement: optionsOf(AGREEMENT), frequency: optionsOf(FREQUENCY) },
  items: [
    ...[...WELLBEING, ...LIFE].map((linkId) => ({
      type: 'choice',
      linkId,
      text: says(linkId),
      options: 'agreement',
      ...(LIFE.includes(linkId) ? { neverAFilter: true } : {}),
    })),
    ...WORRY.map((linkId) => ({
      type: 'choice',
      linkId,
      text: says(linkId),
      options: 'frequency',
    })),
    ...NUMBERS.map((linkId) => ({ type: 'integer', linkId, text: says(linkId), min: 0, max: 99 })),
    ...TICKED.map((linkId) => ({
      type: 'multi-choice',
      linkId,
      text: says(linkId),
      options: optionsOf(TICKS),
      maxChoices: 5,
    })),
    ...WORDS.map((linkId) => ({ type: 'text', linkId, text: says(linkId), maxLength: 500 })),
  ],
  scales: [scale('wellbeing', WELLBEING, AGREEMENT), scale('worry', WORRY, FREQUENCY)],
  licence: {
    owner: 'nobody',
    source: 'made for measuring speed',
    terms: 'free',
    text: 'shipped',
    checked: 'nothing to check',
  },
  evidence: {},
  examples: [],
};

export const QUESTIONS = PACKAGE.items.length;

export function benchForm(): CompiledForm {
  const compiled = compileForm(PACKAGE);
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
  return compiled.form;
}

const one = (ids: readonly string[]) => ids[randomInt(ids.length)]!;
const SENTENCES = [
  'Балам мектепке барады, бірақ жол алыс.',
  'Жұмыс табу қиын, көмек керек.',
  'Хотелось бы больше занятий для детей после школы.',
  'Соседи помогают, это главное.',
  'Денсаулықты тексеру керек.',
];

/** A finished answer, different every time; about 4 KB as JSON. */
export function someAnswers(): Answers {
  const answers: Answers = {};
  for (const linkId of [...WELLBEING, ...LIFE]) {
    answers[linkId] = randomInt(20) === 0 ? { absent: 'declined' } : one(AGREEMENT);
  }
  for (const linkId of WORRY) answers[linkId] = one(FREQUENCY);
  for (const linkId of NUMBERS) answers[linkId] = randomInt(100);
  for (const linkId of TICKED) {
    answers[linkId] = TICKS.filter(() => randomInt(3) === 0).slice(0, 5);
    if ((answers[linkId] as string[]).length === 0) answers[linkId] = [TICKS[0]!];
  }
  for (const linkId of WORDS) {
    answers[linkId] = Array.from({ length: 5 + randomInt(4) }, () => one(SENTENCES)).join(' ');
  }
  return answers;
}
