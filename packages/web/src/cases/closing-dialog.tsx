import { CLOSING_REASONS, type ClosingReason, tasksOf } from '@tirek/domain/cases';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type CaseShown, circumstancesOf, useCaseWords, useCaseWrite } from './case-shown.ts';
import { Choice } from './fields.tsx';

/** Proposes to end the support; a supervisor decides. */
export function ClosingDialog({ shown, onClose }: { shown: CaseShown; onClose: () => void }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const [reason, setReason] = useState<ClosingReason | ''>('');
  const write = useCaseWrite(shown, onClose);
  const { familyCase } = shown;
  const { contact } = familyCase;
  const open = tasksOf(familyCase, circumstancesOf(shown)).length;
  return (
    <Dialog
      isOpen
      title={text('closing.add')}
      confirm={text('closing.go')}
      canConfirm={reason !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        reason !== '' &&
        contact &&
        write.send({
          kind: 'case',
          state: 'closing',
          personId: contact,
          value: { reason },
          words: null,
        })
      }
    >
      <p>{text('closing.words')}</p>
      {open > 0 && <p>{text('closing.open', { count: open })}</p>}
      <Choice
        label={text('closing.reason')}
        values={CLOSING_REASONS as readonly ClosingReason[]}
        word={(each) => t(`closing.${each}`)}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
