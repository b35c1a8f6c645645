import { Button } from '@mantine/core';
import type { DueRescreen } from '@tirek/domain/assessments/rescreening';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './rescreening.module.css';
import { SkipDialog } from './skip-dialog.tsx';
import { useRescreenWords } from './use-rescreen-words.ts';

/** When somebody is asked again within ten years, and what was put off. */
export function ComingPanel({ personId }: { personId: string }) {
  const text = useText('rescreening');
  const may = useMay();
  const format = useFormat();
  const { t } = useRescreenWords();
  const answer = useRead('getRescreens', { personId });
  const [isSkipping, setSkipping] = useState(false);
  const { coming = [], skips = [], today = '' } = answer.data ?? {};
  const [next, ...later] = coming;
  return (
    <Panel
      title={text('coming')}
      note={text('coming.note')}
      actions={
        next &&
        may('assessment.record') && (
          <Button variant="default" size="compact-sm" onClick={() => setSkipping(true)}>
            {text('skip')}
          </Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && !answer.data.hasAgreed && (
        <p className={styles.quiet}>{text('coming.noConsent')}</p>
      )}
      {answer.data?.hasAgreed && !answer.data.isBirthKnown && (
        <p className={styles.quiet}>{text('coming.noBirth')}</p>
      )}
      {answer.data?.hasAgreed && !next && <p className={styles.quiet}>{text('coming.none')}</p>}
      {next && (
        <ul className={styles.list}>
          <Sitting due={next} />
        </ul>
      )}
      {later.length > 0 && (
        <details>
          <summary>{text('coming.later', { number: later.length })}</summary>
          <ul className={styles.list}>
            {later.map((due) => (
              <Sitting key={due.dueBy} due={due} />
            ))}
          </ul>
        </details>
      )}
      {skips.length > 0 && (
        <details>
          <summary>{text('coming.skips')}</summary>
          <ul className={styles.list}>
            {skips.map(({ id, until, reason, recordedOn }) => (
              <li key={id} className={styles.quiet}>
                {text('coming.skipped', {
                  on: format.date(recordedOn, 'medium'),
                  until: format.date(until, 'medium'),
                  reason: t(`skip.${reason}`),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isSkipping && next && (
        <SkipDialog due={next} today={today} onClose={() => setSkipping(false)} />
      )}
    </Panel>
  );
}

function Sitting({ due }: { due: DueRescreen }) {
  const text = useText('rescreening');
  const { when, why, forms } = useRescreenWords();
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.when}>{when(due)}</p>
        <p className={styles.quiet}>{why(due)}</p>
        <p className={styles.quiet}>{forms(due)}</p>
        {due.asksConsent && <p className={styles.quiet}>{text('asksConsent')}</p>}
      </div>
    </li>
  );
}
