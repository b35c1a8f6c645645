import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './side-sheet.module.css';

interface SideSheetProps {
  readonly isOpen: boolean;
  readonly label: string;
  readonly head: ReactNode;
  readonly close: string;
  readonly onClose: () => void;
  /** Wider, for whole sentences. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A sheet from the side of a phone, as the browser's own modal dialog: it keeps the focus and knows Escape. */
export function SideSheet({
  isOpen,
  label,
  head,
  close,
  onClose,
  isWide,
  children,
}: SideSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the sheet is one more way out; Escape and the button are there
    <dialog
      ref={dialog}
      className={isWide ? `${styles.sheet} ${styles.wide}` : styles.sheet}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {isOpen && (
        <div className={styles.inside}>
          <div className={styles.head}>
            {head}
            <button type="button" className={styles.close} aria-label={close} onClick={onClose}>
              <Icon name="close" size={22} />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
