import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { HAND_OVER_WAYS, type OwnCopy } from '@tirek/domain/privacy/own-copy';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useToast } from '../../ui/toasts.tsx';
import styles from './own-copy.module.css';

type Way = (typeof HAND_OVER_WAYS)[number];

/** Of a copy that was let out: the sealed archive, and the receipt once she has it. */
export function CopyHandOver({ copy }: { copy: OwnCopy }) {
  const text = useText('copies');
  const errorText = useErrorText();
  const { api } = useClient();
  const [isRecording, setRecording] = useState(false);
  const fetching = useMutation({
    mutationFn: () => api.download('fetchOwnCopy', { copyId: copy.id }),
    onSuccess: (file) => saveFile(`copy-${copy.id.slice(0, 8)}.zip`, file),
  });
  if (copy.state !== 'released') return null;
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
        <Button variant="default" onClick={() => setRecording(true)}>
          {text('handOver')}
        </Button>
      </div>
      {fetching.isError && <Notice kind="refusal">{errorText(fetching.error)}</Notice>}
      {isRecording && <HandOverDialog copy={copy} onClose={() => setRecording(false)} />}
    </>
  );
}

function HandOverDialog({ copy, onClose }: { copy: OwnCopy; onClose: () => void }) {
  const text = useText('copies');
  const tell = useToast();
  const { now } = useClient();
  const today = useFormat().dateOf(now());
  const [way, setWay] = useState<Way | null>(null);
  const [on, setOn] = useState(today);
  const record = useWrite('recordCopyHandOver', {
    renews: ['listOwnCopies', 'listOwnCopiesOf'],
    onDone: () => {
      tell(text('handOver.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('handOver.title')}
      confirm={text('handOver.confirm')}
      canConfirm={way !== null && on !== ''}
      isBusy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={() => way && record.mutate({ copyId: copy.id, way, on })}
    >
      <Select
        label={text('way')}
        data={HAND_OVER_WAYS.map((value) => ({ value, label: text(`way.${value}`) }))}
        value={way}
        onChange={(value) => setWay(value as Way | null)}
        placeholder={text('choose')}
      />
      <DatePicker label={text('handOver.on')} value={on} onChange={setOn} max={today} />
      <p className={styles.words}>{text('handOver.words')}</p>
    </Dialog>
  );
}
