import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { EMERGENCY_VERDICTS, type EmergencyOpening } from '@tirek/domain/privacy/emergency';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './emergency.module.css';

type Verdict = (typeof EMERGENCY_VERDICTS)[number];
const TONES = {
  open: 'bad',
  waiting: 'waiting',
  justified: 'over',
  'not-justified': 'bad',
} as const;
/** Fewer letters tell nobody anything; the contract asks for as many. */
const FEWEST_LETTERS = 15;

/** Records that were opened in an emergency, and a word on each of them afterwards. */
export function EmergenciesPage() {
  const text = useText('emergency');
  const read = useRead('listEmergencies', {});
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.openings.length === 0 && <EmptyState icon="shield" title={text('none')} />}
        <ul className={styles.list}>
          {(read.data?.openings ?? []).map((opening) => (
            <Opening key={opening.id} opening={opening} />
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Opening({ opening }: { opening: EmergencyOpening }) {
  const text = useText('emergency');
  const format = useFormat();
  const [isReviewing, setReviewing] = useState(false);
  const { review } = opening;
  const state = review?.verdict ?? (opening.isOpen ? 'open' : 'waiting');
  const facts: Array<readonly [string, ReactNode]> = [
    [text('fact.opener'), opening.openedBy.name],
    [
      text('fact.person'),
      <span key="id" className={styles.id}>
        {opening.personId}
      </span>,
    ],
    [text('fact.from'), format.instant(opening.openedAt, 'medium')],
    [text('fact.until'), format.instant(opening.until, 'medium')],
    [text('fact.what'), opening.words ?? text('gone')],
  ];
  if (review) {
    facts.push([text('fact.reviewer'), review.by]);
    facts.push([text('fact.verdict'), review.words ?? text('gone')]);
  }
  return (
    <li className={styles.opening}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`reason.${opening.reason}`)}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
      </div>
      <Facts facts={facts} />
      {!review && (
        <div className={styles.buttons}>
          <Button onClick={() => setReviewing(true)}>{text('review')}</Button>
        </div>
      )}
      {isReviewing && <ReviewDialog opening={opening} onClose={() => setReviewing(false)} />}
    </li>
  );
}

function ReviewDialog({ opening, onClose }: { opening: EmergencyOpening; onClose: () => void }) {
  const text = useText('emergency');
  const tell = useToast();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [words, setWords] = useState('');
  const review = useWrite('reviewEmergency', {
    renews: ['listEmergencies', 'listDuties'],
    onDone: () => {
      tell(text('review.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('review.title')}
      confirm={text('review.go')}
      canConfirm={verdict !== null && words.trim().length >= FEWEST_LETTERS}
      isBusy={review.isPending}
      error={review.error}
      onClose={onClose}
      onConfirm={() =>
        verdict && review.mutate({ openingId: opening.id, verdict, words: words.trim() })
      }
    >
      <Radio.Group
        label={text('review.verdict')}
        value={verdict}
        onChange={(value) => setVerdict(value as Verdict)}
      >
        <Stack gap="xs" mt="xs">
          {EMERGENCY_VERDICTS.map((value) => (
            <Radio key={value} value={value} label={text(`review.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={text('review.words')}
        description={text('review.words.help')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={600}
        autosize
        minRows={3}
      />
    </Dialog>
  );
}
