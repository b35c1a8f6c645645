import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { ReferralLine } from './referral-line.tsx';
import styles from './referrals.module.css';

/** To whom somebody was passed on, and what came of it. */
export function ReferralsPanel({ personId }: { personId: string }) {
  const text = useText('referrals');
  const may = useMay();
  const read = useRead('listReferralsOf', { personId });
  const { referrals = [], now = '' } = read.data ?? {};
  return (
    <Panel
      title={text('title')}
      actions={
        may('referral.make') && (
          <ButtonLink
            variant="default"
            size="sm"
            to="/people/$personId/referrals/new"
            params={{ personId }}
          >
            {text('make')}
          </ButtonLink>
        )
      }
    >
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && referrals.length === 0 && <p className={styles.quiet}>{text('none')}</p>}
      <ul className={styles.rows}>
        {referrals.map((known) => (
          <ReferralLine key={known.referral.id} known={known} now={now} />
        ))}
      </ul>
    </Panel>
  );
}
