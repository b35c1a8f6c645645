import { Checkbox, Stack } from '@mantine/core';
import type { Standing } from '@tirek/domain/cases';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { AboutChoice, WordsArea } from './fields.tsx';

interface Draft {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly personId: string;
  readonly needs: readonly string[];
  readonly text: string;
}

/** Sets a goal, or says it otherwise: what should be different, and which needs that answers. */
export function GoalDialog({
  shown,
  known,
  onClose,
}: {
  shown: CaseShown;
  known: Standing<'goal'> | null;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { category } = useCaseWords();
  const { api } = useClient();
  const needs = shown.familyCase.needs.filter(
    ({ id, newest }) => newest.state === 'open' || known?.newest.value.needs.includes(id),
  );
  const form = useKeptForm<Draft>(`goal ${shown.family.id} ${known?.id ?? ''}`, () => ({
    id: known?.id ?? api.newId(),
    personId: known?.newest.personId ?? '',
    needs: known?.newest.value.needs ?? (needs.length === 1 ? needs.map(({ id }) => id) : []),
    text: known?.words?.text ?? '',
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  return (
    <Dialog
      isOpen
      title={text(known ? 'goal.change' : 'goal.add')}
      confirm={text('need.save')}
      canConfirm={values.needs.length > 0 && values.text.trim() !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.send({
          kind: 'goal',
          subjectId: values.id,
          state: 'open',
          personId: values.personId || null,
          value: { needs: [...values.needs] },
          words: { text: values.text, body: '' },
        })
      }
    >
      <WordsArea
        label={text('goal.text')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
      <Checkbox.Group
        label={text('goal.needs')}
        value={[...values.needs]}
        onChange={(value) => set('needs', value)}
      >
        <Stack gap="xs" mt="xs">
          {needs.map(({ id, newest }) => (
            <Checkbox
              key={id}
              value={id}
              label={[
                category(newest.value.category),
                ...(newest.personId ? [shown.nameOf(newest.personId)] : []),
              ].join(', ')}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <AboutChoice
        shown={shown}
        value={values.personId}
        onChange={(value) => set('personId', value)}
      />
    </Dialog>
  );
}
