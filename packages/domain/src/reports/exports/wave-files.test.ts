import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  askR,
  hasProgram,
  run,
  withFolder,
  writePieces,
} from '../../../reference/other-programs.ts';
import { SOME_ORIGIN, sameRandomBytes, syntheticWave } from '../../../reference/synthetic-wave.ts';
import { missingLabels } from './bundle-head.ts';
import { codebookJson } from './codebook.ts';
import { writeCsv } from './csv.ts';
import { writeDta } from './dta/write-dta.ts';
import { writeSav } from './sav/write-sav.ts';
import { buildWaveData } from './wave-data.ts';

const { facts, forms } = syntheticWave();
const tables = buildWaveData(facts, forms, { language: 'kk', random: sameRandomBytes(5) });
const given = { missingLabels: missingLabels('kk'), writtenAt: '2026-11-25T02:03:04.000Z' };

function inFolder<Result>(use: (folder: string) => Result): Result {
  return withFolder((folder) => {
    for (const table of tables) {
      writePieces(join(folder, `${table.name}.csv`), writeCsv(table));
      writePieces(join(folder, `${table.name}.sav`), writeSav(table, given));
      writePieces(join(folder, `${table.name}.dta`), writeDta(table, given));
    }
    return use(folder);
  });
}

/** Compares the three files of a table cell by cell, and tells what one column of each kind looks like. */
const COMPARE = `
suppressMessages({library(haven); library(jsonlite)})
spss <- c(".a" = -99, ".b" = -98, ".c" = -97, ".d" = -96, ".e" = -95, ".f" = -94)
one <- function(name) {
  csv <- read.csv(paste0(name, ".csv"), colClasses = "character", na.strings = character(0), encoding = "UTF-8")
  sav <- read_sav(paste0(name, ".sav"), user_na = TRUE)
  dta <- read_dta(paste0(name, ".dta"))
  different <- 0
  for (v in names(csv)) {
    x <- csv[[v]]
    if (v == "export_id") { different <- different + sum(x != sav[[v]]) + sum(x != dta[[v]]); next }
    if (v == "received") {
      days <- as.Date(paste0(x, "-01"))
      different <- different + sum(as.numeric(sav[[v]]) != as.numeric(days) * 86400 + 12219379200)
      different <- different + sum(as.numeric(dta[[v]]) != (as.numeric(substr(x, 1, 4)) - 1960) * 12 + as.numeric(substr(x, 6, 7)) - 1)
      next
    }
    absent <- startsWith(x, ".")
    number <- suppressWarnings(as.numeric(x)); number[absent] <- spss[x[absent]]
    different <- different + sum(number != as.numeric(sav[[v]]))
    letters <- paste0(".", na_tag(dta[[v]])); letters[!is.na(dta[[v]])] <- ""
    different <- different + sum(letters != ifelse(absent, x, ""))
    different <- different + sum(number[!absent] != as.numeric(dta[[v]])[!absent])
  }
  list(cells = nrow(csv) * ncol(csv), different = different)
}
marital <- read_sav("respondents.sav", user_na = TRUE)$marital
received <- read_sav("respondents.sav")$received
cat(toJSON(list(respondents = one("respondents"), children = one("children"),
  maritalLabel = attr(marital, "label", exact = TRUE), maritalLabels = names(attr(marital, "labels")),
  receivedFormat = attr(received, "format.spss"),
  receivedStata = attr(read_dta("respondents.dta")$received, "format.stata")), auto_unbox = TRUE))
`;

