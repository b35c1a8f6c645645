import { Button, Select, TextInput } from '@mantine/core';
import { HOLD_BASES, type LegalHold } from '@tirek/domain/privacy/erasure';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './erasure.module.css';

type Basis = (typeof HOLD_BASES)[number];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whose data must stay for now, because a court, an office or a complaint needs them. */
export function HoldsPanel() {
  const text = useText('erasure');
  const [isPlacing, setPlacing] = useState(false);
  const read = useRead('listLegalHolds', {});
  return (
    <Panel
      title={text('holds')}
      note={text('holds.note')}
      actions={
        <Button variant="default" size="sm" onClick={() => setPlacing(true)}>
          {text('hold.place')}
        </Button>
      }
    >
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data?.holds.length === 0 && <p>{text('holds.none')}</p>}
      <ul className={styles.list}>
        {(read.data?.holds ?? []).map((hold) => (
          <Hold key={hold.id} hold={hold} />
        ))}
      </ul>
      {isPlacing && <PlaceDialog onClose={() => setPlacing(false)} />}
    </Panel>
  );
}

function Hold({ hold }: { hold: LegalHold }) {
  const text = useText('erasure');
  const format = useFormat();
  const tell = useToast();
  const [isLifting, setLifting] = useState(false);
  const lift = useWrite('liftLegalHold', {
    renews: ['listLegalHolds', 'listErasureRequests'],
    onDone: () => {
      tell(text('hold.lift.done'));
      setLifting(false);
    },
  });
  return (
    <li className={styles.request}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`hold.${hold.basis}`)}</h3>
        <StatusMark
          tone={hold.liftedAt ? 'over' : 'bad'}
          label={text(hold.liftedAt ? 'hold.lifted' : 'hold.stands')}
        />
      </div>
      <Facts
        facts={[
          [
            text('fact.person'),
            <span key="id" className={styles.id}>
              {hold.personId}
            </span>,
          ],
          [text('fact.placedAt'), format.instant(hold.placedAt, 'medium')],
        ]}
      />
      {!hold.liftedAt && (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setLifting(true)}>
            {text('hold.lift')}
          </Button>
        </div>
      )}
      <Dialog
        isOpen={isLifting}
        title={text('hold.lift.title')}
        confirm={text('hold.lift')}
        isBusy={lift.isPending}
        error={lift.error}
        onClose={() => setLifting(false)}
        onConfirm={() => lift.mutate({ holdId: hold.id })}
      >
        <p>{text('hold.lift.words')}</p>
      </Dialog>
    </li>
  );
}

function PlaceDialog({ onClose }: { onClose: () => void }) {
  const text = useText('erasure');
  const tell = useToast();
  const [personId, setPersonId] = useState('');
  const [basis, setBasis] = useState<Basis | null>(null);
  const place = useWrite('placeLegalHold', {
    renews: ['listLegalHolds', 'listErasureRequests'],
    onDone: () => {
      tell(text('hold.place.done'));
      onClose();
    },
  });
  const id = personId.trim();
  return (
    <Dialog
      isOpen
      title={text('hold.place')}
      confirm={text('hold.place')}
      canConfirm={ID.test(id) && basis !== null}
      isBusy={place.isPending}
      error={place.error}
      onClose={onClose}
      onConfirm={() => basis && place.mutate({ personId: id, basis })}
    >
      <TextInput
        label={text('fact.person')}
        description={text('hold.person.help')}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <Select
        label={text('hold.basis')}
        data={HOLD_BASES.map((value) => ({ value, label: text(`hold.${value}`) }))}
        value={basis}
        onChange={(value) => setBasis(value as Basis | null)}
        placeholder={text('choose')}
      />
    </Dialog>
  );
}
