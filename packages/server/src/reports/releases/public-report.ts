import { Problem } from '@tirek/domain/problem';
import type { PublicRelease, Report } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { findPublicReport, listPublic } from './queries.ts';

/**
 * A release for everybody as it was frozen.
 * @throws Problem `not-found` when there is none, or when it was withdrawn
 */
export async function getPublicReport(
  tx: Tx,
  releaseId: string,
  language: Language,
): Promise<{ release: PublicRelease; report: Report }> {
  const release = (await listPublic(tx)).find(({ id }) => id === releaseId);
  const report = release ? await findPublicReport(tx, releaseId, language) : null;
  if (!release || !report) throw new Problem('not-found', { releaseId });
  return { release, report };
}
