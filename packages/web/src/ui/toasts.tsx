import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import styles from './toasts.module.css';

const ToastContext = createContext<(sentence: string) => void>(() => undefined);
const SHOWN_FOR = 6000;

/** Says in passing that something has been done. What must not be missed is a `Notice` instead. */
export const useToast = () => use(ToastContext);

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ReadonlyArray<{ id: number; sentence: string }>>([]);
  const next = useRef(0);
  const tell = useCallback((sentence: string) => {
    next.current += 1;
    const id = next.current;
    setToasts((shown) => [...shown.slice(-2), { id, sentence }]);
    setTimeout(() => setToasts((shown) => shown.filter((toast) => toast.id !== id)), SHOWN_FOR);
  }, []);
  const shown = useMemo(
    () =>
      toasts.map(({ id, sentence }) => (
        <div key={id} className={styles.toast}>
          <Icon name="check" />
          {sentence}
        </div>
      )),
    [toasts],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <div className={styles.toasts} role="status" aria-live="polite">
        {shown}
      </div>
    </ToastContext>
  );
}
