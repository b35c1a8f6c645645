import type { KnownReferral, ReferralEvent } from '@tirek/domain/referrals';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './referrals.module.css';
import { useReferralWords } from './use-referral-words.ts';

/** Everything that happened, the newest first: what, when, by whom. */
export function TimelinePanel({
  known: { referral, events },
  colleagues,
}: {
  known: KnownReferral;
  colleagues: Readonly<Record<string, string>>;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const format = useFormat();
  const byOf = ({ via, by }: ReferralEvent) =>
    via === 'account' ? (colleagues[by ?? ''] ?? '') : text(`timeline.${via}`);
  return (
    <Panel title={text('timeline')}>
      <ol className={styles.rows}>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <p className={styles.name}>{t(`state.${event.kind}`)}</p>
            <p className={styles.quiet}>
              {[format.instant(event.at), byOf(event)].filter((part) => part !== '').join(' · ')}
            </p>
            <EventWords event={event} />
          </li>
        ))}
        <li>
          <p className={styles.name}>{text('timeline.made')}</p>
          <p className={styles.quiet}>
            {[format.instant(referral.madeAt), colleagues[referral.madeBy] ?? ''].join(' · ')}
          </p>
        </li>
      </ol>
    </Panel>
  );
}

function EventWords({ event }: { event: ReferralEvent }) {
  const t = useReferralWords();
  const text = useText('referrals');
  const format = useFormat();
  const { reason, appointmentAt, cameOn, feedback } = event;
  const lines = [
    ...(reason ? [t(`reason.${reason}` as 'reason.other')] : []),
    ...(appointmentAt ? [format.instant(appointmentAt)] : []),
    ...(cameOn ? [format.date(cameOn)] : []),
    ...(feedback
      ? [
          `${text('fb.hasCome')} ${text(feedback.hasCome ? 'yes' : 'no')}`,
          `${text('fb.helped')} ${t(`helped.${feedback.helped}`)}`,
          `${text('fb.next')} ${t(`next.${feedback.next}`)}`,
          ...(feedback.words ? [feedback.words] : []),
        ]
      : []),
  ];
  return lines.map((line) => (
    <p key={line} className={styles.quiet}>
      {line}
    </p>
  ));
}
