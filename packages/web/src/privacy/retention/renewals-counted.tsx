import { Link } from '@tanstack/react-router';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import styles from './retention.module.css';

/** Above a supervisor's lists: how many files wait for her yearly word. */
export function RenewalsCounted() {
  const may = useMay();
  return may('purpose.renew') ? <Counted /> : null;
}

function Counted() {
  const text = useText('retention');
  const read = useRead('listDuties', {});
  const duty = read.data?.duties.find(({ kind }) => kind === 'renewal');
  if (!duty) return null;
  const { waiting, overdue } = duty;
  return (
    <p className={styles.counted}>
      <Link to="/retention">{text('lists', { count: waiting })}</Link>
      {overdue > 0 && `. ${text('lists.overdue', { count: overdue })}`}
    </p>
  );
}
