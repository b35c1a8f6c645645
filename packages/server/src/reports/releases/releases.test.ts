import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { AnalysisPlan, PreviewOutcome, Report, ReportRelease } from '@tirek/domain/reports';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS_2022 } from '../../demo/campaign-settings.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { runImports } from '../../surveys/answer-import/index.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { inEnglish, planOver, releasingIn } from './test/releasing.ts';

const FOLDER = new URL('../../demo/synthetic-2022/', import.meta.url);

let app: TestApp;
/** Made-up answers of 104 women, whose exact figures were published. */
let waveId: string;
let planFor: ReturnType<typeof planOver>;
let prepare: ReturnType<typeof releasingIn>['prepare'];
/** The releases of this file: each takes seconds, and none of them ever changes. */
let network: ReportRelease;
let open: ReportRelease;
let internal: ReportRelease;
beforeAll(async () => {
  app = await testApp();
  waveId = await importWave();
  planFor = planOver(waveId);
  const releasing = releasingIn(app);
  prepare = releasing.prepare;
  network = await releasing.release(planFor('network'));
  open = await releasing.release(planFor('public'));
  internal = await releasing.release(planFor('internal'));
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
          titles: {},
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
    const timur = app.as('timur');
    const hiddenIn = (report: Report) => JSON.stringify(report).split('"hidden":true').length - 1;
    const exact = (await timur.call('getRelease', inEnglish(internal))).report;
    const live = await timur.call('getWaveReport', { waveId, language: 'en' });
    expect(exact.sections.slice(0, -1).map(({ id }) => id)).toEqual(
      live.sections.map(({ id }) => id),
    );
    const marital = 'frequency-needs-assessment-2022-marital';
    // As published: three never married, twenty divorced.
    expect([cellOf(exact, marital, 'never'), cellOf(exact, marital, 'divorced')]).toEqual([3, 20]);
    expect(hiddenIn(exact)).toBe(0);
    const seen = (await app.as('saule').call('getRelease', inEnglish(network))).report;
    expect(seen.audience).toBe('network');
    expect(hiddenIn(seen)).toBeGreaterThan(30);
    const hidden = { hidden: true };
    expect(cellOf(seen, marital, 'never')).toEqual(hidden);
    const { report } = await app.visitor().call('getPublicRelease', inEnglish(open));
    expect(cellOf(report, marital, 'never') ?? hidden).toEqual(hidden);
  });
});

