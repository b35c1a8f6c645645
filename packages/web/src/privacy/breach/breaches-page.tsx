import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Breach } from '@tirek/domain/privacy/breach';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './breach.module.css';
import { NoticeDialog } from './notice-dialog.tsx';
import { RecordBreachDialog } from './record-breach-dialog.tsx';

const TONES = { waiting: 'waiting', overdue: 'bad', noticed: 'over' } as const;

/** Breaches of personal data, the day by which each is to be told, and the notice. */
export function BreachesPage() {
  const text = useText('breaches');
  const read = useRead('listBreaches', {});
  const [isRecording, setRecording] = useState(false);
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      isNarrow
      actions={<Button onClick={() => setRecording(true)}>{text('record')}</Button>}
    >
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.breaches.length === 0 && <EmptyState icon="shield" title={text('none')} />}
        <ul className={styles.list}>
          {(read.data?.breaches ?? []).map((breach) => (
            <BreachItem key={breach.id} breach={breach} />
          ))}
        </ul>
      </Panel>
      {isRecording && <RecordBreachDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}

function BreachItem({ breach }: { breach: Breach }) {
  const text = useText('breaches');
  const format = useFormat();
  const [isNoticing, setNoticing] = useState(false);
  const { notice } = breach;
  const facts: Array<readonly [string, ReactNode]> = [
    [text('noticedOn'), format.date(breach.noticedOn)],
    [text('dueOn'), format.date(breach.dueOn)],
    [text('size'), text(`size.${breach.size}`)],
    [text('data'), breach.data.map((each) => text(`data.${each}`)).join(', ')],
    [text('what'), breach.what],
    [text('measures'), breach.measures],
    [text('fact.recordedBy'), breach.recordedBy],
  ];
  if (notice) {
    facts.push([text('fact.notice'), `${format.date(notice.on)}, ${text(`way.${notice.way}`)}`]);
  }
  return (
    <li className={styles.breach}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`kind.${breach.kind}`)}</h3>
        <StatusMark tone={TONES[breach.state]} label={text(`state.${breach.state}`)} />
      </div>
      <Facts facts={facts} />
      <Drafts breachId={breach.id} />
      {!notice && (
        <div className={styles.buttons}>
          <Button onClick={() => setNoticing(true)}>{text('notice')}</Button>
        </div>
      )}
      {isNoticing && <NoticeDialog breachId={breach.id} onClose={() => setNoticing(false)} />}
    </li>
  );
}

function Drafts({ breachId }: { breachId: string }) {
  const text = useText('breaches');
  const errorText = useErrorText();
  const { api } = useClient();
  const fetching = useMutation({
    mutationFn: (language: Language) => api.download('getBreachNoticeFile', { breachId, language }),
    onSuccess: (file, language) => saveFile(`notice-${language}.pdf`, file),
  });
  return (
    <>
      <div className={styles.buttons}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            variant="default"
            size="sm"
            leftSection={<Icon name="file" size={18} />}
            loading={fetching.isPending && fetching.variables === language}
            onClick={() => fetching.mutate(language)}
          >
            {text(`draft.${language}`)}
          </Button>
        ))}
      </div>
      {fetching.isError && <Notice kind="refusal">{errorText(fetching.error)}</Notice>}
    </>
  );
}
