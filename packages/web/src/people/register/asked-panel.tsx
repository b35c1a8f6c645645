import { Button, Radio } from '@mantine/core';
import {
  type AskedRow,
  REVIEW_PAGE,
  type RegisterImport,
  type RowDecision,
} from '@tirek/domain/people/register';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { cardName } from '../card-name.ts';
import { useAwayWords } from '../use-away-words.ts';
import { useCardWords } from '../use-card-words.ts';
import styles from './register.module.css';

/** Row by row: the same person as somebody who is shown, or another one. Each answer is kept at once. */
export function AskedPanel({ register }: { register: RegisterImport }) {
  const text = useText('register');
  const { id: registerId, asked, undecided, hasNews } = register;
  const [from, setFrom] = useState(0);
  const review = useRead('getRegisterReview', { registerId, from: String(from) });
  const to = Math.min(asked, from + REVIEW_PAGE);
  return (
    <Panel
      title={text('asked.title')}
      note={text('asked.note')}
      actions={
        <StatusMark
          tone={undecided > 0 ? 'waiting' : 'over'}
          label={undecided > 0 ? text('asked.left', { count: undecided }) : text('asked.done')}
        />
      }
    >
      {hasNews && <Notice kind="warning">{text('asked.news')}</Notice>}
      {review.isPending && <LoadingState lines={6} />}
      {review.isError && <ErrorState error={review.error} onRetry={review.refetch} />}
      <ul className={styles.asked}>
        {(review.data?.asked ?? []).map((row) => (
          <li key={row.line}>
            <Asked registerId={registerId} row={row} />
          </li>
        ))}
      </ul>
      {asked > REVIEW_PAGE && (
        <nav className={styles.pages} aria-label={text('asked.title')}>
          <Button
            variant="default"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - REVIEW_PAGE))}
          >
            {text('asked.earlier')}
          </Button>
          <span>{text('asked.page', { from: from + 1, to, all: asked })}</span>
          <Button variant="default" disabled={to >= asked} onClick={() => setFrom(to)}>
            {text('asked.later')}
          </Button>
        </nav>
      )}
    </Panel>
  );
}

const keyOf = (decision: RowDecision): string =>
  decision.kind === 'person'
    ? decision.personId
    : decision.kind === 'row'
      ? String(decision.line)
      : decision.kind;

function Asked({ registerId, row }: { registerId: string; row: AskedRow }) {
  const text = useText('register');
  const format = useFormat();
  const words = useCardWords();
  const errorText = useErrorText();
  const awayWords = useAwayWords();
  const { line, name, birth, cards, rows } = row;
  const decide = useWrite('decideRegisterRow', { renews: ['getRegister', 'getRegisterReview'] });
  // Held from the press until the row is read again, so that the mark does not leave her finger for a moment.
  const [pressed, setPressed] = useState<RowDecision | null>(null);
  const said = pressed ?? row.decision;
  const choices: readonly { decision: RowDecision; label: string; known: string; why: string }[] = [
    ...cards.map((card) => ({
      decision: { kind: 'person' as const, personId: card.personId },
      label: card.isAway
        ? text('asked.samePersonAway')
        : text('asked.samePerson', { name: cardName(card) }),
      known: '',
      why: words.why(card),
    })),
    ...rows.map((other) => ({
      decision: { kind: 'row' as const, line: other.line },
      label: text('asked.sameRow', { line: format.number(other.line) }),
      known: [other.name, other.birth].filter(Boolean).join(', '),
      why: words.why(other),
    })),
  ];
  const title = text('asked.row', { line: format.number(line), name });
  return (
    <Radio.Group
      className={styles.row ?? ''}
      label={<span className={styles.name}>{[title, birth].filter(Boolean).join(', ')}</span>}
      value={said ? keyOf(said) : null}
      onChange={(key) => {
        const chosen = choices.find(({ decision }) => keyOf(decision) === key);
        const decision = chosen?.decision ?? { kind: 'another' as const };
        setPressed(decision);
        decide.mutate({ registerId, line, decision }, { onSettled: () => setPressed(null) });
      }}
    >
      <div className={styles.choices}>
        {choices.map(({ decision, label, known, why }) => {
          const card = cards.find((each) => keyOf(decision) === each.personId);
          return (
            <div key={keyOf(decision)} className={styles.choice}>
              <Radio value={keyOf(decision)} label={label} />
              <p className={styles.known}>
                {card
                  ? [text('asked.registered'), ...words.known(card), words.holding(card)].join(
                      ' · ',
                    )
                  : `${text('asked.inFile')}: ${known}`}
              </p>
              <p className={styles.why}>{why}</p>
              {card?.isAway && <p className={styles.known}>{awayWords(card)}</p>}
            </div>
          );
        })}
        <div className={styles.choice}>
          <Radio value="another" label={text('asked.another')} />
        </div>
      </div>
      {decide.isError && <Notice kind="refusal">{errorText(decide.error)}</Notice>}
    </Radio.Group>
  );
}
