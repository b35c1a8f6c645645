import { describe, expect, it } from 'vitest';
import { findForm, scoreForm } from '../../instruments/index.ts';
import { aForm, asks } from '../../instruments/testing/a-form.ts';
import type { WaveFacts } from '../facts.ts';
import {
  buildWaveReport,
  isHidden,
  listPopulationQuestions,
  protectReport,
  type Report,
  type Row,
} from '../index.ts';
import { reportTexts } from '../report-texts.ts';
import { smallWave } from '../small-wave.ts';

const PHQ9 = findForm('phq-9')!;

/** Sixty women answered PHQ-9; so many of them said yes to its ninth question. */
function waveWith(yes: number): WaveFacts {
  const responses = Array.from({ length: 60 }, (_, who) => {
    const eight = Array.from({ length: 8 }, (_, at) => [`phq9_${at + 1}`, `${(who + at) % 4}`]);
    const answers = PHQ9.open(null).complete({
      ...Object.fromEntries(eight),
      phq9_9: who < yes ? '3' : '0',
      phq9_10: `${who % 4}`,
    });
    return {
      id: `response-${who}`,
      language: 'kk' as const,
      receivedOn: '2026-11-22',
      answers: { 'phq-9': answers },
      scores: scoreForm(PHQ9, answers).map((score) => ({ ...score, form: 'phq-9' })),
    };
  });
  const wave = smallWave(responses.map(() => ({ answers: {} })));
  return {
    ...wave,
    wave: { ...wave.wave, forms: [{ code: 'phq-9', version: '1.0.0' }] },
    responses,
  };
}

function protectedFor(audience: 'network' | 'public', facts: WaveFacts): Report {
  const outcome = protectReport(facts, [PHQ9], { language: 'en', audience });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.report;
}

/** The rows about the ninth question that hold numbers, by table; the codebook tells of nobody. */
const rowsOfTheNinth = ({ sections }: Report): Map<string, Row> =>
  new Map(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'table' && !block.id.startsWith('codebook')
          ? block.rows.flatMap((row) => (row.id === 'phq9_9' ? [[block.id, row] as const] : []))
          : [],
      ),
  );

describe('two women of sixty said yes to the ninth question', () => {
  it.each(['network', 'public'] as const)(
    'and no reader of the report (%s) is told of them',
    (audience) => {
      const rows = rowsOfTheNinth(protectedFor(audience, waveWith(2)));
      expect([...rows.keys()]).toEqual(['items-phq-9-phq-9', 'low-phq-9-phq-9']);
      for (const row of rows.values()) {
        // All sixty answered and nobody left it out: everything between is hidden, the mean that would tell it too.
        const told = row.cells.filter((cell) => !isHidden(cell));
        expect(told.filter((cell) => cell !== 60 && cell !== 0)).toEqual([]);
      }
    },
  );

  it('though the exact report, which stays with those who run the survey, has the number', () => {
    const exact = rowsOfTheNinth(buildWaveReport(waveWith(2), [PHQ9], { language: 'en' }));
    expect(exact.get('low-phq-9-phq-9')?.cells[1]).toBe(2);
  });
});

it('no report is narrowed down to those who said yes to a question about danger, scored or not', () => {
  const yesNo = (linkId: string, more: object = {}) =>
    asks({ type: 'choice', linkId, options: 'yes_no', ...more });
  const form = aForm([yesNo('garden'), yesNo('danger', { safety: true })]);
  const questions = listPopulationQuestions([form], ['kk'], {
    language: 'en',
    t: reportTexts('en'),
  });
  expect(questions.map(({ question }) => question)).toEqual(['language', 'garden']);
});
