import { Button } from '@mantine/core';
import { useState } from 'react';
import { PassphraseForm } from '../../offline/passphrase-form.tsx';
import { readUnsentFile } from '../../offline/unsent-file.ts';
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
  const [file, setFile] = useState<string | null>(null);
  const [isOurs, setOurs] = useState(true);
  const save = async () => {
    const unsent = await along.unsentFile();
    if (unsent) saveFile(UNSENT_FILE, unsent);
  };
  const takeIn = async (passphrase: string) => {
    const writes = await readUnsentFile(file ?? '', passphrase);
    if (writes === 'wrong-passphrase') return false;
    setFile(null);
    setOurs(writes !== 'not-ours');
    if (writes !== 'not-ours') tell(text('file.taken', { count: await along.takeIn(writes) }));
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
          onFiles={async ([first]) => setFile((await first?.text()) ?? null)}
        />
      )}
      <FilePassphrase isOpen={file !== null} onClose={() => setFile(null)} onPassphrase={takeIn} />
    </Panel>
  );
}

function FilePassphrase({
  isOpen,
  onClose,
  onPassphrase,
}: {
  isOpen: boolean;
  onClose: () => void;
  onPassphrase: (passphrase: string) => Promise<boolean>;
}) {
  const text = useText('offline');
  if (!isOpen) return null;
  return (
    <Panel title={text('file.passphrase')}>
      <PassphraseForm confirm={text('file.take')} onPassphrase={onPassphrase} />
      <Button variant="subtle" mt="sm" onClick={onClose}>
        {text('file.cancel')}
      </Button>
    </Panel>
  );
}
