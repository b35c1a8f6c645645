import { Problem } from '@tirek/domain/problem';
import { regionStandsOn } from '@tirek/domain/programmes';
import type { Tx } from '../../db/database.ts';
import { listRegions } from '../../programmes/index.ts';

/**
 * Regions come and go; nobody comes to live in one that is not there.
 * @throws Problem `region-not-then` or `input-invalid`.
 */
export async function requireRegionOn(tx: Tx, code: string, day: string): Promise<void> {
  const region = (await listRegions(tx)).find((each) => each.code === code);
  if (!region) throw new Problem('input-invalid');
  if (!regionStandsOn(region, day)) throw new Problem('region-not-then');
}
