import type { SignedInActor } from '@tirek/domain/access';
import type { Identity, Sex } from '@tirek/domain/people';
import type pg from 'pg';
import type { Database } from '../../packages/server/src/db/database.ts';
import { callAs } from '../../packages/server/src/demo/call-as.ts';
import { derivedKey } from '../../packages/server/src/http/derived-key.ts';
import { openIdentity } from '../../packages/server/src/people/vault/sealed-identity.ts';
import { listRowsOf, someFilled } from './queries.ts';

interface Checking {
  readonly database: Database;
  readonly programmeId: string;
  readonly installationKey: Buffer;
  readonly holder: { readonly id: string; readonly region: string };
}

/**
 * Registers through the program somebody with the identity of somebody who was filled in, and holds the rows of the two side by side:
 * same tables, same columns, same tokens, sealed texts of the same length. Numbers of things and moments differ, nothing else may.
 * @throws Error that names what differs
 */
export async function checkFilled(
  client: pg.Client,
  { database, programmeId, installationKey, holder }: Checking,
): Promise<void> {
  const keyFor = (purpose: string) => derivedKey(installationKey, purpose);
  const filled = await someFilled(client, holder.id);
  const identity: Identity = openIdentity(filled, keyFor);
  const twin = { personId: crypto.randomUUID(), familyId: crypto.randomUUID() };
  const actor: SignedInActor = {
    ...{ kind: 'account', accountId: holder.id, programmeId, sessionId: '' },
    assignments: [{ role: 'practitioner', region: holder.region }],
    isFullySignedIn: true,
  };
  const options = { clock: () => new Date(), newId: () => crypto.randomUUID(), installationKey };
  const call = (endpoint: string, input: Readonly<Record<string, unknown>>) =>
    callAs({ database, actor }, options, endpoint, input);
  const searchId = crypto.randomUUID();
  const [called] = identity.names;
  const { birth, phones } = identity;
  const sex = filled.sex as Sex;
  await call('searchPeople', {
    id: searchId,
    query: {
      ...{ family: called?.family, given: called?.given, patronymic: called?.patronymic },
      ...{ birth, sex, phone: phones[0] ?? null, documentNumber: null },
    },
  });
  await call('registerPerson', {
    ...{ id: twin.personId, searchId, family: { kind: 'new', id: twin.familyId } },
    ...{ memberFrom: null, sex, identity, languages: filled.languages },
    residence: { id: crypto.randomUUID(), region: filled.region, from: filled.livesFrom },
  });
  const [made, told] = [await listRowsOf(client, filled), await listRowsOf(client, twin)];
  for (const [table, rows] of Object.entries(told)) {
    const [here, there] = [JSON.stringify(made[table]), JSON.stringify(rows)];
    if (here !== there) throw new Error(`${table} was filled with\n${here} and is\n${there}`);
  }
}