describe('a release', () => {
  it('says as its last section what was checked of its figures, and keeps it', async () => {
    for (const release of [network, open, internal]) {
      const { certificate } = release;
      expect(certificate).toMatchObject({ rules: 1, checkedOn: '2026-11-23' });
      expect(certificate?.seen.kk?.numbers).toBeGreaterThan(500);
      expect(certificate?.seen.ru?.done.shares).toBeGreaterThan(200);
      expect(Object.keys(certificate?.seen ?? {})).toEqual(['kk', 'ru', 'en']);
    }
    const { report } = await app.as('saule').call('getRelease', inEnglish(network));
    const last = report.sections.at(-1);
    const lines = last?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(last?.title).toBe('Consistency certificate');
    expect(lines).toContain('Figures that do not agree: 0.');
    expect(lines?.at(-1)).toMatch(/^Checked by Tirek .+, rules 1, on 23 November 2026\.$/);
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
    const { report } = await visitor.call('getPublicRelease', inEnglish(open));
    expect(report.audience).toBe('public');
    expect(await visitor.refusal('getPublicRelease', inEnglish(network))).toBe('not-found');
  });

  it('comes as one archive of released tables, whose checksums are right', async () => {
    const { status, bytes } = await app
      .visitor()
      .raw('getPublicReleaseFile', { ...inEnglish(open), format: 'bundle' });
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

describe('a brief of a release', () => {
  const brief = { kind: 'brief' } as const;
  const capital = { kind: 'region-sheet', place: 'regional_capital' } as const;

  it('is read by Saule from the frozen tables, names its release and tells no number that they hide', async () => {
    const saule = app.as('saule');
    const { report } = await saule.call('getRelease', inEnglish(network));
    const told = await saule.call('getReleaseBrief', { ...inEnglish(network), ...brief });
    expect(told.brief).toMatchObject({ kind: 'brief', audience: 'network', language: 'en' });
    expect(told.brief.receipt).toMatch(
      new RegExp(`^Release 1 · fingerprint of the answers ${network.snapshot.slice(0, 12)} · `),
    );
    expect(told.brief.headlines.numbers.length).toBeGreaterThan(1);
    for (const { number } of told.brief.headlines.numbers) {
      const { table, row } = number.cell;
      expect(cellOf(report, table, row)).not.toEqual({ hidden: true });
    }
    const sheet = await saule.call('getReleaseBrief', { ...inEnglish(network), ...capital });
    expect(told.places.map(({ id }) => id)).toContain('regional_capital');
    expect(sheet.brief.title).toContain(
      told.places.find(({ id }) => id === 'regional_capital')?.label,
    );
  });

  it('of analysts has the band of each place, and is not there for Saule', async () => {
    const asked = { ...inEnglish(internal), ...capital };
    const sheet = await app.as('timur').call('getReleaseBrief', asked);
    expect(sheet.brief.figures.map(({ id }) => id)).toEqual(['brief-band-groups-ghq-12-ghq']);
    expect(await app.as('saule').refusal('getReleaseBrief', asked)).toBe('not-found');
    expect(await app.as('saule').refusal('getReleaseBriefFile', { ...asked, format: 'pdf' })).toBe(
      'not-found',
    );
  });

  it('is taken along by Saule as a file, which the log knows', async () => {
    const asked = { ...inEnglish(network), ...brief, format: 'pdf' } as const;
    const { status, headers, body } = await app.as('saule').raw('getReleaseBriefFile', asked);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('tirek-brief-2022-06-30-en.pdf');
    expect(String(body).startsWith('%PDF-1.7')).toBe(true);
    const { entries } = await app
      .as('ruslan')
      .call('listAuditEntries', { action: 'getReleaseBriefFile' });
    expect(entries[0]).toMatchObject({
      effect: 'read',
      about: [network.id],
      facts: { kind: 'brief', format: 'pdf' },
    });
  }, 60_000);

  it('for everybody is read without signing in, but of no other release and of no place that is hidden', async () => {
    const visitor = app.visitor();
    const { brief: told, places } = await visitor.call('getPublicReleaseBrief', {
      ...inEnglish(open),
      ...brief,
    });
    expect(told.audience).toBe('public');
    expect(told.receipt).toMatch(/^Release 2 · needs-assessment-2022/);
    expect(places.map(({ id }) => id)).not.toContain('rural');
    const rural = { ...inEnglish(open), kind: 'region-sheet', place: 'rural' } as const;
    expect(await visitor.refusal('getPublicReleaseBrief', rural)).toBe('not-found');
    for (const other of [network, internal]) {
      const asked = { ...inEnglish(other), ...brief };
      expect(await visitor.refusal('getPublicReleaseBrief', asked)).toBe('not-found');
      expect(await visitor.refusal('getPublicReleaseBriefFile', { ...asked, format: 'html' })).toBe(
        'not-found',
      );
    }
    const file = await visitor.raw('getPublicReleaseBriefFile', {
      ...inEnglish(open),
      ...brief,
      format: 'html',
    });
    expect(String(file.body)).toContain('Release 2');
  });
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
    expect(await visitor.refusal('getPublicRelease', inEnglish(open))).toBe('not-found');
    const brief = { ...inEnglish(open), kind: 'brief' } as const;
    expect(await visitor.refusal('getPublicReleaseBrief', brief)).toBe('not-found');
    const kept = await app.as('saule').call('getReleaseBrief', brief);
    expect(kept.brief.banners.at(-1)).toMatch(/Withdrawn/);
    const { report } = await app.as('saule').call('getRelease', inEnglish(open));
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
    const asked = { ...inEnglish(network), kind: 'brief' } as const;
    const seen = async () => [
      await saule.call('getRelease', inEnglish(network)),
      await saule.call('getReleaseBrief', asked),
    ];
    const before = await seen();
    await rowsAsOwner(
      app.database,
      `delete from survey_response where id = (select id from survey_response where wave_id = '${waveId}' order by id limit 1)`,
    );
    const live = await app.as('timur').call('getWaveReport', { waveId, language: 'en' });
    expect(live.responses).toBe(103);
    expect(await seen()).toEqual(before);
    const { brief } = await app
      .as('timur')
      .call('getWaveBrief', { waveId, language: 'en', kind: 'brief' });
    expect(brief.headlines.numbers[0]?.number.text).toBe('103');
    for (const audience of ['network', 'public'] as const) {
      const outcome = await prepare(planFor(audience));
      expect(outcome).toMatchObject({ kind: 'refused', code: 'changed-by-few', release: 1 });
    }
  });
});
