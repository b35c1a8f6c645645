import { Problem } from '@tirek/domain/problem';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { syntheticWave } from './documents/test/synthetic-report.ts';
import { exportAnswer } from './exports/fetch-export.ts';
import { costOf } from './exports/files-of.ts';
import { makeReport, weighExport } from './make-report.ts';
import { reportFor } from './report-for.ts';

const { facts: all, forms } = syntheticWave();
/** More than those whose report is made where it is asked for. */
const facts = { ...all, responses: all.responses.slice(0, 24) };

it('a report that is made apart says what it would say here', async () => {
  const asked = { language: 'kk', audience: 'internal' } as const;
  expect(await makeReport(facts, asked)).toEqual(reportFor(facts, asked));
}, 60_000);

it('where three mothers would stand alone in the file of children, it is refused from there', async () => {
  const [form] = forms;
  const roster = form?.items.find(({ type }) => type === 'roster')?.linkId ?? '';
  const responses = facts.responses.map((response, i) => {
    const answers = response.answers['needs-assessment-2022'];
    return i < 3
      ? response
      : { ...response, answers: { 'needs-assessment-2022': { ...answers, [roster]: [] } } };
  });
  const weighed = weighExport({ ...facts, responses }, { k: 5, l: 1 });
  await expect(weighed).rejects.toEqual(new Problem('export-too-few', { k: 5 }));
}, 60_000);

it('what files of exact answers cost is weighed apart, and the files are made there', async () => {
  const protection = { k: 5, l: 2 } as const;
  expect(await weighExport(facts, protection)).toEqual(costOf(facts, protection));
  const answer = exportAnswer(
    facts,
    { ...REQUEST, ...protection, language: 'kk' },
    '2026-11-25T02:03:04.000Z',
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.pieces) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  const rows = Buffer.from(files['respondents.csv'] ?? [])
    .toString()
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(1 + facts.responses.length);
  expect(Object.keys(files)).toContain('reproduce.R');
}, 60_000);

const REQUEST = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  waveId: facts.wave.id,
  waveTitle: facts.wave.title,
  reason: 'Factor analysis for the yearly report',
  requestedBy: '0192f0c1-0000-7000-8000-000000000002',
  requestedByName: 'Тимур Алиев',
  requestedAt: '2026-11-24T02:03:04.000Z',
  cost: null,
  decision: null,
};
