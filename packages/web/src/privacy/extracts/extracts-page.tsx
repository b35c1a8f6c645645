import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  EXTRACT_DECLINE_REASONS,
  type Extract,
  extractTexts,
} from '@tirek/domain/privacy/extracts';
import { type ReactNode, useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from '../asked-list.module.css';

type Reason = (typeof EXTRACT_DECLINE_REASONS)[number];
const TONES = { waiting: 'waiting', ready: 'going', declined: 'bad', over: 'over' } as const;

/** Lists that were taken out: one's own to fetch, those of others to let out. */
export function ExtractsPage() {
  const text = useText('extracts');
  const { account } = useHolder();
  const read = useRead('listExtracts', {});
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.extracts.length === 0 && <EmptyState icon="file" title={text('none')} />}
        <ul className={styles.list}>
          {(read.data?.extracts ?? []).map((extract) => (
            <ExtractItem
              key={extract.id}
              extract={extract}
              isOwn={extract.madeBy.id === account.id}
            />
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function ExtractItem({ extract, isOwn }: { extract: Extract; isOwn: boolean }) {
  const text = useText('extracts');
  const { language } = useLanguage();
  const t = extractTexts(language);
  const format = useFormat();
  const { state, decision, leftOut } = extract;
  const facts: Array<readonly [string, ReactNode]> = [
    [text('fact.reason'), extract.reason],
    [text('fact.columns'), extract.columns.map((column) => t(`column.${column}`)).join(', ')],
    [text('fact.people'), format.number(extract.people)],
    [text('fact.leftOut'), text('left', leftOut)],
    [text('fact.madeBy'), extract.madeBy.name],
    [text('fact.madeAt'), format.instant(extract.madeAt, 'medium')],
    [text('fact.expires'), format.instant(extract.expiresAt, 'medium')],
  ];
  if (decision) facts.push([text('fact.decidedBy'), decision.by]);
  if (decision?.reason) facts.push([text('fact.declined'), text(`declined.${decision.reason}`)]);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.name}>{t(`purpose.${extract.purpose}`)}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
      </div>
      <Facts facts={facts} />
      {isOwn && state === 'ready' && <Fetch extract={extract} />}
      {!isOwn && state === 'waiting' && <Decision extract={extract} />}
    </li>
  );
}

function Fetch({ extract }: { extract: Extract }) {
  const text = useText('extracts');
  const errorText = useErrorText();
  const { api } = useClient();
  const fetching = useMutation({
    mutationFn: () => api.download('fetchExtract', { extractId: extract.id }),
    onSuccess: (file) => saveFile(`list-${extract.id.slice(0, 8)}.zip`, file),
  });
  return (
    <>
      <div className={styles.buttons}>
        <Button
          leftSection={<Icon name="download" size={18} />}
          loading={fetching.isPending}
          onClick={() => fetching.mutate()}
        >
          {text('fetch')}
        </Button>
      </div>
      {fetching.isError && <Notice kind="refusal">{errorText(fetching.error)}</Notice>}
    </>
  );
}

function Decision({ extract }: { extract: Extract }) {
  const text = useText('extracts');
  const [open, setOpen] = useState<'release' | 'decline' | null>(null);
  return (
    <div className={styles.buttons}>
      <Button onClick={() => setOpen('release')}>{text('release')}</Button>
      <Button variant="default" onClick={() => setOpen('decline')}>
        {text('decline')}
      </Button>
      {open && <DecisionDialog extract={extract} answer={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function DecisionDialog({
  extract,
  answer,
  onClose,
}: {
  extract: Extract;
  answer: 'release' | 'decline';
  onClose: () => void;
}) {
  const text = useText('extracts');
  const tell = useToast();
  const [reason, setReason] = useState<Reason | null>(null);
  const decide = useWrite('decideExtract', {
    renews: ['listExtracts', 'listDuties'],
    onDone: () => {
      tell(text(`${answer}.done`));
      onClose();
    },
  });
  const decision =
    answer === 'release'
      ? ({ kind: 'released' } as const)
      : reason && ({ kind: 'declined', reason } as const);
  return (
    <Dialog
      isOpen
      isDangerous={answer === 'decline'}
      title={text(`${answer}.title`)}
      confirm={text(answer)}
      canConfirm={decision !== null}
      isBusy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={() => decision && decide.mutate({ extractId: extract.id, decision })}
    >
      <p>{text(`${answer}.words`, { name: extract.madeBy.name })}</p>
      {answer === 'decline' && (
        <Select
          label={text('decline.reason')}
          data={EXTRACT_DECLINE_REASONS.map((value) => ({
            value,
            label: text(`declined.${value}`),
          }))}
          value={reason}
          onChange={(value) => setReason(value as Reason | null)}
          placeholder={text('choose')}
        />
      )}
    </Dialog>
  );
}
