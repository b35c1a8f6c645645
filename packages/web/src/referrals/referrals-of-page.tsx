import { useParams } from '@tanstack/react-router';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { ReferralLine } from './referral-line.tsx';
import styles from './referrals.module.css';

/** To whom somebody was passed on, and what came of it. */
export function ReferralsOfPage() {
  const text = useText('referrals');
  const people = useText('people');
  const may = useMay();
  const { personId } = useParams({ from: '/people/$personId/referrals' });
  const read = useRead('listReferralsOf', { personId });
  const { referrals = [], now = '' } = read.data ?? {};
  return (
    <Page
      title={text('title')}
      back={{ to: `/people/${personId}`, label: people('person.title') }}
      isNarrow
      actions={
        may('referral.make') && (
          <ButtonLink to="/people/$personId/referrals/new" params={{ personId }}>
            {text('make')}
          </ButtonLink>
        )
      }
    >
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && (
        <Panel>
          {referrals.length === 0 && <p className={styles.quiet}>{text('none')}</p>}
          <ul className={styles.rows}>
            {referrals.map((known) => (
              <ReferralLine key={known.referral.id} known={known} now={now} />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}
