import { addDays } from '@tirek/domain/cases';
import type { Incident } from '@tirek/domain/people/school';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { consentOf, DAUGHTER } from './seed-circumstances.ts';
import type { DemoOptions } from './seed-demo.ts';

const INZHU = madeUpId('pupil Інжу');
/** Of a pupil whom the programme does not know: his school cannot tell one from the other. */
const SANZHAR = madeUpId('pupil Санжар');

/**
 * Bolat keeps attendance, writes down what two pupils were done to, and sends what a teacher answered; Saule is on the way to the
 * commission with the mother. Called once, with the pupils.
 */
export async function seedSchool(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  const { clock, newId } = options;
  const now = clock().toISOString();
  const today = programmeDay(now);
  const as = (name: 'bolat' | 'saule') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  const bolat = as('bolat');
  const write = (pupilId: string, basedOn: number, entry: object) =>
    bolat('recordPupilEntry', { id: newId(), pupilId, basedOn, entry });
  const told = (days: number, over: Partial<Incident>): Incident => ({
    ...{ on: addDays(today, -days), heardOn: addDays(today, -days), place: 'corridor' },
    ...{ deeds: ['called-names'], by: 'pupils', seenBy: ['child'], harm: 'some', ...over },
  });
  const month = `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}`;
  await write(INZHU, 0, { kind: 'attendance', value: { month, days: 22, away: 4, excused: 3 } });
  const [answered, waiting] = [madeUpId('incident answered'), madeUpId('incident waiting')];
  await write(INZHU, 0, { kind: 'incident', incidentId: answered, value: told(20, {}) });
  await write(INZHU, 1, {
    ...{ kind: 'response', incidentId: answered },
    value: {
      ...{ on: addDays(today, -18), done: ['made-safe', 'talked-with-parents'] },
      ...{ child: 'enough', parent: 'not-asked' },
    },
  });
  const other = told(2, { deeds: ['left-out'], place: 'classroom', seenBy: ['teacher'] });
  await write(SANZHAR, 0, { kind: 'incident', incidentId: waiting, value: other });
  const saule = as('saule');
  for (const party of ['guardian', 'person'] as const) {
    const consent = consentOf(party, { givenOn: today, newId });
    const [decision] = consent.decisions;
    await saule('recordConsent', {
      ...consent,
      decisions: [{ ...decision, purpose: 'screening', textVersion: 'screening-1' }],
    });
  }
  await bolat('recordTeacherAnswers', {
    ...{ id: newId(), pupilId: INZHU },
    given: {
      ...{ formCode: 'school-days', formVersion: '1.0.0', mode: 'paper', language: 'kk' },
      ...{ isEnteredTwice: true, takenOn: addDays(today, -1), answeredAt: now, languages: {} },
      answers: {
        ...{ sd_read: 'with-help', sd_write: 'with-help', sd_count: 'some-effort' },
        ...{ sd_language: 'easily', sd_attention: 'not-yet', sd_hears_sees: 'some-effort' },
        ...{ sd_peers: 'some-effort', sd_calm: 'with-help' },
      },
    },
  });
  await saule('recordCircumstance', {
    ...{ id: newId(), personId: DAUGHTER, section: 'learning', basedOn: 0, since: today },
    told: {
      section: 'learning',
      value: {
        ...{ stage: 'talked', agreed: 'yes', seeing: null, hearing: null, advised: [] },
        ...{ until: null, holder: 'family', dueOn: addDays(today, 30) },
      },
    },
  });
}
