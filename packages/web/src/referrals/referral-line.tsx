import { Link } from '@tanstack/react-router';
import { foldReferral, type KnownReferral } from '@tirek/domain/referrals';
import { useServiceWords } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './referrals.module.css';
import { toneOf, useReceiverName, useReferralWords } from './use-referral-words.ts';

/** One referral in a list: where it goes, how it stands, whose turn it is. */
export function ReferralLine({
  known,
  now,
  name,
}: {
  known: KnownReferral;
  now: string;
  /** Of the person, where the list is about several. */
  name?: string;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const { named } = useServiceWords();
  const { referral, events, service } = known;
  const receiver = useReceiverName()(known);
  const { state } = foldReferral(referral, events, now);
  const { personId, id } = referral;
  return (
    <li>
      <div className={styles.head}>
        <p className={styles.name}>
          <Link to="/people/$personId/referrals/$referralId" params={{ personId, referralId: id }}>
            {name === undefined ? receiver : name || text('gone')}
          </Link>
        </p>
        <StatusMark tone={toneOf(state)} label={t(`state.${state}`)} />
      </div>
      <p className={styles.quiet}>
        {[...(name === undefined ? [] : [receiver]), named(service)].join(' · ')}
      </p>
      <WaitsLine known={known} now={now} />
    </li>
  );
}

/** Whose turn it is and until when; nothing where it is over. */
export function WaitsLine({ known, now }: { known: KnownReferral; now: string }) {
  const text = useText('referrals');
  const format = useFormat();
  const { referral, events } = known;
  const receiver = useReceiverName()(known);
  const { waitsFor, dueAt, isOverdue } = foldReferral(referral, events, now);
  if (waitsFor === null || dueAt === null) return null;
  const at = format.instant(dueAt);
  return (
    <>
      <p className={styles.quiet}>{text(`one.waits.${waitsFor}`, { receiver, at })}</p>
      {isOverdue && <p className={styles.late}>{text('one.late', { at })}</p>}
    </>
  );
}
