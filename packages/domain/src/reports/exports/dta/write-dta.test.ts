import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askR, hasProgram, withFolder, writePieces } from '../../../../reference/other-programs.ts';
import {
  type DataTable,
  MISSING_CODES,
  MISSING_REASONS,
  type MissingLabels,
} from '../data-table.ts';
import { randomTable } from '../testing/random-table.ts';
import { cutToCharacters } from '../utf8.ts';
import { writeDta } from './write-dta.ts';

const missingLabels = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, `not there: ${reason}`]),
) as MissingLabels;
const GIVEN = { missingLabels, writtenAt: '2026-11-25T02:03:04.000Z' };

/** What haven says of a file; a missing value by its letter. */
const READ_DTA = `
suppressMessages({library(haven); library(jsonlite)})
said <- function(x) {
  if (is.character(x)) return(as.character(x))
  x <- as.double(x)
  ifelse(is.na(x), paste0(".", na_tag(x)), sprintf("%.17g", x))
}
one <- function(file) {
  d <- read_dta(file)
  list(rows = nrow(d), columns = lapply(names(d), function(name) {
    x <- d[[name]]
    labels <- attr(x, "labels")
    list(name = name, label = attr(x, "label", exact = TRUE), format = attr(x, "format.stata"), values = said(x),
      labels = as.list(if (length(labels)) said(labels)), labelTexts = as.list(names(labels)))
  }))
}
cat(toJSON(lapply(sort(list.files(pattern = "[.]dta$")), one), auto_unbox = TRUE, null = "null"))
`;

type ReadFile = {
  rows: number;
  columns: {
    name: string;
    label: string | null;
    values: string | string[];
    labels: string[];
    labelTexts: string[];
  }[];
};

function readBack(tables: readonly DataTable[]): ReadFile[] {
  return withFolder((folder) => {
    tables.forEach((table, i) => {
      writePieces(join(folder, `${String(i).padStart(4, '0')}.dta`), writeDta(table, GIVEN));
    });
    return askR<ReadFile[]>(READ_DTA, folder);
  });
}

/** Haven takes blanks off the end. */
const trimmed = (label: string) => label.replace(/ +$/, '');
const written = (value: string) => (value.startsWith('.') ? value : Number(value));

describe.skipIf(!hasProgram('haven'))('a Stata file, read by haven', () => {
  it('gives back every value, label and missing letter of tables of every shape', {
    timeout: 120_000,
  }, () => {
    const tables = fc.sample(randomTable, { numRuns: 150, seed: 20261126 });
    const read = readBack(tables);
    expect(read.length).toBe(tables.length);
    tables.forEach((table, i) => {
      expect(read[i]!.rows).toBe(table.rows);
      expect(read[i]!.columns.map(({ name }) => name)).toEqual(
        table.variables.map(({ name }) => name),
      );
      table.variables.forEach((variable, place) => {
        const column = table.columns[place]!;
        const back = read[i]!.columns[place]!;
        const got = [back.values].flat();
        if (column.kind === 'texts') {
          expect(got.map(trimmed)).toEqual(column.values.map(trimmed));
          return;
        }
        const letter = (code: number) => MISSING_CODES[MISSING_REASONS[code - 1]!].stata;
        expect(got.map(written)).toEqual(
          Array.from(column.values, (value, row) =>
            column.absent[row] === 0 ? value : letter(column.absent[row]!),
          ),
        );
        expect(back.label ?? '').toBe(trimmed(cutToCharacters(variable.label, 80)));
        expect(
          new Map(back.labels.map((value, at) => [written(value), back.labelTexts[at]])),
        ).toEqual(
          new Map<string | number, string>([
            ...variable.values.map(({ value, label }) => [value, trimmed(label)] as const),
            ...variable.missing.map(
              (reason) => [MISSING_CODES[reason].stata, missingLabels[reason]] as const,
            ),
          ]),
        );
      });
    });
  });
});
