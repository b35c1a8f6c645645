import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../../consents/test/consenting.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

const WHAT = 'Шопан ауылына бара жатқанда қызметтік планшет жоғалды.';
let app: TestApp;
let breachId: string;

beforeAll(async () => {
  app = await testApp();
  await settle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const breach = (noticedOn: string) => ({
  ...{ id: randomUUID(), noticedOn, kind: 'lost-device' as const, size: 'up-to-10' as const },
  ...{ data: ['names' as const, 'contacts' as const], what: WHAT },
  measures: 'Құрылғы жойылды деп белгіленді, есептік жазба жабылды.',
});

describe('a tablet that was lost on a Friday', () => {
  it('is to be told to the authority by the end of Monday', async () => {
    app.clock.advance(-3 * 24 * 60);
    const lost = breach('2026-11-20');
    breachId = lost.id;
    expect(await app.as('ruslan').call('recordBreach', lost)).toEqual({ dueOn: '2026-11-23' });
    expect((await app.as('ruslan').call('listDuties', {})).duties).toMatchObject([
      { kind: 'breach', waiting: 1, overdue: 0, nearest: '2026-11-23' },
    ]);
    expect(await app.as('ruslan').refusal('recordBreach', breach('2026-11-21'))).toBe(
      'input-invalid',
    );
  });

  it.each([
    ['kk', 'Дербес деректер қауіпсіздігінің бұзылуы', 'байланыс деректері'],
    ['ru', 'Уведомление о нарушении', 'контакты'],
    ['en', 'Notice of a breach', 'contacts'],
  ] as const)('has its notice drafted in %s', async (language, title, data) => {
    const { bytes } = await app.as('ruslan').raw('getBreachNoticeFile', { breachId, language });
    const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], {
      input: bytes,
      encoding: 'utf8',
    });
    for (const text of [title, data, 'Руслан Ким', 'Шопан ауылына']) expect(stdout).toContain(text);
  });

  it('is overdue on Tuesday, and says so until the notice was given', async () => {
    app.clock.advance(4 * 24 * 60);
    const ruslan = app.as('ruslan');
    expect((await ruslan.call('listDuties', {})).duties).toMatchObject([
      { kind: 'breach', overdue: 1 },
    ]);
    expect((await ruslan.call('listBreaches', {})).breaches).toMatchObject([{ state: 'overdue' }]);
    const notice = { breachId, way: 'portal', on: '2026-11-24' } as const;
    await ruslan.call('recordBreachNotice', { id: randomUUID(), ...notice });
    expect((await ruslan.call('listDuties', {})).duties).toEqual([]);
    expect((await ruslan.call('listBreaches', {})).breaches).toMatchObject([
      {
        state: 'noticed',
        what: WHAT,
        notice: { way: 'portal', on: '2026-11-24', by: 'Руслан Ким' },
      },
    ]);
    expect(await ruslan.refusal('recordBreachNotice', { id: randomUUID(), ...notice })).toBe(
      'breach-noticed',
    );
    const [entry] = await rowsAsOwner<{ facts: object }>(
      app.database,
      `select facts from audit_entry where action = 'recordBreachNotice'`,
    );
    expect(entry?.facts).toMatchObject({ isLate: true });
  });

  it('is told in no row that a stolen disk could give away, and to nobody else', async () => {
    expect(
      await rowsAsOwner(app.database, `select from breach where breach::text like '%планшет%'`),
    ).toEqual([]);
    for (const name of ['saule', 'gulmira', 'dana', 'kairat'] as const) {
      expect(await app.as(name).refusal('listBreaches', {})).toBe('not-allowed');
      const settings = {
        actor_kind: 'account',
        actor_id: app.id(name),
        programme_id: app.programmeId,
      };
      expect(
        await rowsAsApp(
          app.database,
          { ...settings, fully_signed_in: 'yes' },
          'select * from breach',
        ),
      ).toEqual([]);
    }
  });
});
