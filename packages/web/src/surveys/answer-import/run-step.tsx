import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { mappingGaps } from './column-purpose.ts';
import { DryRunResult } from './dry-run-result.tsx';
import type { ImportDraft } from './import-page.tsx';
import styles from './table-mapping.module.css';

interface RunStepProps {
  readonly draft: ImportDraft;
  readonly onStarted: (importId: string) => void;
}

/** A trial that stores nothing, and, when it finds no error, the import itself. */
export function RunStep({ draft, onStarted }: RunStepProps) {
  const text = useText('import');
  const errorText = useErrorText();
  const { importId, mapping } = draft;
  const [opensOn, setOpensOn] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [isSaved, setSaved] = useState(true);
  const [name, setName] = useState(() => draft.tables[0]?.name ?? '');
  const trial = useAct('tryImport');
  const run = useWrite('runImport', { onDone: ({ id }) => onStarted(id) });
  // A trial speaks of the mapping it was made with, not of a later one.
  const isCurrent = trial.variables?.mapping === mapping;
  const isReady = trial.data?.isReady === true && isCurrent;
  const gaps = mappingGaps(mapping);
  const hasDates = opensOn !== '' && closesOn !== '' && closesOn >= opensOn;
  return (
    <>
      <Panel title={text('trial.title')} note={text('trial.note')}>
        <Stack gap="md" align="stretch">
          <div>
            <Button
              disabled={gaps.length > 0}
              variant={isReady ? 'default' : 'filled'}
              loading={trial.isPending}
              onClick={() => trial.mutate({ importId, mapping })}
            >
              {text(trial.data ? 'trial.again' : 'trial.go')}
            </Button>
          </div>
          {gaps.map(({ kind, table }) => (
            <Notice key={`${kind} ${table}`} kind="info">
              {text(`gap.${kind}`, { table })}
            </Notice>
          ))}
          {trial.isError && <Notice kind="refusal">{errorText(trial.error)}</Notice>}
          {trial.data && !isCurrent && <Notice kind="info">{text('trial.outdated')}</Notice>}
          {trial.data && isCurrent && <DryRunResult result={trial.data} />}
        </Stack>
      </Panel>
      {isReady && (
        <Panel title={text('run.title')} note={text('run.note')}>
          <Stack gap="md">
            <div className={styles.settings}>
              <DatePicker label={text('run.opensOn')} value={opensOn} onChange={setOpensOn} />
              <DatePicker
                label={text('run.closesOn')}
                value={closesOn}
                onChange={setClosesOn}
                min={opensOn}
              />
            </div>
            <Checkbox
              checked={isSaved}
              onChange={(event) => setSaved(event.currentTarget.checked)}
              label={text('run.save')}
            />
            {isSaved && (
              <TextInput
                label={text('run.name')}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                maxLength={100}
                maw="28rem"
              />
            )}
            {run.isError && <Notice kind="refusal">{errorText(run.error)}</Notice>}
            <div>
              <Button
                loading={run.isPending}
                disabled={!hasDates || (isSaved && name.trim() === '')}
                onClick={() =>
                  run.mutate({
                    importId,
                    mapping,
                    opensOn,
                    closesOn,
                    saveMappingAs: isSaved ? name.trim() : null,
                  })
                }
              >
                {text('run.go', { count: trial.data?.respondents ?? 0 })}
              </Button>
            </div>
          </Stack>
        </Panel>
      )}
    </>
  );
}
