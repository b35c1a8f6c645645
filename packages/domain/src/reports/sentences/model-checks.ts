import type { PlannedModel } from '../regression/planned-model.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;
/** From here on one answer moves the whole model (R. D. Cook 1977). */
const MOVES = 1;

/** What each block adds that chance would not: by R², or by the fall of the deviance where there is one. */
export function blockSentence(
  table: TableDraft,
  { outcome }: PlannedModel,
  speech: Speech,
): Paragraph {
  const read = readerOf(table, speech);
  const isCount = table.columns.some(({ id }) => id === 'deviance');
  const findings = table.rows
    .filter(({ id }) => (numberAt(table, id, 'p') ?? 1) < ALPHA)
    .map(({ id, label }) =>
      say((params) => speech.t(isCount ? 'say.blocks.deviance' : 'say.blocks.rSquared', params), {
        label,
        change: read.cell(id, isCount ? 'deviance' : 'change'),
        p: pValue(read.cell(id, 'p')),
      }),
    );
  const words =
    findings.length === 0
      ? say((params) => speech.t('say.blocks.none', params), { scale: outcome.title })
      : say((params) => speech.t('say.blocks.some', params), {
          scale: outcome.title,
          findings: joined(findings, '; '),
        });
  return paragraph(`say-${table.id}`, words);
}

/** Whether one answer alone makes the result, and whether the line is bent. */
export function checkSentence(
  table: TableDraft,
  { outcome }: PlannedModel,
  speech: Speech,
): Paragraph {
  const read = readerOf(table, speech);
  const row = 'linear';
  const moves = (numberAt(table, row, 'cook') ?? 0) >= MOVES;
  const isBent = (numberAt(table, row, 'p') ?? 1) < ALPHA;
  const influenced = say(
    (params) => speech.t(moves ? 'say.checks.moved' : 'say.checks.steady', params),
    {
      scale: outcome.title,
      cook: read.cell(row, 'cook'),
      beyond: read.cell(row, 'beyond'),
      n: read.cell(row, 'n'),
    },
  );
  const neighbours = say(
    (params) => speech.t(isBent ? 'say.checks.alike' : 'say.checks.apart', params),
    { statistic: read.cell(row, 'durbinWatson'), p: pValue(read.cell(row, 'p')) },
  );
  return paragraph(`say-${table.id}`, joined([influenced, neighbours], ' '));
}
