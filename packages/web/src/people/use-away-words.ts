import type { PersonCard } from '@tirek/domain/people';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';

/** What to do about somebody whose file is put away: who can open it again. */
export function useAwayWords(): (card: Pick<PersonCard, 'holding'>) => string {
  const text = useText('people');
  const may = useMay();
  return ({ holding }) => {
    if (holding !== 'own') return text('card.away.other');
    return text(may('file.reopen') ? 'card.away.team' : 'card.away.own');
  };
}
