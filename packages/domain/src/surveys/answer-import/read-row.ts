import type { Answers, CompiledForm } from '../../instruments/index.ts';
import type { ColumnMapping, ImportFinding, TickMapping } from './import-mapping.ts';
import { parseCell } from './parse-cell.ts';

export interface CellPlace {
  readonly table: string;
  readonly line: number | null;
  readonly column: string;
  readonly value: string;
}

interface RowSource {
  readonly table: string;
  readonly line: number | null;
  readonly cellOf: (column: string) => string;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly findings: ImportFinding[];
}

/** Reads one row into answers by form, and tells where each answer stood. Wrong cells become findings. */
export function readRow(
  block: { readonly columns: readonly ColumnMapping[]; readonly ticks: readonly TickMapping[] },
  source: RowSource,
  keepPlace: (form: string, item: string, place: CellPlace) => void,
): Record<string, Answers> {
  const answers: Record<string, Answers> = {};
  const put = (form: string, item: string, value: Answers[string], place: CellPlace) => {
    answers[form] ??= {};
    answers[form][item] = value;
    keepPlace(form, item, place);
  };
  for (const mapping of block.columns) {
    const item = source.forms.get(mapping.form)?.byLinkId.get(mapping.item);
    if (!item) continue;
    const value = source.cellOf(mapping.column);
    const place = { table: source.table, line: source.line, column: mapping.column, value };
    const parsed = parseCell(item, mapping, value);
    if (parsed.kind === 'answer') put(mapping.form, mapping.item, parsed.value, place);
    else
      source.findings.push({
        ...place,
        severity: 'error',
        code: parsed.code,
        params: parsed.params,
      });
  }
  for (const mapping of block.ticks) readTicks(mapping, source, put);
  return answers;
}

function readTicks(
  mapping: TickMapping,
  source: RowSource,
  put: (form: string, item: string, value: Answers[string], place: CellPlace) => void,
): void {
  const entries = Object.entries(mapping.columns);
  const cells = entries.map(([column]) => source.cellOf(column));
  const first = entries[0]?.[0] ?? mapping.item;
  const place = { table: source.table, line: source.line, column: first, value: cells.join(' ') };
  if (cells.every((cell) => cell === '')) {
    put(mapping.form, mapping.item, { absent: mapping.blank }, place);
    return;
  }
  const chosen: string[] = [];
  entries.forEach(([column, option], index) => {
    const value = cells[index] ?? '';
    if (value === mapping.ticked) chosen.push(option);
    else if (value !== mapping.unticked) {
      source.findings.push({
        code: value === '' ? 'tick-half-blank' : 'tick-unknown',
        severity: 'error',
        table: source.table,
        line: source.line,
        column,
        value,
        params: { ticked: mapping.ticked, unticked: mapping.unticked },
      });
    }
  });
  put(mapping.form, mapping.item, chosen, place);
}
