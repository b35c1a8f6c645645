import { isOfADay, type OwnPeerMatch, type PeerWord } from '@tirek/domain/people/peers';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** One word of a peer provider, and of a meeting its day. Nothing can be written beside it. */
export function WordDialog({
  match,
  word,
  today,
  onClose,
}: {
  match: OwnPeerMatch;
  word: PeerWord;
  today: string;
  onClose: () => void;
}) {
  const text = useText('peers');
  const tell = useToast();
  const [day, setDay] = useState(today);
  const write = useWrite('sayPeerWord', {
    renews: ['listOwnPeerMatches'],
    onDone: () => {
      tell(text('said'));
      onClose();
    },
  });
  const isDated = isOfADay(word);
  return (
    <Dialog
      isOpen
      isDangerous={word === 'ended' || word === 'worried'}
      title={text(`say.${word}`)}
      confirm={text('send')}
      canConfirm={!isDated || day !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ matchId: match.id, word, metOn: isDated && day !== '' ? day : null })
      }
    >
      {isDated && <DatePicker label={text('day')} value={day} onChange={setDay} max={today} />}
      <p>{text(`words.${word}`)}</p>
    </Dialog>
  );
}
