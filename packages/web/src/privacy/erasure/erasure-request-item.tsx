import { Button, Checkbox, Select } from '@mantine/core';
import { DECLINE_REASONS, type ErasureRequest } from '@tirek/domain/privacy/erasure';
import { type ReactNode, useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './erasure.module.css';
import { ErasurePreviewLists } from './erasure-preview-lists.tsx';

type Reason = (typeof DECLINE_REASONS)[number];
const TONES = { waiting: 'waiting', erased: 'over', declined: 'bad' } as const;

/** One request: who asked and why, without who it is about, and the two answers to it. */
export function ErasureRequestItem({ request }: { request: ErasureRequest }) {
  const text = useText('erasure');
  const { account } = useHolder();
  const [open, setOpen] = useState<'erase' | 'decline' | null>(null);
  const state = request.decision?.kind ?? 'waiting';
  const isOwn = request.askedBy.id === account.id;
  return (
    <li className={styles.request}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`basis.${request.basis}`)}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
      </div>
      <RequestFacts request={request} />
      {state === 'waiting' && request.isOnHold && (
        <div className={styles.buttons}>
          <Notice kind="warning" isStanding>
            {text('onHold')}
          </Notice>
        </div>
      )}
      {state === 'waiting' && isOwn && <p className={styles.words}>{text('own')}</p>}
      {state === 'waiting' && !isOwn && (
        <div className={styles.buttons}>
          {!request.isOnHold && (
            <Button color="red" onClick={() => setOpen('erase')}>
              {text('erase')}
            </Button>
          )}
          <Button variant="default" onClick={() => setOpen('decline')}>
            {text('decline')}
          </Button>
        </div>
      )}
      {open === 'erase' && <EraseDialog request={request} onClose={() => setOpen(null)} />}
      {open === 'decline' && <DeclineDialog request={request} onClose={() => setOpen(null)} />}
    </li>
  );
}

function RequestFacts({ request }: { request: ErasureRequest }) {
  const text = useText('erasure');
  const format = useFormat();
  const { decision } = request;
  const facts: Array<readonly [string, ReactNode]> = [
    [
      text('fact.person'),
      <span key="id" className={styles.id}>
        {request.personId}
      </span>,
    ],
    [text('fact.askedBy'), request.askedBy.name],
    [text('fact.askedAt'), format.instant(request.askedAt, 'medium')],
  ];
  if (decision) {
    facts.push([text('fact.decidedBy'), decision.by]);
    facts.push([text('fact.decidedAt'), format.instant(decision.at, 'medium')]);
    if (decision.reason) facts.push([text('fact.reason'), text(`reason.${decision.reason}`)]);
  }
  return <Facts facts={facts} />;
}

interface DecisionProps {
  readonly request: ErasureRequest;
  readonly onClose: () => void;
}

function EraseDialog({ request, onClose }: DecisionProps) {
  const text = useText('erasure');
  const tell = useToast();
  const preview = useRead('previewErasure', { personId: request.personId });
  const [isSure, setSure] = useState(false);
  const decide = useWrite('decideErasure', {
    renews: ['listErasureRequests', 'previewErasure'],
    onDone: ({ struckTexts }) => {
      tell(
        struckTexts === 0 ? text('erase.done.none') : text('erase.done', { count: struckTexts }),
      );
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('erase.title')}
      confirm={text('erase.confirm')}
      canConfirm={isSure && preview.data !== undefined}
      isBusy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={() => decide.mutate({ requestId: request.id, decision: { kind: 'erased' } })}
    >
      {preview.isPending && <LoadingState />}
      {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
      {preview.data && <ErasurePreviewLists preview={preview.data} />}
      <Checkbox
        label={text('erase.sure')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </Dialog>
  );
}

function DeclineDialog({ request, onClose }: DecisionProps) {
  const text = useText('erasure');
  const tell = useToast();
  const [reason, setReason] = useState<Reason | null>(null);
  const decide = useWrite('decideErasure', {
    renews: ['listErasureRequests', 'previewErasure'],
    onDone: () => {
      tell(text('decline.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('decline.title')}
      confirm={text('decline')}
      canConfirm={reason !== null}
      isBusy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={() =>
        reason && decide.mutate({ requestId: request.id, decision: { kind: 'declined', reason } })
      }
    >
      <Select
        label={text('fact.reason')}
        data={DECLINE_REASONS.map((value) => ({ value, label: text(`reason.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value as Reason | null)}
        placeholder={text('choose')}
      />
    </Dialog>
  );
}
