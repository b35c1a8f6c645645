import type { SignedInActor } from '@tirek/domain/access';
import { routes } from '../app.ts';
import type { Database } from '../db/database.ts';
import { answerCall } from '../http/answer.ts';
import { derivedKey } from '../http/derived-key.ts';
import { CAST, type CastName, castId, madeUpId } from './cast.ts';
import type { DemoOptions } from './seed-demo.ts';

/** As the program sees one of the cast at work. */
export function castActor(name: CastName, programmeId: string): SignedInActor {
  const { role, region } = CAST[name];
  return {
    kind: 'account',
    accountId: castId(name),
    programmeId,
    sessionId: madeUpId(`session ${name}`),
    assignments: role ? [{ role, region }] : [],
    isFullySignedIn: true,
  };
}

/**
 * Lets somebody made up do something through the program's own endpoints, so that demo data pass every check,
 * policy and audit row that real data do.
 */
export async function callAs(
  { database, actor }: { database: Database; actor: SignedInActor },
  options: Pick<DemoOptions, 'clock' | 'newId' | 'installationKey'>,
  endpoint: string,
  input: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const route = routes.find((each) => each.name === endpoint);
  if (!route) throw new RangeError(`No endpoint ${endpoint}.`);
  return await answerCall(database, {
    route,
    actor,
    rawInput: { ...input },
    now: options.clock().toISOString(),
    newId: options.newId,
    origin: '',
    address: '',
    sessionToken: null,
    setSession: () => undefined,
    keyFor: (purpose) => derivedKey(options.installationKey, purpose),
  });
}
