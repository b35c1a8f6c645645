import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../test/cast.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { codeOf, halfSignedIn, invited, settingUp, signedInByHand } from '../test/steps.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

const SECRET_TABLES = [
  'account_password',
  'account_totp',
  'account_totp_draft',
  'account_recovery_code',
  'account_invitation',
  'passkey_challenge',
  'sign_in_failure',
];

describe('an attacker', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('who stole a half-finished session reads nothing, and holds nothing once Dana has finished it', async () => {
    const dana = await halfSignedIn(app, 'dana');
    const thief = app.visitor();
    thief.token = dana.token;
    expect(await thief.refusal('listSessions', {})).toBe('second-factor-needed');
    expect(await thief.refusal('listSecondFactors', {})).toBe('second-factor-needed');
    expect(await thief.refusal('startTotp', {})).toBe('second-factor-needed');
    expect(await thief.refusal('lockSession', {})).toBe('second-factor-needed');
    expect(await thief.refusal('unlockWithPassword', { password: 'x' })).toBe(
      'second-factor-needed',
    );
    expect(await thief.refusal('listRegions', {})).toBe('second-factor-needed');
    expect(await thief.call('readSession', {})).not.toHaveProperty('displayName');
    await dana.call('signInWithTotp', { code: codeOf(app, 'dana') });
    expect(await thief.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await dana.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
  });

  it('cannot plant a session that Saule then signs in to', async () => {
    app.clock.advance(1);
    const saule = app.visitor();
    const planted = 'A'.repeat(43);
    saule.token = planted;
    await signedInByHand(app, 'saule', saule);
    expect(saule.token).not.toBe(planted);
    const thief = app.visitor();
    thief.token = planted;
    expect(await thief.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('cannot keep a session of his own alive under hers by planting it', async () => {
    const thief = await signedInByHand(app, 'nobody');
    const bolat = app.visitor();
    bolat.token = thief.token;
    await signedInByHand(app, 'bolat', bolat);
    expect(await thief.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await bolat.call('readSession', {})).toMatchObject({
      account: { signInName: 'bolat' },
    });
  });

  it('who replays a code of the app is refused', async () => {
    app.clock.advance(1);
    const first = await halfSignedIn(app, 'timur');
    const code = codeOf(app, 'timur');
    expect(await first.call('signInWithTotp', { code })).toMatchObject({ kind: 'signed-in' });
    const second = await halfSignedIn(app, 'timur');
    expect(await second.call('signInWithTotp', { code })).toEqual({ kind: 'refused' });
    const older = codeOf(app, 'timur', -1);
    expect(await second.call('signInWithTotp', { code: older })).toEqual({ kind: 'refused' });
  });

  it('cannot make Dana’s browser ask from another site', async () => {
    const dana = await signedInByHand(app, 'dana');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://tirek.test' },
      { origin: 'https://tirek.test:8443' },
      { origin: '', 'sec-fetch-site': 'cross-site' },
      { origin: '', 'sec-fetch-site': 'same-site' },
    ]) {
      for (const [name, input] of [
        ['signOut', {}],
        ['changeLanguage', { language: 'en' }],
        ['signInWithPassword', { signInName: 'dana', password: castPassword('dana') }],
      ] as const) {
        const { status, body } = await dana.raw(name, input, headers);
        expect([status, (body as { code: string }).code]).toEqual([403, 'cross-site']);
      }
    }
    expect(await dana.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
  });

  it('finds the cookie out of reach of scripts, other sites and plain http', async () => {
    const { headers } = await app
      .visitor()
      .raw('signInWithPassword', { signInName: 'ruslan', password: castPassword('ruslan') });
    expect(headers['set-cookie']).toMatch(
      /^__Host-tirek=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is slowed down at each sign-in form, whatever he asks', async () => {
    for (const [name, input] of [
      ['signInWithPassword', { signInName: 'nobody-else', password: 'x' }],
      ['openInvitation', { token: 'A'.repeat(43) }],
      ['startPasskeySignIn', {}],
    ] as const) {
      const thief = app.visitor();
      const statuses = [];
      for (let turn = 0; turn < 32; turn++) statuses.push((await thief.raw(name, input)).status);
      expect(statuses.slice(0, 30)).not.toContain(429);
      expect(statuses.slice(30)).toEqual([429, 429]);
      expect((await app.visitor().raw(name, input)).status).toBe(200);
    }
  });

  it('who sends too much, or no text where text belongs, is refused before anything is looked up', async () => {
    const visitor = app.visitor();
    const sent = await Promise.all([
      visitor.raw('signInWithPassword', { signInName: 'dana', password: 'x'.repeat(9000) }),
      visitor.raw('signInWithPassword', { signInName: ['dana'], password: { $ne: '' } }),
      visitor.raw('signInWithPassword', { signInName: 'dana' }),
      visitor.raw('openInvitation', { token: "' or true --" }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([413, 400, 400, 400]);
  });

  it('who takes the database home finds no token, password, code, secret or link in clear', async () => {
    const { client, password } = await settingUp(app, 'secretive');
    const { secret } = await client.call('startTotp', {});
    const { token } = await invited(app, 'not-yet-here');
    const ruslan = await signedInByHand(app, 'ruslan');
    const { recoveryCodes } = await ruslan.call('renewRecoveryCodes', {});
    const kept = [
      client.token ?? '',
      ruslan.token ?? '',
      token,
      password,
      castPassword('ruslan'),
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ];
    const found: string[] = [];
    for (const table of await tablesOf(app)) {
      const [row] = await rowsAsOwner<{ all: string | null }>(
        app.database,
        `select string_agg(t::text, chr(10)) as all from ${table} t`,
      );
      const text = row?.all ?? '';
      for (const value of kept) {
        const hex = Buffer.from(value).toString('hex');
        const raw = Buffer.from(value, 'base64url').toString('hex');
        if ([value, hex, raw].some((form) => form.length > 5 && text.includes(form))) {
          found.push(`${table}: ${value}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('who runs SQL of his own under the program’s login reads no secret table, as whomever he poses', async () => {
    const poses = [
      {},
      { actor_kind: 'visitor' },
      {
        actor_kind: 'account',
        actor_id: app.id('kairat'),
        programme_id: app.programmeId,
        fully_signed_in: 'yes',
      },
      { actor_kind: 'system', programme_id: app.programmeId },
    ];
    for (const table of SECRET_TABLES) {
      for (const pose of poses) {
        await expect(rowsAsApp(app.database, pose, `select * from ${table}`)).rejects.toThrow(
          `permission denied for table ${table}`,
        );
      }
    }
    for (const column of ['token_hash', 'proven_at']) {
      await expect(
        rowsAsApp(app.database, {}, `select ${column} from account_session`),
      ).rejects.toThrow('permission denied');
    }
    await expect(
      rowsAsApp(app.database, {}, 'select credential_id, public_key from account_passkey'),
    ).rejects.toThrow('permission denied');
  });

  it('who runs SQL under the program’s login cannot become the owner, and no function follows his search_path', async () => {
    await expect(rowsAsApp(app.database, {}, 'set role postgres')).rejects.toThrow();
    const loose = await rowsAsOwner(
      app.database,
      `select proname from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef
         and not exists (select from unnest(proconfig) as setting where setting ~ '^search_path=.*pg_temp$')`,
    );
    expect(loose).toEqual([]);
    const open = await rowsAsOwner(
      app.database,
      `select proname from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype and provolatile = 'v'
         and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)`,
    );
    expect(open).toEqual([]);
  });

  it('who had a role until a moment ago has it no more in a session that is open', async () => {
    const { id } = await settingUp(app, 'demoted', [
      { role: 'technical-administrator', region: null },
    ]);
    const administrator = app.asAccount(id);
    const { accounts } = await administrator.call('listAccounts', {});
    const own = accounts.find((one) => one.id === id)?.assignments[0];
    await app.as('kairat').call('endAssignment', {
      id: crypto.randomUUID(),
      assignmentId: own?.id ?? '',
    });
    expect(await administrator.refusal('listAccounts', {})).toBe('not-allowed');
    expect(await administrator.call('readSession', {})).toMatchObject({ assignments: [] });
  });

  it('whose account is closed is out at once', async () => {
    const { id, client } = await settingUp(app, 'closed-out');
    const open = app.asAccount(id);
    expect(await open.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
    await app.as('kairat').call('closeAccount', { id: crypto.randomUUID(), accountId: id });
    expect(await open.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await client.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('who slipped in while his account was being closed is out all the same', async () => {
    const { id } = await settingUp(app, 'slipped-in');
    const open = app.asAccount(id);
    expect(await open.call('readSession', {})).toMatchObject({ kind: 'signed-in' });
    await rowsAsOwner(app.database, 'update account set closed_at = now() where id = $1', [id]);
    expect(await open.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('who guesses at names that nobody has is seen by the data protection officer', async () => {
    await app.visitor().call('signInWithPassword', { signInName: 'made-up-name', password: 'x' });
    const { entries } = await app.as('ruslan').call('listAuditEntries', {
      action: 'signInWithPassword',
    });
    expect(entries[0]).toMatchObject({
      actorKind: 'visitor',
      about: [],
      facts: { outcome: 'refused' },
    });
    expect(JSON.stringify(entries)).not.toContain('made-up-name');
  });
});

async function tablesOf(app: TestApp): Promise<string[]> {
  const rows = await rowsAsOwner<{ name: string }>(
    app.database,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  expect(rows.length).toBeGreaterThan(15);
  return rows.map(({ name }) => name);
}
