import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  type AnswerImport,
  describeFinding,
  type ImportFinding,
  type ImportMapping,
} from '@tirek/domain/surveys/answer-import';
import { describe, expect, it } from 'vitest';
import { SETTINGS_2022 } from '../../demo/campaign-settings.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { runImports } from './run-imports.ts';

const FOLDER = new URL('../../demo/synthetic-2022/', import.meta.url);
const WINDOW = { opensOn: '2022-05-01', closesOn: '2022-06-30' };

async function files(change: (women: string) => string = (text) => text) {
  const read = (name: string) => readFile(new URL(name, FOLDER), 'utf8');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [
    { name: 'women.csv', content: base64(change(await read('women.csv'))) },
    { name: 'children.csv', content: base64(await read('children.csv')) },
  ];
}

/** Dana uploads the files of 2022 into a campaign of their own. */
async function upload(app: TestApp, change?: (women: string) => string) {
  const dana = app.as('dana');
  const campaignId = randomUUID();
  await dana.call('createCampaign', { id: campaignId, settings: SETTINGS_2022 });
  const importId = randomUUID();
  const uploaded = await dana.call('uploadImport', {
    id: importId,
    campaignId,
    files: await files(change),
  });
  if (!uploaded.suggestion) throw new Error('no mapping was proposed');
  return { dana, campaignId, importId, uploaded, mapping: uploaded.suggestion };
}

async function run(app: TestApp, importId: string, mapping: ImportMapping): Promise<AnswerImport> {
  const dana = app.as('dana');
  await dana.call('runImport', {
    id: randomUUID(),
    importId,
    mapping,
    ...WINDOW,
    saveMappingAs: null,
  });
  await runJob(app);
  return await dana.call('getImport', { importId });
}

async function runJob(app: TestApp): Promise<void> {
  await runImports.run({
    database: app.database,
    clock: app.clock,
    newId: randomUUID,
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
    folder: tmpdir(),
    log: () => undefined,
  });
}

const answersIn = async (app: TestApp) =>
  (
    await rowsAsOwner<{ n: number }>(app.database, 'select count(*)::int as n from survey_response')
  )[0]?.n;

