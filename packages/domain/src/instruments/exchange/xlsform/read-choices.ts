import type { SheetTable } from './sheet-table.ts';
import { type TextReading, textIn } from './text-columns.ts';
import { BOOLEAN_LIST } from './workbook-shape.ts';

const KNOWN = ['list_name', 'name', 'label', 'short_label', 'exclusive', 'code'];

/** The lists of options by name. */
export function readChoices(
  table: SheetTable | null,
  reading: TextReading,
): Map<string, Record<string, unknown>[]> {
  const lists = new Map<string, Record<string, unknown>[]>();
  const { list } = reading;
  for (const row of table?.rows ?? []) {
    const name = row.cells.get('list_name') ?? '';
    const id = row.cells.get('name') ?? '';
    const place = (column: string) => table!.placeOf(row, column);
    if (name === BOOLEAN_LIST) continue;
    if (name === '' || id === '') {
      list.refuse('word-missing', place(name === '' ? 'list_name' : 'name'), id || name);
      continue;
    }
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id))
      list.refuse('name-not-held', place('name'), id);
    for (const [column, value] of row.cells) {
      const [plain = ''] = column.split('::');
      if (value === '' || KNOWN.includes(plain)) continue;
      // Pictures and sounds are shown to a respondent; other columns feed filters, which are refused where they are used.
      if (/^(media|image|audio|video|big-image)/.test(plain))
        list.refuse('element-not-held', place(column), value);
      else list.leave('element-not-held', place(column), `${column} ${value}`);
    }
    const at = { ...reading, name: `${name}/${id}` };
    const text = textIn(table!, row, { ...at, text: 'label' });
    const label = textIn(table!, row, { ...at, text: 'short_label' });
    const [code, exclusive] = [row.cells.get('code') ?? '', row.cells.get('exclusive') ?? ''];
    const option = {
      id,
      ...(code !== '' && { code }),
      ...(text && { text }),
      ...(label && { label }),
      ...(exclusive !== '' && { exclusive: exclusive === 'yes' }),
    };
    lists.set(name, [...(lists.get(name) ?? []), option]);
  }
  return lists;
}
