import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './disclosure.module.css';
import { Icon, type IconName } from './icons.tsx';

interface DisclosureProps {
  /** What is always seen; pressing it shows or hides the entries. */
  readonly className: string | undefined;
  readonly children: ReactNode;
  readonly opens?: 'up' | 'down';
  readonly entries: ReadonlyArray<{
    readonly key: string;
    readonly label: string;
    readonly icon: IconName;
    readonly onChoose: () => void;
  }>;
}

/** A button that shows a few more buttons. Escape, a choice or a press elsewhere hides them. */
export function Disclosure({ className, children, entries, opens = 'up' }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', giveUp);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', giveUp);
    };
  }, [isOpen]);
  return (
    <div ref={holder} className={`${styles.holder} ${opens === 'down' ? styles.beside : ''}`}>
      {isOpen && (
        <ul className={`${styles.list} ${styles[opens]}`}>
          {entries.map(({ key, label, icon, onChoose }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.entry}
                onClick={() => {
                  setOpen(false);
                  onChoose();
                }}
              >
                <Icon name={icon} size={18} />
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
    </div>
  );
}
