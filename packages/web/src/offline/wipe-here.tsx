import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useAlong } from './use-along.ts';
import { accountOf, UNSENT_FILE } from './wipe-dialog.tsx';

interface WipeHereProps {
  readonly confirm: string;
  /** What must have worked before anything is forgotten, such as signing out. */
  readonly beforeWiping: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** The same question as `WipeDialog`, within a screen that already lies over everything. */
export function WipeHere({ confirm, beforeWiping, onError }: WipeHereProps) {
  const text = useText('offline');
  const { along, standing } = useAlong();
  const [whose] = useState(() => accountOf(standing));
  const file = useQuery({ queryKey: ['unsent'], queryFn: () => along.unsentFile(), gcTime: 0 });
  const [isSaved, setSaved] = useState(false);
  const unsent = file.data ?? null;
  const wipe = () => beforeWiping().then(() => along.wipe(whose));
  return (
    <Stack gap="sm">
      <Notice kind="warning">
        <p>{text('wipe.words')}</p>
        {unsent && <p>{text('wipe.unsent')}</p>}
      </Notice>
      {unsent && (
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
      )}
      <Button color="red" disabled={file.isPending} onClick={() => void wipe().catch(onError)}>
        {unsent && !isSaved ? text('wipe.losing') : confirm}
      </Button>
    </Stack>
  );
}
