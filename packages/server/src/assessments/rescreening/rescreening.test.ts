import { randomUUID } from 'node:crypto';
import { findForm, scoreForm } from '@tirek/domain/instruments';
import type { LifeStatus } from '@tirek/domain/people/family-graph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, closing, decision, opening, TODAY, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import type { CastName } from '../../demo/cast.ts';
import { colleague } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

let app: TestApp;
let saule: TestClient;

beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  await app.as('aliya').call('recordCompetence', {
    ...{ id: randomUUID(), accountId: app.id('saule'), formCode: 'phq-8', basedOn: 0 },
    ...({ state: 'held', validUntil: null } as const),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const screened = () => agreeing(saule, { purposes: ['service', 'screening'] });

/** She chooses the same option throughout, by its place. */
async function answers(personId: string, takenOn = TODAY, at = 0) {
  const form = findForm('phq-8');
  if (!form) throw new Error('no PHQ-8');
  const given = Object.fromEntries(
    form.items.flatMap(({ linkId, options }) => (options[at] ? [[linkId, options[at].id]] : [])),
  );
  await saule.call('recordAssessment', {
    ...{ id: randomUUID(), personId },
    assessment: {
      ...({ mode: 'read-aloud', informant: 'self', language: 'ru' } as const),
      ...{ formCode: form.code, formVersion: form.version, isEnteredTwice: false },
      ...{ takenOn, answeredAt: `${takenOn}T05:00:00Z`, supersedes: null, because: null },
      ...{ scores: scoreForm(form, given), answers: given, languages: {} },
    },
  });
}
const evidence = { kind: 'asserted', by: 'relative' } as const;
const tellLife = (familyId: string, of: string, life: LifeStatus, basedOn = 0) =>
  saule.call('recordFamilyFact', {
    ...{ id: randomUUID(), familyId, basedOn, confirmed: [] },
    fact: { fact: 'life', value: { id: of, life } },
  });
const listed = async (client: TestClient, personId: string) =>
  (await client.call('listRescreens', {})).people.find(({ due }) => due.personId === personId);
const coming = async (personId: string) => (await saule.call('getRescreens', { personId })).coming;

describe('Saule', () => {
  it('sees when Madina is asked again: after half a year, for ten years', async () => {
    const { personId } = await screened();
    await answers(personId, '2026-11-01');
    expect(await listed(saule, personId)).toMatchObject({
      ...{ isOwn: true, isClosed: false },
      due: {
        ...{ dueFrom: '2027-05-01', dueBy: '2027-11-01', why: ['interval'] },
        forms: [{ form: 'phq-8', informant: 'self' }],
      },
    });
    expect((await listed(saule, personId))?.name).toMatch(/Мәдина$/);
    const told = await coming(personId);
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told.at(-1)?.dueFrom.slice(0, 4)).toBe('2036');
  });

  it('asks Madina again six to eight weeks after somebody decided on a step of care', async () => {
    const { personId } = await screened();
    await answers(personId, TODAY, 2);
    const { proposals } = await saule.call('listSteps', { personId });
    const [proposed] = proposals;
    await saule.call('decideStep', {
      ...{ id: randomUUID(), personId, proposalId: proposed?.id ?? '', basedOn: 0 },
      decision: {
        ...({ kind: 'confirmed', wish: 'wants', functioning: null, words: null } as const),
        step: proposed?.outcome.step ?? '1',
      },
    });
    const [next] = await coming(personId);
    expect(next).toMatchObject({ dueFrom: '2027-01-04', dueBy: '2027-01-18', why: ['after-step'] });
  });

  it('asks nobody who did not agree, and nobody any more who took it back', async () => {
    const { personId } = await agreeing(saule);
    expect(await listed(saule, personId)).toBeUndefined();
    expect(await saule.call('getRescreens', { personId })).toMatchObject({
      ...{ hasAgreed: false, coming: [] },
    });
    await saule.call('recordConsent', sittingOf(personId, [decisionOf('screening')]));
    expect((await listed(saule, personId))?.due.why).toEqual(['first']);
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, party: 'person', purpose: 'screening', receiverId: null },
      ...{ mode: 'verbal', language: 'kk' },
      shown: [{ purpose: 'screening', receiverId: null }],
    });
    expect(await listed(saule, personId)).toBeUndefined();
  });

  it('puts a sitting off to a day, with a reason; it is due again then', async () => {
    const { personId } = await screened();
    const [next] = await coming(personId);
    const skip = {
      ...{ id: randomUUID(), personId, dueBy: next?.dueBy ?? '', until: '2027-01-15' },
      reason: 'hard-time' as const,
    };
    await saule.call('skipRescreen', skip);
    await saule.call('skipRescreen', skip);
    const after = await saule.call('getRescreens', { personId });
    expect(after.skips).toEqual([
      {
        ...{ id: skip.id, personId, dueBy: next?.dueBy, until: '2027-01-15' },
        ...{ reason: 'hard-time', recordedOn: TODAY },
      },
    ]);
    expect(after.coming[0]).toMatchObject({ dueFrom: '2027-01-15', why: ['first', 'put-off'] });
  });

  it('puts nothing off for longer than half a year, nor what is no longer the next', async () => {
    const { personId } = await screened();
    const [next] = await coming(personId);
    const skip = (over: object) => ({
      ...{ id: randomUUID(), personId, dueBy: next?.dueBy ?? '', until: '2027-01-15' },
      ...{ reason: 'away' as const, ...over },
    });
    expect(await saule.refusal('skipRescreen', skip({ until: '2027-06-30' }))).toBe(
      'rescreen-skip-day',
    );
    expect(await saule.refusal('skipRescreen', skip({ until: TODAY }))).toBe('rescreen-skip-day');
    expect(await saule.refusal('skipRescreen', skip({ dueBy: '2030-01-01' }))).toBe(
      'changed-meanwhile',
    );
  });

  it('asks the whole family around a return from prison, and after a move', async () => {
    const { personId, familyId } = await screened();
    await answers(personId);
    const husband = await agreeing(saule, { given: 'Ерлан', purposes: [], familyId });
    const release = { precision: 'day', date: '2027-06-01' } as const;
    await tellLife(familyId, husband.personId, {
      ...{ state: 'imprisoned', since: null, place: 'prison', evidence },
      expectedRelease: release,
    });
    const whys = async () => (await coming(personId)).map(({ why }) => why).slice(0, 2);
    expect(await whys()).toEqual([['before-release'], ['after-release']]);
    await tellLife(familyId, husband.personId, { state: 'alive', evidence }, 1);
    expect((await coming(personId))[0]).toMatchObject({
      ...{ dueFrom: '2027-01-04', dueBy: '2027-02-15', why: ['after-release'] },
    });
  });

  it('goes on with whoever agreed after the case is closed', async () => {
    const { personId, familyId } = await screened();
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, closing(personId), 1);
    await app.as('gulmira').call('decideCase', decision(familyId, 'closing', { basedOn: 2 }));
    expect(await listed(saule, personId)).toMatchObject({ isClosed: true });
    await answers(personId);
    expect((await listed(saule, personId))?.due.dueFrom).toBe('2027-05-23');
  });
});

