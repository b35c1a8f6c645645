import type { Paragraph, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, pValue, readerOf, say, type Words } from './sentence.ts';

const ALPHA = 0.05;
const CONSTANT = '(intercept)';

/** Which predictors are beyond chance in one way of counting and not in the other. */
export function imputedModelSentence(table: TableDraft, title: string, speech: Speech): Paragraph {
  const read = readerOf(table, speech);
  const predictors = table.rows.filter(({ id }) => id !== CONSTANT);
  const isBeyond = (id: string, column: string) => (numberAt(table, id, column) ?? 1) < ALPHA;
  const told = (id: string, label: string): Words =>
    say((params) => speech.t('say.imputed.predictor', params), {
      label,
      complete: read.cell(id, 'complete'),
      completeP: pValue(read.cell(id, 'completeP')),
      filled: read.cell(id, 'filled'),
      filledP: pValue(read.cell(id, 'filledP')),
    });
  const turned = predictors.filter(
    ({ id }) => isBeyond(id, 'completeP') !== isBeyond(id, 'filledP'),
  );
  const held = predictors.filter(({ id }) => isBeyond(id, 'completeP') && isBeyond(id, 'filledP'));
  const listed = (turned.length > 0 ? turned : held).map(({ id, label }) => told(id, label));
  const found = turned.length > 0 ? 'turned' : held.length > 0 ? 'held' : 'nothing';
  const words = say((params) => speech.t(`say.imputed.${found}`, params), {
    scale: title,
    findings: joined(listed, '; '),
  });
  return paragraph(`say-${table.id}`, words);
}

/** The means side by side. */
export function imputedMeansSentence(table: TableDraft, speech: Speech): Paragraph {
  const read = readerOf(table, speech);
  const means = table.rows.map(({ id, label }) =>
    say((params) => speech.t('say.imputed.mean', params), {
      scale: label,
      complete: read.cell(id, 'complete'),
      filled: read.cell(id, 'filled'),
      fraction: read.cell(id, 'fractionMissing'),
    }),
  );
  const words = say((params) => speech.t('say.imputed.means', params), {
    means: joined(means, '; '),
  });
  return paragraph('say-imputed-means', words);
}
