import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './notice.module.css';

export type NoticeKind = 'info' | 'success' | 'warning' | 'refusal';

const ICONS: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  refusal: 'warning',
};

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** True for something that was there when the page came; it is not read out by itself. */
  readonly isStanding?: boolean;
}

/** A sentence the reader should not miss. A refusal is read out at once, the others when there is a pause. */
export function Notice({ kind, title, children, isStanding }: NoticeProps) {
  const role = isStanding ? undefined : kind === 'refusal' ? 'alert' : 'status';
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={role}>
      <Icon name={ICONS[kind]} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
