import {
  describeCertainty,
  describeReading,
  type Finding,
} from '@tirek/domain/reports/consistency';
import { useEffect, useRef } from 'react';
import { useLanguage, useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './finding-list.module.css';

const TONES = { certain: 'bad', likely: 'waiting', possible: 'over' } as const;

/** What was found in a report, in the order of its lines. A reader who cannot see is told how many when they arrive. */
export function FindingList({ name, findings }: { name: string; findings: readonly Finding[] }) {
  const text = useText('reports');
  const told = text('check.found', { count: findings.length, name });
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // A live region speaks when its words change, so they are put in after it is there.
    if (status.current) status.current.textContent = told;
  }, [told]);
  return (
    <Panel title={told} note={text('check.note')}>
      <p ref={status} role="status" className={styles.status} />
      <ol className={styles.list}>
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list of findings never changes its order
          <OneFinding key={index} finding={finding} />
        ))}
      </ol>
    </Panel>
  );
}

function OneFinding({ finding }: { finding: Finding }) {
  const text = useText('reports');
  const { language } = useLanguage();
  const { line, sheet, passage, printed, recomputed, certainty } = finding;
  return (
    <li className={styles.finding}>
      <div className={styles.head}>
        <span className={styles.place}>
          {sheet === null
            ? text('check.place', { line: String(line) })
            : text('check.placeInSheet', { sheet, line: String(line) })}
        </span>
        <StatusMark tone={TONES[certainty]} label={describeCertainty(certainty, language)} />
      </div>
      <blockquote className={styles.passage} dir="auto">
        {passage}
      </blockquote>
      <dl className={styles.figures}>
        <div>
          <dt>{text('check.printed')}</dt>
          <dd>{printed}</dd>
        </div>
        <div>
          <dt>{text('check.recomputed')}</dt>
          <dd>{recomputed}</dd>
        </div>
      </dl>
      <p className={styles.reading}>{describeReading(finding, language)}</p>
    </li>
  );
}
