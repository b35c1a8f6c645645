import type { AssessmentInput } from '@tirek/domain/assessments';
import { addDays } from '@tirek/domain/cases';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import { foldSteps, proposalsContract } from '@tirek/domain/pathways/proposals';
import type { Language } from '@tirek/domain/text';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { castId, madeUpId } from './cast.ts';
import { DEMO_FAMILIES } from './families.ts';
import { hasCompetences } from './queries.ts';
import { MOTHER } from './seed-circumstances.ts';
import type { DemoOptions } from './seed-demo.ts';

/** She agreed to it when the consents were taken down. */
const ANOTHER = madeUpId(
  `person ${DEMO_FAMILIES.findLastIndex(({ holder }) => holder === 'saule')} 0`,
);

/** She answered in the clinical range some weeks ago, and nobody has decided on what is proposed since. */
const WAITING = madeUpId('person 2 0');
/** She was asked more than a year ago and is overdue. */
const OVERDUE = madeUpId('person 3 0');

/** What Saule learnt to ask; who asks about danger to life learnt that too. */
const FORMS = ['who-5', 'phq-8', 'phq-9', 'gad-7', 'asq', 'school-days'] as const;

/**
 * Aliya writes down what Saule may ask, and four women answer in Kazakh and in Russian, two of them once more some months later.
 * Saule confirms what is proposed for one of them, and has given another a link to her own phone.
 */
export async function seedAssessments(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasCompetences(database, programmeId)) return;
  const { clock, newId } = options;
  const now = clock().toISOString();
  const today = programmeDay(now);
  const as = (name: 'saule' | 'aliya') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  for (const formCode of FORMS.filter((code) => findForm(code))) {
    await as('aliya')('recordCompetence', {
      ...{ id: newId(), accountId: castId('saule'), formCode, basedOn: 0, state: 'held' },
      validUntil: addDays(today, 700),
    });
  }
  for (const [personId, language] of [
    [MOTHER, 'kk'],
    [WAITING, 'kk'],
    [OVERDUE, 'ru'],
  ] as const) {
    const consent = screeningConsent(personId, { today, newId, language });
    await as('saule')('recordConsent', consent);
  }
  for (const { personId, daysAgo, ...answered } of STORIES) {
    const takenOn = addDays(today, -daysAgo);
    const assessment = assessmentOf({ ...answered, takenOn });
    await as('saule')('recordAssessment', { id: newId(), personId, assessment });
  }
  await as('saule')('preparePhoneAsking', {
    ...{ id: newId(), personId: OVERDUE, formCode: 'who-5', language: 'ru' },
  });
  const listed = await as('saule')('listSteps', { personId: ANOTHER });
  const { current, said } = foldSteps(z.parse(StepsOf, listed).proposals, []);
  if (!current?.outcome.step) return;
  await as('saule')('decideStep', {
    ...{ id: newId(), personId: ANOTHER, proposalId: current.id, basedOn: said.length },
    decision: {
      ...{ kind: 'confirmed', step: current.outcome.step, wish: 'wants', functioning: 'mild' },
      words: { said: 'Встречи по средам.', wish: 'Хочу в группу, дома одной тяжело.' },
    },
  });
}

const StepsOf = proposalsContract.listSteps.output;

interface Story {
  readonly personId: string;
  readonly code: string;
  /** One option for each question. */
  readonly pattern: string;
  readonly language: Language;
  readonly daysAgo: number;
}

const STORIES: readonly Story[] = [
  { personId: MOTHER, code: 'who-5', pattern: '11201', language: 'kk', daysAgo: 200 },
  { personId: MOTHER, code: 'who-5', pattern: '22212', language: 'kk', daysAgo: 110 },
  { personId: MOTHER, code: 'who-5', pattern: '34333', language: 'kk', daysAgo: 20 },
  { personId: OVERDUE, code: 'phq-8', pattern: '21121110', language: 'ru', daysAgo: 400 },
  { personId: ANOTHER, code: 'phq-8', pattern: '22332221', language: 'ru', daysAgo: 150 },
  { personId: ANOTHER, code: 'phq-8', pattern: '11221110', language: 'ru', daysAgo: 30 },
  { personId: ANOTHER, code: 'gad-7', pattern: '2211100', language: 'ru', daysAgo: 30 },
  { personId: WAITING, code: 'phq-8', pattern: '22232222', language: 'ru', daysAgo: 17 },
];

function assessmentOf({
  code,
  pattern,
  language,
  takenOn,
}: Omit<Story, 'personId' | 'daysAgo'> & { takenOn: string }): AssessmentInput {
  const form = findForm(code);
  if (!form) throw new RangeError(`No form ${code}.`);
  const asked = form.items.filter(({ options }) => options.length > 0);
  const answers = Object.fromEntries(asked.map(({ linkId }, at) => [linkId, pattern[at] ?? '0']));
  return {
    ...{ formCode: form.code, formVersion: form.version, mode: 'read-aloud', informant: 'self' },
    ...{ language, isEnteredTwice: false, takenOn, answeredAt: `${takenOn}T06:00:00Z` },
    ...{
      scores: scoreForm(form, answers),
      supersedes: null,
      because: null,
      answers,
      languages: {},
    },
  };
}

const screeningConsent = (
  personId: string,
  { today, newId, language }: { today: string; newId: () => string; language: Language },
) => ({
  ...{ id: newId(), personId, party: 'person', givenOn: addDays(today, -210), mode: 'written' },
  ...{ language, witness: null, guardian: null, unsafeReason: null },
  decisions: [
    {
      ...{ id: newId(), purpose: 'screening', receiverId: null, textVersion: 'screening-1' },
      ...{ decision: 'given', until: null, withheld: [] },
    },
  ],
});
