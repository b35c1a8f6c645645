import { randomUUID } from 'node:crypto';
import type { AnalysisPlan } from '@tirek/domain/reports';
import type { DemoProgram } from './program.ts';

/**
 * Timur asks for a release of the plan and Ruslan approves it, over HTTP: for journeys that begin afterwards.
 * @returns its id
 */
export async function releaseOf(
  program: DemoProgram,
  {
    waveId,
    audience,
    ...chosen
  }: Pick<AnalysisPlan, 'waveId' | 'audience'> & Partial<AnalysisPlan>,
): Promise<string> {
  const [timur, ruslan] = [await program.as('timur'), await program.as('ruslan')];
  const answer = await timur.call('prepareRelease', {
    id: randomUUID(),
    plan: { population: [], sections: null, ...chosen, waveId, audience },
    reason: 'Жылдық есепке',
    language: 'kk',
  });
  if (answer.kind === 'refused') throw new Error(`The plan was refused: ${answer.code}.`);
  const releaseId = answer.release.id;
  await ruslan.call('decideRelease', { id: randomUUID(), releaseId, decision: 'approved' });
  return releaseId;
}