describe('bringing answers in from a file', () => {
  it('turns the two files of 2022 into a closed wave whose report Timur reads', async () => {
    await using app = await testApp();
    const { importId, mapping, campaignId } = await upload(app);
    const ended = await run(app, importId, mapping);
    expect(ended).toMatchObject({ state: 'done', done: 104, total: 104 });
    const report = await app
      .as('timur')
      .call('getWaveReport', { waveId: ended.waveId ?? '', language: 'kk' });
    expect(report.responses).toBe(104);
    const campaign = await app.as('dana').call('getCampaign', { campaignId });
    expect(campaign.waves).toMatchObject([
      {
        number: 1,
        isImported: true,
        status: 'closed',
        events: [{ kind: 'imported', by: 'Дана Оспанова' }],
      },
    ]);
  });

  it('tells in a dry run what is wrong, with its place, and stores nothing', async () => {
    await using app = await testApp();
    const { dana, importId, mapping } = await upload(app, (women) =>
      women.replace('1,kk,32,widowed', '1,kk,32,widoved'),
    );
    const dry = await dana.call('tryImport', { importId, mapping });
    expect(dry).toMatchObject({ isReady: false, errors: 1 });
    expect(dry.findings[0]).toMatchObject({
      code: 'choice-unknown',
      table: 'women',
      line: 2,
      column: 'marital',
      value: 'widoved',
    });
    const doubtful = dry.findings.find(({ code }) => code === 'answer-doubtful');
    expect(doubtful && describeFinding(doubtful as ImportFinding, 'kk')).not.toMatch(
      /\{\{|household-/,
    );
    expect(await answersIn(app)).toBe(0);
  });

  it('takes all or nothing, and lets her mend the mapping and try again', async () => {
    await using app = await testApp();
    const { importId, mapping } = await upload(app, (women) =>
      women.replace('1,kk,32,widowed', '1,kk,32,W'),
    );
    expect(await run(app, importId, mapping)).toMatchObject({
      state: 'refused',
      waveId: null,
      result: { errors: 1 },
    });
    expect(await answersIn(app)).toBe(0);
    const columns = mapping.respondents.columns.map((each) =>
      each.column === 'marital' ? { ...each, values: { W: 'widowed' } } : each,
    );
    const mended = { ...mapping, respondents: { ...mapping.respondents, columns } };
    expect(await run(app, importId, mended)).toMatchObject({ state: 'done' });
    expect(await answersIn(app)).toBe(104);
  });

  it('does an upload or a run that is repeated only once', async () => {
    await using app = await testApp();
    const { dana, importId, mapping } = await upload(app);
    const start = { id: randomUUID(), importId, mapping, ...WINDOW, saveMappingAs: 'as in 2022' };
    await dana.call('runImport', start);
    await dana.call('runImport', start);
    await runJob(app);
    await runJob(app);
    await expect(dana.call('runImport', { ...start, id: randomUUID() })).rejects.toMatchObject({
      code: 'import-not-waiting',
    });
    expect(await answersIn(app)).toBe(104);
    const { mappings } = await dana.call('listImportMappings', {});
    expect(mappings).toMatchObject([{ name: 'as in 2022', mapping }]);
  });

  it('lets two programs on one database look for work at once, and one of them does it', async () => {
    await using app = await testApp();
    const { dana, importId, mapping } = await upload(app);
    await dana.call('runImport', {
      id: randomUUID(),
      importId,
      mapping,
      ...WINDOW,
      saveMappingAs: null,
    });
    await Promise.all([runJob(app), runJob(app)]);
    expect(await answersIn(app)).toBe(104);
  });

  it('forgets the tables when the import has ended, was cancelled, or was left for a day', async () => {
    await using app = await testApp();
    const tables = () =>
      rowsAsOwner<{ state: string; kept: boolean }>(
        app.database,
        'select state, tables is not null as kept from answer_import order by uploaded_at',
      );
    const first = await upload(app);
    await run(app, first.importId, first.mapping);
    const second = await upload(app);
    await second.dana.call('cancelImport', { id: randomUUID(), importId: second.importId });
    await upload(app);
    expect(await tables()).toEqual([
      { state: 'done', kept: false },
      { state: 'cancelled', kept: false },
      { state: 'uploaded', kept: true },
    ]);
    app.clock.advance(25 * 60);
    await rowsAsOwner(
      app.database,
      `update answer_import set uploaded_at = '2020-01-01' where state = 'uploaded'`,
    );
    await runJob(app);
    expect((await tables()).map((row) => row.kept)).toEqual([false, false, false]);
  });

  it('shows the tables on their way to nobody but her who brought them', async () => {
    await using app = await testApp();
    const { importId, mapping } = await upload(app);
    for (const name of ['timur', 'kairat', 'ruslan', 'saule', 'nobody'] as const) {
      await expect(app.as(name).call('tryImport', { importId, mapping })).rejects.toMatchObject({
        code: 'not-allowed',
      });
    }
  });

  it('refuses a file that is no table with its name and reason', async () => {
    await using app = await testApp();
    const dana = app.as('dana');
    const campaignId = randomUUID();
    await dana.call('createCampaign', { id: campaignId, settings: SETTINGS_2022 });
    await expect(
      dana.call('uploadImport', {
        id: randomUUID(),
        campaignId,
        files: [{ name: 'photo.png', content: Buffer.from([0x89, 0x50, 0, 1]).toString('base64') }],
      }),
    ).rejects.toMatchObject({ code: 'file-unreadable', details: { file: 'photo.png' } });
  });

  it('keeps the report of an open wave closed until the wave is', async () => {
    await using app = await testApp();
    const { importId, mapping } = await upload(app);
    const { waveId } = await run(app, importId, mapping);
    await rowsAsOwner(
      app.database,
      `update survey_wave set is_imported = false, status = 'open' where id = '${waveId}'`,
    );
    await expect(
      app.as('timur').call('getWaveReport', { waveId: waveId ?? '', language: 'ru' }),
    ).rejects.toMatchObject({ code: 'wave-not-closed' });
  });
});
