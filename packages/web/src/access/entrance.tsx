import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { Brand } from '../ui/brand.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useArrival } from '../ui/page.tsx';
import styles from './entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The frame of everything before one is in. It names no programme: anybody may stand here. */
export function Entrance({ title, intro, isWide, children }: EntranceProps) {
  const text = useText('access');
  const heading = useArrival(title);
  return (
    <div className={styles.entrance}>
      <header className={styles.top}>
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={styles.middle}>
        <div className={isWide ? `${styles.card} ${styles.wide}` : styles.card}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {intro && <p className={styles.intro}>{intro}</p>}
          {children}
        </div>
      </main>
      <p className={styles.foot}>{text('entrance.foot')}</p>
    </div>
  );
}
