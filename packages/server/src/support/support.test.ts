import { randomUUID } from 'node:crypto';
import { MERGE_CONFLICTS } from '@tirek/domain/people/merging';
import type { SupportBegin, SupportSheet } from '@tirek/domain/support';
import { foldSupport, receivedEvidenceBasedCare, standingAid } from '@tirek/domain/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreeing, opening, TODAY, write } from '../cases/test/casework.ts';
import { settle } from '../consents/test/consenting.ts';
import { inRequest } from '../db/request-transaction.ts';
import { CAST_REGION } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { supportHeld } from './held-about.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => app.clock.advance(0.01));

async function supported(purposes: ('service' | 'screening')[] = ['service']) {
  const made = await agreeing(saule, { purposes });
  await write(saule, made.familyId, opening(made.personId));
  return made;
}

const COUNSELLING: SupportBegin = {
  ...({ kind: 'counselling', method: 'problem-management', giver: 'psychologist' } as const),
  ...{ providerId: null, isForFamily: false, need: 'distress', groupId: null },
};
const row = (
  personId: string,
  courseId: string,
  over: Partial<SupportSheet['rows'][number]> = {},
) => ({
  ...({ id: randomUUID(), courseId, personId, attendance: 'attended' } as const),
  ...{ supersedes: null, note: null },
  ...over,
});
const sheet = (rows: SupportSheet['rows'], over: Partial<SupportSheet> = {}): SupportSheet => ({
  ...{ heldOn: TODAY, minutes: 50, language: 'kk', begins: null },
  rows,
  ...over,
});
const record = (client: TestClient, given: SupportSheet) =>
  client.call('recordSupportSheet', { id: randomUUID(), sheet: given });
const refused = (client: TestClient, given: SupportSheet) =>
  client.refusal('recordSupportSheet', { id: randomUUID(), sheet: given });
const shownTo = async (client: TestClient, personId: string) =>
  foldSupport(await client.call('listSupport', { personId }));

/** Four meetings of one kind of help, a week apart. */
async function fourTimes(personId: string, begins: SupportBegin): Promise<string> {
  const courseId = randomUUID();
  for (const [at, heldOn] of ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].entries()) {
    await record(
      saule,
      sheet([row(personId, courseId)], { heldOn, begins: at === 0 ? begins : null }),
    );
  }
  return courseId;
}

