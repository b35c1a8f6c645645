import { Select } from '@mantine/core';
import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';
import { useText } from '../../text/language.tsx';
import type { ItemChoice } from './item-choices.ts';
import styles from './table-mapping.module.css';

interface ValuePairsProps {
  readonly table: string;
  readonly column: UploadedTable['columns'][number];
  readonly mapping: ImportMapping;
  readonly choice: ItemChoice;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** What stands in the cells of a choice, and the option each of it means, where that does not go without saying. */
export function ValuePairs({ table, column, mapping, choice, onChange }: ValuePairsProps) {
  const text = useText('import');
  const { options } = choice;
  const known = new Set(options.flatMap(({ id, code }) => [id, code]));
  const odd = column.values.filter((value) => value !== '' && !known.has(value));
  if (odd.length === 0) return null;
  const pairs = valuesOf(mapping, table, column.name);
  const open = odd.filter((value) => pairs[value] === undefined).length;
  return (
    <details className={styles.details} open={open > 0}>
      <summary>{text('values.title', { count: open })}</summary>
      <div className={styles.pairs}>
        {odd.map((value) => (
          <Select
            key={value}
            label={value}
            placeholder={text('values.choose')}
            data={options.map(({ id, label }) => ({ value: id, label }))}
            value={pairs[value] ?? null}
            onChange={(option) =>
              onChange(withValue(mapping, { table, column: column.name }, [value, option]))
            }
            clearable
          />
        ))}
      </div>
    </details>
  );
}

type Pairs = Readonly<Record<string, string>>;

function valuesOf(mapping: ImportMapping, table: string, column: string): Pairs {
  const block = [mapping.respondents, ...mapping.rosters].find((each) => each.table === table);
  return block?.columns.find((each) => each.column === column)?.values ?? {};
}

/** The mapping with one value of a column meaning an option, or nothing. */
export function withValue(
  mapping: ImportMapping,
  place: { readonly table: string; readonly column: string },
  [value, option]: readonly [value: string, option: string | null],
): ImportMapping {
  const change = <B extends ImportMapping['respondents'] | ImportMapping['rosters'][number]>(
    block: B,
  ): B =>
    block.table !== place.table
      ? block
      : {
          ...block,
          columns: block.columns.map((each) => {
            if (each.column !== place.column) return each;
            const { [value]: _, ...others } = each.values ?? {};
            return { ...each, values: option === null ? others : { ...others, [value]: option } };
          }),
        };
  return {
    ...mapping,
    respondents: change(mapping.respondents),
    rosters: mapping.rosters.map(change),
  };
}
