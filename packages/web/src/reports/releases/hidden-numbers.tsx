import type { ReportAudience } from '@tirek/domain/reports';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import styles from './plan-page.module.css';

interface HiddenNumbersProps {
  readonly audience: ReportAudience;
  readonly cells: number;
  readonly hidden: number;
}

/** How much of a report is hidden so that no small group can be recognised, with the way to where it says why. */
export function HiddenNumbers({ audience, cells, hidden }: HiddenNumbersProps) {
  const text = useText('releases');
  const format = useFormat();
  if (audience === 'internal') return <p className={styles.hidden}>{text('hidden.internal')}</p>;
  return (
    <p className={styles.hidden}>
      {hidden === 0
        ? text('hidden.none', { count: cells })
        : text('hidden.some', {
            count: cells,
            hidden: format.number(hidden),
            percent: format.percent((100 * hidden) / cells),
          })}{' '}
      <a href="#report-protection">{text('hidden.why')}</a>
    </p>
  );
}
