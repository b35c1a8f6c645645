import { regionStandsOn } from '@tirek/domain/programmes';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { listRegions, programmeDay } from '../programmes/index.ts';
import { castId, madeUpId } from './cast.ts';
import { madeUpDirectory, madeUpResponsibilities } from './made-up/directory.ts';
import { hasDirectory, insertRows } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

/** A directory of made-up institutions and the map of who answers, both with holes; written at once as Dana would. */
export async function seedServices(
  database: Database,
  programmeId: string,
  { clock }: DemoOptions,
): Promise<void> {
  if (await hasDirectory(database, programmeId)) return;
  const now = clock().toISOString();
  const today = programmeDay(now);
  await asOwner(database, async (tx) => {
    const codes = (await listRegions(tx))
      .filter((region) => regionStandsOn(region, today))
      .map(({ code }) => code);
    const regions = [...new Set(codes)];
    const directory = madeUpDirectory(regions, today);
    const recorded = {
      ...{ programme_id: programmeId, version: 1, recorded_by: castId('dana'), recorded_at: now },
    };
    const entryId = (id: string) => madeUpId(`first version of ${id}`);
    await insertRows(tx, {
      table: 'provider',
      rows: directory.map(({ id, provider }) => ({
        ...recorded,
        ...{ id: entryId(id), provider_id: id, entry: provider },
        regions: provider.region === null ? [] : [provider.region],
      })),
    });
    await insertRows(tx, {
      table: 'service',
      rows: directory.flatMap(({ services }) =>
        services.map(({ id, service }) => ({
          ...recorded,
          ...{ id: entryId(id), service_id: id, entry: service, regions: service.regions },
        })),
      ),
    });
    await insertRows(tx, {
      table: 'responsibility',
      rows: madeUpResponsibilities(regions).map(({ id, region, category, responsible }) => ({
        ...recorded,
        ...{ id, region_code: region, category, since_on: '2026-01-01', entry: responsible },
      })),
    });
  });
}
