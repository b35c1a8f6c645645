import type { CompiledForm, CompiledItem } from '../../instruments/index.ts';
import type { ImportFinding, ImportMapping, ImportTable } from './import-mapping.ts';

type Block = Pick<ImportMapping['respondents'], 'table' | 'columns' | 'ticks' | 'ignored'> & {
  readonly named: readonly string[];
};

/** Everything that is wrong with a mapping before a single cell is read: tables, columns, forms, items, options. */
export function checkMapping(
  mapping: ImportMapping,
  tables: readonly ImportTable[],
  forms: ReadonlyMap<string, CompiledForm>,
): ImportFinding[] {
  const { respondents } = mapping;
  const own: Block = {
    ...respondents,
    named: [
      respondents.key,
      columnOf(respondents.language),
      columnOf(respondents.receivedOn),
    ].filter((name) => name !== null),
  };
  const findings = checkBlock(own, null, tables, forms);
  for (const roster of mapping.rosters) {
    const named = [roster.parent, ...(roster.order ? [roster.order] : [])];
    findings.push(...checkBlock({ ...roster, named }, roster.roster, tables, forms));
  }
  return findings;
}

const columnOf = (source: { column: string } | { constant: string }): string | null =>
  'column' in source ? source.column : null;

function checkBlock(
  block: Block,
  roster: string | null,
  tables: readonly ImportTable[],
  forms: ReadonlyMap<string, CompiledForm>,
): ImportFinding[] {
  const table = tables.find((each) => each.name === block.table);
  if (!table)
    return [
      wrong('table-missing', block.table, null, { has: tables.map((t) => t.name).join(', ') }),
    ];
  const findings: ImportFinding[] = [];
  const mapped = [
    ...block.named,
    ...block.columns.map((each) => each.column),
    ...block.ticks.flatMap((each) => Object.keys(each.columns)),
  ];
  const seen = new Set<string>();
  for (const column of table.columns) {
    if (seen.has(column)) findings.push(wrong('column-repeated', table.name, column));
    seen.add(column);
    if (!mapped.includes(column) && !block.ignored.includes(column)) {
      findings.push({ ...wrong('column-not-mapped', table.name, column), severity: 'warning' });
    }
  }
  for (const column of mapped) {
    if (!seen.has(column)) findings.push(wrong('column-missing', table.name, column));
  }
  if (table.rows.length === 0) findings.push(wrong('table-empty', table.name, null));
  const targets = new Set<string>();
  for (const { form, item, column } of [
    ...block.columns,
    ...block.ticks.map((each) => ({ ...each, column: Object.keys(each.columns)[0] ?? null })),
  ]) {
    const target = `${form}/${item}`;
    if (targets.has(target))
      findings.push(wrong('item-mapped-twice', table.name, column, { item }));
    targets.add(target);
    const found = findItem(forms, form, item, roster);
    if (typeof found === 'string') findings.push(wrong(found, table.name, column, { form, item }));
  }
  for (const tick of block.ticks) {
    const found = findItem(forms, tick.form, tick.item, roster);
    if (typeof found === 'string') continue;
    for (const [column, option] of Object.entries(tick.columns)) {
      if (!found.options.some((each) => each.id === option)) {
        findings.push(wrong('option-unknown', table.name, column, { item: tick.item, option }));
      }
    }
  }
  return findings;
}

function findItem(
  forms: ReadonlyMap<string, CompiledForm>,
  code: string,
  linkId: string,
  roster: string | null,
): CompiledItem | 'form-unknown' | 'item-unknown' {
  const form = forms.get(code);
  if (!form) return 'form-unknown';
  const item = form.byLinkId.get(linkId);
  const home = item?.roster == null ? null : (form.items[item.roster]?.linkId ?? null);
  return item && home === roster ? item : 'item-unknown';
}

function wrong(
  code: ImportFinding['code'],
  table: string,
  column: string | null,
  params: ImportFinding['params'] = {},
): ImportFinding {
  return { code, severity: 'error', table, line: null, column, value: null, params };
}
