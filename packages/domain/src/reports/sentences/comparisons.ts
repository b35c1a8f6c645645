import { FEWEST_IN_GROUP } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import type { Paragraph, TableDraft } from '../report.ts';
import type { ScoreVariable } from '../score-variables.ts';
import { pairId, pairsOf } from '../tables/correlations.ts';
import type { Speech } from '../variables.ts';
import {
  joined,
  numberAt,
  paragraph,
  pValue,
  type Reader,
  readerOf,
  say,
  type Words,
} from './sentence.ts';

/** Below this an adjusted p counts as a finding. */
const ALPHA = 0.05;

/** Which scores go together, one sentence a pair; what chance could have made is said to be unclear. */
export function correlationSentences(
  table: TableDraft,
  variables: readonly ScoreVariable[],
  speech: Speech,
): Paragraph[] {
  const read = readerOf(table, speech);
  return pairsOf(variables).flatMap(({ one, other }) => {
    const id = pairId({ one, other });
    const rho = numberAt(table, id, 'rho');
    const p = numberAt(table, id, 'rhoHolm');
    if (rho === null || p === null) return [];
    const found = p >= ALPHA ? 'unclear' : rho > 0 ? 'together' : 'against';
    const words = say((params) => speech.t(`say.correlation.${found}`, params), {
      one: one.title,
      other: other.title,
      rho: read.cell(id, 'rho'),
      interval: read.cell(id, 'rhoInterval'),
      p: pValue(read.cell(id, 'rhoHolm')),
      n: read.cell(id, 'n'),
    });
    return [paragraph(`say-correlation-${id}`, words)];
  });
}

/** Which groupings tell scores apart after Holm's adjustment, with the lowest and the highest mean. */
export function groupSentence(
  { tests, means }: { tests: TableDraft; means: TableDraft },
  { title, id }: ScoreVariable,
  { groupings, ...speech }: Speech & { groupings: readonly Grouping[] },
): Paragraph {
  const readTest = readerOf(tests, speech);
  const readMean = readerOf(means, speech);
  const findings = groupings
    .filter((grouping) => (numberAt(tests, grouping.id, 'pHolm') ?? 1) < ALPHA)
    .map((grouping) => finding(grouping, { means, readMean, readTest }, speech));
  const words =
    findings.length === 0
      ? say((params) => speech.t('say.groups.none', params), { scale: title })
      : say((params) => speech.t('say.groups.some', params), {
          scale: title,
          findings: joined(findings, '; '),
        });
  return paragraph(`say-groups-${id}`, words);
}

function finding(
  grouping: Grouping,
  { means, readMean, readTest }: { means: TableDraft; readMean: Reader; readTest: Reader },
  { t }: Speech,
): Words {
  const groups = grouping.groups
    .map(({ id, label }) => ({ label, row: `${grouping.id}-${id}` }))
    .map((group) => ({ ...group, mean: numberAt(means, group.row, 'mean') ?? Number.NaN }))
    // Small groups are not tested, hence not named either.
    .filter(({ row, mean }) => !Number.isNaN(mean) && isTested(means, row))
    .sort((a, b) => a.mean - b.mean);
  const [lowest] = groups;
  const highest = groups.at(-1);
  return say((params) => t('say.groups.finding', params), {
    by: grouping.label,
    low: lowest?.label ?? '',
    lowMean: readMean.cell(lowest?.row ?? '', 'mean'),
    high: highest?.label ?? '',
    highMean: readMean.cell(highest?.row ?? '', 'mean'),
    p: pValue(readTest.cell(grouping.id, 'pHolm')),
  });
}

function isTested(means: TableDraft, id: string): boolean {
  return (means.rows.find((row) => row.id === id)?.n ?? 0) >= FEWEST_IN_GROUP;
}
