import type { ImportMapping } from '@tirek/domain/surveys/answer-import';

/** What one column of an uploaded table is for. */
export type ColumnPurpose =
  | { readonly kind: 'unmapped' }
  | { readonly kind: 'ignored' }
  /** Tells the rows apart, the language of the answers, the day they came. */
  | { readonly kind: 'key' | 'language' | 'receivedOn' }
  /** In the table of a roster: whose row it is, and which place it has. */
  | { readonly kind: 'parent' | 'order' }
  | { readonly kind: 'item'; readonly form: string; readonly item: string }
  | {
      readonly kind: 'tick';
      readonly form: string;
      readonly item: string;
      readonly option: string;
    };

type Blank = ImportMapping['respondents']['columns'][number]['blank'];
type Block = Pick<ImportMapping['respondents'], 'columns' | 'ticks' | 'ignored'>;

/** Most often an empty cell is a question that was not reached or left out without a word. */
export const USUAL_BLANK: Blank = 'not-reached';

/** What the mapping says of a column. A table that the mapping does not know has nothing but unmapped columns. */
export function purposeOfColumn(
  mapping: ImportMapping,
  table: string,
  column: string,
): ColumnPurpose {
  const { respondents } = mapping;
  if (respondents.table === table) {
    if (respondents.key === column) return { kind: 'key' };
    if (isColumn(respondents.language, column)) return { kind: 'language' };
    if (isColumn(respondents.receivedOn, column)) return { kind: 'receivedOn' };
    return purposeInBlock(respondents, column);
  }
  const roster = mapping.rosters.find((block) => block.table === table);
  if (!roster) return { kind: 'unmapped' };
  if (roster.parent === column) return { kind: 'parent' };
  if (roster.order === column) return { kind: 'order' };
  return purposeInBlock(roster, column);
}

function purposeInBlock({ columns, ticks, ignored }: Block, column: string): ColumnPurpose {
  const mapped = columns.find((each) => each.column === column);
  if (mapped) return { kind: 'item', form: mapped.form, item: mapped.item };
  for (const tick of ticks) {
    const option = tick.columns[column];
    if (option !== undefined) return { kind: 'tick', form: tick.form, item: tick.item, option };
  }
  return ignored.includes(column) ? { kind: 'ignored' } : { kind: 'unmapped' };
}

/** The mapping with another purpose for one column; whatever the column was for before is forgotten. */
export function withPurpose(
  mapping: ImportMapping,
  { table, column }: { readonly table: string; readonly column: string },
  purpose: ColumnPurpose,
): ImportMapping {
  if (mapping.respondents.table === table) {
    const block = inBlock(mapping.respondents, column, purpose);
    const { language, receivedOn } = mapping.respondents;
    return {
      ...mapping,
      respondents: {
        ...block,
        key: purpose.kind === 'key' ? column : without(mapping.respondents.key, column),
        language: purpose.kind === 'language' ? { column } : freed(language, column, 'ru'),
        receivedOn: purpose.kind === 'receivedOn' ? { column } : freed(receivedOn, column, ''),
      },
    };
  }
  return {
    ...mapping,
    rosters: mapping.rosters.map((roster) => {
      if (roster.table !== table) return roster;
      const { order, ...block } = inBlock(roster, column, purpose);
      const ordered = purpose.kind === 'order' ? column : order === column ? undefined : order;
      return {
        ...block,
        parent: purpose.kind === 'parent' ? column : without(roster.parent, column),
        ...(ordered === undefined ? {} : { order: ordered }),
      };
    }),
  };
}

function inBlock<B extends Block>(block: B, column: string, purpose: ColumnPurpose): B {
  const columns = block.columns.filter((each) => each.column !== column);
  const ticks = block.ticks
    .map((tick) => ({
      ...tick,
      columns: Object.fromEntries(Object.entries(tick.columns).filter(([name]) => name !== column)),
    }))
    .filter((tick) => Object.keys(tick.columns).length > 0);
  const ignored = block.ignored.filter((name) => name !== column);
  const blank = block.columns[0]?.blank ?? block.ticks[0]?.blank ?? USUAL_BLANK;
  switch (purpose.kind) {
    case 'item':
      return {
        ...block,
        columns: [...columns, { column, form: purpose.form, item: purpose.item, blank }],
        ticks,
        ignored,
      };
    case 'tick': {
      const same = ticks.find((tick) => tick.form === purpose.form && tick.item === purpose.item);
      const [model] = block.ticks;
      const tick = same ?? {
        form: purpose.form,
        item: purpose.item,
        columns: {},
        ticked: model?.ticked ?? '1',
        unticked: model?.unticked ?? '0',
        blank,
      };
      const changed = { ...tick, columns: { ...tick.columns, [column]: purpose.option } };
      return { ...block, columns, ticks: [...ticks.filter((t) => t !== same), changed], ignored };
    }
    case 'ignored':
      return { ...block, columns, ticks, ignored: [...ignored, column] };
    default:
      return { ...block, columns, ticks, ignored };
  }
}

type Source = ImportMapping['respondents']['language'];
const isColumn = (source: Source, column: string) => 'column' in source && source.column === column;
const freed = (source: Source, column: string, constant: string): Source =>
  isColumn(source, column) ? { constant } : source;

/** A place that one column held is empty once the column has another purpose; `mappingGaps` then asks for one. */
const without = (held: string, column: string) => (held === column ? '' : held);

/** What a mapping still needs before it can be tried: places that are empty, with the table where they are. */
export function mappingGaps(
  mapping: ImportMapping,
): Array<{ readonly kind: 'key' | 'receivedOn' | 'parent'; readonly table: string }> {
  const { respondents, rosters } = mapping;
  const { table, receivedOn } = respondents;
  return [
    ...(respondents.key === '' ? [{ kind: 'key' as const, table }] : []),
    ...('constant' in receivedOn && receivedOn.constant === ''
      ? [{ kind: 'receivedOn' as const, table }]
      : []),
    ...rosters
      .filter(({ parent }) => parent === '')
      .map((roster) => ({ kind: 'parent' as const, table: roster.table })),
  ];
}

/** A purpose as the value of a list that knows only text, and back. */
export const purposeKey = (purpose: ColumnPurpose): string =>
  purpose.kind === 'item'
    ? `item/${purpose.form}/${purpose.item}`
    : purpose.kind === 'tick'
      ? `tick/${purpose.form}/${purpose.item}/${purpose.option}`
      : purpose.kind;

export function purposeOfKey(key: string): ColumnPurpose {
  const [kind, form = '', item = '', option = ''] = key.split('/');
  if (kind === 'item') return { kind, form, item };
  if (kind === 'tick') return { kind, form, item, option };
  return { kind: kind as Exclude<ColumnPurpose['kind'], 'item' | 'tick'> };
}
