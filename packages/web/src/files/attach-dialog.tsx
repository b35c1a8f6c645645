import { NativeSelect } from '@mantine/core';
import type { Paper } from '@tirek/domain/files';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import type { FamilyFiles } from './attachments-panel.tsx';
import { FileField } from './file-field.tsx';
import { useAttaching } from './use-attaching.ts';

/** Attaches a paper to a family's case by itself, without a note. */
export function AttachDialog({ family, onClose }: { family: FamilyFiles; onClose: () => void }) {
  const text = useText('files');
  const tell = useToast();
  const attaching = useAttaching();
  const [paper, setPaper] = useState<Paper>('form');
  const [personId, setPersonId] = useState('');
  const send = async () => {
    const { familyId } = family;
    const isSent = await attaching.send({
      ...{ familyId, personId: personId || null, subjectId: null, paper },
    });
    if (!isSent) return;
    tell(text('sent'));
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={text('add')}
      confirm={text('add.go')}
      canConfirm={attaching.picked !== null}
      isBusy={attaching.part !== null}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <NativeSelect
        label={text('about')}
        description={text('aboutHelp')}
        data={[{ value: '', label: text('about.family') }, ...family.writable]}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
      />
      <FileField attaching={attaching} paper={paper} onPaper={setPaper} />
    </Dialog>
  );
}
