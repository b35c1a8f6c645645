import { Button } from '@mantine/core';
import type { ConsentState, PersonConsents, StandingConsent } from '@tirek/domain/consents';
import { topicKey } from '@tirek/domain/consents';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './consents.module.css';
import { useTopicName } from './use-topic-name.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const TONES: Readonly<Record<ConsentState, 'going' | 'waiting' | 'over' | 'bad'>> = {
  stands: 'going',
  incomplete: 'waiting',
  lapsed: 'waiting',
  declined: 'over',
  withdrawn: 'over',
  'not-asked': 'over',
};

interface StandingPanelProps {
  readonly personId: string;
  readonly consents: PersonConsents;
}

/** What is allowed today, one topic a line, and the way to take it back. */
export function StandingPanel({ personId, consents }: StandingPanelProps) {
  const text = useText('consents');
  const format = useFormat();
  const may = useMay();
  const topicName = useTopicName();
  const [taken, take] = useState<StandingConsent | null>(null);
  const more = ({ state, until, missing }: StandingConsent) => {
    if (state === 'stands') {
      return until === null
        ? text('standing.purpose')
        : text('standing.until', { date: format.date(until, 'long') });
    }
    return state === 'incomplete'
      ? missing.map((party) => text(`standing.missing.${party}`)).join(', ')
      : '';
  };
  return (
    <Panel title={text('standing.title')}>
      <ul className={styles.list}>
        {consents.standing.map((one) => (
          <li key={topicKey(one)} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.name}>{topicName(one)}</p>
              {more(one) && <p className={styles.more}>{more(one)}</p>}
            </div>
            <div className={styles.end}>
              <StatusMark tone={TONES[one.state]} label={text(`state.${one.state}`)} />
              {one.state === 'stands' && may('consent.record') && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${text('withdraw')}: ${topicName(one)}`}
                  onClick={() => take(one)}
                >
                  {text('withdraw')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {taken && (
        <WithdrawDialog
          personId={personId}
          topic={taken}
          entries={consents.entries}
          onClose={() => take(null)}
        />
      )}
    </Panel>
  );
}
