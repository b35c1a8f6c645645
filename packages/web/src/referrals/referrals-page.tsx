import { foldReferral } from '@tirek/domain/referrals';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { ReferralLine } from './referral-line.tsx';
import styles from './referrals.module.css';

const ASK_EVERY = 60_000;

/** The open referrals of the reader's families, or of her team's: the overdue first. */
export function ReferralsPage() {
  const text = useText('referrals');
  const read = useRead('listReferrals', {}, { every: ASK_EVERY });
  const { referrals = [], now = '' } = read.data ?? {};
  const dueOf = ({ referral, events }: (typeof referrals)[number]) =>
    foldReferral(referral, events, now).dueAt ?? '';
  const inOrder = referrals.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  return (
    <Page title={text('title')} intro={text('board.intro')} isNarrow>
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && (
        <Panel title={text('board.mine')}>
          {referrals.length === 0 && <p className={styles.quiet}>{text('board.none')}</p>}
          <ul className={styles.rows}>
            {inOrder.map((known) => (
              <ReferralLine
                key={known.referral.id}
                known={known}
                now={now}
                name={known.person.name}
              />
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}
