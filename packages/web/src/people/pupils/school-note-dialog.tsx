import { NativeSelect } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import {
  type FamilyAgreement,
  isAnythingAgreed,
  NOTHING_AGREED,
  type pupilsContract,
  type SchoolNote,
} from '@tirek/domain/people/pupils';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { AgreementFields } from './agreement-fields.tsx';
import { FamilyFields } from './family-fields.tsx';

type Found = OutputOf<(typeof pupilsContract)['findPupils']>;

/** What is told at school, of which pupil of which list, and to whom passing it on was agreed. */
export function SchoolNoteDialog({
  personId,
  known: { note, found, receivers },
  onClose,
}: {
  personId: string;
  known: Found;
  onClose: () => void;
}) {
  const text = useText('pupils');
  const oneOf = <Item,>(items: readonly Item[], isIt: (item: Item) => boolean) =>
    items.find(isIt) ?? items[0];
  const [pupilId, setPupilId] = useState(
    () => oneOf(found, (each) => each.pupilId === note?.pupilId)?.pupilId ?? '',
  );
  const [receiverId, setReceiverId] = useState(
    () => oneOf(receivers, (each) => each.id === note?.receiverId)?.id ?? '',
  );
  const [agreement, setAgreement] = useState<FamilyAgreement>(note?.agreement ?? NOTHING_AGREED);
  const write = useSchoolNote(onClose);
  return (
    <Dialog
      isOpen
      title={text('school.agree')}
      confirm={text('save')}
      canConfirm={isAnythingAgreed(agreement)}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ personId, basedOn: note?.version ?? 0, pupilId, receiverId, agreement })
      }
    >
      <NativeSelect
        label={text('school.pupil')}
        data={found.map(({ pupilId: value, name: { family, given, klass }, keeper }) => ({
          value,
          label: text('school.pupilOf', { name: `${family} ${given}`, klass, keeper }),
        }))}
        value={pupilId}
        onChange={(event) => setPupilId(event.currentTarget.value)}
      />
      <NativeSelect
        label={text('school.receiver')}
        data={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        value={receiverId}
        onChange={(event) => setReceiverId(event.currentTarget.value)}
      />
      <p>{text('agree.default')}</p>
      <AgreementFields
        value={agreement}
        onChange={(said) => setAgreement({ ...agreement, ...said })}
      />
      <FamilyFields value={agreement} onChange={setAgreement} />
    </Dialog>
  );
}

/** Asks before the school sees it no more. */
export function TakeBackDialog({
  personId,
  note: { version, pupilId, receiverId },
  onClose,
}: {
  personId: string;
  note: SchoolNote;
  onClose: () => void;
}) {
  const text = useText('pupils');
  const write = useSchoolNote(onClose);
  return (
    <Dialog
      isOpen
      title={text('school.back')}
      confirm={text('school.back')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ personId, basedOn: version, pupilId, receiverId, agreement: null })
      }
    >
      <p>{text('school.backWords')}</p>
    </Dialog>
  );
}

function useSchoolNote(onClose: () => void) {
  const text = useText('pupils');
  const tell = useToast();
  return useWrite('recordSchoolNote', {
    renews: ['findPupils'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
}
