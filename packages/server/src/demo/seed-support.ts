import { addDays } from '@tirek/domain/cases';
import type { SupportBegin, SupportSheet } from '@tirek/domain/support';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { hasSupport } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

/** Women of Saule whose cases are open, by the place of their family. */
const OPEN = [1, 3, 4] as const;
const [ALONE] = OPEN;

const TALKS: SupportBegin = {
  ...({ kind: 'counselling', method: 'problem-management', giver: 'psychologist' } as const),
  ...{ providerId: null, isForFamily: false, need: 'distress', groupId: null },
};
const CIRCLE: SupportBegin = {
  ...({ kind: 'group', method: 'supportive-talk', giver: 'psychologist' } as const),
  ...{ providerId: null, isForFamily: false, need: 'support', groupId: madeUpId('support group') },
};

/** Saule writes down what she gave: talks with one woman, a group of three, coal for one family. */
export async function seedSupport(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasSupport(database, programmeId)) return;
  const { clock, newId } = options;
  const today = programmeDay(clock().toISOString());
  const saule = (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor('saule', programmeId) }, options, endpoint, input);
  const met = async (
    daysAgo: number,
    begins: SupportBegin | null,
    rows: ReadonlyArray<Pick<SupportSheet['rows'][number], 'courseId' | 'personId' | 'attendance'>>,
  ) => {
    const held = { heldOn: addDays(today, -daysAgo), minutes: 60, language: 'kk', begins };
    const whole = rows.map((row) => ({ ...row, id: newId(), supersedes: null, note: null }));
    await saule('recordSupportSheet', { id: newId(), sheet: { ...held, rows: whole } });
  };
  const talks = { courseId: madeUpId('support talks'), personId: madeUpId(`person ${ALONE} 0`) };
  await met(15, TALKS, [{ ...talks, attendance: 'attended' }]);
  for (const daysAgo of [12, 9, 5, 2]) {
    await met(daysAgo, null, [{ ...talks, attendance: daysAgo === 9 ? 'missed' : 'attended' }]);
  }
  const circle = OPEN.map((family) => ({
    courseId: madeUpId(`support circle ${family}`),
    personId: madeUpId(`person ${family} 0`),
  }));
  for (const daysAgo of [11, 4]) {
    await met(
      daysAgo,
      daysAgo === 11 ? CIRCLE : null,
      circle.map((each, at) => ({ ...each, attendance: at === 2 ? 'missed' : 'attended' })),
    );
  }
  await saule('recordMaterialAid', {
    ...{ id: newId(), personId: talks.personId },
    aid: {
      ...{ kind: 'fuel', amount: 85_000, currency: 'KZT', handedOn: addDays(today, -8) },
      ...{ providerId: null, isForFamily: true, need: 'housing', supersedes: null, isGiven: true },
    },
  });
}
