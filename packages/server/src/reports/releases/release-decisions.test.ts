import { randomUUID } from 'node:crypto';
import type { AnalysisPlan, ReportRelease } from '@tirek/domain/reports';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openSurvey,
  phq8,
  SETTINGS,
  send,
  shuffle,
  submissionOf,
} from '../../surveys/test/test-survey.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { approval, inEnglish, planOver, releasingIn } from './test/releasing.ts';

let app: TestApp;
/** A short questionnaire, which two dozen women answered: who may do what does not hang on how long a report is. */
let waveId: string;
let planFor: ReturnType<typeof planOver>;
let prepared: ReturnType<typeof releasingIn>['prepared'];
let release: ReturnType<typeof releasingIn>['release'];
let network: ReportRelease;
let open: ReportRelease;
beforeAll(async () => {
  app = await testApp();
  waveId = await closedWave();
  planFor = planOver(waveId);
  ({ prepared, release } = releasingIn(app));
  network = await release(planFor('network'));
  open = await release(planFor('public'));
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

/** Half of the women answered in Russian, half in English. */
async function closedWave(): Promise<string> {
  const survey = await openSurvey(app);
  for (let n = 0; n < 24; n += 1) {
    const answers = phq8(...Array.from({ length: 8 }, (_, i) => String((n + i) % 4)));
    await send(app, survey, submissionOf(survey, { answers, language: n % 2 ? 'ru' : 'en' }));
  }
  await app.as('dana').call('closeWave', {
    id: randomUUID(),
    waveId: survey.wave.id,
    reason: 'All have answered.',
  });
  await shuffle(app);
  return survey.wave.id;
}

describe('a release', () => {
  it('is prepared by Timur, approved by Ruslan and numbered from one', () => {
    expect([network, open].map(({ decision }) => decision?.number)).toEqual([1, 2]);
    expect(network).toMatchObject({
      audience: 'network',
      responses: 24,
      preparedBy: app.id('timur'),
      decision: { kind: 'approved', decidedBy: app.id('ruslan') },
      withdrawal: null,
    });
    expect(network.snapshot).toMatch(/^[0-9a-f]{64}$/);
    expect(network.preparedByName).not.toBe('');
  });

  it('of the network is read by Saule, who cannot see one for analysts', async () => {
    const saule = app.as('saule');
    const internal = await release(planFor('internal'));
    const { releases } = await saule.call('listReleases', {});
    const ids = releases.map(({ id }) => id);
    expect(ids).toContain(network.id);
    expect(ids).not.toContain(internal.id);
    expect(await saule.refusal('getRelease', inEnglish(internal))).toBe('not-found');
  });

  it('that waits is seen by nobody of the network', async () => {
    const waiting = await prepared(planFor('network'));
    expect(await app.as('saule').refusal('getRelease', inEnglish(waiting))).toBe('not-found');
    const seen = await app.as('ruslan').call('getRelease', inEnglish(waiting));
    expect(seen.report.banners.at(-1)).toMatch(/^Not released/);
  });

  it('is never approved by Dana, who prepares, and decided on once', async () => {
    const waiting = await prepared(planFor('internal'));
    expect(await app.as('dana').refusal('decideRelease', approval(waiting.id))).toBe('not-allowed');
    const ruslan = app.as('ruslan');
    const refusal = { id: randomUUID(), releaseId: waiting.id, decision: 'refused' } as const;
    const refused = await ruslan.call('decideRelease', { ...refusal, reason: 'Not needed.' });
    expect(refused.decision).toMatchObject({
      kind: 'refused',
      number: null,
      reason: 'Not needed.',
    });
    expect(await ruslan.refusal('decideRelease', approval(waiting.id))).toBe('release-decided');
  });

  it('leaves no gap in the numbers, also when Ruslan approves several at once', async () => {
    const waiting = [];
    for (let n = 0; n < 3; n += 1) waiting.push(await prepared(planFor('internal')));
    const ruslan = app.as('ruslan');
    await ruslan.call('listReleases', {});
    await Promise.all(waiting.map(({ id }) => ruslan.call('decideRelease', approval(id))));
    const rows = await rowsAsOwner<{ number: number }>(
      app.database,
      'select number from report_release_decision where number is not null order by 1',
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1));
  });

  it('leaves a row in the log for the asking, the decision and each reading', async () => {
    await app.as('saule').call('getRelease', inEnglish(network));
    const { entries } = await app.as('ruslan').call('listAuditEntries', {});
    const about = entries.filter((entry) => entry.about.includes(network.id));
    expect(new Set(about.map(({ action }) => action))).toEqual(
      new Set(['prepareRelease', 'decideRelease', 'getRelease']),
    );
  });
});

describe('an exact release', () => {
  it('comes with its plan and the fingerprint of its answers, and with no answer', async () => {
    const internal = await release(planFor('internal'));
    const { bytes } = await app
      .as('timur')
      .raw('getReleaseFile', { ...inEnglish(internal), format: 'bundle' });
    const files = unzipSync(bytes);
    expect(JSON.parse(Buffer.from(files['release.json']!).toString())).toEqual({
      plan: planFor('internal'),
      forms: SETTINGS.forms,
      responses: 24,
      snapshot: internal.snapshot,
      programVersion: internal.programVersion,
    });
    expect(Object.keys(files).filter((name) => /respondents|\.sav$|\.dta$/.test(name))).toEqual([]);
  }, 60_000);
});

describe('whoever wants to know of a few', () => {
  it('gets of two overlapping reports that wait only the first', async () => {
    const planOfOther = planOver(await closedWave());
    const inRussian: AnalysisPlan['population'] = [
      { form: null, question: 'language', options: ['ru'] },
    ];
    const all = await prepared(planOfOther('network'));
    const part = await prepared(planOfOther('network', { population: inRussian }));
    const ruslan = app.as('ruslan');
    await ruslan.call('decideRelease', approval(all.id));
    expect(await ruslan.refusal('decideRelease', approval(part.id))).toBe('release-clashes');
  });

  it('reads no frozen report by SQL that is not hers', async () => {
    await prepared(planFor('internal'));
    const as = (name: 'saule' | 'nobody' | 'kairat') => ({
      actor_kind: 'account',
      actor_id: app.id(name),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    });
    const question =
      'select audience, exists (select from report_release_decision d where d.release_id = r.id) as decided from report_release r';
    const seen = await rowsAsApp(app.database, as('saule'), question);
    expect(new Set(seen.map((row) => JSON.stringify(row)))).toEqual(
      new Set(['{"audience":"network","decided":true}', '{"audience":"public","decided":true}']),
    );
    expect(await rowsAsApp(app.database, as('nobody'), question)).toEqual([]);
    expect(await rowsAsApp(app.database, as('kairat'), question)).toEqual([]);
    expect(await rowsAsApp(app.database, {}, question)).toEqual([]);
  });

  it('changes and takes away nothing that was frozen, as the program or as the owner of the tables', async () => {
    const as = {
      actor_kind: 'account',
      actor_id: app.id('ruslan'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    };
    for (const attack of [
      `update report_release set reports = '{}' where id = '${network.id}'`,
      `delete from report_release_decision where release_id = '${network.id}'`,
      `update report_release_decision set number = 99 where release_id = '${network.id}'`,
      'truncate report_release cascade',
    ]) {
      await expect(rowsAsApp(app.database, as, attack)).rejects.toThrow();
      await expect(rowsAsOwner(app.database, attack)).rejects.toThrow();
    }
  });

  it('approves nothing of her own, even where she holds every role and writes the row herself', async () => {
    const waiting = await prepared(planFor('internal'));
    const insert = (prepared: string, decided: string) =>
      rowsAsOwner(
        app.database,
        `insert into report_release_decision (release_id, programme_id, prepared_by, kind, number, decided_by, decided_at)
         values ('${waiting.id}', '${app.programmeId}', '${prepared}', 'approved', 999, '${decided}', now())`,
      );
    const [timur, ruslan] = [app.id('timur'), app.id('ruslan')];
    await expect(insert(timur, timur)).rejects.toThrow(/by_another/);
    await expect(insert(ruslan, timur)).rejects.toThrow(/of_release/);
  });
});
