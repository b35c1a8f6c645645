import type { Banded } from '../banded-groups.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import { bandTestsId } from '../tables/band-tests.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

/** Below this an adjusted p counts as a finding. */
const ALPHA = 0.05;

/** By which groupings the bands of a scale differ after Holm's adjustment; null where none was tested. */
export function bandSentence(
  tables: readonly TableDraft[],
  banded: Banded,
  speech: Speech,
): Paragraph | null {
  const { title: scale, id } = banded.variable;
  const table = tables.find((one) => one.id === bandTestsId(banded));
  if (!table) return null;
  const read = readerOf(table, speech);
  const findings = table.rows
    .filter((row) => (numberAt(table, row.id, 'pHolm') ?? 1) < ALPHA)
    .map((row) =>
      say((params) => speech.t('say.bands.finding', params), {
        by: row.label,
        v: read.cell(row.id, 'cramersV'),
        p: pValue(read.cell(row.id, 'pHolm')),
      }),
    );
  const words =
    findings.length === 0
      ? say((params) => speech.t('say.bands.none', params), { scale })
      : say((params) => speech.t('say.bands.some', params), {
          scale,
          findings: joined(findings, '; '),
        });
  return paragraph(`say-bands-${id}`, words);
}
