import { ByteWriter } from '../byte-writer.ts';
import { type DataTable, MISSING_REASONS, type MissingLabels } from '../data-table.ts';
import { CaseWriter } from './case-writer.ts';
import {
  BIAS,
  writeHeader,
  writeInformation,
  writeValueLabels,
  writeVariable,
} from './sav-dictionary.ts';
import { layOutSav, type SavVariable, savMissingCode } from './sav-layout.ts';

/**
 * A table as an SPSS system file: UTF-8, labels of variables and values, missing codes declared as
 * user-missing (-99 declined, -98 does not know, -97 does not apply, -96 not asked, -95 not reached,
 * -94 no score; lower where a real value would be one of them), months as dates, and small numbers in
 * one byte.
 * @param writtenAt UTC instant that the file bears
 * @throws Problem `internal` when a text is longer than the 32,767 bytes SPSS can hold
 */
export function* writeSav(
  table: DataTable,
  { missingLabels, writtenAt }: { missingLabels: MissingLabels; writtenAt: string },
): Generator<Uint8Array> {
  const out = new ByteWriter();
  const { variables, caseElements } = layOutSav(table);
  writeHeader(out, table, { caseElements, writtenAt });
  for (const laid of variables) writeVariable(out, laid);
  writeValueLabels(out, variables, missingLabels);
  writeInformation(out, table, variables);

  const cases = new CaseWriter(out, BIAS);
  const writers = variables.map((laid, place) => cellWriter(laid, table, { place, cases }));
  for (let row = 0; row < table.rows; row += 1) {
    for (let place = 0; place < writers.length; place += 1) writers[place]!(row);
    if (out.isFull) yield out.take();
  }
  cases.end();
  yield out.take();
}

/** 14 October 1582, from which SPSS counts seconds, in days before 1970. */
const FIRST_DAY = -141_428;
const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = 86_400_000;

function cellWriter(
  laid: SavVariable,
  table: DataTable,
  { place, cases }: { place: number; cases: CaseWriter },
): (row: number) => void {
  const column = table.columns[place]!;
  if (column.kind === 'texts') {
    return (row) => cases.text(column.values[row]!, laid.segments);
  }
  const codes = MISSING_REASONS.map((reason) => savMissingCode(reason, laid));
  const { values, absent } = column;
  const isMonth = laid.variable.kind === 'month';
  return (row) => {
    const code = absent[row]!;
    if (code !== 0) cases.number(codes[code - 1]!);
    else cases.number(isMonth ? secondsOf(values[row]!) : values[row]!);
  };
}

/** The first of a month (counted from January 1960) in seconds as SPSS counts them. */
function secondsOf(months: number): number {
  const days = Date.UTC(1960, months, 1) / DAY_MILLISECONDS;
  return (days - FIRST_DAY) * DAY_SECONDS;
}
