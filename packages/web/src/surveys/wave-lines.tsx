import { Link } from '@tanstack/react-router';
import type { CampaignSummary } from '@tirek/domain/surveys';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { useDateSpan } from './date-span.ts';
import styles from './wave-lines.module.css';
import { WavePhaseMark } from './wave-phase-mark.tsx';

interface WaveLinesProps {
  readonly campaignId: string;
  readonly waves: CampaignSummary['waves'];
}

/** Waves, one a line: when, how many have answered, where each stands. */
export function WaveLines({ campaignId, waves }: WaveLinesProps) {
  const text = useText('surveys');
  const dateSpan = useDateSpan();
  return (
    <ul className={styles.waves}>
      {waves.map((wave) => (
        <li key={wave.id}>
          <Link
            to="/surveys/$campaignId/waves/$waveId"
            params={{ campaignId, waveId: wave.id }}
            className={styles.wave}
          >
            <span className={styles.waveName}>{text('wave.name', { number: wave.number })}</span>
            <span className={styles.dates}>{dateSpan(wave)}</span>
            <span className={styles.answers}>
              {text('wave.answers', { count: wave.answers })}
              {wave.isImported && ` \u00b7 ${text('wave.imported')}`}
            </span>
            <WavePhaseMark phase={wave.phase} />
            <span className={styles.arrow} aria-hidden="true">
              <Icon name="arrowRight" size={18} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
