import type { ReactNode } from 'react';
import { useText } from '../../text/language.tsx';
import { Brand } from '../../ui/brand.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import styles from './public-frame.module.css';

/** Around what anybody may read, without an account. Like the entrance it names no programme and calls on nobody else. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const text = useText('releases');
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>{children}</main>
      <p className={styles.foot}>{text('public.foot')}</p>
    </div>
  );
}
