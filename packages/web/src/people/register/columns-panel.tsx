import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import {
  REPEATABLE,
  type RegisterImport,
  type RegisterMapping,
  ROLES,
  type Role,
  type UploadedSheet,
} from '@tirek/domain/people/register';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './register.module.css';

const NAMES: ReadonlySet<Role> = new Set(['full-name', 'family-name', 'given-name']);

/** What every column holds: guessed, or as it was kept of an earlier file, and always open to correction. */
export function ColumnsPanel({ register }: { register: RegisterImport }) {
  const text = useText('register');
  const read = useRead('getRegisterSheets', { registerId: register.id });
  const kept = useRead('listRegisterMappings', {});
  return (
    <Panel
      title={text('columns.title')}
      note={
        <>
          {register.fileName && <strong className={styles.file}>{register.fileName}</strong>}
          {text('columns.note')}
        </>
      }
    >
      {(read.isPending || kept.isPending) && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && !kept.isPending && (
        <Columns
          register={register}
          sheets={read.data.sheets}
          hidden={read.data.hidden}
          told={read.data.mapping}
          kept={kept.data?.mappings ?? []}
        />
      )}
    </Panel>
  );
}

interface ColumnsProps {
  readonly register: RegisterImport;
  readonly sheets: readonly UploadedSheet[];
  readonly hidden: readonly string[];
  readonly told: RegisterMapping | null;
  readonly kept: ReadonlyArray<{ id: string; name: string; mapping: RegisterMapping }>;
}

function Columns({ register, sheets, hidden, told, kept }: ColumnsProps) {
  const text = useText('register');
  const errorText = useErrorText();
  const { regions } = useRegionNames();
  const fitting = kept.flatMap(({ id, name, mapping }) => {
    const fitted = fittedTo(sheets, mapping);
    return fitted ? [{ id, name, mapping: fitted }] : [];
  });
  const [mapping, setMapping] = useState(() => told ?? fitting[0]?.mapping ?? likeliest(sheets));
  const [isKept, setKept] = useState(false);
  const [name, setName] = useState('');
  const check = useWrite('checkRegister', {
    renews: ['getRegister', 'getRegisterSheets', 'getRegisterReview', 'listRegisterMappings'],
  });
  const sheet = sheets.find((each) => each.name === mapping.sheet);
  const roleOf = new Map(mapping.columns.map(({ column, role }) => [column, role]));
  const hasName = mapping.columns.some(({ role }) => NAMES.has(role));
  const give = (column: string, role: Role) =>
    setMapping({
      ...mapping,
      columns: mapping.columns.map((each) => {
        if (each.column === column) return { column, role };
        // What one column holds another does not hold any more.
        return each.role === role && !REPEATABLE.has(role) ? { ...each, role: 'aside' } : each;
      }),
    });
  const roles = ROLES.map((role) => ({ value: role, label: text(`role.${role}`) }));
  return (
    <>
      {hidden.length > 0 && (
        <Notice kind="info" isStanding>
          {text('columns.hidden', { names: hidden.join(', ') })}
        </Notice>
      )}
      <div className={styles.settings}>
        {sheets.length > 1 && (
          <Select
            label={text('columns.sheet')}
            data={sheets.map((each) => each.name)}
            value={mapping.sheet}
            allowDeselect={false}
            onChange={(chosen) => {
              const other = sheets.find((each) => each.name === chosen);
              if (other) setMapping({ ...other.suggestion, region: mapping.region });
            }}
          />
        )}
        {fitting.length > 0 && (
          <Select
            label={text('columns.kept')}
            placeholder={text('columns.keptNone')}
            data={fitting.map(({ id, name: label }) => ({ value: id, label }))}
            value={null}
            onChange={(id) => {
              const chosen = fitting.find((each) => each.id === id);
              if (chosen) setMapping(chosen.mapping);
            }}
          />
        )}
        <Select
          label={text('columns.region')}
          data={[
            { value: '', label: text('columns.regionNone') },
            ...regions.map(({ code, name: label }) => ({ value: code, label })),
          ]}
          value={mapping.region ?? ''}
          allowDeselect={false}
          onChange={(code) => setMapping({ ...mapping, region: code || null })}
        />
      </div>
      <ul className={styles.columns}>
        {(sheet?.columns ?? []).map(({ name: column, values }) => (
          <li key={column} className={styles.column}>
            <div>
              <span className={styles.name}>{column}</span>
              <span className={styles.values}>{values.join(' · ')}</span>
            </div>
            <Select
              aria-label={text('columns.use', { column })}
              data={roles}
              value={roleOf.get(column) ?? 'aside'}
              allowDeselect={false}
              onChange={(role) => role && give(column, role)}
              comboboxProps={{ keepMounted: false }}
            />
          </li>
        ))}
      </ul>
      <div className={styles.keep}>
        <Checkbox
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
          label={text('columns.keep')}
        />
        {isKept && (
          <TextInput
            label={text('columns.keepAs')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </div>
      {!hasName && <Notice kind="info">{text('columns.noName')}</Notice>}
      {check.isError && <Notice kind="refusal">{errorText(check.error)}</Notice>}
      <Button
        mt="md"
        variant={register.state === 'checked' ? 'default' : 'filled'}
        disabled={!hasName || (isKept && name.trim() === '')}
        loading={check.isPending}
        onClick={() =>
          check.mutate({
            registerId: register.id,
            mapping,
            keepAs: isKept ? name.trim() : null,
          })
        }
      >
        {text(register.state === 'checked' ? 'columns.again' : 'columns.go')}
      </Button>
    </>
  );
}

const known = ({ columns }: RegisterMapping): number =>
  columns.filter(({ role }) => role !== 'aside').length;

/** The sheet that looks most like a list of people, as it is understood by itself. */
function likeliest(sheets: readonly UploadedSheet[]): RegisterMapping {
  const [best] = sheets
    .map(({ suggestion }) => suggestion)
    .toSorted((one, other) => known(other) - known(one));
  return best ?? { version: 1, sheet: '', columns: [], region: null };
}

/** A kept mapping for the sheet that has the same columns, or null. */
function fittedTo(
  sheets: readonly UploadedSheet[],
  mapping: RegisterMapping,
): RegisterMapping | null {
  const roles = new Map(mapping.columns.map(({ column, role }) => [column, role]));
  const sheet = sheets.find(
    ({ columns }) => columns.length === roles.size && columns.every(({ name }) => roles.has(name)),
  );
  return sheet ? { ...mapping, sheet: sheet.name } : null;
}