describe('what Saule writes down after a meeting', () => {
  it('stands in the file of Madina with its note, once however often it was sent, and Gulmira reads it', async () => {
    const { personId } = await supported();
    const courseId = randomUUID();
    const sent = {
      id: randomUUID(),
      sheet: sheet([row(personId, courseId, { note: 'Ұйқысы жақсарды.' })], {
        begins: COUNSELLING,
      }),
    };
    await saule.call('recordSupportSheet', sent);
    await saule.call('recordSupportSheet', sent);
    for (const reader of [saule, gulmira]) {
      const [shown, ...others] = await shownTo(reader, personId);
      expect(others).toEqual([]);
      expect(shown).toMatchObject({
        ...{ attended: 1, expected: 1, end: null },
        course: { ...COUNSELLING, beganOn: TODAY, providerKind: 'psychological-support-centre' },
        sessions: [{ note: 'Ұйқысы жақсарды.', minutes: 50, language: 'kk' }],
      });
    }
    const kept = await rowsAsOwner<{ sealed: Buffer }>(
      app.database,
      'select sealed from support_session where person_id = $1',
      [personId],
    );
    expect(kept[0]?.sealed.toString('utf8')).not.toContain('Ұйқы');
    const log = await rowsAsOwner(
      app.database,
      `select facts from audit_entry where action = 'recordSupportSheet' and $1 = any (about)`,
      [personId],
    );
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toMatch(/counselling|problem/);
  });

  it('counts who came of those expected, and how many were missed in a row', async () => {
    const { personId } = await supported();
    const courseId = await fourTimes(personId, COUNSELLING);
    await record(
      saule,
      sheet([row(personId, courseId, { attendance: 'missed' })], { heldOn: '2026-11-20' }),
    );
    await record(
      saule,
      sheet([row(personId, courseId, { attendance: 'cancelled-by-us' })], { heldOn: '2026-11-21' }),
    );
    await record(
      saule,
      sheet([row(personId, courseId, { attendance: 'missed' })], { heldOn: '2026-11-22' }),
    );
    const [shown] = await shownTo(saule, personId);
    expect(shown).toMatchObject({
      ...{ attended: 4, expected: 6, missedInRow: 2, lastAttendedOn: '2026-11-16' },
    });
  });

  it('is corrected by a row of its own, once; a slip counts no more, and both stay', async () => {
    const { personId } = await supported();
    const courseId = randomUUID();
    const first = row(personId, courseId);
    await record(saule, sheet([first], { begins: COUNSELLING }));
    const second = row(personId, courseId, { attendance: 'missed', supersedes: first.id });
    await record(saule, sheet([second]));
    expect(await refused(saule, sheet([row(personId, courseId, { supersedes: first.id })]))).toBe(
      'changed-meanwhile',
    );
    expect((await shownTo(saule, personId))[0]).toMatchObject({ attended: 0, expected: 1 });
    await record(
      saule,
      sheet([row(personId, courseId, { attendance: 'struck', supersedes: second.id })]),
    );
    expect((await shownTo(saule, personId))[0]).toMatchObject({ expected: 0, sessions: [] });
    expect((await saule.call('listSupport', { personId })).sessions).toHaveLength(3);
    expect(await refused(saule, sheet([row(personId, courseId, { attendance: 'struck' })]))).toBe(
      'input-invalid',
    );
  });

  it('is one row for each woman of a group, all or none, and tells nobody of the others beyond her own people', async () => {
    const women = [await supported(), await supported(), await supported()];
    const groupId = randomUUID();
    const begins: SupportBegin = {
      ...COUNSELLING,
      kind: 'group',
      method: 'self-help-plus',
      groupId,
    };
    const rows = women.map(({ personId }, at) =>
      row(personId, randomUUID(), at === 1 ? { attendance: 'missed' } : {}),
    );
    const stranger = row(randomUUID(), randomUUID());
    expect(await refused(saule, sheet([...rows, stranger], { begins }))).toBe('not-found');
    expect((await saule.call('listSupportGroups', {})).courses).toEqual([]);
    await record(saule, sheet(rows, { begins }));
    const { courses, sessions } = await gulmira.call('listSupportGroups', {});
    expect(courses.map((course) => course.groupId)).toEqual([groupId, groupId, groupId]);
    expect(sessions.filter(({ attendance }) => attendance === 'missed')).toHaveLength(1);
    expect(courses.map(({ personId }) => personId).toSorted()).toEqual(
      women.map(({ personId }) => personId).toSorted(),
    );
    const first = await saule.call('listSupport', { personId: women[0]?.personId ?? '' });
    expect(JSON.stringify(first)).not.toContain(women[1]?.personId);
  });

  it('waits for consent and an open case, is never of a day to come, and ends when the help has ended', async () => {
    const { personId, familyId } = await agreeing(saule, { purposes: [] });
    const begins = COUNSELLING;
    const courseId = randomUUID();
    const today = sheet([row(personId, courseId)], { begins });
    expect(await refused(saule, today)).toBe('case-not-open');
    const other = await supported();
    await rowsAsOwner(
      app.database,
      `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, person_id, value, recorded_by, recorded_at,
         recorded_on)
       select gen_random_uuid(), programme_id, $1, kind, $1, 1, state, $2, value, recorded_by, recorded_at, recorded_on
       from case_entry where family_id = $3 and kind = 'case'`,
      [familyId, personId, other.familyId],
    );
    expect(await refused(saule, today)).toBe('case-consent-missing');
    const sent = { heldOn: '2026-11-24', begins };
    expect(await refused(saule, sheet([row(other.personId, randomUUID())], sent))).toBe(
      'case-day-to-come',
    );
    const begun = await fourTimes(other.personId, begins);
    const ending = { personId: other.personId, courseId: begun, endedOn: '2026-11-18' } as const;
    await saule.call('endSupport', { id: randomUUID(), ...ending, how: 'completed' });
    expect(await saule.refusal('endSupport', { id: randomUUID(), ...ending, how: 'stopped' })).toBe(
      'changed-meanwhile',
    );
    expect(await refused(saule, sheet([row(other.personId, begun)]))).toBe('support-ended');
    await record(saule, sheet([row(other.personId, begun)], { heldOn: '2026-11-17' }));
  });
});

