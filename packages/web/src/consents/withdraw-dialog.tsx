import { SegmentedControl } from '@mantine/core';
import {
  type ConsentParty,
  type ConsentTopic,
  lastWordOn,
  type ReadableEntry,
} from '@tirek/domain/consents';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './consents.module.css';
import { useTopicName } from './use-topic-name.ts';

interface WithdrawDialogProps {
  readonly personId: string;
  readonly topic: ConsentTopic;
  readonly entries: readonly ReadableEntry[];
  readonly onClose: () => void;
}

/** Takes a consent back, after what stops and what stays was read. */
export function WithdrawDialog({ personId, topic, entries, onClose }: WithdrawDialogProps) {
  const text = useText('consents');
  const tell = useToast();
  const { language } = useLanguage();
  const topicName = useTopicName();
  const { purpose, receiverId } = topic;
  const last = lastWordOn(entries, topic);
  const sides = last?.needs ?? [];
  const [party, setParty] = useState<ConsentParty>(sides[0] ?? 'person');
  const effect = useRead('previewWithdrawal', { personId, party, purpose, receiverId });
  const withdraw = useWrite('withdrawConsent', {
    renews: ['listConsents', 'previewWithdrawal', 'listRescreens', 'getRescreens'],
    onDone: () => {
      onClose();
      tell(text('withdraw.done'));
    },
  });
  const topics = effect.data?.topics ?? [];
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('withdraw.title', { purpose: topicName(topic) })}
      confirm={text('withdraw.go')}
      canConfirm={topics.length > 0}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={() =>
        withdraw.mutate({
          personId,
          party,
          purpose,
          receiverId,
          mode: 'verbal',
          language: last?.language ?? language,
          shown: [...topics],
        })
      }
    >
      {sides.length > 1 && (
        <SegmentedControl
          aria-label={text('withdraw.who')}
          value={party}
          onChange={(value) => setParty(value as ConsentParty)}
          data={sides.map((value) => ({ value, label: text(`party.${value}`) }))}
        />
      )}
      {effect.isPending && <LoadingState />}
      {effect.isError && <ErrorState error={effect.error} onRetry={effect.refetch} />}
      {effect.data && topics.length === 0 && <p>{text('withdraw.nothing')}</p>}
      {effect.data && topics.length > 0 && (
        <>
          <div>
            <p className={styles.heading}>{text('withdraw.stops')}</p>
            <ul className={styles.plain}>
              {effect.data.stops.map((stop) => (
                <li key={stop}>{text(`stop.${stop}`)}</li>
              ))}
            </ul>
          </div>
          <div>
            <p className={styles.heading}>{text('withdraw.remains')}</p>
            <ul className={styles.plain}>
              {effect.data.remains.map((remainder) => (
                <li key={remainder}>{text(`remain.${remainder}`)}</li>
              ))}
            </ul>
          </div>
        </>
      )}
    </Dialog>
  );
}
