import { randomUUID } from 'node:crypto';
import { openPapers, type PaperInput } from '@tirek/domain/people/papers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, opening, TODAY, write } from '../../cases/test/casework.ts';
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

const paperOf = (over: Partial<PaperInput> = {}): PaperInput => ({
  subjectId: randomUUID(),
  kind: 'death-certificate',
  state: 'missing',
  aboutPersonId: null,
  since: '2026-09-01',
  actor: null,
  step: null,
  dueOn: null,
  expiresOn: null,
  ...over,
});
const input = (personId: string, paper: PaperInput, basedOn = 0) => ({
  id: randomUUID(),
  personId,
  basedOn,
  paper,
});
const record = (personId: string, paper: PaperInput, basedOn = 0) =>
  saule.call('recordPaper', input(personId, paper, basedOn));

describe('Saule and the papers of a widow', () => {
  it('follows a death certificate from missing to held, and every step of it stays', async () => {
    const { familyId, personId } = await agreeing(saule);
    const missing = paperOf();
    await record(personId, missing);
    const benefit = paperOf({ kind: 'survivor-benefit', actor: 'centre' });
    await record(personId, benefit);
    const board = async () => {
      const { today, families } = await saule.call('listPapers', {});
      const own = families.find(({ family }) => family.id === familyId);
      return openPapers(own?.papers ?? [], { today, births: new Map() });
    };
    const [first, second] = (await board()).toSorted((a) =>
      a.paper.kind === 'death-certificate' ? -1 : 1,
    );
    expect(first).toMatchObject({
      reasons: ['nobody'],
      behind: [{ kind: 'survivor-benefit', personId }],
    });
    expect(second?.reasons).toEqual(['waits-for-another']);
    const { cases } = await saule.call('listCases', {});
    const own = cases.find(({ family }) => family.id === familyId);
    expect(own?.stuck.map(({ kind }) => kind).toSorted()).toEqual([
      'death-certificate',
      'survivor-benefit',
    ]);
    const applied = {
      ...missing,
      ...({ state: 'applied', since: '2026-11-20', actor: 'court' } as const),
      ...({ step: 'court-hearing', dueOn: '2026-11-22' } as const),
    };
    expect(await record(personId, applied, 1)).toEqual({ version: 2 });
    expect((await board()).flatMap(({ reasons }) => reasons)).toContain('overdue');
    await record(personId, paperOf({ ...missing, state: 'held', since: TODAY }), 2);
    expect(await board()).toMatchObject([{ paper: { kind: 'survivor-benefit' }, reasons: [] }]);
    const { papers, agreed } = await saule.call('listFamilyPapers', { familyId });
    expect(agreed).toEqual([personId]);
    expect(
      papers.filter(({ subjectId }) => subjectId === missing.subjectId).map(({ state }) => state),
    ).toEqual(['missing', 'applied', 'held']);
  });

  it('finds the day on which a paper is due on her list of today, and puts it off', async () => {
    const { familyId, personId } = await agreeing(saule);
    const paper = paperOf({ state: 'applied', actor: 'court', dueOn: '2026-11-22' });
    await record(personId, paper);
    const due = async () => {
      const { cases } = await saule.call('listCases', {});
      const tasks = cases.find(({ family }) => family.id === familyId)?.tasks ?? [];
      return tasks.filter(({ kind }) => kind === 'paper-due');
    };
    expect(await due()).toMatchObject([
      { subjectId: paper.subjectId, dueOn: '2026-11-22', standing: 'overdue', category: 'papers' },
    ]);
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, {
      ...({ kind: 'snooze', subjectId: randomUUID(), state: 'put-off', personId: null } as const),
      value: {
        ...({ task: 'paper-due', of: paper.subjectId, dueOn: '2026-11-22' } as const),
        ...({ until: '2026-11-30', reason: 'waiting-for-others' } as const),
      },
      words: null,
    });
    expect(await due()).toMatchObject([{ standing: 'put-off' }]);
    expect((await saule.call('getCase', { familyId })).papers).toHaveLength(1);
    await record(personId, paperOf({ ...paper, state: 'held', actor: null, dueOn: null }), 1);
    expect(await due()).toEqual([]);
  });

  it('is told when a colleague was faster, and what cannot be', async () => {
    const { familyId, personId } = await agreeing(saule);
    const child = await agreeing(saule, { given: 'Әсел', familyId });
    const stranger = await agreeing(saule, { given: 'Бөтен' });
    const paper = paperOf();
    await record(personId, paper);
    const refused = (over: Partial<PaperInput>, basedOn = 1, who = personId) =>
      saule.refusal('recordPaper', input(who, { ...paper, ...over }, basedOn));
    expect(await refused({}, 0)).toBe('changed-meanwhile');
    expect(await refused({ since: '2026-11-24' })).toBe('paper-day-to-come');
    expect(await refused({ kind: 'marriage' })).toBe('input-invalid');
    expect(await refused({ state: 'held', actor: 'court' })).toBe('input-invalid');
    expect(await refused({ aboutPersonId: stranger.personId })).toBe('not-found');
    expect(await refused({ aboutPersonId: child.personId })).toBeNull();
  });

  it('writes nothing new without the consent to a record, and may end what she wrote', async () => {
    const silent = await agreeing(saule, { purposes: ['screening'] });
    const code = await saule.refusal('recordPaper', input(silent.personId, paperOf()));
    expect(code).toBe('case-consent-missing');
    const { personId } = await agreeing(saule);
    const paper = paperOf();
    await record(personId, paper);
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       select gen_random_uuid(), programme_id, person_id, purpose, party, 'withdrawn', needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at + interval '1 second'
       from consent where person_id = $1`,
      [personId],
    );
    expect(
      await saule.refusal('recordPaper', input(personId, { ...paper, state: 'refused' }, 1)),
    ).toBe('case-consent-missing');
    expect(await record(personId, { ...paper, state: 'not-needed' }, 1)).toEqual({ version: 2 });
  });

  it('leaves in the log whose paper it was and of what kind, and nothing else', async () => {
    const { personId } = await agreeing(saule);
    await record(personId, paperOf());
    const { entries } = await app.as('ruslan').call('listAuditEntries', { action: 'recordPaper' });
    expect(entries[0]).toMatchObject({
      about: [personId],
      facts: { kindOfPaper: 'death-certificate', paperState: 'missing' },
    });
  });
});

describe('a woman who was registered twice', () => {
  it('has the papers of both while the two are one, and each goes on with its own afterwards', async () => {
    const kept = await agreeing(saule);
    const spare = await agreeing(saule);
    const paper = paperOf();
    await record(spare.personId, paper);
    const id = randomUUID();
    const asked = { personId: kept.personId, otherId: spare.personId };
    const { conflicts } = await saule.call('previewMerge', asked);
    await saule.call('askMerge', { ...asked, id, confirmed: conflicts });
    const statesOf = async (familyId: string) =>
      (await saule.call('listFamilyPapers', { familyId })).papers.map(({ state, personId }) => [
        state,
        personId,
      ]);
    expect(await statesOf(kept.familyId)).toEqual([['missing', kept.personId]]);
    await record(kept.personId, { ...paper, state: 'applied', actor: 'court' }, 1);
    await saule.call('undoMerge', { id: randomUUID(), mergeId: id });
    expect(await statesOf(kept.familyId)).toEqual([['applied', kept.personId]]);
    expect(await statesOf(spare.familyId)).toEqual([['missing', spare.personId]]);
    expect(await record(spare.personId, { ...paper, state: 'refused' }, 1)).toEqual({ version: 2 });
  });
});

describe('numbers of papers', () => {
  it('reach Aidos in whole fives, of his region only, and without a name', async () => {
    const before = await rowsAsOwner<{ n: number }>(
      app.database,
      `select count(distinct person_id)::int as n from paper where kind = 'disability'`,
    );
    expect(before).toEqual([{ n: 0 }]);
    for (let at = 0; at < 6; at += 1) {
      const { personId } = await agreeing(saule);
      await record(personId, paperOf({ kind: 'disability' }));
    }
    const { counts } = await app.as('aidos').call('countPapers', {});
    const own = counts.filter(({ kind }) => kind === 'disability');
    expect(own).toEqual([{ region: 'KZ-27', kind: 'disability', people: 5 }]);
    await expect(app.as('aidos').refusal('listPapers', {})).resolves.toBe('not-allowed');
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
  const triedAs = async (accountId: string, text: string) => {
    try {
      await asked(accountId, text);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const insertion = (row: {
    by: string;
    person: string;
    subject?: string;
    version?: number;
    kind?: string;
    state?: string;
    about?: string;
  }) =>
    `insert into paper (id, programme_id, person_id, subject_id, version, kind, state, about_person_id, since_on, recorded_by,
       recorded_at, recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', '${row.person}', '${row.subject ?? randomUUID()}', ${row.version ?? 1},
       '${row.kind ?? 'death-certificate'}', '${row.state ?? 'missing'}', ${row.about ? `'${row.about}'` : 'null'},
       '${TODAY}', '${row.by}', '${TODAY}T05:00:00Z', '${TODAY}')`;

  it('anybody but who holds the family, or supervises who does, finds no paper', async () => {
    const { personId } = await agreeing(saule);
    await record(personId, paperOf());
    const marat = await colleague(app, 'marat.papers');
    const count = `select count(*)::int as n from paper where person_id = '${personId}'`;
    const others = ['bolat', 'zarina', 'aidos', 'dana', 'timur', 'ruslan', 'kairat'] as const;
    for (const accountId of [marat, ...others.map((name) => app.id(name))]) {
      expect(await asked(accountId, count)).toEqual([{ n: 0 }]);
      if (accountId !== app.id('aidos')) {
        expect(await asked(accountId, 'select * from paper_counts()')).toEqual([]);
      }
    }
    for (const who of ['saule', 'gulmira'] as const) {
      expect(await asked(app.id(who), count)).toEqual([{ n: 1 }]);
    }
  });

  it('nobody writes into another’s papers, skips a version, or writes without consent', async () => {
    const { personId } = await agreeing(saule);
    const silent = await agreeing(saule, { purposes: [] });
    const stranger = await agreeing(saule, { given: 'Бөтен' });
    const paper = paperOf();
    await record(personId, paper);
    const marat = await colleague(app, 'marat.puts.papers');
    const own = await agreeing(app.asAccount(marat), { given: 'Жанар' });
    const by = app.id('saule');
    const subject = paper.subjectId;
    for (const row of [
      { by: marat, person: personId },
      { by, person: own.personId },
      { by: marat, person: own.personId, subject },
      { by: marat, person: own.personId, subject, version: 2 },
      { by: app.id('gulmira'), person: personId },
    ]) {
      expect(await triedAs(marat, insertion(row))).toBe(ROW_POLICY);
    }
    expect(
      await triedAs(app.id('gulmira'), insertion({ by: app.id('gulmira'), person: personId })),
    ).toBe(ROW_POLICY);
    for (const row of [
      { by, person: silent.personId },
      { by, person: personId, subject, version: 3 },
      { by, person: personId, subject, version: 2, kind: 'marriage' },
      { by, person: personId, about: stranger.personId },
    ]) {
      expect(await triedAs(by, insertion(row))).toBe(ROW_POLICY);
    }
    expect(await triedAs(by, insertion({ by, person: personId, subject, version: 2 }))).toBe(
      'done',
    );
  });

  it('anybody changes and deletes no paper', async () => {
    for (const who of ['saule', 'gulmira', 'ruslan', 'kairat'] as const) {
      expect(await triedAs(app.id(who), `update paper set state = 'held'`)).toBe(ROW_POLICY);
      expect(await triedAs(app.id(who), 'delete from paper')).toBe(ROW_POLICY);
    }
  });
});

describe('whoever is erased', () => {
  it('takes along what was told of her papers', async () => {
    const { familyId, personId } = await agreeing(saule);
    await agreeing(saule, { given: 'Әсел', familyId });
    await record(personId, paperOf());
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    await app.as('ruslan').call('decideErasure', {
      id: randomUUID(),
      requestId: id,
      decision: { kind: 'erased' },
    });
    const rows = await rowsAsOwner(app.database, 'select 1 from paper where person_id = $1', [
      personId,
    ]);
    expect(rows).toEqual([]);
  });
});
