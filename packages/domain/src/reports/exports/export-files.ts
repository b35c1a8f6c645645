import type { CompiledForm } from '../../instruments/index.ts';
import { buildWaveReport } from '../build-report.ts';
import type { WaveFacts } from '../facts.ts';
import { anonymityLines, type BundleHead, deidentification, missingLabels } from './bundle-head.ts';
import { ByteWriter } from './byte-writer.ts';
import { codebookJson } from './codebook.ts';
import { writeCsv } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { ddiXml } from './ddi.ts';
import { writeDta } from './dta/write-dta.ts';
import type { RandomBytes } from './export-ids.ts';
import { exportTexts } from './export-texts.ts';
import { writeSav } from './sav/write-sav.ts';
import { analysisNumbers, analysisNumbersCsv } from './scripts/analysis-numbers.ts';
import { analysisRecipe } from './scripts/analysis-recipe.ts';
import { rScript } from './scripts/r-script.ts';
import { reportNumbers } from './scripts/report-numbers.ts';
import { reportNumbersCsv } from './scripts/report-numbers-csv.ts';
import { stataScript } from './scripts/stata-script.ts';
import { buildWaveData } from './wave-data.ts';
import type { WorkbookPart } from './xlsx/package-parts.ts';
import { workbookParts } from './xlsx/workbook-parts.ts';

/** A file of an export: its bytes piece by piece, or the files it is packed of (a workbook). */
export type ExportFile =
  | { readonly name: string; readonly pieces: Iterable<Uint8Array> }
  | { readonly name: string; readonly parts: readonly WorkbookPart[] };

/**
 * Everything of the exact export of a wave: the data as CSV, SPSS, Stata and Excel files, one of each
 * for the respondents and for every roster; the codebook as JSON and for archives; the numbers of the
 * report with an R script and a do-file that compute them again; a page that says what is what. Bytes
 * are made only as they are read.
 *
 * @param forms the forms of the wave in the versions it was asked with, compiled
 */
export function exportFiles(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  { random, ...given }: Omit<BundleHead, 'wave'> & { random: RandomBytes },
): ExportFile[] {
  const { language, writtenAt } = given;
  const head: BundleHead = { ...given, wave: facts.wave };
  const tables = buildWaveData(facts, forms, { language, random });
  const report = buildWaveReport(facts, forms, { language });
  const numbers = reportNumbers(report, tables, forms);
  const recipe = analysisRecipe(facts.responses, { forms, tables, language });
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
    textFile('report-numbers.csv', reportNumbersCsv(numbers)),
    textFile('report-analyses.csv', analysisNumbersCsv(analysisNumbers(report))),
    textFile('reproduce.R', rScript(tables, { missingLabels: labels, recipe })),
    textFile('reproduce.do', stataScript(tables, numbers)),
  ];
}

function readme(tables: readonly DataTable[], head: BundleHead): string {
  const { wave, language, origin } = head;
  const t = exportTexts(language);
  return [
    wave.title[language],
    '',
    ...deidentification(head, language),
    '',
    t('file.fingerprint', { fingerprint: origin.fingerprint }),
    t('file.snapshot', { snapshot: origin.snapshot, version: origin.programVersion }),
    '',
    ...tables.flatMap((table) => [
      `${table.name} (.csv .sav .dta .xlsx): ${table.title}: ${table.rows}`,
      ...anonymityLines(table),
      '',
    ]),
    `codebook.json, codebook-ddi.xml: ${t('file.codebook')}`,
    `reproduce.R, reproduce.do: ${t('file.scripts')}`,
    `report-numbers.csv, report-analyses.csv: ${t('file.numbers')}`,
    '',
  ].join('\n');
}

function textFile(name: string, text: string): ExportFile {
  const out = new ByteWriter();
  out.text(text);
  return { name, pieces: [out.take()] };
}
