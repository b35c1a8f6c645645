import { randomUUID } from 'node:crypto';
import type { CircumstanceValue } from '@tirek/domain/people/circumstances';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, TODAY } from '../../cases/test/casework.ts';
import { settle } from '../../consents/test/consenting.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { colleague } from '../test/registering.ts';

let app: TestApp;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const SCHOOL = '№ 7 мектеп-гимназия';
const schooling = (grade: number, school = SCHOOL): CircumstanceValue => ({
  section: 'schooling',
  value: {
    ...{ state: 'at-school', school, grade, language: 'kk' },
    ...{ attendance: 'with-gaps', supports: ['extra-lessons'] },
  },
});
const health: CircumstanceValue = {
  section: 'health',
  value: {
    ...{ disability: 'child', difficulties: ['hearing'] },
    ...{ hasChronicIllness: null, isWithClinic: true },
  },
};
const arrival = (over: object = {}): CircumstanceValue => ({
  section: 'arrival',
  value: { way: 'organised', operation: 3, on: null, region: null, ...over },
});
const input = (
  personId: string,
  told: CircumstanceValue | null,
  { basedOn = 0, since = '2026-09-01', section = told?.section ?? 'schooling' } = {},
) => ({ id: randomUUID(), personId, section, basedOn, since, told });

describe('Saule', () => {
  it('writes down how a pupil goes from grade to grade, and the school lies sealed', async () => {
    const { personId } = await agreeing(saule, { given: 'Інжу' });
    await saule.call('recordCircumstance', input(personId, schooling(5), { since: '2025-09-01' }));
    await saule.call('recordCircumstance', input(personId, schooling(6), { basedOn: 1 }));
    const { circumstances, hasAgreed } = await saule.call('listCircumstances', { personId });
    expect(hasAgreed).toBe(true);
    expect(circumstances.map(({ since, told }) => [since, told])).toEqual([
      ['2025-09-01', schooling(5)],
      ['2026-09-01', schooling(6)],
    ]);
    const rows = await rowsAsOwner<{ all: string }>(
      app.database,
      `select circumstance::text || coalesce(encode(sealed, 'escape'), '') as all from circumstance where person_id = $1`,
      [personId],
    );
    expect(JSON.stringify(rows)).not.toContain('мектеп');
    expect(await saule.refusal('recordCircumstance', input(personId, schooling(7)))).toBe(
      'changed-meanwhile',
    );
  });

  it('finds a pupil’s next turn at school by the grade that she wrote down, not by age', async () => {
    const { familyId, personId } = await agreeing(saule);
    await saule.call('recordCircumstance', input(personId, schooling(4)));
    const { cases } = await saule.call('listCases', {});
    const ahead = cases.find(({ family }) => family.id === familyId)?.ahead;
    expect(ahead?.filter(({ kind }) => kind === 'school')).toMatchObject([
      { personId, stage: 'grade-5', by: 'grade', from: '2027-09-01', to: '2027-09-01' },
    ]);
  });

  it('writes nothing new about who did not agree, and takes back what she wrote', async () => {
    const silent = await agreeing(saule, { purposes: ['screening'] });
    expect(await saule.refusal('recordCircumstance', input(silent.personId, health))).toBe(
      'case-consent-missing',
    );
    const { personId } = await agreeing(saule);
    await saule.call('recordCircumstance', input(personId, health));
    const back = input(personId, null, { basedOn: 1, section: 'health' });
    expect(await saule.call('recordCircumstance', back)).toEqual({ version: 2 });
  });

  it('is told what cannot be: an arrival before the birth, to come, or in a region that was not yet there', async () => {
    const { personId } = await agreeing(saule);
    const refused = (over: object) =>
      saule.refusal('recordCircumstance', input(personId, arrival(over)));
    const on = (date: string) => ({ precision: 'day', date });
    expect(await refused({ on: on('1989-01-01') })).toBe('arrival-before-birth');
    expect(await refused({ on: on('2026-11-24') })).toBe('paper-day-to-come');
    expect(await refused({ on: on('2019-05-09'), region: 'KZ-10' })).toBe('region-not-then');
    expect(await refused({ on: on('2019-05-09'), region: 'KZ-ZZ' })).toBe('input-invalid');
    expect(await refused({ on: on('2019-05-09'), region: 'KZ-VOS' })).toBeNull();
  });

  it('moves nobody into a region that was not there on that day', async () => {
    const { personId } = await agreeing(saule);
    const move = (region: string, from: string) =>
      saule.refusal('recordMove', { id: randomUUID(), personId, region, from });
    expect(await move('KZ-10', '2020-01-01')).toBe('region-not-then');
    expect(await move('KZ-VOS', '2020-01-01')).toBeNull();
    expect(await move('KZ-VOS', '2022-06-08')).toBe('region-not-then');
    expect(await move('KZ-10', '2022-06-08')).toBeNull();
  });
});

