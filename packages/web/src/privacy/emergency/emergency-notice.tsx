import { Link } from '@tanstack/react-router';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './emergency.module.css';
import type { OpenEmergency } from './use-emergency.ts';

/** On a record that is open in an emergency: until when, and that each look is marked. */
export function EmergencyNotice({ emergency }: { emergency: OpenEmergency }) {
  const text = useText('emergency');
  const format = useFormat();
  return (
    <div className={styles.standing}>
      <Notice kind="warning" title={text('standing')} isStanding>
        <p>{text('standing.words', { until: format.instant(emergency.until, 'medium') })}</p>
        {emergency.families.map((familyId) => (
          <Link key={familyId} to="/families/$familyId/case" params={{ familyId }}>
            {text('standing.case')}
          </Link>
        ))}
      </Notice>
    </div>
  );
}
