import { Button, Group, NativeSelect, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormPackage, findPackage } from '@tirek/domain/instruments';
import { TRANSLATION_FILE_FORMATS } from '@tirek/domain/instruments/contract';
import { tellRefusal } from '@tirek/domain/instruments/exchange';
import {
  STEP_KINDS,
  stepObstacle,
  type TranslationStep,
  translationProgress,
  type WorkedString,
  workedStrings,
} from '@tirek/domain/instruments/translations';
import { isLanguage, LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useHolder, useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { readFiles } from '../ui/read-files.ts';
import { saveFile } from '../ui/save-file.ts';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './instruments.module.css';
import { Missing } from './missing.tsx';
import { StringRow } from './string-row.tsx';
import { titleOf } from './title-of.ts';

type Kind = TranslationStep['kind'];
export type Of = { readonly code: string; readonly language: Language };

/** One language of a questionnaire, worked on text by text, by different people. */
export function TranslationPage() {
  const { code = '', language } = useParams({ strict: false });
  const pkg = findPackage(code);
  if (!pkg || !isLanguage(language)) return <Missing />;
  return <Workbench pkg={pkg} of={{ code, language }} />;
}

function Workbench({ pkg, of }: { pkg: FormPackage; of: Of }) {
  const text = useText('instruments');
  const { language } = useLanguage();
  const answer = useRead('listTranslationSteps', of);
  const strings = answer.data ? workedStrings(pkg, of.language, answer.data.steps) : [];
  return (
    <Page
      title={text('workbench', {
        form: titleOf(pkg, language),
        language: LANGUAGE_NAMES[of.language],
      })}
      intro={text('workbench.intro')}
      back={{ to: `/instruments/${of.code}`, label: titleOf(pkg, language) }}
      isNarrow
    >
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && (
        <>
          <ProgressPanel strings={strings} />
          <StringsPanel of={of} strings={strings} />
          <FilesPanel of={of} />
        </>
      )}
    </Page>
  );
}

function ProgressPanel({ strings }: { strings: readonly WorkedString[] }) {
  const text = useText('instruments');
  const { of, signedOff, isOffered } = translationProgress(strings);
  const told = text('progress', { signedOff, of });
  return (
    <Panel title={told} note={text(isOffered ? 'progress.complete' : 'progress.incomplete')}>
      <Progress value={(100 * signedOff) / of} aria-label={told} />
    </Panel>
  );
}

function StringsPanel({ of, strings }: { of: Of; strings: readonly WorkedString[] }) {
  const text = useText('instruments');
  const may = useMay();
  const { account } = useHolder();
  const [kind, setKind] = useState<Kind>('forward');
  const isDue = ({ standing }: WorkedString) =>
    stepObstacle(kind, standing, account.id) === null &&
    (kind !== 'forward' || standing.status === 'draft' || standing.status === 'translated');
  const due = strings.filter(isDue);
  if (!may('translation.work')) return null;
  return (
    <Panel title={text('task')}>
      <NativeSelect
        label={text('task.label')}
        value={kind}
        data={STEP_KINDS.map((value) => ({ value, label: text(`task.${value}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
      />
      {due.length === 0 ? (
        <EmptyState icon="check" title={text('task.nothing')} />
      ) : (
        <ul className={styles.strings}>
          {due.map((one) => (
            <StringRow key={`${kind} ${one.id}`} of={of} kind={kind} string={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function FilesPanel({ of }: { of: Of }) {
  const text = useText('instruments');
  const may = useMay();
  const { language } = useLanguage();
  const { api } = useClient();
  const errorText = useErrorText();
  const download = useMutation({
    mutationFn: (format: (typeof TRANSLATION_FILE_FORMATS)[number]) =>
      api.download('fetchTranslationFile', { ...of, format }),
    onSuccess: (file, format) =>
      saveFile(`${of.code}-${of.language}.${format === 'xliff' ? 'xlf' : format}`, file),
  });
  const bring = useWrite('importTranslations', { renews: ['listTranslationSteps'] });
  const take = async (files: readonly File[]) => {
    const read = await readFiles(files);
    const [content] = read.kind === 'read' ? read.contents : [];
    if (content) bring.mutate({ ...of, ...content });
  };
  return (
    <Panel title={text('bring')} note={text('bring.note')}>
      <Group gap="xs" mb="md">
        {TRANSLATION_FILE_FORMATS.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            loading={download.isPending && download.variables === format}
            onClick={() => download.mutate(format)}
          >
            {text(`bring.${format}`)}
          </Button>
        ))}
      </Group>
      {download.isError && <Notice kind="refusal">{errorText(download.error)}</Notice>}
      {may('translation.work') && (
        <FileDrop
          words={text('bring.drop')}
          choose={text('read.choose')}
          kinds="XLIFF 2, XLSX, CSV"
          accept=".xlf,.xliff,.xml,.xlsx,.csv"
          isBusy={bring.isPending}
          onFiles={(files) => void take(files)}
        />
      )}
      {bring.isError && <Notice kind="refusal">{errorText(bring.error)}</Notice>}
      {bring.data && (
        <Notice
          kind={bring.data.refusals.length > 0 ? 'warning' : 'success'}
          title={text('bring.done', { count: bring.data.added })}
        >
          {bring.data.refusals.length > 0 && (
            <ul className={styles.told}>
              {bring.data.refusals
                .map((one) => tellRefusal(one, language))
                .map((told) => (
                  <li key={told}>{told}</li>
                ))}
            </ul>
          )}
        </Notice>
      )}
    </Panel>
  );
}
