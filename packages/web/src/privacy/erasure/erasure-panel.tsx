import { Button, Select } from '@mantine/core';
import { ERASURE_BASES } from '@tirek/domain/privacy/erasure';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ErasurePreviewLists } from './erasure-preview-lists.tsx';

type Basis = (typeof ERASURE_BASES)[number];

/** On the page of a person: asking that she be erased. Looking at what would go is an entry of the log, so it waits for a wish. */
export function ErasurePanel({ personId }: { personId: string }) {
  const text = useText('erasure');
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  if (!may('erasure.request')) return null;
  return (
    <Panel
      title={text('panel')}
      note={text('panel.note')}
      actions={
        <Button variant="default" size="sm" onClick={() => setAsking(true)}>
          {text('ask')}
        </Button>
      }
    >
      {isAsking && <AskDialog personId={personId} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function AskDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText('erasure');
  const format = useFormat();
  const tell = useToast();
  const preview = useRead('previewErasure', { personId });
  const [basis, setBasis] = useState<Basis | null>(null);
  const ask = useWrite('requestErasure', {
    renews: ['previewErasure'],
    onDone: () => {
      tell(text('ask.done'));
      onClose();
    },
  });
  const request = preview.data?.request ?? null;
  const canAsk = preview.data !== undefined && request === null && basis !== null;
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('ask.title')}
      confirm={text('ask.confirm')}
      canConfirm={canAsk}
      isBusy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onConfirm={() => basis && ask.mutate({ personId, basis })}
    >
      {preview.isPending && <LoadingState />}
      {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
      {preview.data && <ErasurePreviewLists preview={preview.data} />}
      {request ? (
        <p>{text('ask.asked', { at: format.instant(request.askedAt, 'medium') })}</p>
      ) : (
        <Select
          label={text('basis')}
          data={ERASURE_BASES.map((value) => ({ value, label: text(`basis.${value}`) }))}
          value={basis}
          onChange={(value) => setBasis(value as Basis | null)}
          placeholder={text('choose')}
        />
      )}
    </Dialog>
  );
}
