import type { OwnCopy } from '@tirek/domain/privacy/own-copy';
import type { ReactNode } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './own-copy.module.css';

const TONES = {
  waiting: 'waiting',
  released: 'going',
  declined: 'bad',
  'handed-over': 'over',
  over: 'bad',
} as const;

/** One copy: who asked, when it is due, what is withheld, and where it stands. */
export function CopyItem({
  copy,
  isNamed = true,
  children,
}: {
  readonly copy: OwnCopy;
  /** False on the page of the person herself. */
  readonly isNamed?: boolean;
  readonly children?: ReactNode;
}) {
  const text = useText('copies');
  const format = useFormat();
  const { decision, handOver, withheld } = copy;
  const code = (value: string) => (
    <span key={value} className={styles.id}>
      {value}
    </span>
  );
  const facts: Array<readonly [string, ReactNode]> = [
    ...(isNamed ? [[text('fact.person'), code(copy.personId)] as const] : []),
    [text('askedOn'), format.date(copy.askedOn)],
    [text('proof'), text(`proof.${copy.proof}`)],
    [text('fact.madeBy'), copy.madeBy.name],
    [
      text('fact.withheld'),
      withheld.length === 0
        ? text('fact.nothing')
        : withheld.map(({ section }) => text(`section.${section}`)).join(', '),
    ],
    [text('fact.fingerprint'), code(copy.fingerprint)],
  ];
  if (copy.state === 'waiting' || copy.state === 'released') {
    facts.push([text('fact.expires'), format.instant(copy.expiresAt, 'medium')]);
  }
  if (decision) facts.push([text('fact.decidedBy'), decision.by]);
  if (decision?.reason) facts.push([text('fact.reason'), text(`declined.${decision.reason}`)]);
  if (handOver) {
    const told = `${format.date(handOver.on)}, ${text(`way.${handOver.way}`)}`;
    facts.push([text('fact.handedOver'), told]);
  }
  return (
    <li className={styles.copy}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`askedBy.${copy.askedBy}`)}</h3>
        <StatusMark tone={TONES[copy.state]} label={text(`state.${copy.state}`)} />
        {copy.daysLeft !== null && <Due copy={copy} daysLeft={copy.daysLeft} />}
      </div>
      <Facts facts={facts} />
      {children}
    </li>
  );
}

function Due({ copy, daysLeft }: { copy: OwnCopy; daysLeft: number }) {
  const text = useText('copies');
  const format = useFormat();
  const words =
    daysLeft === 0
      ? text('due.today')
      : text(daysLeft < 0 ? 'overdue' : 'left', { count: Math.abs(daysLeft) });
  return (
    <span className={daysLeft < 0 ? styles.overdue : styles.due}>
      {format.date(copy.dueOn)}: {words}
    </span>
  );
}
