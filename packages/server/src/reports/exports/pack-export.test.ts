import { findForm } from '@tirek/domain/instruments';
import { exportFiles, type WaveFacts } from '@tirek/domain/reports';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { packExport } from './pack-export.ts';

const WRITTEN = '2026-11-25T02:03:04.000Z';
const ORIGIN = { fingerprint: 'f'.repeat(64), snapshot: 'a'.repeat(64), programVersion: '9.8.7' };
const phq8 = findForm('phq-8')!;
const answersOf = (frequency: string) =>
  phq8
    .open(null)
    .complete(
      Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`phq8_${n + 1}`, frequency])),
    );
const FACTS: WaveFacts = {
  wave: {
    id: 'wave',
    title: { kk: 'Көңіл күй', ru: 'Самочувствие', en: 'Well-being' },
    opensOn: '2026-11-01',
    closesOn: '2026-11-20',
    languages: ['kk'],
    forms: [{ code: phq8.code, version: phq8.version }],
    isSynthetic: true,
  },
  flow: { invited: null, opened: null, consented: null, completed: 3 },
  responses: ['0', '2', '3'].map((frequency, i) => ({
    id: `0192-secret-${i}`,
    language: 'kk',
    receivedOn: `2026-11-1${i}`,
    answers: { 'phq-8': answersOf(frequency) },
    scores: [],
  })),
};
let next = 0;
const random = (count: number) =>
  Uint8Array.from({ length: count }, () => {
    next += 37;
    return next % 256;
  });

async function packed(): Promise<Record<string, Uint8Array>> {
  const files = exportFiles(FACTS, [phq8], {
    language: 'kk',
    writtenAt: WRITTEN,
    origin: ORIGIN,
    anonymous: null,
    random,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of packExport(files, WRITTEN)) pieces.push(piece);
  return unzipSync(Buffer.concat(pieces));
}

describe('an export in one archive', () => {
  it('opens with every file whole, and a workbook that Excel readers understand', async () => {
    const files = await packed();
    const workbook = Buffer.from(files['respondents.xlsx']!);
    const sheets = await readXlsxFile(workbook);
    const [data, variables] = sheets;
    const [head, ...rows] = data!.data;
    expect(head?.slice(0, 4)).toEqual(['export_id', 'language', 'received', 'phq8_1']);
    expect(rows.map((row) => row[3]).sort()).toEqual([0, 2, 3]);
    expect(rows.every((row) => row.at(-1) === '.f')).toBe(true);
    const first = variables!.data.find(([name]) => name === 'phq8_1');
    expect(first?.[3]).toMatch(/^0 = .+\n1 = .+\n2 = .+\n3 = .+\n\.a = /);
  });

  it('holds no id of the programme and no day of answering, in any of its files', async () => {
    const files = await packed();
    const workbook = unzipSync(files['respondents.xlsx']!);
    for (const [name, bytes] of Object.entries({ ...files, ...workbook })) {
      const text = Buffer.from(bytes).toString('latin1');
      expect(text, name).not.toMatch(/0192-secret|2026-11-1[0-2]/);
    }
  });

  it('says first that the data are invented, in the language asked for', async () => {
    const files = await packed();
    const [title, , synthetic] = Buffer.from(files['README.txt']!).toString().split('\n');
    expect(title).toBe('Көңіл күй');
    expect(synthetic).toBe(
      'Синтетикалық деректер: барлық жауап ойдан алынған, ешбір санның артында нақты адам жоқ.',
    );
  });
});
