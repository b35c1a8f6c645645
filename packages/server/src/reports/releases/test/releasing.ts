import { randomUUID } from 'node:crypto';
import type { AnalysisPlan, ReportRelease } from '@tirek/domain/reports';
import type { TestApp } from '../../../test/test-app.ts';

export const REASON = 'Yearly report of the programme';

/** A plan about everybody with every section, unless told otherwise. */
export const planOver =
  (waveId: string) =>
  (audience: AnalysisPlan['audience'], given: Partial<AnalysisPlan> = {}): AnalysisPlan => ({
    ...{ waveId, audience, population: [], sections: null },
    ...given,
  });

export const approval = (releaseId: string) =>
  ({ id: randomUUID(), releaseId, decision: 'approved' }) as const;

export const inEnglish = ({ id: releaseId }: ReportRelease) =>
  ({ releaseId, language: 'en' }) as const;

/** What Timur and Ruslan do again and again. */
export function releasingIn(app: TestApp) {
  const prepare = (plan: AnalysisPlan) =>
    app
      .as('timur')
      .call('prepareRelease', { id: randomUUID(), plan, reason: REASON, language: 'en' });

  /** @throws Error when the plan is refused */
  async function prepared(plan: AnalysisPlan): Promise<ReportRelease> {
    const outcome = await prepare(plan);
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    return outcome.release;
  }

  const release = async (plan: AnalysisPlan): Promise<ReportRelease> =>
    app.as('ruslan').call('decideRelease', approval((await prepared(plan)).id));

  return { prepare, prepared, release };
}
