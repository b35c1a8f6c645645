import type { PersonCard } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { CardHolding, CardKnown } from './card-known.tsx';
import styles from './people.module.css';
import { useAwayWords } from './use-away-words.ts';

/** Somebody whose file is put away was found: that it is there and who opens it again, so that she is not registered twice. */
export function AwayCard({ card }: { card: PersonCard }) {
  const text = useText('people');
  const awayWords = useAwayWords();
  return (
    <article className={styles.card} aria-label={text('card.away')}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardName}>{text('card.away')}</h3>
        <CardHolding card={card} />
      </div>
      <CardKnown card={card} />
      <p className={styles.away}>{awayWords(card)}</p>
      {card.holding === 'own' && (
        <ButtonLink to="/people/$personId" params={{ personId: card.personId }} variant="default">
          {text('card.open')}
        </ButtonLink>
      )}
    </article>
  );
}