describe('care that counts as evidence-based', () => {
  const born = { from: '1990-05-17', to: '1990-05-17' };
  const year = { from: '2026-01-01', to: TODAY, born };

  it('takes four meetings that she came to, and says which records and which rule', async () => {
    const { personId } = await supported();
    const courseId = await fourTimes(personId, COUNSELLING);
    const records = await saule.call('listSupport', { personId });
    expect(records.born).toEqual(born);
    const { received, receipt } = receivedEvidenceBasedCare(records, year);
    expect(received).toBe(true);
    expect(receipt).toMatchObject({
      rule: { version: 1, attended: 4 },
      courses: [{ courseId, why: null }],
    });
    expect(receipt.courses[0]?.attended).toHaveLength(4);
    const later = receivedEvidenceBasedCare(records, { ...year, from: '2026-11-01' });
    expect(later).toMatchObject({ received: false, receipt: { courses: [{ why: 'too-few' }] } });
  });

  it('is written down and never counted where a centre gives what needs a licence', async () => {
    const { personId } = await supported();
    await fourTimes(personId, { ...COUNSELLING, kind: 'therapy', method: 'emdr' });
    const told = receivedEvidenceBasedCare(await saule.call('listSupport', { personId }), year);
    expect(told).toMatchObject({
      received: false,
      receipt: { courses: [{ why: 'beyond-scope' }] },
    });
    const providerId = randomUUID();
    await app.as('dana').call('recordProvider', {
      ...{ id: randomUUID(), providerId, basedOn: 0, closed: null },
      provider: {
        name: { kk: 'Психикалық денсаулық орталығы', ru: '', en: '' },
        ...({ holder: 'state', kind: 'mental-health-centre', region: null } as const),
        contacts: { phone: '', email: '', address: '', site: '' },
      },
    } as never);
    const { personId: other } = await supported();
    await fourTimes(other, {
      ...({ ...COUNSELLING, kind: 'therapy', method: 'emdr', giver: 'psychotherapist' } as const),
      providerId,
    });
    const there = await saule.call('listSupport', { personId: other });
    expect(there.providers[providerId]?.kk).toBe('Психикалық денсаулық орталығы');
    expect(receivedEvidenceBasedCare(there, year).received).toBe(true);
  });
});

describe('what was handed over', () => {
  const coal = {
    ...({ kind: 'fuel', amount: 85_000, currency: 'KZT', handedOn: TODAY } as const),
    ...{ providerId: null, isForFamily: true, need: 'housing' as const },
    ...{ supersedes: null, isGiven: true },
  };

  it('needs no consent to screening and no open case, has a currency, and is corrected by a row', async () => {
    const { personId } = await agreeing(saule);
    const id = randomUUID();
    await saule.call('recordMaterialAid', { id, personId, aid: coal });
    await saule.call('recordMaterialAid', {
      ...{ id: randomUUID(), personId },
      aid: { ...coal, amount: 58_000, supersedes: id },
    });
    const records = await saule.call('listSupport', { personId });
    expect(records.aid).toHaveLength(2);
    expect(standingAid(records)).toMatchObject([{ amount: 58_000, currency: 'KZT' }]);
    const { currency: _, ...bare } = coal;
    expect(
      (await saule.raw('recordMaterialAid', { id: randomUUID(), personId, aid: bare })).body,
    ).toMatchObject({ code: 'input-invalid' });
  });
});

