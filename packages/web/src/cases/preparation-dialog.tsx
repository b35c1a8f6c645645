import { Radio, Stack } from '@mantine/core';
import {
  type Body,
  PREPARATION_REASONS,
  type PreparationReason,
  type PreparationStep,
} from '@tirek/domain/cases';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { BodyFields, Choice, WordsArea } from './fields.tsx';

const STATES = ['open', 'done', 'not-done'] as const;

interface Draft {
  readonly state: (typeof STATES)[number];
  readonly body: Body | '';
  readonly bodyName: string;
  readonly on: string;
  readonly reason: PreparationReason | '';
  readonly text: string;
}

/** One item of what is prepared for a return: who answers, whether it is done, or why it is not for this family. */
export function PreparationDialog({
  shown,
  of,
  step,
  onClose,
}: {
  shown: CaseShown;
  of: string;
  step: PreparationStep;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const { api } = useClient();
  const { item, known } = step;
  const [subjectId] = useState(() => known?.id ?? api.newId());
  const form = useKeptForm<Draft>(`preparation ${of} ${item}`, () => ({
    ...{ state: step.state, body: step.body, bodyName: step.words?.body ?? '' },
    ...{ on: step.endedOn ?? shown.today, reason: step.reason ?? '', text: step.words?.text ?? '' },
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { state, body, bodyName, on, reason } = values;
  const isWhole =
    body !== '' && (state === 'open' || on !== '') && (state !== 'not-done' || reason !== '');
  return (
    <Dialog
      isOpen
      title={text(`preparation.item.${item}`)}
      confirm={text('need.save')}
      canConfirm={isWhole}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => {
        if (body === '') return;
        const isSaid = values.text.trim() !== '' || bodyName.trim() !== '';
        write.send({
          ...{ kind: 'preparation', subjectId, state, personId: null },
          value: {
            ...{ of, item, body },
            endedOn: state === 'open' ? null : on,
            reason: state === 'not-done' && reason !== '' ? reason : null,
          },
          words: isSaid ? { text: values.text, body: bodyName } : null,
        });
      }}
    >
      <p>{text(`preparation.help.${item}`)}</p>
      <Radio.Group
        label={text('preparation.state')}
        value={state}
        onChange={(value) => set('state', value as Draft['state'])}
      >
        <Stack gap="xs" mt="xs">
          {STATES.map((each) => (
            <Radio key={each} value={each} label={text(`preparation.state.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {state === 'not-done' && (
        <Choice
          label={text('preparation.reason')}
          values={PREPARATION_REASONS as readonly PreparationReason[]}
          word={(each) => t(`preparation.reason.${each}`)}
          value={reason}
          onChange={(value) => set('reason', value)}
        />
      )}
      {state !== 'open' && (
        <DatePicker
          label={text('end.on')}
          value={on}
          onChange={(value) => set('on', value)}
          max={shown.today}
        />
      )}
      <BodyFields
        label={text('need.body')}
        body={body}
        bodyName={bodyName}
        onChange={(part) => form.change({ ...values, ...part })}
      />
      <WordsArea
        label={text('end.remark')}
        description={text('note.textHelp')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
    </Dialog>
  );
}
