import { addDays } from '@tirek/domain/cases';
import type { CircumstanceValue } from '@tirek/domain/people/circumstances';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { hasCircumstances } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

const FAMILY = 1;
export const MOTHER = madeUpId(`person ${FAMILY} 0`);
export const DAUGHTER = madeUpId(`person ${FAMILY} 2`);

/** Saule writes down how a mother and her daughter came, learn, work and live; both agreed to a record of it. */
export async function seedCircumstances(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasCircumstances(database, programmeId)) return;
  const { clock, newId } = options;
  const actor = castActor('saule', programmeId);
  const saule = (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor }, options, endpoint, input);
  const today = programmeDay(clock().toISOString());
  const givenOn = addDays(today, -120);
  for (const party of ['guardian', 'person'] as const) {
    await saule('recordConsent', consentOf(party, { givenOn, newId }));
  }
  for (const { told, ...one } of stories(today)) {
    await saule('recordCircumstance', { id: newId(), section: told.section, told, ...one });
  }
}

interface Story {
  readonly personId: string;
  readonly basedOn: number;
  readonly since: string;
  readonly told: CircumstanceValue;
}

function stories(today: string): Story[] {
  const school = (grade: number): CircumstanceValue => ({
    section: 'schooling',
    value: {
      ...{ state: 'at-school', school: '№ 7 мектеп-гимназия', grade, language: 'kk' },
      ...{ attendance: 'regular', supports: ['extra-lessons', 'psychologist'] },
    },
  });
  return [
    {
      ...{ personId: MOTHER, basedOn: 0, since: addDays(today, -126) },
      told: {
        section: 'arrival',
        value: {
          ...{ way: 'organised', operation: 3, region: null },
          on: { precision: 'year', date: '2019' },
        },
      },
    },
    {
      ...{ personId: MOTHER, basedOn: 0, since: addDays(today, -126) },
      told: { section: 'work', value: { activity: 'casual', income: 'below' } },
    },
    {
      ...{ personId: MOTHER, basedOn: 0, since: addDays(today, -126) },
      told: {
        section: 'housing',
        value: { kind: 'rented', isSecure: false, lacks: ['space', 'beds'] },
      },
    },
    { ...{ personId: DAUGHTER, basedOn: 0, since: addDays(today, -450) }, told: school(5) },
    { ...{ personId: DAUGHTER, basedOn: 1, since: addDays(today, -85) }, told: school(6) },
  ];
}

/** To a record, or to passing something on to a receiver. At her age a mother agrees and the daughter does so in writing. */
export const consentOf = (
  party: 'guardian' | 'person',
  {
    givenOn,
    newId,
    receiverId = null,
  }: { givenOn: string; newId: () => string; receiverId?: string | null },
) => ({
  ...{ id: newId(), personId: DAUGHTER, party, givenOn, mode: 'written', language: 'kk' },
  ...{ witness: null, unsafeReason: null },
  guardian:
    party === 'guardian'
      ? { name: 'Досжанова Гүлмира Ерболқызы', relation: 'parent', document: null }
      : null,
  decisions: [
    {
      ...(receiverId
        ? { purpose: 'referral', textVersion: 'referral-1' }
        : { purpose: 'service', textVersion: 'service-1' }),
      ...{ id: newId(), receiverId },
      ...{ decision: 'given', until: null, withheld: [] },
    },
  ],
});
