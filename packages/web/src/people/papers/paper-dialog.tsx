import { NativeSelect } from '@mantine/core';
import {
  isOpenState,
  KINDS_ABOUT_ANOTHER,
  PAPER_ACTORS,
  PAPER_KINDS,
  PAPER_STATES,
  PAPER_STEPS,
  type Paper,
  type PaperInput,
  type PaperKind,
  type PaperState,
} from '@tirek/domain/people/papers';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { usePaperWords } from './use-paper-words.ts';

interface Draft {
  readonly kind: PaperKind | '';
  readonly state: PaperState | '';
  readonly aboutPersonId: string;
  readonly since: string;
  readonly actor: (typeof PAPER_ACTORS)[number] | '';
  readonly step: (typeof PAPER_STEPS)[number] | '';
  readonly dueOn: string;
  readonly expiresOn: string;
}

interface PaperDialogProps {
  readonly personId: string;
  /** Null: one that was not written down yet. */
  readonly known: Paper | null;
  readonly today: string;
  /** The others of her family, whom it may also be about. */
  readonly kin: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly onClose: () => void;
}

const draftOf = (known: Paper | null, today: string): Draft => ({
  kind: known?.kind ?? '',
  state: known?.state ?? '',
  aboutPersonId: known?.aboutPersonId ?? '',
  since: known?.since ?? today,
  actor: known?.actor ?? '',
  step: known?.step ?? '',
  dueOn: known?.dueOn ?? '',
  expiresOn: known?.expiresOn ?? '',
});

/** Where a paper stands from a day on, who acts next and by when. */
export function PaperDialog({ personId, known, today, kin, onClose }: PaperDialogProps) {
  const text = useText('papers');
  const tell = useToast();
  const { t, kind: kindWord } = usePaperWords();
  const { api } = useClient();
  const [subjectId] = useState(() => known?.subjectId ?? api.newId());
  const form = useKeptForm<Draft>(`paper ${personId} ${known?.subjectId ?? ''}`, () =>
    draftOf(known, today),
  );
  const write = useWrite('recordPaper', {
    renews: ['listFamilyPapers', 'listPapers', 'listCases', 'getCase'],
    onDone: () => {
      tell(text('saved'));
      form.drop();
      onClose();
    },
  });
  const { values, set } = form;
  const paper = paperOf(values, subjectId);
  const isOpen = values.state !== '' && isOpenState(values.state);
  const canBeAbout = values.kind !== '' && KINDS_ABOUT_ANOTHER.includes(values.kind);
  const states = PAPER_STATES.filter((state) => known !== null || state !== 'withdrawn');
  return (
    <Dialog
      isOpen
      title={known ? kindWord(known.kind) : text('add')}
      confirm={text('save')}
      canConfirm={paper !== null}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => paper && write.mutate({ personId, basedOn: known?.version ?? 0, paper })}
    >
      {!known && (
        <Choice
          label={text('kind')}
          none={text('choose')}
          values={PAPER_KINDS}
          word={(each) => t(`kind.${each}`)}
          value={values.kind}
          onChange={(value) => form.change({ ...values, kind: value, aboutPersonId: '' })}
        />
      )}
      {canBeAbout && (
        <NativeSelect
          label={text(`about.${values.kind}` as 'about.marriage')}
          data={[{ value: '', label: text('about.nobody') }, ...kin]}
          value={values.aboutPersonId}
          onChange={(event) => set('aboutPersonId', event.currentTarget.value)}
        />
      )}
      <Choice
        label={text('state')}
        none={text('choose')}
        values={states}
        word={(each) => t(`state.${each}`)}
        value={values.state}
        onChange={(value) => form.change({ ...values, state: value, since: today })}
      />
      <DatePicker
        label={text('state.since')}
        value={values.since}
        onChange={(value) => set('since', value)}
        max={today}
      />
      {isOpen && (
        <>
          <Choice
            label={text('actor')}
            none={text('actor.nobody')}
            values={PAPER_ACTORS}
            word={(each) => t(`actor.${each}`)}
            value={values.actor}
            onChange={(value) => set('actor', value)}
          />
          <Choice
            label={text('step')}
            none={text('step.none')}
            values={PAPER_STEPS}
            word={(each) => t(`step.${each}`)}
            value={values.step}
            onChange={(value) => set('step', value)}
          />
          <DatePicker
            label={text('dueOn')}
            value={values.dueOn}
            onChange={(value) => set('dueOn', value)}
          />
        </>
      )}
      {(values.state === 'held' || values.state === 'expired') && (
        <DatePicker
          label={text('expiresOn')}
          description={text('expiresOn.help')}
          value={values.expiresOn}
          onChange={(value) => set('expiresOn', value)}
          min={values.since}
        />
      )}
      <p>{text('numbers')}</p>
    </Dialog>
  );
}

/** What is sent; null while something is missing. What a state has no room for is left out. */
function paperOf(draft: Draft, subjectId: string): PaperInput | null {
  const { kind, state, aboutPersonId, since, actor, step, dueOn, expiresOn } = draft;
  if (kind === '' || state === '' || since === '') return null;
  const isOpen = isOpenState(state);
  const runsOut = state === 'held' || state === 'expired';
  return {
    ...{ subjectId, kind, state, since, aboutPersonId: aboutPersonId || null },
    actor: isOpen ? actor || null : null,
    step: isOpen ? step || null : null,
    dueOn: isOpen ? dueOn || null : null,
    expiresOn: runsOut ? expiresOn || null : null,
  };
}

export function Choice<Value extends string>({
  label,
  none,
  values,
  word,
  value,
  onChange,
}: {
  label: string;
  none: string;
  values: readonly Value[];
  word: (value: Value) => string;
  value: Value | '';
  onChange: (value: Value | '') => void;
}) {
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: none },
        ...values.map((each) => ({ value: each, label: word(each) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value | '')}
    />
  );
}
