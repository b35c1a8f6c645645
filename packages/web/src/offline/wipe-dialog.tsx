import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { AlongStanding } from './along.ts';
import { useAlong } from './use-along.ts';

interface WipeDialogProps {
  readonly onClose: () => void;
  /** What must have worked before anything is forgotten, such as signing out. */
  readonly beforeWiping?: () => Promise<void>;
  readonly confirm?: string;
}

/** Forgets what is on this device; what was not sent is offered as a file first, and a file that was not saved is asked about. */
export function WipeDialog({ onClose, beforeWiping, confirm }: WipeDialogProps) {
  const text = useText('offline');
  const { along, standing } = useAlong();
  // Before anybody signs out: afterwards nobody would know whose it was.
  const [whose] = useState(() => accountOf(standing));
  const file = useQuery({ queryKey: ['unsent'], queryFn: () => along.unsentFile(), gcTime: 0 });
  const [isSaved, setSaved] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unsent = file.data ?? null;
  const wipe = async () => {
    setBusy(true);
    try {
      await beforeWiping?.();
      await along.wipe(whose);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('wipe.title')}
      confirm={unsent && !isSaved ? text('wipe.losing') : (confirm ?? text('wipe.go'))}
      canConfirm={!file.isPending}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onConfirm={() => void wipe()}
    >
      <p>{text('wipe.words')}</p>
      {unsent && (
        <>
          <Notice kind="warning">{text('wipe.unsent')}</Notice>
          <div>
            <Button
              variant="default"
              leftSection={<Icon name="download" size={18} />}
              onClick={() => {
                saveFile(UNSENT_FILE, unsent);
                setSaved(true);
              }}
            >
              {text('file.save')}
            </Button>
          </div>
          {isSaved && <Notice kind="success">{text('file.saved')}</Notice>}
        </>
      )}
    </Dialog>
  );
}

export const accountOf = (standing: AlongStanding): string | null =>
  standing.kind === 'open'
    ? standing.head.accountId
    : standing.kind === 'closed'
      ? standing.accountId
      : null;

/** Tells nothing of anybody. */
export const UNSENT_FILE = 'tirek-unsent.tirek';
