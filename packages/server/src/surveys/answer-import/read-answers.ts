import { findForm, type Score, scoreForm } from '@tirek/domain/instruments';
import type { FormChoice } from '@tirek/domain/surveys';
import {
  type DryRun,
  type ImportFinding,
  type ImportMapping,
  type ImportTable,
  readImport,
} from '@tirek/domain/surveys/answer-import';
import type { ImportedRow } from './queries.ts';

/** Findings told at most; a file with the wrong column has one for every row. */
const MOST_FINDINGS = 200;

export interface ReadAnswers {
  readonly mapping: ImportMapping;
  readonly tables: readonly ImportTable[];
  readonly forms: readonly FormChoice[];
}

/** Reads tables without scoring: what a dry run tells. */
export function tryAnswers(given: ReadAnswers): DryRun {
  const read = readImport(given.mapping, given.tables, compiledForms(given.forms));
  return read.kind === 'ready'
    ? dryRun(read.warnings, read.responses.length)
    : dryRun(read.findings, 0);
}

/**
 * Reads and scores tables. Pure but for time: run in a worker, since a large file takes seconds.
 * @param tell called now and then with the answers scored so far and all of them.
 */
export function readAnswers(
  given: ReadAnswers & { readonly newId: () => string },
  tell: (done: number, total: number) => void,
): { kind: 'ready'; rows: ImportedRow[]; result: DryRun } | { kind: 'refused'; result: DryRun } {
  const forms = compiledForms(given.forms);
  const read = readImport(given.mapping, given.tables, forms);
  if (read.kind === 'refused') return { kind: 'refused', result: dryRun(read.findings, 0) };
  const total = read.responses.length;
  const rows = read.responses.map((response, index) => {
    if (index % 250 === 0) tell(index, total);
    const scores: Record<string, Score[]> = {};
    for (const [code, form] of forms) scores[code] = scoreForm(form, response.answers[code] ?? {});
    return {
      id: given.newId(),
      language: response.language,
      received_on: response.receivedOn,
      answers: response.answers,
      scores,
    };
  });
  return { kind: 'ready', rows, result: dryRun(read.warnings, total) };
}

/** The instruments of a campaign by code, in the campaign's versions. */
export function compiledForms(choices: readonly FormChoice[]) {
  return new Map(
    choices.flatMap(({ code, version }) => {
      const form = findForm(code, version);
      return form ? [[code, form] as const] : [];
    }),
  );
}

function dryRun(findings: readonly ImportFinding[], respondents: number): DryRun {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  return {
    isReady: errors.length === 0,
    respondents,
    errors: errors.length,
    warnings: warnings.length,
    findings: [...errors, ...warnings]
      .slice(0, MOST_FINDINGS)
      .map((finding) => ({ ...finding, params: { ...finding.params } })),
  };
}
