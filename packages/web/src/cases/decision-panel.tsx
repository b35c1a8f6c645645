import { Button, Stack } from '@mantine/core';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';
import { WordsArea } from './fields.tsx';

/** A supervisor agrees to what waits for her, or sends it back with a word. */
export function DecisionPanel({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const tell = useToast();
  const errorText = useErrorText();
  const { t } = useCaseWords();
  const { familyCase, family, mayDecide, agreed } = shown;
  const { status, standing, plan, contact } = familyCase;
  const about = status === 'closing' ? 'closing' : 'plan';
  const form = useKeptForm(`decision ${family.id} ${about}`, { text: '' });
  const decide = useWrite('decideCase', {
    renews: ['getCase', 'listCases'],
    onDone: () => {
      form.drop();
      tell(text('decide.done'));
    },
  });
  const waiting = about === 'closing' ? standing : plan;
  if (!waiting) return null;
  const word = form.values.text.trim();
  const canWord = contact !== null && agreed.includes(contact);
  const send = (isAgreed: boolean) =>
    decide.mutate({
      ...{ familyId: family.id, about, isAgreed, basedOn: waiting.newest.version },
      words: word === '' ? null : { text: word, body: '' },
    });
  const reason =
    standing?.newest.state === 'closing' ? t(`closing.${standing.newest.value.reason}`) : '';
  return (
    <Panel title={text(`decide.${about}`)}>
      {about === 'closing' && <p>{text('closing.waits', { reason })}</p>}
      {!mayDecide && <p>{text('decide.notYours')}</p>}
      {mayDecide && (
        <Stack gap="md" className={styles.narrow ?? ''}>
          {canWord && (
            <WordsArea
              label={text('decide.words')}
              description={text('decide.wordsHelp')}
              value={form.values.text}
              onChange={(value) => form.set('text', value)}
            />
          )}
          {decide.error !== null && <Notice kind="refusal">{errorText(decide.error)}</Notice>}
          <div className={styles.panelActions}>
            <Button loading={decide.isPending} onClick={() => send(true)}>
              {text('decide.agree')}
            </Button>
            <Button
              variant="default"
              loading={decide.isPending}
              disabled={canWord && word === ''}
              onClick={() => send(false)}
            >
              {text('decide.return')}
            </Button>
          </div>
        </Stack>
      )}
    </Panel>
  );
}
