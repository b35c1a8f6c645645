import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRunning } from '../db/embedded/index.ts';
import { castId, madeUpId } from '../demo/cast.ts';
import { putPreparedDemo } from '../test/prepared-demo.ts';
import { runInWorld } from '../test/run-in-world.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

const SYNTHETIC = join(import.meta.dirname, '../demo/synthetic-2022');
const CAMPAIGN = madeUpId('campaign 2022');

let folder: string;
let program: StartedProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-report-'));
  await putPreparedDemo(join(folder, 'data'));
  program = startProgram(['serve', '--demo'], {
    environment: { TIREK_DATA: join(folder, 'data'), TIREK_PORT: '0' },
  });
  await program.until(/Ready/);
}, 120_000);
afterAll(async () => {
  program.process.kill('SIGTERM');
  await program.ended();
  await rm(folder, { recursive: true });
});

const tirek = (...words: string[]) =>
  runInWorld(words, { LANG: 'en_GB', TIREK_DATA: join(folder, 'data'), TIREK_PORT: '0' });

async function waveOf2022(): Promise<string> {
  const { output } = await tirek('report');
  return /([0-9a-f-]{36}) {2}How your family is doing, 2022, wave 1/.exec(output)?.[1] ?? '';
}

describe('tirek report', () => {
  it('lists the closed waves, and prints one of them as JSON in the language asked for', async () => {
    const wave = await waveOf2022();
    const { status, output, errors } = await tirek(
      'report',
      '--wave',
      wave,
      '--lang',
      'kk',
      '--format',
      'json',
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(JSON.parse(output)).toMatchObject({
      format: 'tirek-report',
      language: 'kk',
      responses: 104,
    });
  });

  it('writes a page that stands on its own', async () => {
    const file = join(folder, 'report.html');
    const { status } = await tirek(
      'report',
      '--wave',
      await waveOf2022(),
      '--lang',
      'ru',
      '--output',
      file,
    );
    expect(status).toBe(0);
    const page = await readFile(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain('lang="ru"');
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('writes an accessible PDF in Kazakh, and a workbook to whatever it is piped to', async () => {
    const asked = ['report', '--wave', await waveOf2022(), '--lang', 'kk'];
    const file = join(folder, 'report.pdf');
    const pdf = await tirek(...asked, '--format', 'pdf', '--output', file);
    expect(pdf).toMatchObject({ status: 0, output: '' });
    expect((await readFile(file)).subarray(0, 8).toString()).toBe('%PDF-1.7');
    const piped = await tirek(...asked, '--format', 'xlsx');
    expect(piped).toMatchObject({ status: 0, errors: '', output: expect.stringMatching(/^PK/) });
  }, 60_000);

  it('writes the two pages for a ministry and the page on a kind of place', async () => {
    const asked = ['report', '--wave', await waveOf2022(), '--lang', 'ru'];
    const brief = await tirek(...asked, '--kind', 'brief', '--format', 'json');
    expect(JSON.parse(brief.output)).toMatchObject({ format: 'tirek-brief', kind: 'brief' });
    const sheet = [...asked, '--kind', 'region-sheet'];
    const page = await tirek(...sheet, '--place', 'regional_capital');
    expect(page.output).toMatch(/<h1[^>]*>Областной центр в сравнении со всеми<\/h1>/);
    expect(await tirek(...sheet)).toMatchObject({
      status: 1,
      errors: expect.stringContaining('rural (Село)'),
    });
    expect(await tirek(...sheet, '--format', 'xlsx')).toMatchObject({ status: 2 });
    expect(await tirek(...asked, '--kind', 'poster')).toMatchObject({ status: 2 });
  }, 60_000);

  it('says what it does not know', async () => {
    expect(await tirek('report', '--wave', 'x')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('no closed wave x'),
    });
    expect(await tirek('report', '--format', 'odt')).toMatchObject({ status: 2 });
  });
});

/** What Timur asked for and Ruslan decided in the app, put down where the app puts it. */
async function askedFor(wave: string, decision: 'approved' | 'refused' | null): Promise<string> {
  const id = randomUUID();
  const client = new pg.Client(findRunning(join(folder, 'data')) ?? {});
  await client.connect();
  await client.query(
    `insert into wave_export (id, programme_id, wave_id, language, k, l, reason, requested_by, requested_at)
     select $1, programme_id, id, 'ru', 5, 2, 'for the test', $2, now() from survey_wave where id = $3`,
    [id, castId('timur'), wave],
  );
  if (decision) {
    await client.query(
      `insert into wave_export_decision (export_id, programme_id, requested_by, kind, decided_by, decided_at, reason)
       select id, programme_id, requested_by, $2, $3, now(), 'for the test' from wave_export where id = $1`,
      [id, decision, castId('ruslan')],
    );
  }
  await client.end();
  return id;
}

describe('tirek export', () => {
  it('writes the files of a request that a second person approved, naming each as it is done', async () => {
    expect((await tirek('export')).output).toBe('Nobody has asked for exact answers yet.');
    const request = await askedFor(await waveOf2022(), 'approved');
    const target = join(folder, 'files');
    const done = await tirek('export', '--request', request, '--output', target);
    expect(done).toMatchObject({ status: 0, output: '' });
    expect(done.errors).toMatch(/^1 of 15: README\.txt, .*\n2 of 15: respondents\.csv, /);
    expect((await readdir(target)).sort()).toEqual([
      'README.txt',
      'children.csv',
      'children.dta',
      'children.sav',
      'children.xlsx',
      'codebook-ddi.xml',
      'codebook.json',
      'report-analyses.csv',
      'report-numbers.csv',
      'reproduce.R',
      'reproduce.do',
      'respondents.csv',
      'respondents.dta',
      'respondents.sav',
      'respondents.xlsx',
    ]);
    const respondents = await readFile(join(target, 'respondents.csv'), 'utf8');
    expect(respondents.trim().split('\r\n').length).toBe(105);
    expect((await tirek('export')).output).toMatch(
      new RegExp(`${request}  How your family is doing, 2022, approved, can be fetched until `),
    );
  });

  it('writes nothing that nobody approved, nothing over what is there, and nothing nowhere', async () => {
    const wave = await waveOf2022();
    const target = join(folder, 'not-approved');
    for (const decision of [null, 'refused'] as const) {
      const request = await askedFor(wave, decision);
      expect(await tirek('export', '--request', request, '--output', target)).toMatchObject({
        status: 1,
        errors: 'A second person has not approved this request.',
      });
    }
    const request = await askedFor(wave, 'approved');
    expect(await tirek('export', '--request', request, '--output', folder)).toMatchObject({
      status: 1,
      errors: `${folder} exists already. Name a new folder.`,
    });
    expect(await tirek('export', '--request', request)).toMatchObject({ status: 2 });
    const unknown = await tirek('export', '--request', 'x', '--output', target);
    expect(unknown.errors).toContain('There is no request x.');
    expect(await readdir(folder)).not.toContain('not-approved');
  });
});

describe('tirek import', () => {
  const files = ['women.csv', 'children.csv'].map((name) => join(SYNTHETIC, name));
  const window = ['--opens', '2023-05-01', '--closes', '2023-06-30'];

  it('checks without storing, then imports, and the new wave can be reported', async () => {
    const given = [...files, '--campaign', CAMPAIGN, ...window];
    const dry = await tirek('import', ...given, '--dry-run');
    expect(dry).toMatchObject({
      status: 0,
      output: expect.stringContaining('104 answers can be imported'),
    });
    const done = await tirek('import', ...given, '--json');
    const { waveId, answers } = JSON.parse(done.output);
    expect(answers).toBe(104);
    const { output } = await tirek('report');
    expect(output).toContain(`${waveId}  How your family is doing, 2022, wave 2`);
  });

  it('names every wrong cell and imports nothing', async () => {
    const women = await readFile(join(SYNTHETIC, 'women.csv'), 'utf8');
    const broken = join(folder, 'women.csv');
    await writeFile(broken, women.replace('1,kk,32,widowed', '1,kk,32,W'));
    const before = (await tirek('report')).output;
    const { status, errors } = await tirek(
      'import',
      broken,
      join(SYNTHETIC, 'children.csv'),
      '--campaign',
      CAMPAIGN,
      ...window,
    );
    expect(status).toBe(1);
    expect(errors).toContain(
      '“women”, row 2, column “marital”: there is no option “W”. Possible: ',
    );
    expect(errors).toContain('Nothing was imported: 1 error.');
    expect((await tirek('report')).output).toBe(before);
  });

  it('names the file and the line that make it no table', async () => {
    const uneven = join(folder, 'uneven.csv');
    await writeFile(uneven, 'id,language,age\n1,kk,32\n2,ru\n');
    const { status, errors } = await tirek('import', uneven, '--campaign', CAMPAIGN, ...window);
    expect(status).toBe(1);
    expect(errors).toBe(
      'File “uneven.csv”, line 3: this row has more or fewer cells than there are column names in the first one. Give every row the same number of cells.',
    );
  });

  it('tells which campaigns there are when none is named, and which file is missing', async () => {
    expect((await tirek('import', ...files, ...window)).errors).toContain(CAMPAIGN);
    expect(
      (await tirek('import', 'nowhere.csv', '--campaign', CAMPAIGN, ...window)).errors,
    ).toContain('nowhere.csv');
    expect(
      await tirek(
        'import',
        ...files,
        '--campaign',
        CAMPAIGN,
        '--opens',
        'May',
        '--closes',
        '2023-06-30',
      ),
    ).toMatchObject({ status: 2 });
  });
});

/** A report of 2022 for everybody, as Timur would have prepared it and Ruslan approved. */
async function released(wave: string, report: string): Promise<string> {
  const id = randomUUID();
  const plan = { waveId: wave, audience: 'public', population: [], sections: null };
  const client = new pg.Client(findRunning(join(folder, 'data')) ?? {});
  await client.connect();
  await client.query(
    `insert into report_release (id, programme_id, wave_id, audience, plan, reason, snapshot, program_version, reports, prepared_by, prepared_at)
     select $1, programme_id, id, 'public', $2, 'for the test', repeat('ab', 32), '0.1.0', $3, $4, now() from survey_wave where id = $5`,
    [
      id,
      JSON.stringify(plan),
      `{"kk":${report},"ru":${report},"en":${report}}`,
      castId('timur'),
      wave,
    ],
  );
  await client.end();
  return id;
}

async function approved(release: string): Promise<void> {
  const client = new pg.Client(findRunning(join(folder, 'data')) ?? {});
  await client.connect();
  await client.query(
    `insert into report_release_decision (release_id, programme_id, prepared_by, kind, number, decided_by, decided_at)
     select id, programme_id, prepared_by, 'approved', (select count(number) + 1 from report_release_decision), $2, now()
     from report_release where id = $1`,
    [release, castId('ruslan')],
  );
  await client.end();
}

describe('tirek release', () => {
  it('lists, shows and hands out what was approved, and nothing before', async () => {
    // The demonstration makes two of its own, and one that waits, once it answers.
    await expect
      .poll(async () => (await tirek('release', 'list')).output, { timeout: 50_000 })
      .toMatch(/waiting for a decision/);
    const wave = await waveOf2022();
    const asked = ['report', '--wave', wave, '--audience', 'public', '--format', 'json'];
    const { output: report } = await tirek(...asked);
    expect(JSON.parse(report)).toMatchObject({ audience: 'public' });
    const release = await released(wave, report);
    const early = await tirek('release', 'file', release);
    expect(early.status).toBe(1);
    expect(early.errors).toMatch(/second person has not approved/);
    await approved(release);
    expect((await tirek('release', 'list')).output.split('\n')).toContain(
      `${release}  release 3, How your family is doing, 2022, public, approved`,
    );
    const { output: shown } = await tirek('release', 'show', release);
    expect(shown).toMatch(/^release 3, /);
    expect(shown).toContain('Answers: 104');
    expect(shown).toContain('ab'.repeat(32));
    const file = join(folder, 'release.html');
    const written = await tirek('release', 'file', release, '--output', file);
    expect(written.status).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('Release 3 of');
  });

  it('says what it does not know', async () => {
    const unknown = randomUUID();
    expect((await tirek('release', 'show', unknown)).errors).toMatch(/There is no release/);
    expect((await tirek('release', 'show', 'first')).errors).toMatch(/There is no release first/);
    const odd = await tirek('release', 'file', unknown, '--format', 'doc');
    expect(odd.errors).toMatch(/not “doc”/);
    const audience = await tirek('report', '--wave', unknown, '--audience', 'press');
    expect(audience.errors).toMatch(/not “press”/);
  });
});
