import { Button, Group, NativeSelect } from '@mantine/core';
import { type AssessmentInput, differingAnswers } from '@tirek/domain/assessments';
import {
  type Answers,
  type CompiledForm,
  findForm,
  languagesOffered,
  scoreForm,
} from '@tirek/domain/instruments';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useClient } from '../api/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { KeptForm } from '../ui/use-kept-form.ts';
import type { Shown } from './ask-page.tsx';
import { type AskingDraft, answering } from './asking-draft.ts';
import styles from './assessments.module.css';
import { answerWords, questionWords } from './form-words.ts';
import { QuestionList } from './question-list.tsx';
import { useOpenedForm } from './use-opened-form.ts';

interface AskedNowProps {
  readonly kept: KeptForm<AskingDraft>;
  /** Of whom it is asked. */
  readonly name: string;
  readonly shown: Pick<Shown, 'allowDraft'>;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSend: (assessment: Omit<AssessmentInput, 'supersedes'>) => void;
}

export function AskedNow(props: AskedNowProps) {
  const form = findForm(props.kept.values.formCode);
  return form ? <Asked {...props} form={form} /> : null;
}

/** The questions as whoever asks them sees them, from the first to what is written down. */
function Asked({
  form,
  kept,
  name,
  shown,
  isBusy,
  error,
  onSend,
}: AskedNowProps & { form: CompiledForm }) {
  const text = useText('assessments');
  const errorText = useErrorText();
  const { now } = useClient();
  const { values, change } = kept;
  const { stage, isTwice } = values;
  const mode = values.mode === 'own-phone' ? 'handed-device' : values.mode;
  const opened = useOpenedForm(form, { language: values.now, today: values.takenOn });
  const answers = stage === 'second' ? values.second : values.answers;
  const left = opened.missing(values.answers).length;
  const languages = languagesOffered(form, { allowDraft: shown.allowDraft });
  const needsSecond = mode === 'paper' && isTwice;
  const send = () => {
    const complete = opened.complete(values.answers);
    onSend({
      ...{ formCode: form.code, formVersion: form.version, mode, informant: values.informant },
      ...{ language: values.language, isEnteredTwice: needsSecond, takenOn: values.takenOn },
      ...{ answeredAt: values.answeredAt, scores: scoreForm(form, complete) },
      because: values.because === '' ? null : values.because,
      ...{ answers: complete as AssessmentInput['answers'], languages: { ...values.languages } },
    });
  };
  const isComparing = stage === 'compare';
  const differing = isComparing
    ? differingAnswers(
        form.items.map(({ linkId }) => linkId),
        values.answers,
        values.second,
      )
    : [];
  return (
    <Panel title={opened.title}>
      <Group justify="space-between" mb="md">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => change({ ...values, stage: 'choose' })}
        >
          {text('ask.back')}
        </Button>
        {languages.length > 1 && (
          <NativeSelect
            aria-label={text('ask.language')}
            data={languages.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
            value={values.now}
            onChange={(event) => change({ ...values, now: event.currentTarget.value as Language })}
          />
        )}
      </Group>
      {stage === 'second' && <Notice kind="info">{text('ask.second')}</Notice>}
      {isComparing ? (
        <Comparing
          {...{ form, differing }}
          onDecide={(linkId, value) =>
            change({
              ...values,
              answers: withValue(values.answers, linkId, value),
              second: withValue(values.second, linkId, value),
            })
          }
        />
      ) : (
        <QuestionList
          {...{ opened, answers }}
          language={values.now}
          onAnswers={(given, linkId) => change(answering(values, given, { linkId, now: now() }))}
        />
      )}
      {left > 0 && stage !== 'second' && (
        <p className={styles.quiet}>{text('ask.left', { number: left })}</p>
      )}
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      {/* Said once more where it is written down: by then the heading has scrolled away. */}
      <p className={styles.quiet}>{text('ask.about', { name })}</p>
      <Group mt="md">
        {needsSecond && !isComparing ? (
          <Button
            size="md"
            onClick={() => change({ ...values, stage: stage === 'second' ? 'compare' : 'second' })}
          >
            {text(stage === 'second' ? 'ask.toCompare' : 'ask.toSecond')}
          </Button>
        ) : (
          <Button size="md" loading={isBusy} disabled={differing.length > 0} onClick={send}>
            {text('ask.save')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => kept.drop()}>
          {text('ask.throw')}
        </Button>
      </Group>
    </Panel>
  );
}

function withValue(answers: Answers, linkId: string, value: Answers[string] | undefined): Answers {
  const { [linkId]: _, ...others } = answers;
  return value === undefined ? others : { ...others, [linkId]: value };
}

/** Where two entries of one sheet differ, each is decided by a look at the paper. */
function Comparing({
  form,
  differing,
  onDecide,
}: {
  form: CompiledForm;
  differing: ReturnType<typeof differingAnswers>;
  onDecide: (linkId: string, value: Answers[string] | undefined) => void;
}) {
  const text = useText('assessments');
  const { language } = useLanguage();
  if (differing.length === 0) return <Notice kind="success">{text('ask.same')}</Notice>;
  return (
    <>
      <Notice kind="warning">{text('ask.compare')}</Notice>
      {differing.map(({ linkId, first, second }) => {
        const said = (value: Answers[string] | undefined) =>
          answerWords(form, linkId, { value, language, text }) ?? text('ask.blank');
        return (
          <fieldset key={linkId} className={styles.question}>
            <legend className={styles.asked}>{questionWords(form, linkId, language)}</legend>
            <Group>
              <Button variant="default" onClick={() => onDecide(linkId, first)}>
                {text('ask.first', { answer: said(first) })}
              </Button>
              <Button variant="default" onClick={() => onDecide(linkId, second)}>
                {text('ask.other', { answer: said(second) })}
              </Button>
            </Group>
          </fieldset>
        );
      })}
    </>
  );
}
