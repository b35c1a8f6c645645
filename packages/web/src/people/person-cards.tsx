import { Button, Group } from '@mantine/core';
import type { PersonCard } from '@tirek/domain/people';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { OpenEmergencyDialog } from '../privacy/emergency/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { AwayCard } from './away-card.tsx';
import { CardHolding, CardKnown } from './card-known.tsx';
import { cardName } from './card-name.ts';
import { LookDialog } from './look-dialog.tsx';
import styles from './people.module.css';

/** Who was found, the likeliest first; each card says why, and no more than a neighbour knows. */
export function PersonCards({
  cards,
  searchId,
}: {
  cards: readonly PersonCard[];
  searchId: string;
}) {
  const [looked, setLooked] = useState<PersonCard | null>(null);
  const [urgent, setUrgent] = useState<PersonCard | null>(null);
  return (
    <>
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.personId}>
            <Card card={card} onLook={() => setLooked(card)} onUrgent={() => setUrgent(card)} />
          </li>
        ))}
      </ul>
      {looked && <LookDialog card={looked} searchId={searchId} onClose={() => setLooked(null)} />}
      {urgent && (
        <OpenEmergencyDialog
          name={cardName(urgent)}
          personId={urgent.personId}
          searchId={searchId}
          onClose={() => setUrgent(null)}
        />
      )}
    </>
  );
}

interface CardProps {
  readonly card: PersonCard;
  readonly onLook: () => void;
  /** Where a card of one's own leads to. */
  readonly toOpen?: { readonly to: string; readonly params: object; readonly label: string };
  /** Where a record of others may be opened in an emergency. */
  readonly onUrgent?: () => void;
}

export function Card(props: CardProps) {
  return props.card.isAway ? <AwayCard card={props.card} /> : <NamedCard {...props} />;
}

function NamedCard({ card, onLook, toOpen, onUrgent }: CardProps) {
  const text = useText('people');
  const emergency = useText('emergency');
  const may = useMay();
  const { given, familyInitial, holding } = card;
  const name = cardName(card);
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardName}>
          {given} {familyInitial && `${familyInitial}.`}
        </h3>
        <CardHolding card={card} />
      </div>
      <CardKnown card={card} />
      {holding === 'own' ? (
        <ButtonLink
          to={toOpen?.to ?? '/people/$personId'}
          params={toOpen?.params ?? { personId: card.personId }}
          variant="default"
        >
          {toOpen?.label ?? text('card.open')}
        </ButtonLink>
      ) : (
        <Group gap="xs">
          <Button variant="default" onClick={onLook}>
            {text('card.look')}
          </Button>
          {onUrgent && may('emergency.open') && (
            <Button variant="subtle" color="red" onClick={onUrgent}>
              {emergency('open')}
            </Button>
          )}
        </Group>
      )}
    </article>
  );
}
