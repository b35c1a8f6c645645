import type { CompiledForm } from '../../instruments/index.ts';
import type { Language } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { type Anonymous, deidentify } from './coarsening/deidentify.ts';
import type { TableLoss } from './coarsening/loss.ts';
import type { DataTable } from './data-table.ts';
import type { RandomBytes } from './export-ids.ts';
import { buildWaveData } from './wave-data.ts';

/** The data of an export: as people answered, as they are handed out, and what lies between; no losses where everything is exact. */
export type ExportTables = {
  readonly exact: readonly DataTable[];
  readonly tables: readonly DataTable[];
  readonly losses: readonly TableLoss[];
};

/**
 * The same answers lose the same cells each time, whatever ids their rows get.
 * @param anonymous how well people must hide among each other; null: everything exact
 * @throws Problem `export-too-few` where fewer people answered than must be alike
 */
export function exportTables(
  facts: Pick<WaveFacts, 'responses'>,
  forms: readonly CompiledForm[],
  {
    language,
    random,
    anonymous,
  }: { language: Language; random: RandomBytes; anonymous: Anonymous | null },
): ExportTables {
  const exact = buildWaveData(facts, forms, { language, random });
  if (anonymous === null) return { exact, tables: exact, losses: [] };
  return { exact, ...deidentify(exact, { ...anonymous, forms, language, random }) };
}
