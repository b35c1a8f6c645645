import type { PersonCard } from '@tirek/domain/people';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './people.module.css';
import { useCardWords } from './use-card-words.ts';

/** Who holds somebody who was found. */
export function CardHolding({ card }: { card: PersonCard }) {
  const words = useCardWords();
  const { holding } = card;
  return (
    <StatusMark
      tone={holding === 'own' ? 'going' : holding === 'other' ? 'waiting' : 'over'}
      label={words.holding(card)}
    />
  );
}

/** No more than a neighbour knows of somebody, and why she was found. */
export function CardKnown({ card }: { card: PersonCard }) {
  const words = useCardWords();
  return (
    <>
      <p className={styles.known}>{words.known(card).join(' · ')}</p>
      <p className={styles.why}>{words.why(card)}</p>
    </>
  );
}
