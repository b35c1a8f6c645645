import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Names and their values, side by side where there is room. */
export function Facts({
  facts,
}: {
  facts: ReadonlyArray<readonly [name: string, value: ReactNode]>;
}) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