describe('a query injected under the name of', () => {
  const ROW_POLICY = '42501';
  const asked = (accountId: string, text: string) =>
    rowsAsApp<{ section: string }>(
      app.database,
      {
        actor_kind: 'account',
        actor_id: accountId,
        programme_id: app.programmeId,
        fully_signed_in: 'yes',
      },
      text,
    );
  const triedAs = async (accountId: string, text: string) => {
    try {
      await asked(accountId, text);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const insertion = (
    by: string,
    person: string,
    { section = 'work', version = 1, value = `'{}'` } = {},
  ) =>
    `insert into circumstance (id, programme_id, person_id, section, version, since_on, value, recorded_by, recorded_at,
       recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', '${person}', '${section}', ${version}, '${TODAY}', ${value}, '${by}',
       '${TODAY}T05:00:00Z', '${TODAY}')`;
  /** Until the test ends, no practitioner has the verb. */
  async function without(verb: string, test: () => Promise<void>): Promise<void> {
    const role = [verb];
    await rowsAsOwner(
      app.database,
      `delete from role_permission where role = 'practitioner' and permission = $1`,
      role,
    );
    try {
      await test();
    } finally {
      await rowsAsOwner(
        app.database,
        `insert into role_permission (role, permission) values ('practitioner', $1)`,
        role,
      );
    }
  }

  it('anybody but who holds the family, or supervises who does, finds nothing', async () => {
    const { personId } = await agreeing(saule);
    await saule.call('recordCircumstance', input(personId, health));
    const query = `select section from circumstance where person_id = '${personId}'`;
    const marat = await colleague(app, 'marat.lives');
    const others = ['bolat', 'zarina', 'aidos', 'dana', 'timur', 'ruslan', 'kairat'] as const;
    for (const accountId of [marat, ...others.map((name) => app.id(name))]) {
      expect(await asked(accountId, query)).toEqual([]);
      expect(await triedAs(accountId, insertion(accountId, personId))).toBe(ROW_POLICY);
    }
    for (const who of ['saule', 'gulmira'] as const) {
      expect(await asked(app.id(who), query)).toEqual([{ section: 'health' }]);
    }
    expect(await triedAs(app.id('gulmira'), insertion(app.id('gulmira'), personId))).toBe(
      ROW_POLICY,
    );
  });

  it('Saule opens no part whose verb her role has not: each has a wall of its own', async () => {
    const { personId } = await agreeing(saule);
    for (const told of [schooling(5), health, arrival()]) {
      await saule.call('recordCircumstance', input(personId, told));
    }
    const by = app.id('saule');
    const query = `select section from circumstance where person_id = '${personId}' order by section`;
    const seen = async () => (await asked(by, query)).map(({ section }) => section);
    expect(await seen()).toEqual(['arrival', 'health', 'schooling']);
    await without('medical.read', async () => {
      expect(await seen()).toEqual(['arrival', 'schooling']);
    });
    await without('schooling.read', async () => {
      expect(await seen()).toEqual(['arrival', 'health']);
    });
    await without('living.read', async () => {
      expect(await seen()).toEqual(['health', 'schooling']);
    });
    await without('medical.record', async () => {
      const refused = insertion(by, personId, { section: 'health', version: 2 });
      expect(await triedAs(by, refused)).toBe(ROW_POLICY);
      expect(await triedAs(by, insertion(by, personId))).toBe('done');
    });
  });

  it('Saule skips no version, writes without no consent, and changes and deletes nothing', async () => {
    const { personId } = await agreeing(saule);
    const silent = await agreeing(saule, { purposes: [] });
    const by = app.id('saule');
    expect(await triedAs(by, insertion(by, personId, { version: 2 }))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertion(by, silent.personId))).toBe(ROW_POLICY);
    expect(await triedAs(by, insertion(by, silent.personId, { value: 'null' }))).toBe('done');
    expect(await triedAs(by, 'update circumstance set version = 7')).toBe(ROW_POLICY);
    expect(await triedAs(by, 'delete from circumstance')).toBe(ROW_POLICY);
    const home = `insert into residence (id, programme_id, person_id, region_code, from_on, recorded_by, recorded_at)
      values (gen_random_uuid(), '${app.programmeId}', '${personId}', 'KZ-10', '2020-01-01', '${by}', now())`;
    expect(await triedAs(by, home)).toBe(ROW_POLICY);
  });
});

describe('whoever is erased', () => {
  it('takes along what was told of how she lived', async () => {
    const { familyId, personId } = await agreeing(saule);
    await agreeing(saule, { given: 'Әсел', familyId });
    await saule.call('recordCircumstance', input(personId, schooling(5)));
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    const decision = { kind: 'erased' } as const;
    await app.as('ruslan').call('decideErasure', { id: randomUUID(), requestId: id, decision });
    const query = 'select 1 from circumstance where person_id = $1';
    expect(await rowsAsOwner(app.database, query, [personId])).toEqual([]);
  });
});
