import { ATTENTIONS, type Attention, PROGRESS } from '@tirek/domain/cases';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { Choice, KeptMark, WordsArea } from './fields.tsx';

type Progress = (typeof PROGRESS)[number];

interface Draft {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly heldOn: string;
  readonly attention: Attention | '';
  readonly progress: Readonly<Record<string, Progress | ''>>;
  readonly text: string;
}

/** A review with the family: how each need went on, and how much attention is needed from now on. */
export function ReviewDialog({ shown, onClose }: { shown: CaseShown; onClose: () => void }) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const { api } = useClient();
  const { familyCase, family, today } = shown;
  const needs = familyCase.needs.filter(({ newest }) => newest.state === 'open');
  const form = useKeptForm<Draft>(`review ${family.id}`, () => ({
    ...{ id: api.newId(), heldOn: today, attention: familyCase.attention, progress: {}, text: '' },
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { attention, heldOn } = values;
  return (
    <Dialog
      isOpen
      title={text('review.title')}
      confirm={text('need.save')}
      canConfirm={heldOn !== '' && attention !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => {
        if (attention === '') return;
        const progress = Object.fromEntries(
          Object.entries(values.progress).filter(
            (each): each is [string, Progress] => each[1] !== '',
          ),
        );
        write.send({
          ...{ kind: 'review', subjectId: values.id, state: 'held', personId: null },
          value: { heldOn, attention, progress },
          words: { text: values.text, body: '' },
        });
      }}
    >
      <DatePicker
        label={text('review.on')}
        value={heldOn}
        onChange={(value) => set('heldOn', value)}
        max={today}
      />
      {needs.map(({ id, newest }) => (
        <Choice
          key={id}
          label={text('review.progress', { category: category(newest.value.category) })}
          none={text('review.unsaid')}
          values={PROGRESS}
          word={(each) => t(`progress.${each}`)}
          value={values.progress[id] ?? ''}
          onChange={(value) => set('progress', { ...values.progress, [id]: value })}
        />
      ))}
      <Choice
        label={text('open.attention')}
        description={text('open.attentionHelp', shown.settings.reviewMonths)}
        values={ATTENTIONS}
        word={(each) => t(`attention.${each}`)}
        value={attention}
        onChange={(value) => set('attention', value)}
      />
      <WordsArea
        label={text('review.text')}
        description={text('note.textHelp')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
      <KeptMark form={form} />
    </Dialog>
  );
}
