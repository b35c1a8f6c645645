import { Button, NativeSelect } from '@mantine/core';
import { answerAt, type CompiledForm, withAnswer } from '@tirek/domain/instruments';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useEffect, useRef, useState } from 'react';
import { type HandedDevice, useHandedDevice } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type AskingDraft, answering } from './asking-draft.ts';
import styles from './assessments.module.css';
import { QuestionField } from './question-field.tsx';
import { useOpenedForm } from './use-opened-form.ts';

interface HandedQuestionsProps {
  readonly form: CompiledForm;
  readonly keptUnder: string;
  readonly start: AskingDraft;
  readonly languages: readonly Language[];
  readonly device: HandedDevice;
}

/** What whoever holds the device sees: one question at a time and nothing else, over a session that is locked. */
export function HandedQuestions({
  form,
  keptUnder,
  start,
  languages,
  device,
}: HandedQuestionsProps) {
  const text = useText('assessments');
  const { now } = useClient();
  const kept = useKeptForm<AskingDraft>(keptUnder, start);
  const draft = kept.values;
  const opened = useOpenedForm(form, { language: draft.now, today: draft.takenOn });
  const screens = opened.questions(draft.answers);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is arrived at
  useEffect(() => heading.current?.focus(), [at]);
  const screen = screens[at];
  const finish = () => {
    kept.change({ ...draft, stage: 'look' });
    setAt(screens.length);
  };
  if (!screen) {
    return (
      <main className={styles.handed}>
        <p ref={heading} tabIndex={-1} className={styles.done}>
          {text('hand.done')}
        </p>
        <p className={styles.quiet}>{text('hand.doneWords')}</p>
        <Button size="lg" variant="default" onClick={() => device.giveBack()}>
          {text('hand.open')}
        </Button>
      </main>
    );
  }
  const value = answerAt(draft.answers, screen.path);
  const isLast = at === screens.length - 1;
  const next = () => (isLast ? finish() : setAt(at + 1));
  return (
    <main className={styles.handed} lang={draft.now}>
      <div className={styles.handedHead}>
        <p ref={heading} tabIndex={-1} className={styles.quiet}>
          {text('hand.step', { at: at + 1, of: screens.length })}
        </p>
        {languages.length > 1 && (
          <NativeSelect
            aria-label={text('ask.language')}
            data={languages.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
            value={draft.now}
            onChange={(event) => kept.set('now', event.currentTarget.value as Language)}
          />
        )}
      </div>
      {opened.isDraft && (
        <Notice kind="warning" isStanding>
          {text('ask.draft')}
        </Notice>
      )}
      <QuestionField
        key={screen.path}
        screen={screen}
        value={value}
        isLarge
        onAnswer={(given) =>
          kept.change(
            answering(draft, withAnswer(draft.answers, screen.path, given), {
              ...{ linkId: screen.path, now: now() },
            }),
          )
        }
      />
      <div className={styles.handedFoot}>
        {at > 0 && (
          <Button size="md" variant="default" onClick={() => setAt(at - 1)}>
            {text('hand.back')}
          </Button>
        )}
        <Button size="md" onClick={next}>
          {text(
            value !== undefined || screen.question.type === 'display' ? 'hand.next' : 'hand.skip',
          )}
        </Button>
      </div>
      <button type="button" className={styles.stop} onClick={finish}>
        {text('hand.stop')}
      </button>
    </main>
  );
}

/** Puts the device into somebody's hands. */
export function useHandingOver() {
  const device = useHandedDevice();
  const text = useText('assessments');
  return (props: Omit<HandedQuestionsProps, 'device'>) =>
    device.handOver({
      meanwhile: <p className={styles.handed}>{text('hand.locking')}</p>,
      screen: <HandedQuestions {...props} device={device} />,
    });
}
