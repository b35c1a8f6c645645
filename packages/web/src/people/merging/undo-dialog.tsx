import type { Merge } from '@tirek/domain/people/merging';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { READS_OF_MERGED } from './reads-of-merged.ts';

/** Two again: says what goes back and what stays. */
export function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const text = useText('merging');
  const tell = useToast();
  const undo = useWrite('undoMerge', {
    renews: READS_OF_MERGED,
    onDone: () => {
      tell(text('undo.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('undo.title')}
      confirm={text('undo.go')}
      isBusy={undo.isPending}
      error={undo.error}
      onClose={onClose}
      onConfirm={() => undo.mutate({ mergeId: merge.id })}
    >
      <p>{text('undo.words')}</p>
    </Dialog>
  );
}
