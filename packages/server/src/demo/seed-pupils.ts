import { type Agreement, SCHOOL_PASSES } from '@tirek/domain/people/pupils';
import type { Database } from '../db/database.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { hasPupils } from './queries.ts';
import { consentOf, DAUGHTER } from './seed-circumstances.ts';
import type { DemoOptions } from './seed-demo.ts';
import { seedSchool } from './seed-school.ts';

const agreed = (supports: Agreement['supports'], call: Agreement['call'] = null) => ({
  supports,
  call,
});
/** Whom Bolat's school supports, for reasons that nobody wrote down; one of them is a daughter of Saule's family. */
const PUPILS = [
  ['Абдуллина', 'Камила', '2 А', agreed(['free-meals', 'books-and-clothes'], 'family')],
  ['Досжанова', 'Інжу', '6 Б', agreed(['catching-up'], 'class-teacher')],
  ['Ержанов', 'Санжар', '6 Б', agreed(['seat-in-front'], 'school-nurse')],
  ['Ким', 'Артём', '9 В', agreed(['more-time', 'quiet-break'], 'school-psychologist')],
  ['Төлегенова', 'Айым', '4 А', agreed([])],
] as const;

/** Bolat puts his pupils on his list; a mother agrees with Saule what his school is told about her daughter. */
export async function seedPupils(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasPupils(database, programmeId)) return;
  const { clock, newId } = options;
  const as = (name: 'bolat' | 'saule') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  for (const [family, given, klass, own] of PUPILS) {
    await as('bolat')('recordPupil', {
      ...{ id: newId(), pupilId: madeUpId(`pupil ${given}`), basedOn: 0 },
      pupil: { name: { given, family, klass }, own },
    });
  }
  const saule = as('saule');
  const receiverId = madeUpId('consent receiver school');
  const name = '№ 7 мектеп-гимназия (ойдан шығарылған)';
  await saule('addConsentReceiver', { id: receiverId, name });
  const givenOn = clock().toISOString().slice(0, 10);
  for (const party of ['guardian', 'person'] as const) {
    await saule('recordConsent', consentOf(party, { givenOn, newId, receiverId }));
  }
  await saule('recordSchoolNote', {
    ...{ id: newId(), personId: DAUGHTER, pupilId: madeUpId('pupil Інжу'), receiverId, basedOn: 0 },
    agreement: {
      ...agreed(['told-ahead'], 'family'),
      ...{ languages: ['kk'], health: ['sees-badly'], passes: SCHOOL_PASSES },
    },
  });
  await seedSchool(database, programmeId, options);
}
