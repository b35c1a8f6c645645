import { Select } from '@mantine/core';
import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSettings } from './block-settings.tsx';
import { purposeOfColumn } from './column-purpose.ts';
import { ColumnRow } from './column-row.tsx';
import type { itemChoices } from './item-choices.ts';
import styles from './table-mapping.module.css';
import { roleOfTable, type TableRole, withTableRole } from './table-role.ts';

export interface TableMappingProps {
  readonly table: UploadedTable;
  readonly mapping: ImportMapping;
  readonly choices: ReturnType<typeof itemChoices>;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** One uploaded table: whose rows it holds, and what each column is for. */
export function TableMapping({ table, mapping, choices, onChange }: TableMappingProps) {
  const text = useText('import');
  const role = roleOfTable(mapping, table.name);
  const [isOnlyOpen, setOnlyOpen] = useState(false);
  const unmapped = table.columns.filter(
    ({ name }) => purposeOfColumn(mapping, table.name, name).kind === 'unmapped',
  );
  const shown = isOnlyOpen ? unmapped : table.columns;
  const roster = role.kind === 'roster' ? role.roster : null;
  const fitting = choices.items.filter((choice) => choice.roster === roster);
  return (
    <Panel
      title={table.name}
      note={[
        text('table.rows', { count: table.rows }),
        text('table.columns', { count: table.columns.length }),
        ...(role.kind === 'unused' ? [] : [text('table.unmapped', { count: unmapped.length })]),
      ].join(' \u00b7 ')}
    >
      <Select
        label={text('table.role')}
        data={[
          { value: 'respondents', label: text('table.respondents') },
          ...choices.rosters.map((each) => ({
            value: `roster/${each.form}/${each.roster}`,
            label: text('table.roster', { roster: each.label }),
          })),
          { value: 'unused', label: text('table.unused') },
        ]}
        value={role.kind === 'roster' ? `roster/${role.form}/${role.roster}` : role.kind}
        onChange={(key) => onChange(withTableRole(mapping, table, roleOfKey(key ?? 'unused')))}
        allowDeselect={false}
        maw="28rem"
      />
      {role.kind !== 'unused' && (
        <>
          <BlockSettings table={table} mapping={mapping} onChange={onChange} />
          <label className={styles.filter}>
            <input
              type="checkbox"
              checked={isOnlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
            {text('table.onlyUnmapped')}
          </label>
          <ul className={styles.columns}>
            {shown.map((column) => (
              <ColumnRow
                key={column.name}
                table={table.name}
                column={column}
                mapping={mapping}
                choices={fitting}
                isRoster={role.kind === 'roster'}
                onChange={onChange}
              />
            ))}
          </ul>
          {shown.length === 0 && <p className={styles.none}>{text('table.allMapped')}</p>}
        </>
      )}
    </Panel>
  );
}

function roleOfKey(key: string): TableRole {
  const [kind, form = '', roster = ''] = key.split('/');
  if (kind === 'roster') return { kind, form, roster };
  return kind === 'respondents' ? { kind } : { kind: 'unused' };
}
