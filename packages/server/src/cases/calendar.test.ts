import { randomUUID } from 'node:crypto';
import { type CaseEntryInput, USUAL_CASE_SETTINGS } from '@tirek/domain/cases';
import type { LifeStatus } from '@tirek/domain/people/family-graph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../consents/test/consenting.ts';
import { bornOn, colleague, register } from '../people/test/registering.ts';
import { rowsAsApp } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { agreeing, entryInput, opening, TODAY, words, write } from './test/casework.ts';

let app: TestApp;
let saule: TestClient;
let dana: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  dana = app.as('dana');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const evidence = { kind: 'asserted', by: 'relative' } as const;
const imprisoned = (date: string | null): LifeStatus => ({
  ...{ state: 'imprisoned', since: null, place: 'prison', evidence },
  expectedRelease: date === null ? null : { precision: 'day', date },
});

/** A mother who agreed, her husband and a daughter of eleven; the case is open. */
async function family() {
  const { familyId, personId } = await agreeing(saule);
  const father = await register(saule, { given: 'Ермек', sex: 'male', familyId });
  const birth = bornOn('2015-02-10');
  const child = await register(saule, { given: 'Нұрай', sex: 'female', birth, familyId });
  await write(saule, familyId, opening(personId));
  return { familyId, mother: personId, father: father.personId, child: child.personId };
}
const tellLife = (familyId: string, id: string, life: LifeStatus, basedOn = 0) =>
  saule.call('recordFamilyFact', {
    ...{ id: randomUUID(), familyId, basedOn, confirmed: [] },
    fact: { fact: 'life', value: { id, life } },
  });
const summaryOf = async (familyId: string, client = saule) => {
  const { cases } = await client.call('listCases', {});
  return cases.find(({ family: { id } }) => id === familyId);
};
const dueIn = async (familyId: string, wanted: RegExp) =>
  ((await summaryOf(familyId))?.tasks ?? [])
    .filter(({ kind }) => wanted.test(kind))
    .map(({ kind, dueOn }) => `${kind} ${dueOn}`);
const step = (
  of: string,
  item: 'family-wish' | 'housing' = 'family-wish',
  over: Partial<Extract<CaseEntryInput, { kind: 'preparation' }>> = {},
) =>
  ({
    ...{ kind: 'preparation', subjectId: randomUUID(), state: 'done', personId: null },
    value: { of, item, body: 'centre', endedOn: TODAY, reason: null },
    words: null,
    ...over,
  }) as const satisfies CaseEntryInput;

describe('a father in prison', () => {
  it('is prepared for step by step; when his day is changed in the family’s graph, every step moves with it', async () => {
    const { familyId, father } = await family();
    expect(await dueIn(familyId, /^prepare/)).toEqual([]);
    await tellLife(familyId, father, imprisoned('2027-06-29'));
    expect(await dueIn(familyId, /^prepare/)).toHaveLength(6);
    await write(saule, familyId, step(father));
    expect((await dueIn(familyId, /^prepare/))[0]).toBe('prepare-visits 2026-12-29');
    await tellLife(familyId, father, imprisoned('2027-07-06'), 1);
    const moved = await dueIn(familyId, /^prepare/);
    expect(moved).toHaveLength(5);
    expect(moved[0]).toBe('prepare-visits 2027-01-05');
    await tellLife(familyId, father, { state: 'alive', evidence }, 2);
    expect(await dueIn(familyId, /^prepare|^release/)).toEqual([]);
  });

  it('whose day nobody named is asked after, and putting that off works as with any task', async () => {
    const { familyId, father } = await family();
    await tellLife(familyId, father, imprisoned(null));
    expect(await dueIn(familyId, /^release/)).toEqual(['release-unknown 2026-12-23']);
    await write(saule, familyId, {
      ...{ kind: 'snooze', subjectId: randomUUID(), state: 'put-off', personId: null },
      value: {
        ...{ task: 'release-unknown', of: father, dueOn: '2026-12-23', until: '2026-12-20' },
        reason: 'waiting-for-others',
      },
      words: null,
    });
    const tasks = (await summaryOf(familyId))?.tasks;
    expect(tasks?.find(({ kind }) => kind === 'release-unknown')?.standing).toBe('put-off');
  });

  it('has one checklist: a second colleague’s copy of a step is refused, and so is one of somebody who is not in prison', async () => {
    const { familyId, father, mother } = await family();
    await tellLife(familyId, father, imprisoned('2027-06-29'));
    const done = step(father);
    await write(saule, familyId, done);
    const refusal = (entry: CaseEntryInput, basedOn = 0) =>
      saule.refusal('recordCaseEntry', entryInput(familyId, entry, basedOn));
    expect(await refusal(step(father))).toBe('changed-meanwhile');
    expect(await refusal(done)).toBe('changed-meanwhile');
    expect(await refusal(step(mother))).toBe('not-found');
    const missing = { ...done.value, endedOn: null };
    const unended = { ...missing, item: 'housing' };
    expect(await refusal(step(father, 'housing', { value: unended as never }))).toBe(
      'input-invalid',
    );
    const reopened = { ...done, state: 'open', value: missing } as never;
    expect(await write(saule, familyId, reopened, 1)).toEqual({ version: 2 });
  });

  it('is written about by nobody but who holds the family, and in words only after a consent', async () => {
    const { familyId, father } = await family();
    await tellLife(familyId, father, imprisoned('2027-06-29'));
    const gulmira = app.as('gulmira');
    const input = entryInput(familyId, step(father));
    expect(await gulmira.refusal('recordCaseEntry', input)).toBe('not-allowed');
    const marat = app.asAccount(await colleague(app, 'marat.calendar'));
    expect(await marat.refusal('recordCaseEntry', input)).toBe('not-found');
    const told = step(father, 'housing', { words: words('Жақын жерден бөлме іздеп жатыр.') });
    await write(saule, familyId, told);
    const { entries } = await gulmira.call('getCase', { familyId });
    const written = entries.find(({ subjectId }) => subjectId === told.subjectId);
    expect(written?.words?.text).toBe('Жақын жерден бөлме іздеп жатыр.');
    const raw = await rowsAsApp<{ value: unknown }>(
      app.database,
      as('saule'),
      `select value from case_entry where subject_id = '${told.subjectId}'`,
    );
    expect(JSON.stringify(raw)).not.toContain('бөлме');
  });
});

