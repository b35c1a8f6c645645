import { Link } from '@tanstack/react-router';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './duties.module.css';

const ASK_EVERY = 20_000;

/** On every page of who answers for others: a record that was opened in an emergency, a breach of which the
 * authority does not know, and what is past its legal term. */
export function DutyBanner() {
  const may = useMay();
  return may('emergency.review') ? <Duties /> : null;
}

function Duties() {
  const text = useText('duties');
  const read = useRead('listDuties', {}, { every: ASK_EVERY });
  const of = (kind: string) => read.data?.duties.find((duty) => duty.kind === kind);
  const opened = of('emergency')?.waiting ?? 0;
  const untold = of('breach')?.waiting ?? 0;
  const late = of('copy')?.overdue ?? 0;
  return (
    <div role="status">
      {opened > 0 && (
        <div className={styles.banner}>
          <Icon name="warning" />
          <Link to="/emergencies">{text('banner.emergency', { count: opened })}</Link>
        </div>
      )}
      {untold > 0 && (
        <div className={styles.banner}>
          <Icon name="warning" />
          <Link to="/breaches">{text('banner.breach', { count: untold })}</Link>
        </div>
      )}
      {late > 0 && (
        <div className={styles.banner}>
          <Icon name="clock" />
          <Link to="/own-copies">{text('banner.copy', { count: late })}</Link>
        </div>
      )}
    </div>
  );
}
