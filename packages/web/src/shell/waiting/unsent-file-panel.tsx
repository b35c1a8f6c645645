import { Button } from '@mantine/core';
import { useState } from 'react';
import { OpenAlongForm } from '../../access/index.ts';
import type { Opener } from '../../offline/locks.ts';
import { readUnsentFile, type UnsentFile } from '../../offline/unsent-file.ts';
import { useAlong } from '../../offline/use-along.ts';
import { UNSENT_FILE } from '../../offline/wipe-dialog.tsx';
import { useText } from '../../text/language.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useToast } from '../../ui/toasts.tsx';

/** The way for unsent work to leave this device and to come back, sealed both times. */
export function UnsentFilePanel({ hasUnsent }: { hasUnsent: boolean }) {
  const text = useText('offline');
  const tell = useToast();
  const { along, standing } = useAlong();
  const [file, setFile] = useState<UnsentFile | null>(null);
  const [isOurs, setOurs] = useState(true);
  const save = async () => {
    const unsent = await along.unsentFile();
    if (unsent) saveFile(UNSENT_FILE, unsent);
  };
  const choose = async (chosen: File | undefined) => {
    const read = chosen ? readUnsentFile(await chosen.text()) : null;
    setFile(read);
    setOurs(!chosen || read !== null);
  };
  const takeIn = async (opener: Opener) => {
    const writes = await file?.open(opener);
    if (!writes) return false;
    setFile(null);
    tell(text('file.taken', { count: await along.takeIn(writes) }));
    return true;
  };
  return (
    <Panel title={text('file.title')} note={text('file.note')}>
      {(hasUnsent || standing.kind === 'closed') && (
        <Button
          variant="default"
          mb="md"
          leftSection={<Icon name="download" size={18} />}
          onClick={() => void save()}
        >
          {text('file.save')}
        </Button>
      )}
      {!isOurs && <Notice kind="refusal">{text('file.notOurs')}</Notice>}
      {standing.kind === 'open' && (
        <FileDrop
          words={text('file.drop')}
          choose={text('file.choose')}
          kinds=".tirek"
          accept=".tirek"
          onFiles={([first]) => void choose(first)}
        />
      )}
      {file && (
        <Panel title={text('file.open')}>
          <OpenAlongForm
            hasPassphrase={file.hasPassphrase}
            passkeys={file.passkeys}
            confirm={text('file.take')}
            onOpener={takeIn}
          />
          <Button variant="subtle" mt="sm" onClick={() => setFile(null)}>
            {text('file.cancel')}
          </Button>
        </Panel>
      )}
    </Panel>
  );
}