describe('what is known to come', () => {
  it('follows from births, the table of consent and the questionnaires, and not from who has died', async () => {
    const { familyId, child, father } = await family();
    const ahead = (await summaryOf(familyId))?.ahead;
    expect(ahead).toEqual([
      {
        ...{ kind: 'age', personId: child, from: '2027-02-10', to: '2027-02-10' },
        ...{ age: 12, isOfConsent: true, instruments: [] },
      },
    ]);
    const on = { precision: 'day', date: '2026-11-10' } as const;
    await tellLife(familyId, child, { state: 'deceased', on, evidence });
    await tellLife(familyId, father, imprisoned('2027-06-29'));
    expect((await summaryOf(familyId))?.ahead.map(({ kind }) => kind)).toEqual(['release']);
  });
});

describe('a move and a death', () => {
  it('ask for a review; a first residence and a loss of years ago do not', async () => {
    const { familyId, mother, father } = await family();
    const move = (from: string, region = 'KZ-75') =>
      saule.call('recordMove', { id: randomUUID(), personId: mother, region, from });
    await move('2026-11-01', 'KZ-27');
    const long = { precision: 'year', date: '2016' } as const;
    await tellLife(familyId, father, { state: 'deceased', on: long, evidence });
    expect(await dueIn(familyId, /^review-(moved|died)/)).toEqual([]);
    await move(TODAY);
    expect(await dueIn(familyId, /^review-(moved|died)/)).toEqual(['review-moved 2026-12-07']);
    await write(saule, familyId, {
      ...{ kind: 'review', subjectId: randomUUID(), state: 'held', personId: null },
      value: { heldOn: TODAY, attention: 'usual', progress: {} },
      words: words('Жаңа жерде не керегін сөйлестік.'),
    });
    expect(await dueIn(familyId, /^review-(moved|died)/)).toEqual([]);
  });
});

const as = (who: Parameters<TestApp['id']>[0]) => ({
  actor_kind: 'account',
  actor_id: app.id(who),
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});

describe('the rules of a programme', () => {
  const settings = (usual: number) => ({
    ...USUAL_CASE_SETTINGS,
    reviewMonths: { usual, raised: 1, high: 1 },
  });
  const input = (usual: number, basedOn: number) => ({
    ...{ id: randomUUID(), basedOn, settings: settings(usual) },
  });

  it('let families be reviewed oftener, at once in every list, and never more rarely than every three months', async () => {
    const { familyId } = await family();
    expect((await summaryOf(familyId))?.nextReviewOn).toBe('2027-02-23');
    expect(await dana.refusal('setCaseSettings', input(4, 0))).toBe('review-too-rare');
    const right = input(2, 0);
    expect(await dana.call('setCaseSettings', right)).toEqual({ version: 1 });
    expect(await dana.call('setCaseSettings', right)).toEqual({ version: 1 });
    expect(await summaryOf(familyId)).toMatchObject({
      nextReviewOn: '2027-01-23',
      reviewMonths: 2,
    });
    expect(await dana.refusal('setCaseSettings', input(3, 0))).toBe('changed-meanwhile');
    expect(await saule.refusal('setCaseSettings', input(3, 1))).toBe('not-allowed');
    expect((await saule.call('getCaseSettings', {})).settings).toEqual(settings(2));
  });

  it('are held by the database too, whoever asks it', async () => {
    const tried = async (who: 'dana' | 'saule', usual: number, version: number) => {
      try {
        await rowsAsApp(
          app.database,
          as(who),
          `insert into case_settings (id, programme_id, version, settings, set_by, set_at) values (gen_random_uuid(),
            '${app.programmeId}', ${version}, '${JSON.stringify(settings(usual))}', '${app.id(who)}', now())`,
        );
        return 'done';
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    const { version } = await dana.call('getCaseSettings', {});
    expect(await tried('dana', 4, version + 1)).toBe('23514');
    expect(await tried('saule', 2, version + 1)).toBe('42501');
    expect(await tried('dana', 2, version + 1)).toBe('done');
  });
});
