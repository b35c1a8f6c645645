import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './page.module.css';

interface PageProps {
  /** Names the page on the screen, in the tab and for a screen reader that arrives. */
  readonly title: string;
  readonly intro?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  /** Beside the title: a status. */
  readonly mark?: ReactNode;
  readonly isNarrow?: boolean;
  /** For a report beside what it is made of. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: where one is, what it is for, what one can do here. */
export function Page({ title, intro, back, actions, mark, isNarrow, isWide, children }: PageProps) {
  const heading = useArrival(title);
  return (
    <div
      className={[styles.page, isNarrow && styles.narrow, isWide && styles.wide]
        .filter(Boolean)
        .join(' ')}
    >
      {back && (
        <Link to={back.to} className={styles.back}>
          <Icon name="arrowLeft" size={18} />
          {back.label}
        </Link>
      )}
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title} {mark}
          </h1>
          {intro && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

let isFirstPage = true;

/** Names the tab, and after a change of page puts the reader at its heading, as a fresh document would. */
export function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Tirek`;
  }, [title]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return heading;
}
