import type { Paragraph, TableDraft } from '../report.ts';
import type { Speech, Variable } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

const ALPHA = 0.05;
const NAMED = 3;

/** The pairs of answers that come together more often than chance would have it, the strongest first. */
export function pairSentence(table: TableDraft, variable: Variable, speech: Speech): Paragraph {
  const read = readerOf(table, speech);
  const findings = table.rows
    .filter(
      ({ id }) =>
        (numberAt(table, id, 'phi') ?? 0) > 0 && (numberAt(table, id, 'pHolm') ?? 1) < ALPHA,
    )
    .slice(0, NAMED)
    .map(({ id, label }) =>
      say((params) => speech.t('say.pairs.finding', params), {
        label,
        number: read.cell(id, 'count'),
        percent: read.cell(id, 'percent'),
        expected: read.cell(id, 'expected'),
        phi: read.cell(id, 'phi'),
        p: pValue(read.cell(id, 'pHolm')),
      }),
    );
  const params = { question: variable.label };
  const words =
    findings.length === 0
      ? say((given) => speech.t('say.pairs.none', given), params)
      : say((given) => speech.t('say.pairs.some', given), {
          ...params,
          findings: joined(findings, '; '),
        });
  return paragraph(`say-pairs-${variable.form.code}-${variable.linkId}`, words);
}
