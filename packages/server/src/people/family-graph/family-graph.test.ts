import { randomUUID } from 'node:crypto';
import type { RecordedFact, UNION_KINDS } from '@tirek/domain/people/family-graph';
import type { Problem } from '@tirek/domain/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { colleague, register } from '../test/registering.ts';

let app: TestApp;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
});
afterAll(() => app[Symbol.asyncDispose]());

const SAID = { kind: 'asserted', by: 'person' } as const;
const year = (date: string) => ({ precision: 'year', date }) as const;

interface Kin {
  readonly familyId: string;
  readonly id: Record<string, string>;
}

/** A family of people with a sex and a year of birth each, registered by a practitioner. */
async function familyOf(
  client: TestClient,
  people: ReadonlyArray<readonly [name: string, sex: 'female' | 'male', born: string]>,
): Promise<Kin> {
  const id: Record<string, string> = {};
  let familyId: string | undefined;
  for (const [given, sex, born] of people) {
    const family = `Ұлықбек${randomUUID().slice(0, 4)}`;
    const made = await register(client, {
      given,
      family,
      sex,
      birth: year(born),
      ...(familyId ? { familyId } : {}),
    });
    familyId = made.familyId;
    id[given] = made.personId;
  }
  return { familyId: familyId ?? '', id };
}

const unionOf = (
  one: string,
  other: string,
  kind: (typeof UNION_KINDS)[number],
  from: string,
): RecordedFact => ({
  fact: 'union',
  value: {
    id: randomUUID(),
    kind: kind as 'registered',
    partners: [one, other],
    from: year(from),
    end: null,
    evidence: SAID,
  },
});
const parentOf = (parent: string, child: string): RecordedFact => ({
  fact: 'parentage',
  value: { id: randomUUID(), parent, child, kind: 'biological', evidence: SAID },
});
const input = (familyId: string, fact: RecordedFact, basedOn = 0) => ({
  id: randomUUID(),
  familyId,
  basedOn,
  fact,
  confirmed: [],
});
const record = (familyId: string, fact: RecordedFact, basedOn = 0) =>
  saule.call('recordFamilyFact', input(familyId, fact, basedOn));

const AIGUL = [
  ['Айгүл', 'female', '1988'],
  ['Нұрлан', 'male', '1984'],
  ['Дәурен', 'male', '1983'],
  ['Әсел', 'female', '2008'],
] as const;

