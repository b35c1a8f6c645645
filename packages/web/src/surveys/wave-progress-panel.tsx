import type { Wave, WaveProgress } from '@tirek/domain/surveys';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { earlierDay } from './days-between.ts';
import { ProgressChart } from './progress-chart.tsx';
import styles from './wave-progress-panel.module.css';

const LOOK_EVERY = 15_000;
/** After closing the last answers are mixed in within seconds; then the report can be read. */
const LOOK_AFTER_CLOSING = 2000;

/** How many have answered, by day and language: counts only, never an answer. */
export function WaveProgressPanel({ wave }: { wave: Wave }) {
  const text = useText('surveys');
  const isMoving = wave.phase === 'accepting' || wave.phase === 'over';
  const progress = useRead(
    'getWaveProgress',
    { waveId: wave.id },
    {
      every: (found) => {
        if (isMoving) return LOOK_EVERY;
        return found && found.waiting > 0 ? LOOK_AFTER_CLOSING : false;
      },
    },
  );
  return (
    <Panel title={text('progress.title')} note={text('progress.note')}>
      {progress.isPending && <LoadingState />}
      {progress.isError && !progress.data && (
        <ErrorState error={progress.error} onRetry={progress.refetch} />
      )}
      {progress.data && (
        <Progress
          wave={wave}
          progress={progress.data}
          at={progress.dataUpdatedAt}
          isMoving={isMoving}
        />
      )}
    </Panel>
  );
}

function Progress({
  wave,
  progress,
  at,
  isMoving,
}: {
  wave: Wave;
  progress: WaveProgress;
  at: number;
  isMoving: boolean;
}) {
  const text = useText('surveys');
  const format = useFormat();
  const { now } = useClient();
  const { answers, waiting, codes, carriedDrafts, byDay, isRounded } = progress;
  const today = format.dateOf(now());
  // A file without a column of days puts all its answers on one of them, which tells nothing.
  const areDaysTold = !wave.isImported || new Set(byDay.map((one) => one.receivedOn)).size > 1;
  return (
    <>
      <dl className={styles.numbers}>
        <Count label={text('progress.answers')} value={answers} isMain />
        {codes && <Count label={text('progress.codesIssued')} value={codes.issued} />}
        {codes && <Count label={text('progress.codesUsed')} value={codes.used} />}
        {carriedDrafts > 0 && <Count label={text('progress.drafts')} value={carriedDrafts} />}
        {waiting > 0 && <Count label={text('progress.waiting')} value={waiting} />}
      </dl>
      {waiting > 0 && <p className={styles.note}>{text('progress.waitingWords')}</p>}
      {isRounded && <p className={styles.note}>{text('progress.rounded')}</p>}
      {answers === 0 && !isRounded && <p className={styles.note}>{text('progress.none')}</p>}
      {answers > 0 && !isRounded && areDaysTold && (
        <ProgressChart byDay={byDay} from={wave.opensOn} to={earlierDay(wave.closesOn, today)} />
      )}
      {isMoving && (
        <p className={styles.note}>
          {text('progress.at', { at: format.instant(new Date(at).toISOString(), 'day') })}
        </p>
      )}
    </>
  );
}

function Count({ label, value, isMain }: { label: string; value: number; isMain?: boolean }) {
  const format = useFormat();
  return (
    <div className={isMain ? `${styles.count} ${styles.main}` : styles.count}>
      <dd>{format.number(value)}</dd>
      <dt>{label}</dt>
    </div>
  );
}
