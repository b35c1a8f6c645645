import type { PlannedModel } from '../regression/planned-model.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;
const CONSTANT = '(intercept)';

/** What of a planned model is beyond chance: by ratios where there are ratios, else by coefficients. */
export function regressionSentence(
  table: TableDraft,
  { outcome, plan }: PlannedModel,
  speech: Speech,
): Paragraph {
  const read = readerOf(table, speech);
  const isRatio = table.columns.some(({ id }) => id === 'ratio');
  const findings = table.rows
    .filter(({ id }) => id !== CONSTANT && (numberAt(table, id, 'p') ?? 1) < ALPHA)
    .map(({ id, label }) =>
      say((params) => speech.t(isRatio ? 'say.model.ratio' : 'say.model.estimate', params), {
        label,
        value: read.cell(id, isRatio ? 'ratio' : 'estimate'),
        interval: read.cell(id, isRatio ? 'ratioInterval' : 'interval'),
        p: pValue(read.cell(id, 'p')),
      }),
    );
  const words =
    findings.length === 0
      ? say((params) => speech.t('say.model.none', params), { scale: outcome.title })
      : say((params) => speech.t('say.model.some', params), {
          scale: outcome.title,
          findings: joined(findings, '; '),
        });
  return paragraph(`say-model-${plan.id}`, words);
}
