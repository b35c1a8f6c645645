import { Button, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import {
  foldSafety,
  SAFETY_KINDS,
  SAFETY_URGENCIES,
  type SafetyKind,
  type SafetyUrgency,
} from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './safety.module.css';
import { useSafetyWords } from './use-safety-words.ts';

/** On a person's page: whether she was in danger, and one button for a colleague who is worried now. */
export function RaisePanel({ personId }: { personId: string }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const may = useMay();
  const isOpen = may('safety.read');
  const read = useRead('listSafetyEventsOf', { personId }, { isWanted: isOpen });
  const [isRaising, setRaising] = useState(false);
  if (!isOpen) return null;
  const events = read.data?.events ?? [];
  return (
    <Panel
      title={text('raise.panel')}
      note={text('raise.note')}
      actions={
        may('safety.act') && (
          <Button color="red" size="sm" onClick={() => setRaising(true)}>
            {text('raise')}
          </Button>
        )
      }
    >
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      <ul className={styles.events}>
        {events.map(({ event, entries }) => (
          <li key={event.id}>
            <Link to="/safety/$eventId" params={{ eventId: event.id }}>
              {t(`kind.${event.kind}`)}
            </Link>
            <p className={styles.quiet}>
              {format.instant(event.startsAt)} ·{' '}
              {text(`state.${foldSafety(event, entries).status}`)}
            </p>
          </li>
        ))}
      </ul>
      {isRaising && <RaiseDialog personId={personId} onClose={() => setRaising(false)} />}
    </Panel>
  );
}

function RaiseDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const tell = useToast();
  const { now } = useClient();
  const [seenAt] = useState(now);
  const [kind, setKind] = useState<SafetyKind>('suicide');
  const [urgency, setUrgency] = useState<SafetyUrgency>('now');
  const [said, setSaid] = useState('');
  const write = useWrite('raiseSafetyEvent', {
    renews: ['listSafetyEventsOf', 'listSafetyEvents', 'listSafetyCalls'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('raise')}
      confirm={text('raise')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({
          personId,
          kind,
          urgency,
          seenAt,
          words: said.trim() ? { text: said } : null,
        })
      }
    >
      <NativeSelect
        label={text('raise.kind')}
        data={SAFETY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as SafetyKind)}
      />
      <Radio.Group
        label={text('raise.urgency')}
        value={urgency}
        onChange={(value) => setUrgency(value as SafetyUrgency)}
      >
        <Stack gap="xs" mt="xs">
          {SAFETY_URGENCIES.map((each) => (
            <Radio key={each} value={each} label={t(`urgency.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={text('words.need')}
        autosize
        minRows={2}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </Dialog>
  );
}
