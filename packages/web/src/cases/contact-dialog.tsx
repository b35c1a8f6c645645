import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type CaseShown, useCaseWrite } from './case-shown.ts';
import { Choice } from './fields.tsx';

/** Somebody else speaks for the family from now on, as when a consent was taken back. */
export function ContactDialog({ shown, onClose }: { shown: CaseShown; onClose: () => void }) {
  const text = useText('cases');
  const { familyCase, writable } = shown;
  const others = writable.filter(({ value }) => value !== familyCase.contact);
  const [contact, setContact] = useState('');
  const write = useCaseWrite(shown, onClose);
  const { attention, openedOn } = familyCase;
  return (
    <Dialog
      isOpen
      title={text('contact.change')}
      confirm={text('contact.go')}
      canConfirm={contact !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        openedOn &&
        write.send({
          ...{ kind: 'case', state: 'open', personId: contact, words: null },
          value: { attention, openedOn },
        })
      }
    >
      <p>{text('open.words')}</p>
      <Choice
        label={text('open.contact')}
        values={others.map(({ value }) => value)}
        word={shown.nameOf}
        value={contact}
        onChange={setContact}
      />
    </Dialog>
  );
}
