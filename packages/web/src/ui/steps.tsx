import { VisuallyHidden } from '@mantine/core';
import { useText } from '../text/language.tsx';
import { Icon } from './icons.tsx';
import styles from './steps.module.css';

interface StepsProps<Step extends string> {
  readonly label: string;
  readonly steps: ReadonlyArray<{
    readonly key: Step;
    readonly label: string;
    readonly isDone: boolean;
  }>;
  readonly current: Step;
  readonly onChoose: (step: Step) => void;
}

/** The steps of a longer form. Each can be gone to at any time: nothing has to be done in order. */
export function Steps<Step extends string>({ label, steps, current, onChoose }: StepsProps<Step>) {
  const text = useText('ui');
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step, place) => (
          <li key={step.key}>
            <button
              type="button"
              className={step.isDone ? `${styles.step} ${styles.done}` : styles.step}
              aria-current={step.key === current ? 'step' : undefined}
              onClick={() => onChoose(step.key)}
            >
              <span className={styles.number} aria-hidden="true">
                {step.isDone ? <Icon name="check" size={16} /> : place + 1}
              </span>
              <span className={styles.label}>{step.label}</span>
              {step.isDone && <VisuallyHidden>{text('step.done')}</VisuallyHidden>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
