import type { AssignmentScope } from '@tirek/domain/access';
import { totpCode, totpStep } from '../access/second-factors/totp.ts';
import { type CastName, castPassword, castTotpSecret } from './cast.ts';
import type { TestApp } from './test-app.ts';
import type { TestClient } from './test-client.ts';

/** The code that somebody's authenticator app shows just now; `steps` away from now where told. */
export const codeOf = (app: TestApp, name: CastName, steps = 0): string =>
  totpCode(castTotpSecret(name), totpStep(app.clock.now()) + steps);

/** First step by hand, in a browser of one's own. */
export async function halfSignedIn(
  app: TestApp,
  name: CastName,
  client: TestClient = app.visitor(),
): Promise<TestClient> {
  await client.call('signInWithPassword', { signInName: name, password: castPassword(name) });
  return client;
}

/** Both steps by hand. Moves the clock on half a minute first, since a code works once. */
export async function signedInByHand(
  app: TestApp,
  name: CastName,
  client: TestClient = app.visitor(),
): Promise<TestClient> {
  app.clock.advance(0.5);
  await halfSignedIn(app, name, client);
  const answer = await client.call('signInWithTotp', { code: codeOf(app, name) });
  if (answer.kind !== 'signed-in') throw new Error(`${name} was not let in: ${answer.kind}`);
  return client;
}

/** A new colleague as Kairat makes one: the account's id and the token of the invitation. */
export async function invited(
  app: TestApp,
  signInName: string,
  assignments: readonly AssignmentScope[] = [],
): Promise<{ id: string; token: string }> {
  const id = crypto.randomUUID();
  const { invitation } = await app.as('kairat').call('createAccount', {
    id,
    signInName,
    displayName: `Жаңа ${signInName.length}`,
    language: 'kk',
    assignments: [...assignments],
  });
  return { id, token: invitation.link.split('#')[1] ?? '' };
}

/** A new colleague who has set a password and waits for the second factor. */
export async function settingUp(
  app: TestApp,
  signInName: string,
  assignments: readonly AssignmentScope[] = [],
): Promise<{ id: string; client: TestClient; password: string }> {
  const { id, token } = await invited(app, signInName, assignments);
  const client = app.visitor();
  const password = 'тас су жел от 47';
  await client.call('acceptInvitation', { token, password, language: 'kk' });
  return { id, client, password };
}
