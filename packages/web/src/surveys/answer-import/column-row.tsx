import { Select } from '@mantine/core';
import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';
import { useText } from '../../text/language.tsx';
import {
  type ColumnPurpose,
  purposeKey,
  purposeOfColumn,
  purposeOfKey,
  withPurpose,
} from './column-purpose.ts';
import type { ItemChoice } from './item-choices.ts';
import styles from './table-mapping.module.css';
import { ValuePairs } from './value-pairs.tsx';

interface ColumnRowProps {
  readonly table: string;
  readonly column: UploadedTable['columns'][number];
  readonly mapping: ImportMapping;
  readonly choices: readonly ItemChoice[];
  readonly isRoster: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** Some eighty columns with as many answers each: lists that nobody opened kept the page still for seconds. */
const ONE_LIST_AT_A_TIME = { keepMounted: false };

/** One column: its name, what stands in it, what it is for. */
export function ColumnRow({ table, column, mapping, choices, isRoster, onChange }: ColumnRowProps) {
  const text = useText('import');
  const purpose = purposeOfColumn(mapping, table, column.name);
  const change = (changed: ColumnPurpose) =>
    onChange(withPurpose(mapping, { table, column: column.name }, changed));
  const own = isRoster
    ? (['parent', 'order'] as const)
    : (['key', 'language', 'receivedOn'] as const);
  const choice =
    purpose.kind === 'item'
      ? choices.find(({ form, item }) => form === purpose.form && item === purpose.item)
      : undefined;
  return (
    <li className={styles.column}>
      <div>
        <span className={styles.name}>{column.name}</span>
        <span className={styles.values}>
          {column.values.slice(0, 6).join(' \u00b7 ')}
          {column.distinct > 6 && ' \u2026'}
          {column.blank > 0 && ` (${text('column.blank', { count: column.blank })})`}
        </span>
      </div>
      <Select
        aria-label={text('column.use', { column: column.name })}
        data={[
          {
            group: text('column.general'),
            items: [
              { value: 'unmapped', label: text('column.unmapped') },
              { value: 'ignored', label: text('column.ignored') },
              ...own.map((kind) => ({ value: kind, label: text(`column.${kind}`) })),
            ],
          },
          {
            group: text('column.questions'),
            items: choices
              .filter(({ isMultiChoice }) => !isMultiChoice)
              .map(({ form, item, label }) => ({
                value: purposeKey({ kind: 'item', form, item }),
                label,
              })),
          },
          ...choices
            .filter(({ isMultiChoice }) => isMultiChoice)
            .map(({ form, item, label, options }) => ({
              group: label,
              items: options.map((option) => ({
                value: purposeKey({ kind: 'tick', form, item, option: option.id }),
                label: `\u2611 ${option.label}`,
              })),
            })),
        ]}
        value={purposeKey(purpose)}
        onChange={(key) => change(purposeOfKey(key ?? 'unmapped'))}
        error={purpose.kind === 'unmapped'}
        allowDeselect={false}
        searchable
        nothingFoundMessage={text('column.nothing')}
        maxDropdownHeight={320}
        comboboxProps={ONE_LIST_AT_A_TIME}
      />
      {choice && choice.options.length > 0 && (
        <ValuePairs
          table={table}
          column={column}
          mapping={mapping}
          choice={choice}
          onChange={onChange}
        />
      )}
    </li>
  );
}