describe('the wall', () => {
  const asked = (who: CastName, text: string) =>
    rowsAsApp(
      app.database,
      {
        ...{ actor_kind: 'account', actor_id: app.id(who), programme_id: app.programmeId },
        fully_signed_in: 'yes',
      },
      text,
    );

  it('shows Gulmira the families of her team and lets her put nothing off', async () => {
    const { personId } = await screened();
    expect(await listed(app.as('gulmira'), personId)).toMatchObject({ isOwn: false });
    const skip = {
      ...{ id: randomUUID(), personId, dueBy: '2027-05-23', until: '2027-01-15' },
      reason: 'away' as const,
    };
    expect(await app.as('gulmira').refusal('skipRescreen', skip)).toBe('not-allowed');
  });

  it.each(['aidos', 'dana', 'timur', 'bolat', 'zarina', 'nobody'] as const)(
    'tells %s of nobody',
    async (who) => {
      const { personId } = await screened();
      expect(await app.as(who).refusal('listRescreens', {})).toBe('not-allowed');
      expect(await app.as(who).refusal('getRescreens', { personId })).toBe('not-allowed');
    },
  );

  it('shows Marat of another centre nothing, and lets her put nothing off', async () => {
    const marat = app.asAccount(await colleague(app, 'marat.again'));
    const { personId } = await screened();
    expect(await listed(marat, personId)).toBeUndefined();
    expect(await marat.refusal('getRescreens', { personId })).toBe('not-found');
    const skip = {
      ...{ id: randomUUID(), personId, dueBy: '2027-05-23', until: '2027-01-15' },
      reason: 'away' as const,
    };
    expect(await marat.refusal('skipRescreen', skip)).toBe('not-found');
  });

  it('lets nobody read what was put off, or ask for facts, past the programme', async () => {
    const { personId, familyId } = await screened();
    const [next] = await coming(personId);
    await saule.call('skipRescreen', {
      ...{ id: randomUUID(), personId, dueBy: next?.dueBy ?? '', until: '2027-01-15' },
      reason: 'away',
    });
    for (const who of ['aidos', 'dana', 'zarina', 'kairat'] as const) {
      expect(await asked(who, 'select from rescreen_skip')).toEqual([]);
      const facts = `select from rescreen_facts(array['${familyId}']::uuid[], '${TODAY}')`;
      expect(await asked(who, facts)).toEqual([]);
    }
    for (const table of ['rescreen_plan', 'rescreen_planned', 'rescreen_reminder']) {
      await expect(asked('saule', `select from ${table}`)).rejects.toThrow(/permission/);
    }
    for (const call of [
      'identities_to_plan(array[]::uuid[])',
      `families_to_plan('${TODAY}', 5)`,
      `rescreens_to_remind('${TODAY}', 5)`,
    ]) {
      await expect(asked('saule', `select from ${call}`)).rejects.toThrow(/permission/);
    }
  });

  it('forgets with the person that anything was ever put off', async () => {
    const { personId } = await screened();
    const held = () =>
      rowsAsOwner(app.database, 'select from rescreen_skip where person_id = $1', [personId]);
    const [next] = await coming(personId);
    await saule.call('skipRescreen', {
      ...{ id: randomUUID(), personId, dueBy: next?.dueBy ?? '', until: '2027-01-15' },
      reason: 'away',
    });
    expect(await held()).toHaveLength(1);
    const requestId = randomUUID();
    await saule.call('requestErasure', { id: requestId, personId, basis: 'person-asks' });
    await app.as('ruslan').call('decideErasure', {
      ...{ id: randomUUID(), requestId, decision: { kind: 'erased' } },
    });
    expect(await held()).toHaveLength(0);
  });
});
