import { nameIn } from '@tirek/domain/services';
import {
  type CareReceipt,
  type CourseShown,
  evidenceOf,
  MISSED_FLAG,
  scopeObstacle,
} from '@tirek/domain/support';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import styles from './support.module.css';
import type { SupportShown } from './use-support.ts';
import { useSupportWords } from './use-support-words.ts';
import { whatGiven } from './what-given.ts';

/** One kind of help: how often she came, whether she stays away, and whether it counts as evidence-based. */
export function CourseFacts({
  shown,
  support,
  receipt,
}: {
  shown: CourseShown;
  support: SupportShown;
  receipt: CareReceipt;
}) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const { language } = useLanguage();
  const { course, attended, expected, missedInRow, lastAttendedOn, end } = shown;
  const provider = course.providerId && support.providers[course.providerId];
  const where = provider ? nameIn(provider, language) : text('provider.own');
  return (
    <>
      <p className={styles.name}>{whatGiven(course, t)}</p>
      <p className={styles.quiet}>
        {text('attended', { attended, expected })}
        {lastAttendedOn && ` · ${text('last', { date: format.date(lastAttendedOn) })}`}
      </p>
      {missedInRow >= MISSED_FLAG && end === null && (
        <p className={styles.late}>{text('missedInRow', { count: missedInRow })}</p>
      )}
      <p className={styles.quiet}>
        {t(`giver.${course.giver}`)} · {where}
        {course.isForFamily && ` · ${text('forFamily')}`}
      </p>
      {end && (
        <p className={styles.quiet}>
          {text('ended', { date: format.date(end.endedOn), how: t(`ending.${end.how}`) })}
        </p>
      )}
      <Counts {...{ shown, receipt }} />
    </>
  );
}

/** Whether it counts, by which rule, and why not. */
function Counts({ shown, receipt }: { shown: CourseShown; receipt: CareReceipt }) {
  const text = useText('support');
  const t = useSupportWords();
  const { course } = shown;
  const beyond = scopeObstacle(course);
  if (beyond) return <p className={styles.late}>{text(`beyond.${beyond}`)}</p>;
  const evidence = evidenceOf(course.method);
  if (!evidence) return null;
  const found = receipt.courses.find(({ courseId }) => courseId === course.id);
  const { attended } = receipt.rule;
  const verdict = found?.why ?? 'counts';
  const words = {
    counts: text('counts', { count: found?.attended.length ?? 0, attended }),
    'too-few': text('tooFew', { count: found?.attended.length ?? 0, attended }),
    age: text('otherAge'),
    'not-evidence-based': '',
    'beyond-scope': '',
  }[verdict];
  return (
    <p className={styles.quiet}>
      {words}{' '}
      {text('evidence', {
        for: evidence.for.map((each) => t(`evidence.${each}`)).join(', '),
        source: evidence.source,
      })}
      {!evidence.isChecked && ` ${text('evidence.unchecked')}`}
    </p>
  );
}
