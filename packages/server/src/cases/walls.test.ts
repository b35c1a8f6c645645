import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../consents/test/consenting.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsApp } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { agreeing, opening, planned, TODAY, write } from './test/casework.ts';

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

const ROW_POLICY = '42501';

const asked = (accountId: string, text: string) =>
  rowsAsApp(
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

interface Row {
  readonly by: string;
  readonly familyId: string;
  readonly kind?: string;
  readonly subject?: string;
  readonly version?: number;
  readonly state?: string;
  readonly person?: string | null;
  readonly sealedFor?: string | null;
}
const insertion = ({
  by,
  familyId,
  kind = 'note',
  subject = randomUUID(),
  version = 1,
  state = 'written',
  person = null,
  sealedFor = null,
}: Row) => {
  const id = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  return `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, person_id, value, sealed,
      sealed_for, recorded_by, recorded_at, recorded_on)
    values (gen_random_uuid(), '${app.programmeId}', '${familyId}', '${kind}', '${subject}', ${version}, '${state}',
      ${id(person)}, '{}', ${sealedFor === null ? 'null' : `'\\x00'`}, ${id(sealedFor)}, '${by}',
      '${TODAY}T05:00:00Z', '${TODAY}')`;
};

describe('a query injected under the name of', () => {
  it('anybody but who holds the family, or supervises who does, finds nothing', async () => {
    const { familyId } = await planned(saule);
    const marat = await colleague(app, 'marat.finds');
    const count = `select count(*)::int as n from case_entry where family_id = '${familyId}'`;
    for (const who of [marat, ...(['dana', 'timur', 'ruslan', 'aidos', 'kairat'] as const)]) {
      const accountId = who === marat ? marat : app.id(who as 'dana');
      expect(await asked(accountId, count)).toEqual([{ n: 0 }]);
      expect(await asked(accountId, `select * from case_authors('${familyId}')`)).toEqual([]);
    }
    for (const who of ['saule', 'gulmira'] as const) {
      expect(await asked(app.id(who), count)).toEqual([{ n: 5 }]);
    }
  });

  it('Marat writes into no case of Saule’s, nor a version of what she holds into his own', async () => {
    const { familyId, wanted } = await planned(saule);
    const marat = await colleague(app, 'marat.puts');
    const client = app.asAccount(marat);
    const own = await agreeing(client, { given: 'Жанар' });
    await write(client, own.familyId, opening(own.personId));
    const subject = wanted.subjectId;
    const tried: Row[] = [
      { by: marat, familyId },
      { by: app.id('saule'), familyId },
      { by: app.id('saule'), familyId: own.familyId },
      { by: marat, familyId: own.familyId, kind: 'need', state: 'open', subject, version: 2 },
      { by: marat, familyId: own.familyId, kind: 'need', state: 'open', subject, version: 1 },
      { by: marat, familyId: own.familyId, version: 2 },
      {
        by: marat,
        familyId: own.familyId,
        kind: 'case',
        state: 'closed',
        version: 2,
        subject: own.familyId,
        person: own.personId,
      },
    ];
    for (const row of tried) expect(await triedAs(marat, insertion(row))).toBe(ROW_POLICY);
    expect(await triedAs(marat, insertion({ by: marat, familyId: own.familyId }))).toBe('done');
  });

  it('Saule writes no word about who did not agree, and under nobody else’s key', async () => {
    const { familyId, personId } = await planned(saule);
    const silent = await agreeing(saule, { given: 'Аружан', purposes: [], familyId });
    const stranger = await agreeing(saule, { given: 'Бөтен' });
    const screened = await agreeing(saule, { given: 'Дана', purposes: ['screening'], familyId });
    const by = app.id('saule');
    const tried: Row[] = [
      { by, familyId, person: silent.personId },
      { by, familyId, person: silent.personId, sealedFor: silent.personId },
      { by, familyId, person: screened.personId, sealedFor: screened.personId },
      { by, familyId, person: personId, sealedFor: silent.personId },
      { by, familyId, kind: 'need', state: 'open', person: silent.personId },
      { by, familyId, kind: 'need', state: 'met', person: silent.personId },
      { by, familyId, person: stranger.personId },
      ...['open', 'closing'].map((state) => ({
        ...{ by, familyId, kind: 'case', subject: familyId, version: 2, state },
        person: stranger.personId,
      })),
    ];
    for (const row of tried) expect(await triedAs(by, insertion(row))).toBe(ROW_POLICY);
    const right = { by, familyId, person: personId, sealedFor: personId };
    expect(await triedAs(by, insertion(right))).toBe('done');
  });

  it('Saule approves nothing of her own, and Gulmira nothing that was not asked of her', async () => {
    const { familyId, personId } = await planned(saule);
    const [by, gulmira] = [app.id('saule'), app.id('gulmira')];
    const plan = { familyId, kind: 'plan', subject: familyId, version: 2, state: 'approved' };
    expect(await triedAs(by, insertion({ ...plan, by }))).toBe(ROW_POLICY);
    expect(await triedAs(gulmira, insertion({ ...plan, by }))).toBe(ROW_POLICY);
    const closed = { ...plan, kind: 'case', state: 'closed', person: personId };
    expect(await triedAs(gulmira, insertion({ ...closed, by: gulmira }))).toBe(ROW_POLICY);
    expect(await triedAs(gulmira, insertion({ by: gulmira, familyId }))).toBe(ROW_POLICY);
    const other = await colleague(app, 'other.supervisor', 'supervisor');
    expect(await triedAs(other, insertion({ ...plan, by: other }))).toBe(ROW_POLICY);
    expect(await triedAs(gulmira, insertion({ ...plan, by: gulmira }))).toBe('done');
  });

  it('anybody changes and deletes nothing', async () => {
    await planned(saule);
    for (const who of ['saule', 'gulmira', 'kairat'] as const) {
      expect(await triedAs(app.id(who), `update case_entry set state = 'met'`)).toBe(ROW_POLICY);
      expect(await triedAs(app.id(who), 'delete from case_entry')).toBe(ROW_POLICY);
    }
  });
});
