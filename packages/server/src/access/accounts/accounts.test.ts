import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../../http/derived-key.ts';
import { foundProgramme } from '../../programmes/seed-programme.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { invited, settingUp, signedInByHand } from '../../test/steps.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import {
  addAccount,
  closeAccount,
  createFirstAdministrator,
  listAccountsOf,
  resetAccess,
} from '../index.ts';

const newId = () => crypto.randomUUID();
const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
const administrator = { role: 'technical-administrator', region: null } as const;

describe('Kairat, who keeps the accounts,', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const accountOf = async (signInName: string) =>
    (await app.as('ruslan').call('listAccounts', {})).accounts.find(
      (one) => one.signInName === signInName,
    );

  it('makes an account with roles, whose link is shown once', async () => {
    const kairat = app.as('kairat');
    const input = {
      id: newId(),
      signInName: 'Aigerim.K ',
      displayName: ' Айгерім ',
      language: 'kk' as const,
      assignments: [
        { role: 'practitioner' as const, region: 'KZ-75' },
        { role: 'trainer' as const, region: null },
      ],
    };
    const { accountId, invitation } = await kairat.call('createAccount', input);
    expect(accountId).toBe(input.id);
    expect(invitation.link).toMatch(/^https:\/\/tirek\.test\/app\/invitation#[\w-]{43}$/);
    expect(Date.parse(invitation.expiresAt) - Date.parse(app.clock.now())).toBe(72 * 3_600_000);
    expect(await kairat.refusal('createAccount', input)).toBe('already-done');
    expect(await accountOf('aigerim.k')).toMatchObject({
      displayName: 'Айгерім',
      state: 'invited',
      lastSignInOn: null,
      invitationExpiresAt: invitation.expiresAt,
      assignments: [
        { role: 'practitioner', region: 'KZ-75' },
        { role: 'trainer', region: null },
      ],
    });
  });

  it('cannot give a name twice, a role where it does not hold, or a region that is none', async () => {
    const kairat = app.as('kairat');
    const person = { displayName: 'X', language: 'ru' as const, assignments: [] };
    const refused = (input: object) =>
      kairat.refusal('createAccount', { id: newId(), ...person, signInName: 'new-one', ...input });
    expect(await refused({ signInName: 'SAULE' })).toBe('sign-in-name-taken');
    expect(await refused({ signInName: 'имя' })).toBe('input-invalid');
    for (const role of ['analyst', 'technical-administrator', 'national-coordinator'] as const) {
      const assignments = [{ role, region: 'KZ-75' }];
      expect(await refused({ assignments })).toBe('input-invalid');
    }
    const nowhere = [{ role: 'practitioner' as const, region: 'KZ-99' }];
    expect(await refused({ assignments: nowhere })).toBe('input-invalid');
    expect(await accountOf('new-one')).toBeUndefined();
  });

  it('gives a role and takes it back, and it holds at the next request', async () => {
    const kairat = app.as('kairat');
    const { id } = await invited(app, 'changing');
    const colleague = app.asAccount(id);
    expect(await colleague.refusal('listAccounts', {})).toBe('not-allowed');
    const assignment = { id: newId(), accountId: id, assignment: administrator };
    await kairat.call('addAssignment', assignment);
    expect(await kairat.call('addAssignment', assignment)).toEqual({});
    expect(await kairat.refusal('addAssignment', { ...assignment, id: newId() })).toBe(
      'role-already-held',
    );
    expect(await colleague.refusal('listAccounts', {})).toBeNull();
    const ended = { id: newId(), assignmentId: assignment.id };
    await kairat.call('endAssignment', ended);
    expect(await colleague.refusal('listAccounts', {})).toBe('not-allowed');
    expect(await kairat.refusal('endAssignment', { ...ended, id: newId() })).toBe('not-found');
    await kairat.call('addAssignment', { ...assignment, id: newId() });
    expect(await colleague.refusal('listAccounts', {})).toBeNull();
  });

  it('gives no role to himself, and neither closes nor resets himself', async () => {
    const kairat = app.as('kairat');
    const own = { id: newId(), accountId: app.id('kairat') };
    const role = { role: 'national-coordinator', region: null } as const;
    expect(await kairat.refusal('addAssignment', { ...own, assignment: role })).toBe('own-account');
    expect(await kairat.refusal('closeAccount', own)).toBe('own-account');
    expect(await kairat.refusal('resetAccess', own)).toBe('own-account');
    const asKairat = {
      actor_kind: 'account',
      actor_id: app.id('kairat'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    };
    await expect(
      rowsAsApp(
        app.database,
        asKairat,
        `insert into role_assignment (id, programme_id, account_id, role)
         values (gen_random_uuid(), '${app.programmeId}', '${app.id('kairat')}', 'national-coordinator')`,
      ),
    ).rejects.toThrow('row-level security');
    const changed = `update account set closed_at = now() where id = '${app.id('kairat')}' returning id`;
    expect(await rowsAsApp(app.database, asKairat, changed)).toEqual([]);
  });

  it('cannot be the last of his kind to go, however it is tried', async () => {
    const kairat = app.as('kairat');
    const own = await accountOf('kairat');
    const assignmentId = own?.assignments[0]?.id ?? '';
    expect(await kairat.refusal('endAssignment', { id: newId(), assignmentId })).toBe(
      'last-administrator',
    );
    const { id: only } = await invited(app, 'only-invited', [administrator]);
    const invitedOne = app.asAccount(only);
    expect(
      await invitedOne.refusal('closeAccount', { id: newId(), accountId: app.id('kairat') }),
    ).toBe('last-administrator');
    const { id: second } = await settingUp(app, 'second-admin', [administrator]);
    const other = app.asAccount(second);
    const outcomes = await Promise.all([
      other.refusal('closeAccount', { id: newId(), accountId: app.id('kairat') }),
      kairat.refusal('closeAccount', { id: newId(), accountId: second }),
    ]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    const left = outcomes[0] === null ? other : kairat;
    const gone = outcomes[0] === null ? app.id('kairat') : second;
    await left.call('reopenAccount', { id: newId(), accountId: gone });
    await left.call('addAssignment', { id: newId(), accountId: gone, assignment: administrator });
  });

  it('renames a colleague, unless somebody else was quicker', async () => {
    const kairat = app.as('kairat');
    const { id } = await invited(app, 'married');
    const { displayName: previousDisplayName = '' } = (await accountOf('married')) ?? {};
    const change = { id: newId(), accountId: id, displayName: 'Жаңа тегі', previousDisplayName };
    await kairat.call('renameAccount', change);
    expect(await kairat.refusal('renameAccount', { ...change, id: newId() })).toBe(
      'changed-meanwhile',
    );
    expect(await accountOf('married')).toMatchObject({ displayName: 'Жаңа тегі' });
  });

  it('resets a colleague who lost her phone: everything she signed in with is gone, and a link opens it anew', async () => {
    const kairat = app.as('kairat');
    const saule = await signedInByHand(app, 'saule');
    await saule.call('renewRecoveryCodes', {});
    await kairat.call('resetAccess', { id: newId(), accountId: app.id('saule') });
    expect(await saule.call('readSession', {})).toEqual({ kind: 'visitor' });
    expect(await accountOf('saule')).toMatchObject({
      state: 'invited',
      secondFactor: { hasTotp: false, passkeys: 0, recoveryCodesLeft: 0 },
      assignments: [{ role: 'practitioner' }],
    });
  });

  it('closes an account and opens it again, without roles', async () => {
    const kairat = app.as('kairat');
    const of = { accountId: app.id('omarov') };
    await kairat.call('closeAccount', { id: newId(), ...of });
    expect(await accountOf('omarov')).toMatchObject({
      state: 'closed',
      closedOn: app.clock.now().slice(0, 10),
      assignments: [],
    });
    expect(await kairat.refusal('closeAccount', { id: newId(), ...of })).toBe('account-closed');
    expect(await kairat.refusal('resetAccess', { id: newId(), ...of })).toBe('account-closed');
    await kairat.call('reopenAccount', { id: newId(), ...of });
    expect(await accountOf('omarov')).toMatchObject({ state: 'invited', assignments: [] });
    expect(await kairat.refusal('reopenAccount', { id: newId(), ...of })).toBe('not-found');
  });

  it('does not see, change or staff another programme', async () => {
    const foreign = await foundProgramme(
      app.database,
      {
        code: 'uz',
        name: { ru: 'Другая программа' },
        administrator: { signInName: 'rustam', displayName: 'Rustam', language: 'ru' },
      },
      { origin: 'https://tirek.test', now: app.clock.now(), newId },
    );
    const kairat = app.as('kairat');
    const of = { id: newId(), accountId: foreign.accountId };
    expect(await kairat.refusal('resetAccess', of)).toBe('not-found');
    expect(await kairat.refusal('closeAccount', { ...of, id: newId() })).toBe('not-found');
    expect(
      await kairat.refusal('addAssignment', { ...of, id: newId(), assignment: administrator }),
    ).toBe('not-found');
    const asKairat = {
      actor_kind: 'account',
      actor_id: app.id('kairat'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    };
    const past = `select take_sign_in_away('${foreign.accountId}', '') as taken,
      invite('${foreign.accountId}', 'x', now()) as invited`;
    expect(await rowsAsApp(app.database, asKairat, past)).toEqual([
      { taken: false, invited: false },
    ]);
    const { accounts } = await kairat.call('listAccounts', {});
    expect(accounts.map((one) => one.id)).not.toContain(foreign.accountId);
    const rustam = app.asAccount(foreign.accountId);
    expect((await rustam.call('listAccounts', {})).accounts).toHaveLength(1);
    await expect(
      rowsAsOwner(
        app.database,
        `insert into role_assignment (id, programme_id, account_id, role)
         values (gen_random_uuid(), '${app.programmeId}', '${foreign.accountId}', 'trainer')`,
      ),
    ).rejects.toThrow('role_assignment_same_programme');
  });

  it('is written into the log with every change, whom it was about and what role was given', async () => {
    const { id } = await invited(app, 'logged', [{ role: 'practitioner', region: 'KZ-27' }]);
    const rows = await rowsAsOwner(
      app.database,
      `select action, effect, actor_id as actor, facts from audit_entry where $1 = any(about) order by id`,
      [id],
    );
    expect(rows).toEqual([
      {
        action: 'createAccount',
        effect: 'write',
        actor: app.id('kairat'),
        facts: { roles: 'practitioner@KZ-27' },
      },
    ]);
  });
});

describe('the command line', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());
  const world = () => ({ origin: 'https://tirek.test', now: app.clock.now(), newId, keyFor });

  it('makes the first administrator, who comes in by the link', async () => {
    const { invitation } = await createFirstAdministrator(
      app.database,
      { programmeId: app.programmeId, signInName: 'first', displayName: 'Бірінші', language: 'kk' },
      world(),
    );
    const token = invitation.link.split('#')[1] ?? '';
    expect(await app.visitor().call('openInvitation', { token })).toMatchObject({
      kind: 'open',
      displayName: 'Бірінші',
    });
  });

  it('lets the last administrator in again who lost his phone, and refuses to close him', async () => {
    const kairat = { programmeId: app.programmeId, signInName: 'Kairat' };
    await expect(closeAccount(app.database, kairat, world())).rejects.toMatchObject({
      code: 'last-administrator',
    });
    const open = app.as('kairat');
    await open.call('readSession', {});
    await resetAccess(app.database, kairat, world());
    expect(await open.call('readSession', {})).toEqual({ kind: 'visitor' });
  });

  it('adds, lists and closes, and says what is wrong', async () => {
    const { programmeId } = app;
    const person = { programmeId, displayName: 'Төлеген', language: 'kk' as const };
    const assignments = [{ role: 'practitioner' as const, region: 'KZ-35' }];
    await addAccount(app.database, { ...person, signInName: 'tolegen', assignments }, world());
    const listed = await listAccountsOf(app.database, programmeId, world());
    expect(listed.find((one) => one.signInName === 'tolegen')).toMatchObject({
      state: 'invited',
      assignments: [{ role: 'practitioner', region: 'KZ-35' }],
    });
    expect(listed.find((one) => one.signInName === 'dana')).toMatchObject({ state: 'active' });
    const add = (signInName: string, region: string | null) =>
      addAccount(
        app.database,
        { ...person, signInName, assignments: [{ role: 'practitioner', region }] },
        world(),
      );
    await expect(add('tolegen', null)).rejects.toMatchObject({ code: 'sign-in-name-taken' });
    await expect(add('Төлеген', null)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(add('somebody', 'KZ-00')).rejects.toMatchObject({ code: 'input-invalid' });
    await closeAccount(app.database, { programmeId, signInName: 'tolegen' }, world());
    await expect(
      resetAccess(app.database, { programmeId, signInName: 'tolegen' }, world()),
    ).rejects.toMatchObject({ code: 'account-closed' });
    await expect(
      resetAccess(app.database, { programmeId, signInName: 'nobody-such' }, world()),
    ).rejects.toMatchObject({ code: 'not-found' });
    const rows = await rowsAsOwner(
      app.database,
      `select action, actor_kind as kind, facts from audit_entry where actor_kind = 'system' and action = 'closeAccount'`,
    );
    expect(rows).toEqual([
      { action: 'closeAccount', kind: 'system', facts: { job: 'tirek user' } },
    ]);
  });
});
