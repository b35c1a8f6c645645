import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

/** What a second person says of what the first one asked for. */
export type Decision =
  | { readonly decision: 'approved' }
  | { readonly decision: 'refused'; readonly reason: string };

interface Words {
  /** On the button that asks, and on the one that confirms. */
  readonly go: string;
  readonly title: string;
  readonly words: string;
}

interface DecisionButtonsProps {
  readonly className: string | undefined;
  readonly approve: Words;
  readonly refuse: Words;
  /** The write that keeps the decision. */
  readonly write: { readonly isPending: boolean; readonly error: unknown; reset(): void };
  /** Resolves when the decision is kept. */
  readonly onDecide: (decision: Decision) => Promise<unknown>;
}

/** The second person's two buttons. Each asks once more; a refusal says why. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { className, approve, refuse, write, onDecide } = props;
  const [asks, setAsks] = useState<'nothing' | 'approved' | 'refused'>('nothing');
  const leave = () => {
    setAsks('nothing');
    write.reset();
  };
  const decide = (decision: Decision) =>
    onDecide(decision).then(
      () => setAsks('nothing'),
      // The dialog stays open and shows the write's error.
      () => undefined,
    );
  const common = { isBusy: write.isPending, error: write.error, onClose: leave };
  return (
    <div className={className}>
      <Button onClick={() => setAsks('approved')}>{approve.go}</Button>
      <Button variant="default" onClick={() => setAsks('refused')}>
        {refuse.go}
      </Button>
      <Dialog
        {...common}
        isOpen={asks === 'approved'}
        title={approve.title}
        confirm={approve.go}
        onConfirm={() => decide({ decision: 'approved' })}
      >
        <p>{approve.words}</p>
      </Dialog>
      <ReasonDialog
        {...common}
        isOpen={asks === 'refused'}
        title={refuse.title}
        explanation={refuse.words}
        confirm={refuse.go}
        onConfirm={(reason) => decide({ decision: 'refused', reason })}
      />
    </div>
  );
}
