import styles from './status-mark.module.css';

/** A state in one word; the dot only repeats what the word says. */
export function StatusMark({
  tone,
  label,
}: {
  tone: 'going' | 'waiting' | 'over' | 'bad';
  label: string;
}) {
  return <span className={`${styles.mark} ${styles[tone]}`}>{label}</span>;
}
