import { type Anonymity, anonymityOf } from './anonymity.ts';
import { type BundleHead, deidentification, missingSaid } from './bundle-head.ts';
import type { TableLoss } from './coarsening/loss.ts';
import { summariseColumn } from './column-summary.ts';
import { type DataTable, MISSING_CODES, MISSING_REASONS, titleOf } from './data-table.ts';
import { savMissingCode, savMissingShifts } from './sav/sav-layout.ts';

export const CODEBOOK_VERSION = 1;

/**
 * The codebook of the data files as JSON: every variable with its texts in all languages it has, its
 * codes, its missing codes in each program, what it was made from and how often each value occurs; and
 * how well rows hide among each other (k-anonymity, l-diversity).
 */
export function codebookJson(tables: readonly DataTable[], head: BundleHead): string {
  const { wave, language, writtenAt, origin, protection } = head;
  const codebook = {
    format: 'tirek-codebook',
    version: CODEBOOK_VERSION,
    language,
    writtenAt,
    origin,
    wave: {
      title: wave.title,
      opensOn: wave.opensOn,
      closesOn: wave.closesOn,
      isSynthetic: wave.isSynthetic,
      forms: wave.forms,
    },
    deidentification: deidentification(head, language),
    anonymous: protection && { k: protection.k, l: protection.l },
    missing: MISSING_REASONS.map((reason) => ({
      reason,
      labels: missingSaid(reason),
      csv: MISSING_CODES[reason].stata,
      stata: MISSING_CODES[reason].stata,
      spss: MISSING_CODES[reason].spss,
    })),
    tables: tables.map((table) =>
      describeTable(
        table,
        protection?.losses.find((loss) => loss.table === table.name),
      ),
    ),
  };
  return `${JSON.stringify(codebook, null, 2)}\n`;
}

function describeTable(table: DataTable, loss: TableLoss | undefined) {
  const shifts = savMissingShifts(table);
  const anonymity: Anonymity = anonymityOf(table);
  return {
    name: table.name,
    title: titleOf(table),
    rows: table.rows,
    anonymity,
    ...(loss ? { isApart: loss.isApart } : {}),
    variables: table.variables.map((variable, place) => {
      const { valid, missing, counts, numbers } = summariseColumn(table.columns[place]!, variable);
      const { name, label, labels, question, kind, measure, decimals, exposure, source } = variable;
      return {
        ...{ name, label, labels, question, kind, measure, decimals, exposure, source },
        values: variable.values.map((value, i) => ({ ...value, count: counts[i] ?? 0 })),
        missing: missing.map(({ reason, count }) => ({
          reason,
          spss: savMissingCode(reason, { missingShift: shifts[place]! }),
          count,
        })),
        valid,
        ...numbers,
        ...deidentified(loss, name),
      };
    }),
  };
}

/** What was done to a variable, where something was. */
function deidentified(loss: TableLoss | undefined, name: string) {
  const found = loss?.variables.find(({ variable }) => variable === name);
  if (!found) return {};
  const { change, coarser, withheld } = found;
  return { deidentified: { change, coarser, withheld } };
}
