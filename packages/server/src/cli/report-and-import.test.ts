import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpId } from '../demo/cast.ts';
import { runInWorld } from '../test/run-in-world.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

const SYNTHETIC = join(import.meta.dirname, '../demo/synthetic-2022');
const CAMPAIGN = madeUpId('campaign 2022');

let folder: string;
let program: StartedProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-report-'));
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

  it('says what it does not know', async () => {
    expect(await tirek('report', '--wave', 'x')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('no closed wave x'),
    });
    expect(await tirek('report', '--format', 'pdf')).toMatchObject({ status: 2 });
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
