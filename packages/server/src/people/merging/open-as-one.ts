import type { Identity, IdentityVersion } from '@tirek/domain/people';
import { identityAsOne } from '@tirek/domain/people/merging';
import type { Tx } from '../../db/database.ts';
import { listIdentities, listNewestIdentities } from '../vault/queries.ts';
import { type KeyFor, openIdentity } from '../vault/sealed-identity.ts';
import { listMergedRecords } from './queries.ts';

type Merged = Awaited<ReturnType<typeof listMergedRecords>>;

/** Who each of several people within reach is today, all her records taken together. */
export async function openIdentitiesOf(
  tx: Tx,
  personIds: readonly string[],
  keyFor: KeyFor,
): Promise<ReadonlyMap<string, Identity>> {
  const rows = await listNewestIdentities(tx, personIds);
  const own = new Set(personIds);
  const merged = rows.some(({ personId }) => !own.has(personId))
    ? await listMergedRecords(tx, personIds)
    : [];
  const opened = new Map(
    rows.map((row) => [
      row.personId,
      { identity: openIdentity(row, keyFor), recordedAt: row.recordedAt },
    ]),
  );
  return new Map(
    personIds.flatMap((personId) => {
      const identity = together(personId, { opened, merged });
      return identity ? [[personId, identity] as const] : [];
    }),
  );
}

/** Every version of who some people are: first as each is known today, then what was recorded before, under whichever id. */
export async function openVersions(
  tx: Tx,
  personIds: readonly string[],
  keyFor: KeyFor,
): Promise<ReadonlyMap<string, IdentityVersion[]>> {
  const rows = await listIdentities(tx, personIds);
  const own = new Set(personIds);
  const merged = rows.some(({ personId }) => !own.has(personId))
    ? await listMergedRecords(tx, personIds)
    : [];
  const standIns = new Map(merged.map(({ mergedId, personId }) => [mergedId, personId]));
  const opened = rows.map((row) => ({
    recordId: row.personId,
    version: row.version,
    recordedAt: row.recordedAt,
    identity: openIdentity(row, keyFor),
  }));
  const byPerson = Map.groupBy(opened, ({ recordId }) => standIns.get(recordId) ?? recordId);
  return new Map(
    personIds.map((personId) => [
      personId,
      versionsAsOne(personId, byPerson.get(personId) ?? [], merged),
    ]),
  );
}

function versionsAsOne(
  personId: string,
  opened: readonly IdentityVersion[],
  merged: Merged,
): IdentityVersion[] {
  const own = opened.filter(({ recordId }) => recordId === personId);
  const others = opened.filter(({ recordId }) => recordId !== personId);
  const [newest, ...earlier] = own;
  if (others.length === 0 || !newest) return [...opened];
  const newestOfEach = new Map(opened.toReversed().map((row) => [row.recordId, row]));
  const identity = together(personId, { opened: newestOfEach, merged });
  return [{ ...newest, identity: identity ?? newest.identity }, ...earlier, ...others];
}

/** A version that was recorded since they are one was written by somebody who saw both: it holds alone. */
function together(
  personId: string,
  {
    opened,
    merged,
  }: {
    opened: ReadonlyMap<string, { readonly identity: Identity; readonly recordedAt: string }>;
    merged: Merged;
  },
): Identity | null {
  const own = opened.get(personId);
  return merged
    .filter((each) => each.personId === personId)
    .filter(({ mergedAt }) => !own || own.recordedAt <= mergedAt)
    .flatMap(({ mergedId }) => opened.get(mergedId)?.identity ?? [])
    .reduce<Identity | null>(
      (sofar, other) => (sofar ? identityAsOne(sofar, other) : other),
      own?.identity ?? null,
    );
}
