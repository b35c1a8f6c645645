import type { SignedInActor } from '@tirek/domain/access';
import type {
  ClosedReason,
  Responsibility,
  StandingProvider,
  StandingService,
} from '@tirek/domain/services';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** What every row of the directory says of itself. */
interface Recorded {
  readonly id: string;
  readonly version: number;
  readonly now: string;
}

/** Every provider as its newest version has it. */
export async function listProviders(tx: Tx, actor: SignedInActor): Promise<StandingProvider[]> {
  const rows = await tx
    .selectFrom('provider')
    .distinctOn('providerId')
    .select(['providerId', 'version', 'closed', 'entry'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('providerId')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(
    ({ providerId, entry, ...row }) =>
      ({ ...row, id: providerId, provider: entry }) as unknown as StandingProvider,
  );
}

/** Every service as its newest version has it. */
export async function listServices(tx: Tx, actor: SignedInActor): Promise<StandingService[]> {
  const rows = await tx
    .selectFrom('service')
    .distinctOn('serviceId')
    .select(['serviceId', 'version', 'closed', 'entry'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('serviceId')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(
    ({ serviceId, entry, ...row }) =>
      ({ ...row, id: serviceId, service: entry }) as unknown as StandingService,
  );
}

export async function findProvider(
  tx: Tx,
  actor: SignedInActor,
  providerId: string,
): Promise<StandingProvider | null> {
  const row = await tx
    .selectFrom('provider')
    .select(['version', 'closed', 'entry'])
    .where('programmeId', '=', actor.programmeId)
    .where('providerId', '=', providerId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { entry, ...rest } = row;
  return { ...rest, id: providerId, provider: entry } as unknown as StandingProvider;
}

export async function findService(
  tx: Tx,
  actor: SignedInActor,
  serviceId: string,
): Promise<StandingService | null> {
  const row = await tx
    .selectFrom('service')
    .select(['version', 'closed', 'entry'])
    .where('programmeId', '=', actor.programmeId)
    .where('serviceId', '=', serviceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { entry, ...rest } = row;
  return { ...rest, id: serviceId, service: entry } as unknown as StandingService;
}

/** Every version of a provider or a service, the newest first, with the name of whoever wrote it. */
export async function listVersions(tx: Tx, actor: SignedInActor, entryId: string) {
  const by = sql<string>`directory_writer(recorded_by)`.as('by');
  const services = tx
    .selectFrom('service')
    .select(['version', 'closed', 'recordedAt', 'entry', by])
    .where('serviceId', '=', entryId)
    .where('programmeId', '=', actor.programmeId);
  return await tx
    .selectFrom('provider')
    .select(['version', 'closed', 'recordedAt', 'entry', by])
    .where('providerId', '=', entryId)
    .where('programmeId', '=', actor.programmeId)
    .unionAll(services)
    .orderBy('version', 'desc')
    .execute();
}

/** Makes whoever writes about the same entry wait. */
export async function lockEntry(tx: Tx, entryId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('directory ' || ${entryId}, 0))`.execute(
    tx,
  );
}

export async function insertProvider(
  tx: Tx,
  actor: SignedInActor,
  { id, version, now }: Recorded,
  {
    providerId,
    provider,
    closed,
  }: {
    providerId: string;
    provider: StandingProvider['provider'];
    closed: ClosedReason | null;
  },
): Promise<void> {
  await tx
    .insertInto('provider')
    .values({
      ...{ id, version, closed, providerId, programmeId: actor.programmeId },
      regions: provider.region === null ? [] : [provider.region],
      entry: JSON.stringify(provider),
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

export async function insertService(
  tx: Tx,
  actor: SignedInActor,
  { id, version, now }: Recorded,
  {
    serviceId,
    service,
    closed,
  }: { serviceId: string; service: StandingService['service']; closed: ClosedReason | null },
): Promise<void> {
  await tx
    .insertInto('service')
    .values({
      ...{ id, version, closed, serviceId, programmeId: actor.programmeId },
      regions: [...service.regions],
      entry: JSON.stringify(service),
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** Every version of every cell of the map. */
export async function listResponsibilities(
  tx: Tx,
  actor: SignedInActor,
): Promise<Responsibility[]> {
  const rows = await tx
    .selectFrom('responsibility')
    .select([
      'regionCode as region',
      'category',
      'version',
      'sinceOn as since',
      'untilOn as until',
      'entry as responsible',
    ])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('regionCode')
    .orderBy('category')
    .orderBy('version')
    .execute();
  return rows as unknown as Responsibility[];
}

export async function insertResponsibility(
  tx: Tx,
  actor: SignedInActor,
  { id, version, now }: Recorded,
  { region, category, since, until, responsible }: Omit<Responsibility, 'version'>,
): Promise<void> {
  await tx
    .insertInto('responsibility')
    .values({
      ...{ id, version, category, programmeId: actor.programmeId },
      regionCode: region,
      sinceOn: since,
      untilOn: until,
      entry: responsible === null ? null : JSON.stringify(responsible),
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
