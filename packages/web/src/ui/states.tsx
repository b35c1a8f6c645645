import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { Problem } from '@tirek/domain/problem';
import type { ReactNode } from 'react';
import { NetworkFailure } from '../api/network-failure.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from './error-text.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './states.module.css';

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here yet, and what one may do about it. */
export function EmptyState({ icon = 'info', title, children, action }: EmptyProps) {
  return (
    <div className={styles.state}>
      <span className={styles.picture}>
        <Icon name={icon} size={26} />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.words}>{children}</p>}
      {action}
    </div>
  );
}

/** What could not be shown, why, and how to go on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText('ui');
  const sentence = useErrorText()(error);
  const requestId = error instanceof Problem ? error.details.requestId : undefined;
  if (error instanceof NetworkFailure) {
    const isAway = error.kind === 'offline' || error.kind === 'unreachable';
    return <NeedsSignal words={isAway ? text('error.signal.words') : sentence} onRetry={onRetry} />;
  }
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.picture} ${styles.worry}`}>
        <Icon name="warning" size={26} />
      </span>
      <p className={styles.title}>{text('error.title')}</p>
      <p className={styles.words}>{sentence}</p>
      {typeof requestId === 'string' && (
        <p className={styles.detail}>{text('error.number', { number: requestId })}</p>
      )}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {text('error.retry')}
        </Button>
      )}
    </div>
  );
}

/** Nothing is wrong: a village has no signal. Small, since a page may have several parts that were not taken along. */
function NeedsSignal({ words, onRetry }: { words: string; onRetry: (() => void) | undefined }) {
  const text = useText('ui');
  return (
    <div className={styles.signal} role="status">
      <Icon name="wifiOff" size={20} />
      <p>
        <strong>{text('error.signal')}.</strong> {words}
      </p>
      {onRetry && (
        <Button variant="subtle" size="compact-md" onClick={onRetry}>
          {text('error.retry')}
        </Button>
      )}
    </div>
  );
}

/** Grey lines where text will be, and a word for those who do not see them. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const text = useText('ui');
  return (
    <div className={styles.lines} role="status">
      <VisuallyHidden>{text('loading')}</VisuallyHidden>
      {LINE_WIDTHS.slice(0, lines).map((width) => (
        <Skeleton key={width} height={18} width={width} />
      ))}
    </div>
  );
}

const LINE_WIDTHS = ['92%', '78%', '85%', '60%', '88%', '71%'];
