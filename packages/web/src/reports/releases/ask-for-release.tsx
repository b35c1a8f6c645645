import { Button } from '@mantine/core';
import type { ReportAudience } from '@tirek/domain/reports';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

interface AskForReleaseProps {
  readonly audience: ReportAudience;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onLeave: () => void;
  /** Answered when it is asked for or refused; throws when it failed. */
  readonly onAsk: (reason: string) => Promise<unknown>;
}

/** Freezes what is seen, for a second person to decide on, with the reason she will read. */
export function AskForRelease({ audience, isBusy, error, onLeave, onAsk }: AskForReleaseProps) {
  const text = useText('releases');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<Icon name="arrowRight" size={18} />} onClick={() => setOpen(true)}>
        {text('ask.go')}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        title={text('ask.title')}
        explanation={text(`ask.words.${audience}`)}
        confirm={text('ask.go')}
        isBusy={isBusy}
        error={error}
        onClose={() => {
          setOpen(false);
          onLeave();
        }}
        onConfirm={(reason) => {
          // What failed is said in the dialog, which then stays open.
          void onAsk(reason).then(
            () => setOpen(false),
            () => undefined,
          );
        }}
      />
    </>
  );
}
