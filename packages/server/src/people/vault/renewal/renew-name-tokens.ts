import { identityTokens } from '@tirek/domain/people';
import type { Job } from '../../../jobs/job.ts';
import { hashTokens } from '../name-hashes.ts';
import { type KeyFor, openIdentity } from '../sealed-identity.ts';
import { findAnew, listToFindAnew, type ToFind } from './queries.ts';

const AT_ONCE = 100;

/** Whoever was registered before names were hashed with the year of birth gets the hashes that she lacks, once. */
export const renewNameTokens: Job = {
  name: 'renew-name-tokens',
  everySeconds: 300,
  async run({ database, keyFor }) {
    const renewed = await database.jobs.transaction().execute(async (tx) => {
      const people = await listToFindAnew(tx, AT_ONCE);
      await findAnew(
        tx,
        people.map((each) => ({ id: each.personId, tokens: tokensOf(each, keyFor) })),
      );
      return people.length;
    });
    return renewed === AT_ONCE ? 'more' : 'done';
  },
};

function tokensOf({ sealed, wrapped, version, keyVersion, ...whose }: ToFind, keyFor: KeyFor) {
  if (!sealed || !wrapped || version === null || keyVersion === null) return [];
  const { personId, programmeId } = whose;
  const identity = openIdentity({ personId, version, sealed, keyVersion, wrapped }, keyFor);
  return hashTokens(identityTokens(identity), programmeId, keyFor);
}
