import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWrite } from './case-shown.ts';
import { WordsArea } from './fields.tsx';

/** Asks the supervisor something about a family. */
export function QuestionDialog({ shown, onClose }: { shown: CaseShown; onClose: () => void }) {
  const text = useText('cases');
  const { api } = useClient();
  const form = useKeptForm(`question ${shown.family.id}`, () => ({
    id: api.newId(),
    text: '',
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  return (
    <Dialog
      isOpen
      title={text('bulk.ask')}
      confirm={text('question.go')}
      canConfirm={form.values.text.trim() !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.send({
          ...{
            kind: 'question',
            subjectId: form.values.id,
            state: 'asked',
            personId: null,
            value: {},
          },
          words: { text: form.values.text, body: '' },
        })
      }
    >
      <WordsArea
        label={text('question.text')}
        description={text('note.textHelp')}
        value={form.values.text}
        onChange={(value) => form.set('text', value)}
      />
    </Dialog>
  );
}
