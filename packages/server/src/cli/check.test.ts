import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInWorld } from '../test/run-in-world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const WRONG = 'A survey.\n\nOf the 104 women, 43 (36%) told of distress.\n';

describe('tirek check', () => {
  it('tells a script line, figures, reading and certainty, and ends with 1', async () => {
    const { status, output } = await runInWorld([
      'check',
      await fileOf('a.md', WRONG),
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(output)).toEqual([
      {
        line: 3,
        printed: '43 (36%)',
        recomputed: '41%',
        reading:
          '43 of 104 is 41%. 36% would be 37 of 104: either the count or the percentage is wrong.',
        certainty: 'likely',
        kind: 'percent-other-count',
        passage: 'Of the 104 women, 43 (36%) told of distress.',
        see: [],
      },
    ]);
  });

  it('ends with 0 and says so when nothing contradicts', async () => {
    const right = await fileOf('b.md', WRONG.replace('36', '41'));
    expect(await runInWorld(['check', right])).toMatchObject({
      status: 0,
      output: expect.stringContaining('no figures were found that contradict each other'),
    });
    expect(await runInWorld(['check', right, '--format', 'json'])).toEqual({
      status: 0,
      output: '[]',
      errors: '',
    });
  });

  it('speaks Kazakh and Russian', async () => {
    const file = await fileOf('c.md', WRONG);
    const russian = await runInWorld(['check', file, '--lang', 'ru']);
    expect(russian.output).toContain('строка 3, вероятно');
    expect(russian.output).toContain('стоит проверить 1 место');
    const kazakh = await runInWorld(['check', file, '--lang', 'kk']);
    expect(kazakh.output).toContain('3-жол, ықтимал');
    expect(kazakh.output).toContain('қарап шығатын 1 жер бар');
  });

  it('ends with 2 when there is nothing to read', async () => {
    expect(await runInWorld(['check', join(folder, 'nowhere.md')])).toMatchObject({
      status: 2,
      errors: expect.stringContaining('nowhere.md'),
    });
    expect(
      await runInWorld(['check', await fileOf('e.md', WRONG), '--format', 'xml']),
    ).toMatchObject({
      status: 2,
      errors: '--format takes text or json, not “xml”.',
    });
  });

  it.each([
    ['en', 'Save the report as DOCX, or turn it into text: pdftotext -layout report.pdf'],
    ['ru', 'Сохраните отчёт как DOCX или превратите в текст: pdftotext -layout отчёт.pdf'],
    ['kk', 'Есепті DOCX ретінде сақтаңыз немесе мәтінге айналдырыңыз: pdftotext -layout есеп.pdf'],
  ])('in %s tells whoever brings a PDF what to save it as', async (language, advice) => {
    const file = await fileOf('d.pdf', '%PDF-1.7');
    expect(await runInWorld(['check', file, '--lang', language])).toMatchObject({
      status: 2,
      errors: expect.stringContaining(advice),
    });
  });
});
