import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { OutputOf } from '@tirek/domain/contract';
import {
  DIRECTORY_FILE_BYTES,
  DIRECTORY_ROLES,
  type DirectoryFinding,
  type DirectoryMapping,
  type DirectoryRole,
  type directoryImportContract,
  stops,
} from '@tirek/domain/services/directory-import';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { type FileContent, readFiles } from '../ui/read-files.ts';
import { useToast } from '../ui/toasts.tsx';
import styles from './directory.module.css';

type Checked = OutputOf<(typeof directoryImportContract)['checkServicesFile']>;
const SHOWN = 50;

/** A list of services that was kept in a spreadsheet: read, looked through, and brought in whole or not at all. */
export function ServicesImportPage() {
  const text = useText('directory');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const { api } = useClient();
  const { language } = useLanguage();
  const [file, setFile] = useState<FileContent | null>(null);
  const [mapping, setMapping] = useState<DirectoryMapping | null>(null);
  const [lost, setLost] = useState(false);
  const check = useMutation({
    mutationFn: (asked: { file: FileContent; mapping: DirectoryMapping | null }) =>
      api.call('checkServicesFile', { ...asked.file, mapping: asked.mapping }),
  });
  const write = useWrite('importServices', {
    renews: ['listServices'],
    onDone: (written) => {
      tell(text('import.done', written));
      void navigate({ to: '/services' });
    },
  });
  const look = async (chosen: FileContent, by: DirectoryMapping | null) => {
    const { roles } = await check.mutateAsync({ file: chosen, mapping: by });
    setMapping(by ?? { columns: roles, language });
  };
  const take = async ([given]: readonly File[]) => {
    if (!given) return;
    const isTooLarge = given.size > DIRECTORY_FILE_BYTES;
    const read = isTooLarge ? null : await readFiles([given]);
    const chosen = read?.kind === 'read' ? (read.contents[0] ?? null) : null;
    setLost(chosen === null);
    setFile(chosen);
    setMapping(null);
    if (chosen) await look(chosen, null).catch(() => undefined);
  };
  const change = (changed: DirectoryMapping) => {
    setMapping(changed);
    if (file) void look(file, changed).catch(() => undefined);
  };
  const error = check.error ?? write.error ?? null;
  const checked = check.data;
  return (
    <Page
      title={text('import.title')}
      intro={text('import.intro')}
      back={{ to: '/services', label: text('title') }}
    >
      <Panel title={text('import.file')}>
        <FileDrop
          words={text('import.drop')}
          choose={text('import.choose')}
          kinds={text('import.kinds')}
          accept=".csv,.tsv,.txt,.xlsx"
          isBusy={check.isPending}
          onFiles={(files) => void take(files)}
        />
        {lost && <Notice kind="refusal">{text('import.lost')}</Notice>}
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      </Panel>
      {file && mapping && checked && (
        <>
          <Columns {...{ checked, mapping }} onChange={change} />
          <Found
            checked={checked}
            isBusy={write.isPending || check.isPending}
            onWrite={() => write.mutate({ ...file, mapping })}
          />
        </>
      )}
    </Page>
  );
}

/** What each column holds, as it was proposed or is said now. */
function Columns({
  checked,
  mapping,
  onChange,
}: {
  checked: Checked;
  mapping: DirectoryMapping;
  onChange: (mapping: DirectoryMapping) => void;
}) {
  const text = useText('directory');
  return (
    <Panel title={text('import.columns')} note={text('import.columnsNote')}>
      <div className={styles.wishes}>
        <NativeSelect
          label={text('import.language')}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={mapping.language}
          onChange={(event) =>
            onChange({ ...mapping, language: event.currentTarget.value as Language })
          }
        />
        {checked.columns.map(({ name, values }, at) => (
          <NativeSelect
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file stand where they stand
            key={at}
            label={name || text('import.nameless', { number: at + 1 })}
            description={values.join(' · ')}
            data={DIRECTORY_ROLES.map((value) => ({
              value,
              label: text(`import.role.${value}`),
            }))}
            value={mapping.columns[at] ?? 'aside'}
            onChange={(event) =>
              onChange({
                ...mapping,
                columns: mapping.columns.with(at, event.currentTarget.value as DirectoryRole),
              })
            }
          />
        ))}
      </div>
    </Panel>
  );
}

function Found({
  checked,
  isBusy,
  onWrite,
}: {
  checked: Checked;
  isBusy: boolean;
  onWrite: () => void;
}) {
  const text = useText('directory');
  const format = useFormat();
  const { findings, rows, providers, services } = checked;
  const wrong = findings.filter(stops);
  const others = findings.filter((each) => !stops(each));
  return (
    <Panel
      title={text('import.found')}
      note={text('import.would', {
        ...{ rows: format.number(rows), providers: format.number(providers) },
        services: format.number(services),
      })}
    >
      {wrong.length > 0 && (
        <Notice kind="warning" title={text('import.wrong', { count: wrong.length })} isStanding>
          {text('import.wrongWords')}
        </Notice>
      )}
      <ul className={styles.rows}>
        {[...wrong, ...others].slice(0, SHOWN).map((each) => (
          <li key={`${each.code} ${each.line} ${each.role} ${each.value}`}>
            <Finding {...each} />
          </li>
        ))}
      </ul>
      <Button disabled={wrong.length > 0 || services === 0} loading={isBusy} onClick={onWrite}>
        {text('import.write')}
      </Button>
    </Panel>
  );
}

/** Where it is, what stands there, and what to do about it. */
function Finding({ code, line, column, role, value }: DirectoryFinding) {
  const text = useText('directory');
  const where = [
    line === null ? null : text('import.row', { row: line }),
    column ?? (role ? text(`import.role.${role}`) : null),
    value ? text('import.value', { value }) : null,
  ].filter((part) => part !== null);
  return (
    <>
      <p>{where.join(' · ')}</p>
      <p>{text(`import.fault.${code}`)}</p>
    </>
  );
}