describe('Saule', () => {
  it('writes down unions and children of two fathers, and reads them back as a graph', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const first = unionOf(id.Нұрлан!, id.Айгүл!, 'religious-monogamous', '2006');
    await record(familyId, first);
    await record(familyId, parentOf(id.Айгүл!, id.Әсел!));
    await record(familyId, parentOf(id.Нұрлан!, id.Әсел!));
    const person = id.Нұрлан!;
    const life = { state: 'deceased', on: year('2012'), evidence: SAID } as const;
    await record(familyId, { fact: 'life', value: { id: person, life } });
    const { graph, versions, members } = await saule.call('getFamilyGraph', { familyId });
    expect(graph.unions).toEqual([first.value]);
    expect(graph.parentages).toHaveLength(2);
    expect(graph.persons.find((each) => each.id === person)).toEqual({
      id: person,
      sex: 'male',
      birth: year('1984'),
      life,
    });
    expect(versions[person]).toBe(1);
    const names = members.map(({ name }) => name?.given ?? '');
    expect(names.toSorted()).toEqual(AIGUL.map(([given]) => given).toSorted());
  });

  it('is refused what cannot be, and told about whom', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const wrong = input(familyId, parentOf(id.Әсел!, id.Айгүл!));
    const answer = await saule.raw('recordFamilyFact', wrong);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'family-fact-impossible',
      details: {
        findings: [{ code: 'child-older-than-parent', persons: [id.Әсел, id.Айгүл] }],
      },
    } satisfies Partial<Problem>);
    await record(familyId, unionOf(id.Нұрлан!, id.Айгүл!, 'registered', '2006'));
    const second = unionOf(id.Дәурен!, id.Айгүл!, 'registered', '2013');
    expect(await saule.refusal('recordFamilyFact', input(familyId, second))).toBe(
      'family-fact-impossible',
    );
    const { graph } = await saule.call('getFamilyGraph', { familyId });
    expect([graph.parentages, graph.unions.length]).toEqual([[], 1]);
  });

  it('is asked about what seldom is, and writes it down once she says so', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    await record(familyId, unionOf(id.Нұрлан!, id.Айгүл!, 'registered', '2006'));
    const second = unionOf(id.Дәурен!, id.Айгүл!, 'religious-monogamous', '2013');
    const asked = input(familyId, second);
    expect(await saule.refusal('recordFamilyFact', asked)).toBe('family-fact-unlikely');
    const other = { ...asked, confirmed: ['partners-far-apart' as const] };
    expect(await saule.refusal('recordFamilyFact', other)).toBe('family-fact-unlikely');
    const confirmed = { ...asked, confirmed: ['unions-overlap' as const] };
    expect(await saule.call('recordFamilyFact', confirmed)).toEqual({ version: 1 });
    expect(await saule.call('recordFamilyFact', confirmed)).toEqual({ version: 1 });
    const { graph } = await saule.call('getFamilyGraph', { familyId });
    expect(graph.unions).toHaveLength(2);
  });

  it('corrects a union, and a correction of what is no longer so is a clash', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const union = unionOf(id.Нұрлан!, id.Айгүл!, 'registered', '2006');
    await record(familyId, union);
    if (union.fact !== 'union') throw new Error('no union');
    const ended: RecordedFact = {
      ...union,
      value: { ...union.value, end: { how: 'divorce', on: year('2012') } },
    };
    expect(await record(familyId, ended, 1)).toEqual({ version: 2 });
    expect(await saule.refusal('recordFamilyFact', input(familyId, ended, 1))).toBe(
      'changed-meanwhile',
    );
    const { graph } = await saule.call('getFamilyGraph', { familyId });
    expect(graph.unions).toEqual([ended.value]);
    const kept = await rowsAsOwner(
      app.database,
      'select version from family_fact where subject_id = $1 order by version',
      [union.value.id],
    );
    expect(kept).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('takes back a mistake, which stays in the database', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const wrong = parentOf(id.Айгүл!, id.Әсел!);
    await record(familyId, wrong);
    const factId = wrong.value.id;
    const withdrawal = { familyId, factId, kind: 'parentage', basedOn: 1 } as const;
    await saule.call('withdrawFamilyFact', { id: randomUUID(), ...withdrawal });
    const { graph } = await saule.call('getFamilyGraph', { familyId });
    expect(graph.parentages).toEqual([]);
    expect(await saule.refusal('withdrawFamilyFact', { id: randomUUID(), ...withdrawal })).toBe(
      'not-found',
    );
    const [kept] = await rowsAsOwner<{ n: number }>(
      app.database,
      'select count(*)::int as n from family_fact where subject_id = $1',
      [factId],
    );
    expect(kept?.n).toBe(2);
  });

  it('writes from two places at once, and only one of two that exclude each other is kept', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const both = [id.Нұрлан!, id.Дәурен!].map((husband) =>
      saule.refusal(
        'recordFamilyFact',
        input(familyId, unionOf(husband, id.Айгүл!, 'registered', '2006')),
      ),
    );
    const answers = await Promise.all(both);
    expect(answers.toSorted()).toEqual(['family-fact-impossible', null].toSorted());
  });

  it('prints the genogram as a PDF whose name tells of nobody', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    await record(familyId, unionOf(id.Нұрлан!, id.Айгүл!, 'registered', '2006'));
    const answer = await saule.raw('getGenogramFile', { familyId, language: 'kk' });
    expect(answer.status).toBe(200);
    expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(String(answer.headers['content-disposition'])).toContain('genogram-kk.pdf');
  });

  it('leaves in the log whom she looked at, and what kind of thing she wrote', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    await record(familyId, parentOf(id.Айгүл!, id.Әсел!));
    await saule.call('getFamilyGraph', { familyId });
    const entriesOf = async (action: string) =>
      (await app.as('ruslan').call('listAuditEntries', { action })).entries;
    const [written] = await entriesOf('recordFamilyFact');
    expect(written).toMatchObject({ effect: 'write', facts: { kindOfFact: 'parentage' } });
    expect(written?.about).toEqual([familyId, id.Айгүл, id.Әсел]);
    const [read] = await entriesOf('getFamilyGraph');
    expect(read?.about.toSorted()).toEqual([familyId, ...Object.values(id)].toSorted());
  });
});

