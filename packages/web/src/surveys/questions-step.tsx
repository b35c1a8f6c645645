import { ActionIcon, Checkbox, Group, Stack } from '@mantine/core';
import type { AskableForm, FormChoice } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES, LANGUAGES } from '@tirek/domain/text';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import type { StepProps } from './campaign-editor.tsx';
import { formTitle } from './form-title.ts';
import styles from './questions-step.module.css';

/** Which instruments, in which order, in which languages. */
export function QuestionsStep({ form }: StepProps) {
  const text = useText('surveys');
  const askable = useRead('listAskableForms', {});
  const { forms: chosen, languages } = form.values;
  const choose = (forms: readonly FormChoice[]) => form.set('forms', forms);
  const all = askable.data?.forms ?? [];
  const isChosen = ({ code, version }: AskableForm) =>
    chosen.some((choice) => choice.code === code && choice.version === version);
  return (
    <>
      <Panel title={text('questions.languages')} note={text('questions.languagesNote')}>
        <Checkbox.Group
          aria-label={text('questions.languages')}
          value={[...languages]}
          onChange={(codes) =>
            form.set(
              'languages',
              LANGUAGES.filter((code) => codes.includes(code)),
            )
          }
        >
          <Group gap="lg">
            {LANGUAGES.map((code) => (
              <Checkbox key={code} value={code} label={LANGUAGE_NAMES[code]} lang={code} />
            ))}
          </Group>
        </Checkbox.Group>
      </Panel>
      <Panel title={text('questions.chosen')} note={text('questions.chosenNote')}>
        {chosen.length === 0 && <p className={styles.none}>{text('questions.none')}</p>}
        <ol className={styles.chosen}>
          {chosen.map((choice, place) => (
            <ChosenForm
              key={choice.code}
              form={all.find(
                ({ code, version }) => code === choice.code && version === choice.version,
              )}
              choice={choice}
              onMoveUp={place === 0 ? null : () => choose(swapped(chosen, place - 1))}
              onRemove={() => choose(chosen.filter((other) => other !== choice))}
            />
          ))}
        </ol>
      </Panel>
      <Panel title={text('questions.all')}>
        {askable.isPending && <LoadingState lines={5} />}
        {askable.isError && <ErrorState error={askable.error} onRetry={askable.refetch} />}
        <ul className={styles.all}>
          {all
            .filter((candidate) => !isChosen(candidate))
            // What no survey can ask stands below what it can.
            .toSorted((a, b) => Number(isClosed(a)) - Number(isClosed(b)))
            .map((candidate) => (
              <Candidate
                key={`${candidate.code} ${candidate.version}`}
                form={candidate}
                languages={languages}
                onChoose={() =>
                  choose([
                    // Another version of the same instrument gives way: it is asked once.
                    ...chosen.filter(({ code }) => code !== candidate.code),
                    { code: candidate.code, version: candidate.version },
                  ])
                }
              />
            ))}
        </ul>
      </Panel>
    </>
  );
}

function ChosenForm(props: {
  form: AskableForm | undefined;
  choice: FormChoice;
  onMoveUp: (() => void) | null;
  onRemove: () => void;
}) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const title = props.form ? formTitle(props.form, language) : props.choice.code;
  return (
    <li className={styles.one}>
      <span className={styles.words}>
        <b>{title}</b>
        <span className={styles.version}>{text('questions.version', props.choice)}</span>
      </span>
      <Group gap={4} wrap="nowrap">
        {props.onMoveUp && (
          <ActionIcon
            variant="subtle"
            color="gray.8"
            size="lg"
            aria-label={text('questions.moveUp', { title })}
            onClick={props.onMoveUp}
          >
            <span className={styles.up}>
              <Icon name="arrowLeft" size={18} />
            </span>
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={text('questions.remove', { title })}
          onClick={props.onRemove}
        >
          <Icon name="close" size={18} />
        </ActionIcon>
      </Group>
    </li>
  );
}

function Candidate({
  form,
  languages,
  onChoose,
}: {
  form: AskableForm;
  languages: StepProps['form']['values']['languages'];
  onChoose: () => void;
}) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const title = formTitle(form, language);
  return (
    <li className={styles.one}>
      <Stack gap={6} className={styles.words ?? ''}>
        <span>
          <b>{title}</b>
          <span className={styles.version}>
            {text('questions.version', { code: form.code, version: form.version })}
            {' \u00b7 '}
            {text('questions.count', { count: form.questions })}
          </span>
        </span>
        <Group gap={6}>
          {LANGUAGES.map((code) => {
            const state =
              form.languages.find((offered) => offered.language === code)?.state ?? 'incomplete';
            if (state === 'incomplete' && !languages.includes(code)) return null;
            return (
              <StatusMark
                key={code}
                tone={TONES[state]}
                label={`${LANGUAGE_NAMES[code]}: ${text(`language.${state}`)}`}
              />
            );
          })}
        </Group>
        {!form.canBeAnswered && <span className={styles.why}>{text('questions.noText')}</span>}
        {form.isAttended && <span className={styles.why}>{text('questions.attended')}</span>}
        {form.safetyItems.length > 0 && !isClosed(form) && (
          <span className={styles.why}>{text('questions.safety')}</span>
        )}
      </Stack>
      <button
        type="button"
        className={styles.choose}
        disabled={isClosed(form)}
        aria-label={text('questions.addNamed', { title })}
        onClick={onChoose}
      >
        <Icon name="plus" size={18} />
        {text('questions.add')}
      </button>
    </li>
  );
}

const isClosed = ({ canBeAnswered, isAttended }: AskableForm) => !canBeAnswered || isAttended;

const TONES = { complete: 'going', draft: 'waiting', incomplete: 'bad' } as const;

const swapped = <T,>(list: readonly T[], place: number): T[] => [
  ...list.slice(0, place),
  ...list.slice(place, place + 2).reverse(),
  ...list.slice(place + 2),
];
