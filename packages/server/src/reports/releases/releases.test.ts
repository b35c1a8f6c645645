import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { AnalysisPlan, PreviewOutcome, Report, ReportRelease } from '@tirek/domain/reports';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS_2022 } from '../../demo/campaign-settings.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { runImports } from '../../surveys/answer-import/index.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';

const FOLDER = new URL('../../demo/synthetic-2022/', import.meta.url);
const REASON = 'Yearly report of the programme';

let app: TestApp;
/** Made-up answers of 104 women, whose exact figures were published. */
let waveId: string;
let network: ReportRelease;
let open: ReportRelease;
beforeAll(async () => {
  app = await testApp();
  waveId = await importWave();
  network = await release(planFor('network'));
  open = await release(planFor('public'));
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

async function importWave(): Promise<string> {
  const dana = app.as('dana');
  const campaignId = randomUUID();
  const importId = randomUUID();
  await dana.call('createCampaign', { id: campaignId, settings: SETTINGS_2022 });
  const files = await Promise.all(
    ['women.csv', 'children.csv'].map(async (name) => ({
      name,
      content: (await readFile(new URL(name, FOLDER))).toString('base64'),
    })),
  );
  const { suggestion } = await dana.call('uploadImport', { id: importId, campaignId, files });
  if (!suggestion) throw new Error('no mapping was proposed');
  await dana.call('runImport', {
    id: randomUUID(),
    importId,
    mapping: suggestion,
    opensOn: '2022-05-01',
    closesOn: '2022-06-30',
    saveMappingAs: null,
  });
  await runImports.run({
    database: app.database,
    clock: app.clock,
    newId: randomUUID,
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
    folder: tmpdir(),
    log: () => undefined,
  });
  return (await dana.call('getImport', { importId })).waveId ?? '';
}

const planFor = (
  audience: AnalysisPlan['audience'],
  given: Partial<AnalysisPlan> = {},
): AnalysisPlan => ({ waveId, audience, population: [], sections: null, ...given });

const prepare = (plan: AnalysisPlan, who: 'timur' | 'dana' = 'timur') =>
  app.as(who).call('prepareRelease', { id: randomUUID(), plan, reason: REASON });

async function prepared(plan: AnalysisPlan): Promise<ReportRelease> {
  const outcome = await prepare(plan);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.release;
}

const approval = (releaseId: string) =>
  ({ id: randomUUID(), releaseId, decision: 'approved' }) as const;

async function release(plan: AnalysisPlan): Promise<ReportRelease> {
  const { id } = await prepared(plan);
  return await app.as('ruslan').call('decideRelease', approval(id));
}

const ofRelease = ({ id: releaseId }: ReportRelease) => ({ releaseId, language: 'en' }) as const;

function cellOf({ sections }: Report, table: string, row: string) {
  const found = sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === table);
  if (found?.kind !== 'table') return null;
  return found.rows.find(({ id }) => id === row)?.cells[0] ?? null;
}

function linesOf(bytes: Buffer): { done?: number; outcome?: PreviewOutcome }[] {
  const lines = bytes.toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

const preview = (plan: AnalysisPlan) =>
  app.as('timur').raw('previewReport', { plan: JSON.stringify(plan), language: 'kk' });

describe('a preview', () => {
  it('tells Timur how far it is, from little to all, and at last shows what would go out', async () => {
    const { status, headers, bytes } = await preview(planFor('network'));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-ndjson');
    const lines = linesOf(bytes);
    const steps = lines.flatMap(({ done }) => (done === undefined ? [] : [done]));
    expect(steps.length).toBeGreaterThan(8);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
    const last = lines.at(-1)?.outcome;
    expect(last).toMatchObject({ kind: 'report', report: { language: 'kk', responses: 104 } });
  });

  it('says what it refuses with the plan that would pass', async () => {
    const rent = { form: 'needs-assessment-2022', question: 'marital', options: ['divorced'] };
    const plan = planFor('network', { population: [rent] });
    expect(linesOf((await preview(plan)).bytes)).toEqual([
      {
        outcome: {
          kind: 'refused',
          code: 'condition-unknown',
          release: null,
          details: ['marital'],
          instead: planFor('network'),
        },
      },
    ]);
  });

  it('is not made from a plan that cannot be read', async () => {
    const timur = app.as('timur');
    for (const plan of ['', '{', '[]', JSON.stringify({ ...planFor('network'), waveId: 'x' })]) {
      expect((await timur.raw('previewReport', { plan, language: 'kk' })).status).toBe(400);
    }
  });
});

describe('the questions a population may be made of', () => {
  it('are closed ones asked once, and never the form of a union or an item of a scale', async () => {
    const { questions } = await app
      .as('dana')
      .call('listPlanQuestions', { waveId, language: 'ru' });
    const names = questions.map(({ question }) => question);
    expect(names).toContain('language');
    expect(names.length).toBeGreaterThan(3);
    for (const never of [
      'marital',
      'times_married',
      'children_killed',
      'husband_status',
      'age',
      'ghq1',
    ]) {
      expect(names).not.toContain(never);
    }
  });
});

describe('the same plan', () => {
  it('shows analysts the published counts, and hides the small ones from the network and more from everybody', async () => {
    const internal = await release(planFor('internal'));
    const hiddenIn = async (each: ReportRelease) => {
      const { report } = await app.as('timur').call('getRelease', ofRelease(each));
      return JSON.stringify(report).split('"hidden":true').length - 1;
    };
    const exact = await app.as('timur').call('getRelease', ofRelease(internal));
    const live = await app.as('timur').call('getWaveReport', { waveId, language: 'en' });
    expect(exact.report.sections.length).toBe(live.sections.length);
    const marital = 'frequency-needs-assessment-2022-marital';
    // As published: three never married, twenty divorced.
    expect([
      cellOf(exact.report, marital, 'never'),
      cellOf(exact.report, marital, 'divorced'),
    ]).toEqual([3, 20]);
    expect(await hiddenIn(internal)).toBe(0);
    expect(await hiddenIn(network)).toBeGreaterThan(30);
    const seen = await app.as('saule').call('getRelease', ofRelease(network));
    expect(seen.report.audience).toBe('network');
    const hidden = { hidden: true };
    expect(cellOf(seen.report, marital, 'never')).toEqual(hidden);
    const { report } = await app.visitor().call('getPublicRelease', ofRelease(open));
    expect(cellOf(report, marital, 'never') ?? hidden).toEqual(hidden);
  });
});

describe('a release', () => {
  it('is prepared by Timur, approved by Ruslan and numbered from one', () => {
    expect([network, open].map(({ decision }) => decision?.number)).toEqual([1, 2]);
    expect(network).toMatchObject({
      audience: 'network',
      responses: 104,
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
    expect(await saule.refusal('getRelease', ofRelease(internal))).toBe('not-found');
  });

  it('that waits is seen by nobody of the network', async () => {
    const waiting = await prepared(planFor('network'));
    expect(await app.as('saule').refusal('getRelease', ofRelease(waiting))).toBe('not-found');
    const seen = await app.as('ruslan').call('getRelease', ofRelease(waiting));
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
    const { entries } = await app.as('ruslan').call('listAuditEntries', {});
    const about = entries.filter((entry) => entry.about.includes(network.id));
    expect(new Set(about.map(({ action }) => action))).toEqual(
      new Set(['prepareRelease', 'decideRelease', 'getRelease']),
    );
  });
});

describe('a release for everybody', () => {
  it('is listed and read without signing in, and names no colleague', async () => {
    const visitor = app.visitor();
    const { releases } = await visitor.call('listPublicReleases', {});
    expect(releases).toEqual([
      {
        id: open.id,
        number: 2,
        title: SETTINGS_2022.title,
        releasedAt: open.decision?.decidedAt,
        withdrawal: null,
      },
    ]);
    const { report } = await visitor.call('getPublicRelease', ofRelease(open));
    expect(report.audience).toBe('public');
    expect(await visitor.refusal('getPublicRelease', ofRelease(network))).toBe('not-found');
  });

  it('comes as one archive of released tables, whose checksums are right', async () => {
    const { status, bytes } = await app
      .visitor()
      .raw('getPublicReleaseFile', { ...ofRelease(open), format: 'bundle' });
    expect(status).toBe(200);
    const files = unzipSync(bytes);
    const sums = Buffer.from(files.SHA256SUMS!).toString().trim().split('\n');
    expect(sums.length).toBe(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      expect(createHash('sha256').update(files[name!]!).digest('hex')).toBe(sum);
    }
    const names = Object.keys(files);
    for (const end of ['.pdf', '.docx', '.xlsx', '.html', '.json', 'README.txt']) {
      expect(names.some((name) => name.endsWith(end))).toBe(true);
    }
    expect(names.filter((name) => name.startsWith('tables/')).length).toBeGreaterThan(20);
    expect(names.filter((name) => /respondents|microdata|\.sav$|\.dta$/.test(name))).toEqual([]);
  }, 60_000);
});

describe('an exact release', () => {
  it('comes with its plan and the fingerprint of its answers, and with no answer', async () => {
    const internal = await release(planFor('internal'));
    const { bytes } = await app
      .as('timur')
      .raw('getReleaseFile', { ...ofRelease(internal), format: 'bundle' });
    const files = unzipSync(bytes);
    expect(JSON.parse(Buffer.from(files['release.json']!).toString())).toEqual({
      plan: planFor('internal'),
      forms: SETTINGS_2022.forms,
      responses: 104,
      snapshot: internal.snapshot,
      programVersion: internal.programVersion,
    });
    expect(Object.keys(files).filter((name) => /respondents|\.sav$|\.dta$/.test(name))).toEqual([]);
  }, 60_000);
});

describe('whoever wants to know of a few', () => {
  it('gets no second part of the same people, for the network or for everybody', async () => {
    const { questions } = await app
      .as('timur')
      .call('listPlanQuestions', { waveId, language: 'ru' });
    const closed = questions.find(({ form, options }) => form !== null && options.length >= 2)!;
    const { form, question } = closed;
    const options = [closed.options[0]!.id];
    for (const audience of ['network', 'public'] as const) {
      const population = [{ form, question, options }];
      const outcome = await prepare(planFor(audience, { population }));
      expect(outcome).toMatchObject({ kind: 'refused' });
    }
  });

  it('gets of two overlapping reports that wait only the first', async () => {
    const otherWave = await importWave();
    const all = await prepared({ ...planFor('network'), waveId: otherWave });
    const { questions } = await app
      .as('timur')
      .call('listPlanQuestions', { waveId: otherWave, language: 'ru' });
    let part: ReportRelease | null = null;
    for (const { form, question, options } of questions) {
      const population = [{ form, question, options: [options[0]!.id] }];
      const plan = { ...planFor('network', { population }), waveId: otherWave };
      const outcome = await prepare(plan);
      if (outcome.kind === 'prepared') {
        part = outcome.release;
        break;
      }
    }
    const ruslan = app.as('ruslan');
    await ruslan.call('decideRelease', approval(all.id));
    expect(await ruslan.refusal('decideRelease', approval(part!.id))).toBe('release-clashes');
  }, 90_000);

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

describe('a release that was a mistake', () => {
  it('is withdrawn with a reason, keeps its number and is shown to the public no more', async () => {
    const ruslan = app.as('ruslan');
    const withdrawal = { id: randomUUID(), releaseId: open.id, reason: 'A wrong title.' };
    const taken = await ruslan.call('withdrawRelease', withdrawal);
    expect(taken).toMatchObject({
      decision: { kind: 'approved', number: 2 },
      withdrawal: { reason: 'A wrong title.' },
    });
    expect(await ruslan.refusal('withdrawRelease', { ...withdrawal, id: randomUUID() })).toBe(
      'release-not-out',
    );
    const visitor = app.visitor();
    const { releases } = await visitor.call('listPublicReleases', {});
    expect(releases[0]).toMatchObject({ number: 2, withdrawal: { reason: 'A wrong title.' } });
    expect(await visitor.refusal('getPublicRelease', ofRelease(open))).toBe('not-found');
    const { report } = await app.as('saule').call('getRelease', ofRelease(open));
    expect(report.banners.at(-1)).toMatch(/Withdrawn/);
  });

  it('still counts as read: what would clash with it is refused', async () => {
    const language = { form: null, question: 'language', options: ['ru'] };
    const outcome = await prepare(planFor('public', { population: [language] }));
    expect(outcome.kind).toBe('refused');
  });
});

describe('when one woman takes her answers back', () => {
  it('what was released stays as it was, and nothing more is told by which she could be found', async () => {
    const saule = app.as('saule');
    const before = await saule.call('getRelease', ofRelease(network));
    await rowsAsOwner(
      app.database,
      `delete from survey_response where id = (select id from survey_response where wave_id = '${waveId}' order by id limit 1)`,
    );
    const live = await app.as('timur').call('getWaveReport', { waveId, language: 'en' });
    expect(live.responses).toBe(103);
    expect(await saule.call('getRelease', ofRelease(network))).toEqual(before);
    for (const audience of ['network', 'public'] as const) {
      const outcome = await prepare(planFor(audience));
      expect(outcome).toMatchObject({ kind: 'refused', code: 'changed-by-few', release: 1 });
    }
  });
});
