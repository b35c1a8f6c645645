import type { Banded } from '../banded-groups.ts';
import type { Grouping } from '../groupings.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import { bandTestId } from '../tables/band-tests.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say } from './sentence.ts';

/** Below this an adjusted p counts as a finding. */
const ALPHA = 0.05;

/** By which groupings the bands of a scale differ after Holm's adjustment; null where none was tested. */
export function bandSentence(
  table: TableDraft,
  { banded, groupings }: { banded: Banded; groupings: readonly Grouping[] },
  speech: Speech,
): Paragraph | null {
  const { title: scale, id } = banded.variable;
  const tested = groupings.filter(
    (grouping) => numberAt(table, bandTestId(banded, grouping), 'pHolm') !== null,
  );
  if (tested.length === 0) return null;
  const read = readerOf(table, speech);
  const findings = tested
    .map((grouping) => ({ grouping, row: bandTestId(banded, grouping) }))
    .filter(({ row }) => (numberAt(table, row, 'pHolm') ?? 1) < ALPHA)
    .map(({ grouping, row }) =>
      say((params) => speech.t('say.bands.finding', params), {
        by: grouping.label,
        v: read.cell(row, 'cramersV'),
        p: pValue(read.cell(row, 'pHolm')),
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
