import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askR,
  hasProgram,
  run,
  withFolder,
  writePieces,
} from '../../../../reference/other-programs.ts';
import { type DataTable, MISSING_REASONS, type MissingLabels } from '../data-table.ts';
import { randomTable } from '../testing/random-table.ts';
import { cutToBytes } from '../utf8.ts';
import { savMissingCode, savMissingShifts } from './sav-layout.ts';
import { writeSav } from './write-sav.ts';

const missingLabels = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, `not there: ${reason}`]),
) as MissingLabels;
const GIVEN = { missingLabels, writtenAt: '2026-11-25T02:03:04.000Z' };

/** What haven says of a file: every column as it lies there, with its labels and missing values. */
const READ_SAV = `
suppressMessages({library(haven); library(jsonlite)})
files <- sort(list.files(pattern = "[.]sav$"))
one <- function(file) {
  d <- read_sav(file, user_na = TRUE)
  list(rows = nrow(d), columns = lapply(names(d), function(name) {
    x <- d[[name]]
    list(name = name, label = attr(x, "label", exact = TRUE), format = attr(x, "format.spss"),
      values = if (is.character(x)) as.character(x) else sprintf("%.17g", as.numeric(x)),
      labels = as.list(sprintf("%.17g", as.numeric(attr(x, "labels")))),
      labelTexts = as.list(names(attr(x, "labels"))),
      naValues = as.list(as.numeric(attr(x, "na_values"))), naRange = as.list(as.numeric(attr(x, "na_range"))))
  }))
}
cat(toJSON(lapply(files, one), auto_unbox = TRUE, digits = NA, null = "null"))
`;

type ReadColumn = {
  name: string;
  label: string | null;
  format: string;
  values: string | string[];
  labels: string[];
  labelTexts: string[];
  naValues: number[];
  naRange: number[];
};
type ReadFile = { rows: number; columns: ReadColumn[] };

function readBack(tables: readonly DataTable[]): ReadFile[] {
  return withFolder((folder) => {
    tables.forEach((table, i) => {
      writePieces(join(folder, `${String(i).padStart(4, '0')}.sav`), writeSav(table, GIVEN));
    });
    return askR<ReadFile[]>(READ_SAV, folder);
  });
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

describe.skipIf(!hasProgram('haven'))('an SPSS file, read by haven', () => {
  it('gives back every value, label and missing code of tables of every shape', {
    timeout: 120_000,
  }, () => {
    const tables = fc.sample(randomTable, { numRuns: 150, seed: 20261125 });
    const read = readBack(tables);
    expect(read.length).toBe(tables.length);
    tables.forEach((table, i) => {
      const shifts = savMissingShifts(table);
      expect(read[i]!.rows).toBe(table.rows);
      expect(read[i]!.columns.map(({ name }) => name)).toEqual(
        table.variables.map(({ name }) => name),
      );
      table.variables.forEach((variable, place) => {
        const column = table.columns[place]!;
        const back = read[i]!.columns[place]!;
        const laid = { missingShift: shifts[place]! };
        const expected = Array.from({ length: table.rows }, (_, row) => {
          const code = column.absent[row]!;
          // SPSS fills strings up with blanks: those at the end are nobody's.
          if (column.kind === 'texts') return column.values[row]!.replace(/ +$/, '');
          return code === 0
            ? column.values[row]!
            : savMissingCode(MISSING_REASONS[code - 1]!, laid);
        });
        const got = list(back.values).map((value) =>
          column.kind === 'texts' ? value : Number(value),
        );
        expect(got).toEqual(expected);
        expect(back.label ?? '').toBe(cutToBytes(variable.label, 255).replace(/ +$/, ''));
        if (column.kind === 'texts') return;
        // Labels of values are filled up with blanks too.
        expect(
          new Map(back.labels.map((value, at) => [Number(value), back.labelTexts[at]])),
        ).toEqual(
          new Map([
            ...variable.values.map(
              ({ value, label }) => [value, cutToBytes(label, 120).replace(/ +$/, '')] as const,
            ),
            ...variable.missing.map(
              (reason) => [savMissingCode(reason, laid), missingLabels[reason]] as const,
            ),
          ]),
        );
        const codes = variable.missing.map((reason) => savMissingCode(reason, laid));
        if (codes.length > 3) {
          expect(back.naRange).toEqual([Math.min(...codes), Math.max(...codes)]);
        } else expect(back.naValues).toEqual(codes);
      });
    });
  });
});

describe.skipIf(!hasProgram('PSPP'))('an SPSS file, read by PSPP', () => {
  it('is accepted without a word for tables of every shape', { timeout: 120_000 }, () => {
    const tables = fc.sample(randomTable, { numRuns: 40, seed: 25112026 });
    withFolder((folder) => {
      const syntax = tables.map((table, i) => {
        const file = `t${i}.sav`;
        writePieces(join(folder, file), writeSav(table, GIVEN));
        return `GET FILE='${file}'.\nDISPLAY DICTIONARY.\n`;
      });
      writePieces(join(folder, 'read.sps'), [Buffer.from(syntax.join(''))]);
      const said = run('pspp', ['-O', 'format=csv', 'read.sps'], folder);
      expect(said.match(/^.*(error|warning):.*$/gim)).toBeNull();
    });
  });
});
