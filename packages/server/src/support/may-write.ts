import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { listOpenCases } from '../cases/index.ts';
import type { Tx } from '../db/database.ts';
import {
  findPerson,
  listAgreed,
  listFamilyIdsOf,
  listFamilyRows,
  listFamilyRowsById,
  listMembers,
  requireOpenFile,
} from '../people/index.ts';

interface Wanted {
  readonly personId: string;
  readonly on: string;
  /** A meeting belongs to a case that is open. */
  readonly needsCase: boolean;
  /** What says more than that something ended or was a slip. */
  readonly needsConsent: boolean;
}

/**
 * Whether help may be written down for somebody now: the asker holds a family of hers. The database holds the same
 * (`may_record_support`).
 * @throws Problem `not-found`, `not-allowed`, `put-away`, `case-not-open`, `case-consent-missing`
 */
export async function requireWritable(
  tx: Tx,
  actor: SignedInActor,
  { personId, on, needsCase, needsConsent }: Wanted,
): Promise<void> {
  if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
  await requireOpenFile(tx, personId);
  const own = await ownFamilies(tx, actor, personId);
  if (own.length === 0) throw new Problem('not-allowed');
  if (needsCase && (await listOpenCases(tx, actor, own)).length === 0) {
    throw new Problem('case-not-open');
  }
  if (needsConsent && (await listAgreed(tx, { people: [personId], on })).length === 0) {
    throw new Problem('case-consent-missing');
  }
}

/** For whom of some people a meeting may be written down now; as many as one cost as many queries as one. */
export async function listWritable(
  tx: Tx,
  actor: SignedInActor,
  { people, on }: { readonly people: readonly string[]; readonly on: string },
): Promise<ReadonlySet<string>> {
  const own = (await listFamilyRows(tx, actor)).filter(({ isOwn }) => isOwn);
  const open = await listOpenCases(
    tx,
    actor,
    own.map(({ id }) => id),
  );
  const members = new Set((await listMembers(tx, open)).map(({ personId }) => personId));
  const agreed = await listAgreed(tx, { people, on });
  return new Set(agreed.filter((personId) => members.has(personId)));
}

async function ownFamilies(tx: Tx, actor: SignedInActor, personId: string): Promise<string[]> {
  const families = await listFamilyRowsById(tx, actor, await listFamilyIdsOf(tx, personId));
  return families.filter(({ isOwn }) => isOwn).map(({ id }) => id);
}