describe.skipIf(!hasProgram('haven'))('the files of a wave, read by haven', () => {
  it('say the same in every cell, with Kazakh labels', { timeout: 120_000 }, () => {
    const said = inFolder((folder) => askR<Record<string, unknown>>(COMPARE, folder));
    const [respondents, children] = tables;
    expect(said).toMatchObject({
      respondents: { cells: 104 * respondents!.variables.length, different: 0 },
      children: { cells: children!.rows * children!.variables.length, different: 0 },
      maritalLabel: 'Отбасылық жағдайы',
      receivedFormat: 'MOYR8',
      receivedStata: '%tm',
    });
    expect(said.maritalLabels).toEqual([
      'Тұрмысқа шықпаған',
      'Ажырасқан',
      'Жесір',
      'Мұсылманша неке, бір әйел',
      'Мұсылманша неке, бірнеше әйел',
      'Тіркелген неке',
      'Некесіз бірге тұру',
      'Жауап бергісі келмейді',
      'Сұраққа жетпеген',
    ]);
  });
});

describe.skipIf(!hasProgram('PSPP'))('the files of a wave, read by PSPP', () => {
  it("give the means of the children's ages and of their scale, for all and for the first listed", {
    timeout: 60_000,
  }, () => {
    const said = inFolder((folder) => {
      const syntax = [
        "GET FILE='children.sav'.",
        'DESCRIPTIVES VARIABLES=children_score child_age /STATISTICS=MEAN STDDEV MIN MAX.',
        'SELECT IF row = 1.',
        'DESCRIPTIVES VARIABLES=children_score.',
      ];
      writeFileSync(join(folder, 'ask.sps'), syntax.join('\n'));
      return run('pspp', ['-O', 'format=csv', 'ask.sps'], folder);
    });
    const rows = said.split('\n').filter((line) => /,\d+,[\d.]+,\.?\d/.test(line));
    expect(rows.map((line) => line.split(',').slice(1, 4).join())).toEqual([
      '193,3.36,.43',
      '193,9.54,3.42',
      '102,3.37,.42',
    ]);
  });
});

describe.skipIf(!hasProgram('PSPP'))('questions with several answers, read by PSPP', () => {
  it('are multiple response sets labelled with the question', { timeout: 60_000 }, () => {
    const said = inFolder((folder) => {
      const syntax = "GET FILE='respondents.sav'.\nMRSETS /DISPLAY NAME=ALL.\n";
      writeFileSync(join(folder, 'ask.sps'), syntax);
      return run('pspp', ['-O', 'format=csv', 'ask.sps'], folder);
    });
    expect(said).not.toMatch(/warning|error/i);
    expect(said).toMatch(/\$problems,.*problems_\w+/);
    expect(said).toMatch(/\$changes,/);
  });
});

describe('the codebook', () => {
  const codebook = JSON.parse(
    codebookJson(tables, {
      wave: facts.wave,
      language: 'kk',
      writtenAt: given.writtenAt,
      origin: SOME_ORIGIN,
      protection: null,
    }),
  );

  it('says first that the data are invented, and how well people hide among each other', () => {
    expect(codebook.deidentification[0]).toMatch(/^Синтетикалық деректер/);
    const [respondents] = codebook.tables;
    expect(respondents.anonymity.keys).toContain('age');
    expect(respondents.anonymity.keys).not.toContain('w01_legal_status');
    expect(respondents.anonymity).toMatchObject({ smallestClass: 1 });
    const sensitive = respondents.anonymity.diversity.map(
      (each: { variable: string }) => each.variable,
    );
    expect(sensitive).toContain('marital');
  });

  it('tells of each variable where it comes from, in three languages, and counts its values', () => {
    const marital = codebook.tables[0].variables.find(
      (v: { name: string }) => v.name === 'marital',
    );
    expect(marital).toMatchObject({
      labels: { kk: 'Отбасылық жағдайы', ru: 'Семейное положение', en: 'Marital status' },
      source: { kind: 'answer', form: 'needs-assessment-2022', linkId: 'marital' },
      measure: 'nominal',
      exposure: 'sensitive',
    });
    const counts = marital.values.map(({ count }: { count: number }) => count);
    const all = [...counts, ...marital.missing.map(({ count }: { count: number }) => count)];
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(104);
  });
});
