import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { anonymityOf } from './anonymity.ts';
import type { Anonymous } from './coarsening/deidentify.ts';
import type { TableLoss } from './coarsening/loss.ts';
import type { ExportCost } from './contract.ts';
import type { DataTable } from './data-table.ts';
import type { RandomBytes } from './export-ids.ts';
import { exportTables } from './export-tables.ts';

/**
 * What the files of an export will say of themselves, before there are any: how well rows hide in them, and what that costs. Two
 * people decide on it.
 *
 * @param given `anonymous`: how well people must hide among each other; null: everything exact
 * @throws Problem `export-too-few` where fewer people answered than must be alike
 */
export function exportCost(
  facts: Pick<WaveFacts, 'responses'>,
  forms: readonly CompiledForm[],
  given: { random: RandomBytes; anonymous: Anonymous | null },
): ExportCost {
  // The labels are told in every language all the same.
  const { tables, losses } = exportTables(facts, forms, { ...given, language: 'en' });
  return {
    tables: tables.map((table) =>
      costOf(
        table,
        losses.find(({ table: name }) => name === table.name),
      ),
    ),
  };
}

function costOf(table: DataTable, loss: TableLoss | undefined): ExportCost['tables'][number] {
  const { name, titles, rows, variables } = table;
  const { keys, classes, smallestClass, rowsAlone, rowsBelowFive, diversity } = anonymityOf(table);
  const fewest = diversity.flatMap(({ fewestValues }) => fewestValues ?? []);
  const changed = (loss?.variables ?? []).map((cost) => ({
    labels: variables.find(({ name }) => name === cost.variable)?.labels ?? {},
    ...cost,
  }));
  const sum = (kind: 'coarser' | 'withheld') =>
    changed.reduce((total, variable) => total + variable[kind], 0);
  return {
    ...{ name, titles, rows, classes, smallestClass, rowsAlone, rowsBelowFive },
    keys: keys.length,
    fewestValues: fewest.length > 0 ? Math.min(...fewest) : null,
    cells: rows * variables.length,
    coarser: sum('coarser'),
    withheld: sum('withheld'),
    isApart: loss?.isApart ?? false,
    changed,
  };
}
