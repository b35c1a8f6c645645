import { NativeSelect } from '@mantine/core';
import {
  MEANS,
  type PeerMatch,
  type PeerTerms,
  RHYTHMS,
  SETTINGS,
} from '@tirek/domain/people/peers';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { usePeerWords } from './use-peer-words.ts';

const USUAL: PeerTerms = { setting: 'two', means: 'centre', rhythm: 'weekly', nextOn: null };

/** With whom she meets and what the two agreed on: to be chosen, never written. */
export function MatchDialog({
  personId,
  known,
  peers,
  today,
  onClose,
}: {
  personId: string;
  /** Null: a new proposal. */
  known: PeerMatch | null;
  /** Those to whom she agreed. */
  peers: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  today: string;
  onClose: () => void;
}) {
  const text = useText('peers');
  const t = usePeerWords();
  const { api } = useClient();
  const [matchId] = useState(() => known?.id ?? api.newId());
  const [peerId, setPeerId] = useState(known?.peerId ?? peers[0]?.id ?? '');
  const [terms, setTerms] = useState<PeerTerms>(known?.terms ?? USUAL);
  const write = useMatchWrite(onClose);
  const choice = <Part extends 'setting' | 'means' | 'rhythm'>(
    part: Part,
    values: readonly PeerTerms[Part][],
    word: (value: PeerTerms[Part]) => string,
  ) => (
    <NativeSelect
      label={t(part)}
      data={values.map((value) => ({ value, label: word(value) }))}
      value={terms[part]}
      onChange={(event) => setTerms({ ...terms, [part]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog
      isOpen
      title={text(known ? 'panel.change' : 'panel.propose')}
      confirm={text('save')}
      canConfirm={peerId !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ personId, matchId, peerId, basedOn: known?.version ?? 0, terms })
      }
    >
      {!known && (
        <NativeSelect
          label={text('panel.peer')}
          data={peers.map(({ id, name }) => ({ value: id, label: name }))}
          value={peerId}
          onChange={(event) => setPeerId(event.currentTarget.value)}
        />
      )}
      {choice('setting', SETTINGS, (value) => t(`setting.${value}`))}
      {choice('means', MEANS, (value) => t(`means.${value}`))}
      {choice('rhythm', RHYTHMS, (value) => t(`rhythm.${value}`))}
      <DatePicker
        label={t('nextOn')}
        value={terms.nextOn ?? ''}
        onChange={(value) => setTerms({ ...terms, nextOn: value || null })}
        min={today}
      />
    </Dialog>
  );
}

/** Asks before a match is ended; nobody asks why. */
export function EndMatchDialog({
  personId,
  match: { id, version, peerId },
  onClose,
}: {
  personId: string;
  match: PeerMatch;
  onClose: () => void;
}) {
  const text = useText('peers');
  const write = useMatchWrite(onClose);
  return (
    <Dialog
      isOpen
      isDangerous
      title={text('panel.end')}
      confirm={text('panel.end')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({ personId, matchId: id, peerId, basedOn: version, terms: null })
      }
    >
      <p>{text('panel.endWords')}</p>
    </Dialog>
  );
}

function useMatchWrite(onClose: () => void) {
  const text = useText('peers');
  const tell = useToast();
  return useWrite('recordPeerMatch', {
    renews: ['listPeerMatches'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
}
