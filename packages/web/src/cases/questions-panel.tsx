import { Button, Stack } from '@mantine/core';
import type { Standing } from '@tirek/domain/cases';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import type { CaseShown } from './case-shown.ts';
import styles from './cases.module.css';
import { WordsArea } from './fields.tsx';

/** What the holder of the family asked her supervisor and nobody has answered yet. */
export function QuestionsPanel({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const open = shown.familyCase.questions.filter(({ newest }) => newest.state === 'asked');
  if (open.length === 0) return null;
  return (
    <Panel title={text('question.open')}>
      <ul className={styles.items}>
        {open.map((question) => (
          <li key={question.id}>
            <Question question={question} shown={shown} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Question({ question, shown }: { question: Standing<'question'>; shown: CaseShown }) {
  const text = useText('cases');
  const may = useMay();
  const tell = useToast();
  const errorText = useErrorText();
  const [answer, setAnswer] = useState('');
  const write = useWrite('answerQuestion', {
    renews: ['getCase', 'listCases'],
    onDone: () => tell(text('question.answered')),
  });
  const { id: questionId, words, newest } = question;
  const mayAnswer = may('case.approve') && !shown.family.isOwn;
  const send = (text: string) =>
    write.mutate({
      ...{ familyId: shown.family.id, questionId, basedOn: newest.version },
      words: text === '' ? null : { text, body: '' },
    });
  return (
    <>
      <p className={styles.words}>{words?.text ?? text('question.silent')}</p>
      <p className={styles.small}>
        {text('story.by', { name: shown.authors[newest.recordedBy] ?? text('gone') })}
      </p>
      {mayAnswer && (
        <Stack gap="sm" className={styles.narrow ?? ''}>
          <WordsArea label={text('question.answer')} value={answer} onChange={setAnswer} />
          {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
          <div className={styles.itemActions}>
            <Button
              disabled={answer.trim() === ''}
              loading={write.isPending}
              onClick={() => send(answer.trim())}
            >
              {text('question.send')}
            </Button>
            <Button variant="default" disabled={write.isPending} onClick={() => send('')}>
              {text('question.spoken')}
            </Button>
          </div>
        </Stack>
      )}
    </>
  );
}
