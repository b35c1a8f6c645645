import { Button, Group, Textarea } from '@mantine/core';
import type { TranslationStep, WorkedString } from '@tirek/domain/instruments/translations';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './instruments.module.css';
import type { Of } from './translation-page.tsx';

interface StringRowProps {
  readonly of: Of;
  readonly kind: TranslationStep['kind'];
  readonly string: WorkedString;
}

/** One text and the step that is due. Whoever translates back does not see what it was translated from. */
export function StringRow({ of, kind, string }: StringRowProps) {
  const text = useText('instruments');
  const { id, source, sourceHash, shipped, standing } = string;
  const [words, setWords] = useState(
    kind === 'forward' ? (standing.text ?? shipped?.text ?? '') : '',
  );
  const errorText = useErrorText();
  const write = useWrite('recordTranslationStep', { renews: ['listTranslationSteps'] });
  const record = (step: TranslationStep) => write.mutate({ ...of, stringId: id, sourceHash, step });
  const isTyped = kind === 'forward' || kind === 'back';
  const isJudged = kind === 'review' || kind === 'pilot';
  return (
    <li>
      <div className={styles.head}>
        <p className={styles.quiet}>{id}</p>
        <StatusMark
          tone={standing.status === 'approved' ? 'over' : standing.isReopened ? 'bad' : 'going'}
          label={text(standing.isReopened ? 'status.reopened' : `status.${standing.status}`)}
        />
      </div>
      {kind !== 'back' && <p className={styles.source}>{source}</p>}
      {kind !== 'forward' && standing.text !== null && (
        <p className={styles.words} lang={of.language}>
          {standing.text}
        </p>
      )}
      {kind !== 'forward' && kind !== 'back' && standing.back !== null && (
        <p className={styles.quiet}>{text('backWas', { words: standing.back })}</p>
      )}
      <Notes string={string} />
      {kind !== 'sign-off' && (
        <Textarea
          label={text(isTyped ? `words.${kind}` : 'words.note')}
          value={words}
          maxLength={isTyped ? 2000 : 1000}
          autosize
          minRows={2}
          mb="xs"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Group gap="xs">
        {isTyped && (
          <Button
            loading={write.isPending}
            disabled={words.trim() === ''}
            onClick={() => record({ kind, text: words.trim() })}
          >
            {text('save')}
          </Button>
        )}
        {isJudged && (
          <>
            <Button
              loading={write.isPending}
              onClick={() => record({ kind, verdict: 'fits', note: words.trim() })}
            >
              {text('fits')}
            </Button>
            <Button
              variant="default"
              loading={write.isPending}
              disabled={words.trim() === ''}
              onClick={() => record({ kind, verdict: 'again', note: words.trim() })}
            >
              {text('again')}
            </Button>
          </>
        )}
        {kind === 'sign-off' && (
          <Button loading={write.isPending} onClick={() => record({ kind })}>
            {text('signOff')}
          </Button>
        )}
      </Group>
      {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
    </li>
  );
}

/** What was noted in comparisons and pilots, by whom. */
function Notes({ string }: { string: WorkedString }) {
  const text = useText('instruments');
  return string.standing.steps.flatMap(({ step, byName, at }) =>
    (step.kind === 'review' || step.kind === 'pilot') && step.note !== ''
      ? [
          <p key={at} className={styles.quiet}>
            {text('noted', { task: text(`task.${step.kind}`), who: byName, note: step.note })}
          </p>,
        ]
      : [],
  );
}
