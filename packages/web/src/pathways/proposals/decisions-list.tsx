import type { StepDecision } from '@tirek/domain/pathways/proposals';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import styles from './proposals.module.css';
import { useStepWords } from './use-step-words.ts';

/** Who decided what, the newest first, with the person's own wish. */
export function DecisionsList({
  decisions,
  colleagues,
}: {
  decisions: readonly StepDecision[];
  colleagues: Readonly<Record<string, string>>;
}) {
  const text = useText('steps');
  const format = useFormat();
  const tell = useDecisionText();
  return (
    <details>
      <summary>{text('history')}</summary>
      <ul className={styles.rows}>
        {decisions.toReversed().map((decision) => (
          <li key={decision.id}>
            <p className={styles.name}>{tell(decision)}</p>
            {'wish' in decision && (
              <p className={styles.quiet}>
                {text(decision.words?.wish ? 'said.wishWords' : 'said.wish', {
                  wish: text(`wish.${decision.wish}`),
                  words: decision.words?.wish ?? '',
                })}
              </p>
            )}
            {decision.words?.said && <p>{decision.words.said}</p>}
            <p className={styles.quiet}>
              {text('said.by', {
                date: format.date(decision.decidedOn),
                name: colleagues[decision.decidedBy] ?? '',
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useDecisionText(): (decision: StepDecision) => string {
  const text = useText('steps');
  const format = useFormat();
  const { t } = useStepWords();
  return (decision) => {
    switch (decision.kind) {
      case 'confirmed':
        return text('said.confirmed', { step: t(`step.${decision.step}`) });
      case 'changed':
        return text('said.changed', {
          step: t(`step.${decision.step}`),
          reason: text(`reason.${decision.reason}`),
        });
      case 'declined':
        return text('said.declined', { reason: text(`reason.${decision.reason}`) });
      case 'asked-again':
        return text('said.asked-again');
      case 'evaluated':
        return text('said.evaluated', { date: format.date(decision.evaluatedOn) });
    }
  };
}
