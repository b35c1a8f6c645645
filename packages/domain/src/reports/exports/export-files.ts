import type { CompiledForm } from '../../instruments/index.ts';
import { buildWaveReport } from '../build-report.ts';
import type { WaveFacts } from '../facts.ts';
import {
  anonymityLines,
  type BundleHead,
  deidentification,
  lossLines,
  missingLabels,
} from './bundle-head.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Anonymous } from './coarsening/deidentify.ts';
import { codebookJson } from './codebook.ts';
import { writeCsv } from './csv.ts';
import { type DataTable, titleOf } from './data-table.ts';
import { ddiXml } from './ddi.ts';
import { writeDta } from './dta/write-dta.ts';
import type { RandomBytes } from './export-ids.ts';
import { exportTables } from './export-tables.ts';
import { exportTexts } from './export-texts.ts';
import { writeSav } from './sav/write-sav.ts';
import { analysisNumbers, analysisNumbersCsv } from './scripts/analysis-numbers.ts';
import { analysisRecipe } from './scripts/analysis-recipe.ts';
import { exactParts } from './scripts/exact-parts.ts';
import { rScript } from './scripts/r-script.ts';
import { reportNumbers } from './scripts/report-numbers.ts';
import { reportNumbersCsv } from './scripts/report-numbers-csv.ts';
import { stataScript } from './scripts/stata-script.ts';
import type { WorkbookPart } from './xlsx/package-parts.ts';
import { workbookParts } from './xlsx/workbook-parts.ts';

/** A file of an export: its bytes piece by piece, or the files it is packed of (a workbook). */
export type ExportFile =
  | { readonly name: string; readonly pieces: Iterable<Uint8Array> }
  | { readonly name: string; readonly parts: readonly WorkbookPart[] };

/**
 * Everything of the export of a wave's answers: the data as CSV, SPSS, Stata and Excel files, one of each
 * for the respondents and for every roster; the codebook as JSON and for archives; the numbers of the
 * report with an R script and a do-file that compute them again; a page that says what is what. Bytes
 * are made only as they are read.
 *
 * @param forms the forms of the wave in the versions it was asked with, compiled
 * @param given `anonymous`: how well people must hide among each other; null: everything exact
 * @throws Problem `export-too-few` where fewer people answered than must be alike
 */
export function exportFiles(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  {
    random,
    anonymous,
    ...given
  }: Omit<BundleHead, 'wave' | 'protection'> & {
    random: RandomBytes;
    anonymous: Anonymous | null;
  },
): ExportFile[] {
  const { language, writtenAt } = given;
  const { exact, tables, losses } = exportTables(facts, forms, { language, random, anonymous });
  const protection = anonymous && { ...anonymous, losses };
  const head: BundleHead = { ...given, wave: facts.wave, protection };
  const report = buildWaveReport(facts, forms, { language });
  const numbers = reportNumbers(report, exact, forms);
  const analyses = analysisNumbers(report);
  const whole = analysisRecipe(facts.responses, { forms, tables: exact, language });
  const { isExact, isExactAnalysis, recipe } = exactParts(losses, whole);
  const labels = missingLabels(language);
  const labelled = { missingLabels: labels, writtenAt };
  return [
    textFile('README.txt', readme(tables, head)),
    ...tables.flatMap((table): ExportFile[] => [
      { name: `${table.name}.csv`, pieces: writeCsv(table) },
      { name: `${table.name}.sav`, pieces: writeSav(table, labelled) },
      { name: `${table.name}.dta`, pieces: writeDta(table, labelled) },
      { name: `${table.name}.xlsx`, parts: workbookParts(table, labels) },
    ]),
    textFile('codebook.json', codebookJson(tables, head)),
    textFile('codebook-ddi.xml', ddiXml(tables, head, 'csv')),
    textFile('report-numbers.csv', reportNumbersCsv(numbers, isExact)),
    textFile('report-analyses.csv', analysisNumbersCsv(analyses, isExactAnalysis)),
    textFile('reproduce.R', rScript(tables, { missingLabels: labels, recipe, analyses })),
    textFile('reproduce.do', stataScript(tables, numbers, isExact)),
  ];
}

function readme(tables: readonly DataTable[], head: BundleHead): string {
  const { wave, language, origin } = head;
  const t = exportTexts(language);
  const isApart = ({ name }: DataTable) =>
    head.protection?.losses.some(({ table, isApart: apart }) => table === name && apart) ?? false;
  return [
    wave.title[language],
    '',
    ...deidentification(head, language),
    '',
    t('file.fingerprint', { fingerprint: origin.fingerprint }),
    t('file.snapshot', { snapshot: origin.snapshot, version: origin.programVersion }),
    '',
    ...tables.flatMap((table, i) => [
      `${table.name} (.csv .sav .dta .xlsx): ${titleOf(table)}: ${table.rows}`,
      ...anonymityLines(table),
      ...(i > 0 && !isApart(table) ? [t('table.joined')] : []),
      ...lossLines(table, head),
      '',
    ]),
    `codebook.json, codebook-ddi.xml: ${t('file.codebook')}`,
    `reproduce.R, reproduce.do: ${t('file.scripts')}`,
    `report-numbers.csv, report-analyses.csv: ${t('file.numbers')}`,
    ...(head.protection ? [t('file.changed')] : []),
    '',
  ].join('\n');
}

function textFile(name: string, text: string): ExportFile {
  const out = new ByteWriter();
  out.text(text);
  return { name, pieces: [out.take()] };
}
