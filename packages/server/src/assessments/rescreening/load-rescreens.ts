import type { RescreenFacts } from '@tirek/domain/assessments/rescreening';
import { type RescreenRules, rescreenRules } from '@tirek/domain/assessments/rescreening';
import { findForm, listForms } from '@tirek/domain/instruments';
import { standingStep } from '@tirek/domain/pathways';
import { type Birth, birthRange } from '@tirek/domain/people';
import { periodsOf } from '@tirek/domain/people/circumstances';
import type { Tx } from '../../db/database.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findRescreenSettings, type RescreenRow } from './queries.ts';

/** The newest version of every questionnaire. */
const FORMS = [...new Set(listForms().map(({ code }) => code))].flatMap(
  (code) => findForm(code) ?? [],
);

/** The rules of the programme in whose name the transaction runs. */
export async function loadRescreenRules(
  tx: Tx,
  { today, months }: { readonly today: string; readonly months?: number },
): Promise<RescreenRules> {
  const { pathway, ages, schoolAge } = await findRescreenSettings(tx);
  return rescreenRules({
    ...{ today, pathway, ages, schoolAge, forms: FORMS },
    ...(months === undefined ? {} : { months }),
  });
}

/** What decides when each of some people is asked again; what happens to one of a family concerns all of it. */
export function rescreenFactsOf(
  rows: readonly RescreenRow[],
  births: ReadonlyMap<string, Birth | null>,
): RescreenFacts[] {
  const ofFamily = new Map<string, RescreenRow[]>();
  for (const row of rows) {
    for (const family of row.families) {
      ofFamily.set(family, [...(ofFamily.get(family) ?? []), row]);
    }
  }
  return rows.map((row) => {
    const { personId, hasAgreed, agreedOn, asked, moves, skips } = row;
    const family = [...new Set(row.families.flatMap((id) => ofFamily.get(id) ?? []))];
    const [schooling] = periodsOf(row.schooling, 'schooling');
    return {
      ...{ personId, hasAgreed, agreedOn, asked, moves },
      birth: births.get(personId) ?? null,
      stepBegan: standingStep(row.steps)?.since ?? null,
      releases: family.flatMap(({ life }) =>
        life?.state === 'imprisoned' && life.expectedRelease
          ? [birthRange(life.expectedRelease)]
          : [],
      ),
      returns: family.flatMap(({ returnedAt }) => (returnedAt ? [programmeDay(returnedAt)] : [])),
      schooling:
        schooling?.told.section === 'schooling'
          ? { ...schooling.told.value, since: schooling.since }
          : null,
      skip: skips[0] ?? null,
    };
  });
}