describe('nobody writes about', () => {
  it('somebody of another family', async () => {
    const one = await familyOf(saule, [['Айгүл', 'female', '1988']]);
    const other = await familyOf(saule, [['Нұрлан', 'male', '1984']]);
    const union = unionOf(one.id.Айгүл!, other.id.Нұрлан!, 'registered', '2006');
    expect(await saule.refusal('recordFamilyFact', input(one.familyId, union))).toBe('not-found');
  });

  it('a family of another centre, and Gulmira reads and does not write', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const marat = app.asAccount(await colleague(app, 'marat.graph'));
    expect(await marat.refusal('getFamilyGraph', { familyId })).toBe('not-found');
    const fact = parentOf(id.Айгүл!, id.Әсел!);
    expect(await marat.refusal('recordFamilyFact', input(familyId, fact))).toBe('not-found');
    await app.as('kairat').call('assignSupervision', {
      id: randomUUID(),
      supervisorId: app.id('gulmira'),
      practitionerId: app.id('saule'),
    });
    const gulmira = app.as('gulmira');
    expect((await gulmira.call('getFamilyGraph', { familyId })).members).toHaveLength(4);
    expect(await gulmira.refusal('recordFamilyFact', input(familyId, fact))).toBe('not-allowed');
  });
});

describe('a query injected under the name of', () => {
  const ROW_POLICY = '42501';
  const asked = (accountId: string, text: string) =>
    rowsAsApp<{ n: number }>(
      app.database,
      {
        actor_kind: 'account',
        actor_id: accountId,
        programme_id: app.programmeId,
        fully_signed_in: 'yes',
      },
      text,
    );
  const refusedAs = async (accountId: string, text: string) => {
    try {
      await asked(accountId, text);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const insertion = (given: {
    by: string;
    familyId: string;
    subject: string;
    version: number;
    person: string;
  }) =>
    `insert into family_fact (id, programme_id, family_id, fact, subject_id, version, people, value, recorded_by, recorded_at)
     values (gen_random_uuid(), '${app.programmeId}', '${given.familyId}', 'parentage', '${given.subject}', ${given.version},
       array['${given.person}'::uuid], '{"id":"${given.subject}"}', '${given.by}', now())`;

  it('anybody but who holds the family finds nothing', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    await record(familyId, parentOf(id.Айгүл!, id.Әсел!));
    const marat = await colleague(app, 'marat.asks');
    const count = `select count(*)::int as n from family_fact where family_id = '${familyId}'`;
    for (const accountId of [marat, app.id('dana'), app.id('timur'), app.id('ruslan')]) {
      expect(await asked(accountId, count)).toEqual([{ n: 0 }]);
    }
    expect(await asked(app.id('saule'), count)).toEqual([{ n: 1 }]);
  });

  it('Marat writes no version of a fact that Saule holds, be it in his own family', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const fact = parentOf(id.Айгүл!, id.Әсел!);
    await record(familyId, fact);
    const marat = await colleague(app, 'marat.writes');
    const own = await familyOf(app.asAccount(marat), [['Жанар', 'female', '1980']]);
    const subject = fact.value.id;
    const person = own.id.Жанар!;
    const tried = [
      { by: marat, familyId, subject, version: 2, person: id.Айгүл! },
      { by: marat, familyId: own.familyId, subject, version: 2, person },
      {
        by: marat,
        familyId: own.familyId,
        subject: randomUUID(),
        version: 1,
        person: id.Айгүл!,
      },
      { by: app.id('saule'), familyId: own.familyId, subject: randomUUID(), version: 1, person },
    ];
    for (const row of tried) expect(await refusedAs(marat, insertion(row))).toBe(ROW_POLICY);
    const right = { by: marat, familyId: own.familyId, subject: randomUUID(), version: 1, person };
    expect(await refusedAs(marat, insertion(right))).toBe('done');
  });

  it('Saule skips no version, and changes and deletes none', async () => {
    const { familyId, id } = await familyOf(saule, AIGUL);
    const by = app.id('saule');
    const row = { by, familyId, subject: randomUUID(), version: 2, person: id.Айгүл! };
    expect(await refusedAs(by, insertion(row))).toBe(ROW_POLICY);
    expect(await refusedAs(by, 'update family_fact set version = 7')).toBe(ROW_POLICY);
    expect(await refusedAs(by, 'delete from family_fact')).toBe(ROW_POLICY);
  });
});
