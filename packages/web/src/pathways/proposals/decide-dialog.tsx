import { NativeSelect, Textarea } from '@mantine/core';
import { FUNCTIONING, type Functioning, STEPS, type Step } from '@tirek/domain/pathways';
import {
  OVERRIDE_REASONS,
  type OverrideReason,
  STEP_WISHES,
  type StepDecisionInput,
  type StepDecisionKind,
  type StepProposal,
  type StepWish,
} from '@tirek/domain/pathways/proposals';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import styles from './proposals.module.css';
import { useStepWords } from './use-step-words.ts';

export type Deciding = StepDecisionKind;

interface Values {
  readonly step: Step | '';
  readonly reason: OverrideReason | '';
  readonly wish: StepWish | '';
  readonly functioning: Functioning | '';
  readonly evaluatedOn: string;
  readonly said: string;
  readonly wished: string;
}

const EMPTY: Values = {
  ...{ step: '', reason: '', wish: '', functioning: '', evaluatedOn: '', said: '', wished: '' },
};
const WORDS = {
  confirmed: 'confirm',
  changed: 'change',
  declined: 'decline',
  'asked-again': 'askAgain',
  evaluated: 'evaluate',
} as const satisfies Record<Deciding, string>;

/** What a colleague says of a proposal, with the person's own wish. What was typed stays until it is sent. */
export function DecideDialog({
  personId,
  proposal,
  basedOn,
  deciding,
  onClose,
}: {
  personId: string;
  proposal: StepProposal;
  basedOn: number;
  deciding: Deciding;
  onClose: () => void;
}) {
  const text = useText('steps');
  const tell = useToast();
  const { t } = useStepWords();
  const { now } = useClient();
  const today = useFormat().dateOf(now());
  const form = useKeptForm<Values>(`step ${proposal.id} ${deciding}`, EMPTY);
  const { values, set } = form;
  const write = useWrite('decideStep', {
    renews: ['listSteps', 'listCareGaps', 'listRescreens', 'getRescreens'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const proposed = proposal.outcome.step;
  const decision = decisionOf(deciding, values, proposed);
  const isOnStep = deciding !== 'asked-again' && deciding !== 'evaluated';
  const word = WORDS[deciding];
  return (
    <Dialog
      isOpen
      title={text(`${word}.title`, { step: proposed ? t(`step.${proposed}`) : '' })}
      confirm={text(word)}
      canConfirm={decision !== null}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        decision && write.mutate({ personId, proposalId: proposal.id, basedOn, decision })
      }
    >
      {deciding === 'declined' && <p className={styles.quiet}>{text('decline.note')}</p>}
      {deciding === 'asked-again' && <p className={styles.quiet}>{text('askAgain.note')}</p>}
      {deciding === 'changed' && (
        <Choice
          label={text('step')}
          values={STEPS.filter((step) => step !== proposed)}
          word={(step) => t(`step.${step}`)}
          value={values.step}
          onChange={(step) => set('step', step)}
        />
      )}
      {(deciding === 'changed' || deciding === 'declined') && (
        <Choice
          label={text('reason')}
          values={OVERRIDE_REASONS}
          word={(reason) => text(`reason.${reason}`)}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
      )}
      {deciding === 'evaluated' && (
        <DatePicker
          label={text('evaluate.on')}
          value={values.evaluatedOn}
          max={today}
          onChange={(day) => set('evaluatedOn', day)}
        />
      )}
      {isOnStep && (
        <>
          <Choice
            label={text('wish')}
            values={STEP_WISHES}
            word={(wish) => text(`wish.${wish}`)}
            value={values.wish}
            onChange={(wish) => set('wish', wish)}
          />
          {values.wish !== '' && values.wish !== 'not-asked' && (
            <WordsArea
              label={text('wish.words')}
              value={values.wished}
              onChange={(wished) => set('wished', wished)}
            />
          )}
          <Choice
            label={text('functioning')}
            none={text('functioning.none')}
            values={FUNCTIONING}
            word={(level) => text(`functioning.${level}`)}
            value={values.functioning}
            onChange={(level) => set('functioning', level)}
          />
        </>
      )}
      <WordsArea
        label={text('words')}
        description={text('words.note')}
        value={values.said}
        onChange={(said) => set('said', said)}
      />
    </Dialog>
  );
}

/** What would be sent; null while something is to be chosen yet. */
function decisionOf(
  deciding: Deciding,
  { step, reason, wish, functioning, evaluatedOn, said, wished }: Values,
  proposed: Step | null,
): StepDecisionInput | null {
  const hasWords = said.trim() !== '' || wished.trim() !== '';
  const words = hasWords ? { said, wish: wished } : null;
  if (deciding === 'asked-again') return { kind: deciding, words };
  if (deciding === 'evaluated') {
    return evaluatedOn === '' ? null : { kind: deciding, evaluatedOn, words };
  }
  if (wish === '') return null;
  const judged = { wish, words, functioning: functioning === '' ? null : functioning };
  if (deciding === 'confirmed') {
    return proposed === null ? null : { kind: deciding, step: proposed, ...judged };
  }
  if (reason === '') return null;
  if (deciding === 'declined') return { kind: deciding, reason, ...judged };
  return step === '' ? null : { kind: deciding, step, reason, ...judged };
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly value: Value | '';
  readonly onChange: (value: Value | '') => void;
  /** What the empty choice says; without it a choice has to be made. */
  readonly none?: string;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const text = useText('steps');
  const { label, values, word, value, onChange, none } = props;
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: none ?? text('choose') },
        ...values.map((each) => ({ value: each, label: word(each) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value | '')}
    />
  );
}

function WordsArea({
  label,
  description,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