describe('the wall', () => {
  /** What became of a statement as the program itself would send it for an account: the code of a refusal, or nothing. */
  const tried = async (accountId: string, text: string): Promise<string | undefined> => {
    try {
      await rowsAsApp(
        app.database,
        {
          ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
          fully_signed_in: 'yes',
        },
        text,
      );
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  it('shows it to nobody who does not hold the family or answer for who does', async () => {
    const { personId } = await supported();
    const courseId = await fourTimes(personId, COUNSELLING);
    for (const who of ['bolat', 'aidos', 'dana', 'timur', 'zarina', 'kairat', 'ruslan'] as const) {
      expect(await app.as(who).refusal('listSupport', { personId })).toBe('not-allowed');
      expect(await app.as(who).refusal('listSupportGroups', {})).toBe('not-allowed');
      expect(await refused(app.as(who), sheet([row(personId, courseId)]))).toBe('not-allowed');
    }
    expect(await refused(gulmira, sheet([row(personId, courseId)]))).toBe('not-allowed');
    const marat = app.asAccount(await colleague(app, 'marat.helps', 'practitioner', CAST_REGION));
    expect(await marat.refusal('listSupport', { personId })).toBe('not-found');
    expect(await refused(marat, sheet([row(personId, courseId)]))).toBe('not-found');
    expect((await marat.call('listSupportGroups', {})).courses).toEqual([]);
  });

  it('stands in the database too, whatever the program would let through', async () => {
    const { personId } = await supported();
    const courseId = await fourTimes(personId, COUNSELLING);
    const marat = await colleague(app, 'marat.injects', 'practitioner', CAST_REGION);
    const session = (by: string, over: { day?: string; attendance?: string } = {}) =>
      `insert into support_session (id, programme_id, course_id, person_id, held_on, minutes, attendance, language, recorded_by,
         recorded_at, recorded_on)
       values (gen_random_uuid(), '${app.programmeId}', '${courseId}', '${personId}', '${over.day ?? TODAY}', 50,
         '${over.attendance ?? 'attended'}', 'kk', '${by}', '${app.clock.now()}', '${TODAY}')`;
    const others = ['bolat', 'aidos', 'dana', 'gulmira', 'ruslan'] as const;
    for (const who of [marat, ...others.map((name) => app.id(name))]) {
      expect(await tried(who, session(who))).toBe('42501');
    }
    for (const table of ['support_course', 'support_session', 'support_end', 'material_aid']) {
      expect(await tried(app.id('saule'), `delete from ${table}`)).toBe('42501');
      expect(await tried(marat, `select 1 / count(*) from ${table}`)).toBe('22012');
      await expect(rowsAsOwner(app.database, `delete from ${table}`)).rejects.toThrow(
        'append-only',
      );
    }
    const by = app.id('saule');
    expect(await tried(by, session(by, { day: '2026-11-24' }))).toBe('23514');
    expect(await tried(by, session(by, { attendance: 'struck' }))).toBe('23514');
    expect(await tried(by, session(by))).toBeUndefined();
    const [foreign] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from support_session where course_id <> $1 and supersedes is null limit 1',
      [courseId],
    );
    const correcting = session(by)
      .replace('attendance, language', 'attendance, supersedes, language')
      .replace(`'attended', 'kk'`, `'attended', '${foreign?.id}', 'kk'`);
    expect(await tried(by, correcting)).toBe('42501');
    const other = await supported();
    expect(await tried(by, session(by).replaceAll(personId, other.personId))).toBe('42501');
  });

  it('goes with her when she is erased, is counted before, and stands in her own copy', async () => {
    const { personId } = await supported();
    await fourTimes(personId, COUNSELLING);
    const actor = {
      ...{ kind: 'account' as const, accountId: app.id('saule'), programmeId: app.programmeId },
      ...{ assignments: [{ role: 'practitioner' as const, region: CAST_REGION }] },
      ...{ sessionId: randomUUID(), isFullySignedIn: true as const },
    };
    const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
    const [held] = await inRequest(app.database, actor, (tx) =>
      supportHeld.read({ tx, actor, keyFor, personId, language: 'kk' }),
    );
    expect(JSON.stringify(held?.items)).toContain('Кеңес беру');
    expect(JSON.stringify(held)).not.toContain(app.id('saule'));
    const preview = await saule.call('previewErasure', { personId });
    expect(preview.goes).toMatchObject({ supportGiven: 5 });
    const requestId = randomUUID();
    await saule.call('requestErasure', { id: requestId, personId, basis: 'person-asks' });
    app.clock.advance(1);
    await app.as('ruslan').call('decideErasure', {
      ...{ id: randomUUID(), requestId, decision: { kind: 'erased' } },
    });
    for (const table of ['support_course', 'support_session', 'support_end', 'material_aid']) {
      const query = `select from ${table} where person_id = $1`;
      expect(await rowsAsOwner(app.database, query, [personId])).toEqual([]);
    }
  });

  it('is read as one of two records of one woman, and goes on under the one who stands', async () => {
    const one = await supported();
    const other = await supported();
    const courseId = await fourTimes(other.personId, COUNSELLING);
    app.clock.advance(0.01);
    await saule.call('askMerge', {
      ...{ id: randomUUID(), personId: one.personId, otherId: other.personId },
      confirmed: [...MERGE_CONFLICTS],
    });
    await record(saule, sheet([row(one.personId, courseId)]));
    expect(await shownTo(saule, one.personId)).toMatchObject([{ attended: 5 }]);
  });
});
