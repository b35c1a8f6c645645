import { useBlocker } from '@tanstack/react-router';
import { Dialog } from './dialog.tsx';
import { useUnloadWarning } from './use-unload-warning.ts';

interface LeaveWarningProps {
  /** While this is true, leaving would lose something for good. */
  readonly isNeeded: boolean;
  readonly title: string;
  readonly words: string;
  readonly leave: string;
}

/** Asks before the page is left by whatever way: a link, the back button, closing the tab. */
export function LeaveWarning({ isNeeded, title, words, leave }: LeaveWarningProps) {
  useUnloadWarning(isNeeded);
  const blocker = useBlocker({
    shouldBlockFn: () => isNeeded,
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={blocker.status === 'blocked'}
      title={title}
      confirm={leave}
      isDangerous
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{words}</p>
    </Dialog>
  );
}
