import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

interface TakeBackProps {
  /** On the button that asks, and on the one that confirms. */
  readonly go: string;
  readonly title: string;
  readonly words: string;
  /** The write that keeps it. */
  readonly write: { readonly isPending: boolean; readonly error: unknown; reset(): void };
  readonly isSmall?: boolean;
  /** Resolves when it is kept. */
  readonly onTakeBack: (reason: string) => Promise<unknown>;
}

/** Takes something back that stays on record, with a reason that stays with it. */
export function TakeBack({ go, title, words, write, isSmall, onTakeBack }: TakeBackProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        {...(isSmall ? { size: 'compact-sm' } : {})}
        variant="default"
        onClick={() => setAsking(true)}
      >
        {go}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={title}
        explanation={words}
        confirm={go}
        isDangerous
        isBusy={write.isPending}
        error={write.error}
        onClose={() => {
          setAsking(false);
          write.reset();
        }}
        onConfirm={(reason) =>
          void onTakeBack(reason).then(
            () => setAsking(false),
            // The dialog stays open and shows the write's error.
            () => undefined,
          )
        }
      />
    </>
  );
}
