import { foldReferral } from '@tirek/domain/referrals';
import { useHolder, useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './referrals.module.css';

/** On the working day's page: what of referrals waits or is late; nothing where nothing does. */
export function ReferralsNotice() {
  const text = useText('referrals');
  const format = useFormat();
  const may = useMay();
  const { account } = useHolder();
  const read = useRead('listReferrals', {}, { isWanted: may('referral.read') });
  if (!read.data) return null;
  const { referrals, now } = read.data;
  const standing = referrals.map(({ referral, events }) => foldReferral(referral, events, now));
  const number = (count: number) => ({ number: format.number(count) });
  const late = standing.filter((each) => each.waitsFor === 'receiver' && each.isOverdue).length;
  const own = may('referral.make')
    ? standing.filter(({ waitsFor }) => waitsFor === 'referrer').length
    : 0;
  const unseen = standing.filter(
    ({ override }) => override && !override.isUpheld && override.supervisorId === account.id,
  ).length;
  if (late + own + unseen === 0) return null;
  return (
    <Panel
      title={text('title')}
      actions={
        <ButtonLink to="/referrals" variant="default" size="compact-sm">
          {text('today.look')}
        </ButtonLink>
      }
    >
      {unseen > 0 && <p className={styles.late}>{text('today.override', number(unseen))}</p>}
      {own > 0 && <p>{text('today.referrer', number(own))}</p>}
      {late > 0 && <p className={styles.late}>{text('today.receiver', number(late))}</p>}
    </Panel>
  );
}
