import { TextInput } from '@mantine/core';
import type { Agreement, Pupil } from '@tirek/domain/people/pupils';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { AgreementFields } from './agreement-fields.tsx';

const PARTS = ['family', 'given', 'klass'] as const;
const NOTHING: Agreement = { supports: [], call: null };

/** A pupil as the school knows her, and what the school itself agreed with her. */
export function PupilDialog({ known, onClose }: { known: Pupil | null; onClose: () => void }) {
  const text = useText('pupils');
  const tell = useToast();
  const { api } = useClient();
  const [pupilId] = useState(() => known?.id ?? api.newId());
  const [name, setName] = useState(known?.name ?? { given: '', family: '', klass: '' });
  const [own, setOwn] = useState<Agreement>(known?.own ?? NOTHING);
  const write = useWrite('recordPupil', {
    renews: ['listPupils'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={known ? text('changeIt') : text('add')}
      confirm={text('save')}
      canConfirm={PARTS.every((part) => name[part].trim() !== '')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ pupilId, basedOn: known?.version ?? 0, pupil: { name, own } })
      }
    >
      {PARTS.map((part) => (
        <TextInput
          key={part}
          label={text(part)}
          value={name[part]}
          maxLength={part === 'klass' ? 12 : 80}
          autoComplete="off"
          required
          onChange={(event) => setName({ ...name, [part]: event.currentTarget.value })}
        />
      ))}
      <AgreementFields value={own} onChange={setOwn} />
    </Dialog>
  );
}

/** Asks before a pupil is taken off the list. */
export function EndPupilDialog({ known, onClose }: { known: Pupil; onClose: () => void }) {
  const text = useText('pupils');
  const tell = useToast();
  const write = useWrite('recordPupil', {
    renews: ['listPupils'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('end', { name: `${known.name.family} ${known.name.given}` })}
      confirm={text('endIt')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => write.mutate({ pupilId: known.id, basedOn: known.version, pupil: null })}
    >
      <p>{text('endWords')}</p>
    </Dialog>
  );
}
