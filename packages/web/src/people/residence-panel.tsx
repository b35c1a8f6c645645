import { Button, Select } from '@mantine/core';
import type { Person } from '@tirek/domain/people';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './people.module.css';

/** Where she lives and lived. */
export function ResidencePanel({ person }: { person: Person }) {
  const text = useText('people');
  const may = useMay();
  const { nameOf, endOf } = useRegionNames();
  const format = useFormat();
  const [isMoving, setMoving] = useState(false);
  const day = (date: string | null) => (date ? format.date(date, 'medium') : text('date.unknown'));
  const today = person.residences.find(({ until }) => until === null);
  const gone = today ? endOf(today.region) : null;
  return (
    <Panel
      title={text('residence')}
      actions={
        may('person.register') && (
          <Button variant="default" size="sm" onClick={() => setMoving(true)}>
            {text('residence.move')}
          </Button>
        )
      }
    >
      {person.residences.length === 0 && <p>{text('none')}</p>}
      <ul className={styles.members}>
        {person.residences.map(({ id, region, from, until }) => (
          <li key={id}>
            <span>{nameOf(region)}</span>
            <span className={styles.born}>
              {until
                ? text('residence.between', { from: day(from), until: day(until) })
                : from
                  ? text('residence.since', { from: day(from) })
                  : text('residence.now')}
            </span>
          </li>
        ))}
      </ul>
      {gone && <p>{text('residence.split', { date: day(gone) })}</p>}
      {isMoving && <MoveDialog personId={person.id} onClose={() => setMoving(false)} />}
    </Panel>
  );
}

function MoveDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText('people');
  const tell = useToast();
  const { regions, regionsOn } = useRegionNames();
  const [region, setRegion] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const move = useWrite('recordMove', {
    renews: ['getPerson'],
    onDone: () => {
      tell(text('residence.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('residence.move')}
      confirm={text('residence.save')}
      canConfirm={region !== null && from !== ''}
      isBusy={move.isPending}
      error={move.error}
      onClose={onClose}
      onConfirm={() => region && move.mutate({ personId, region, from })}
    >
      <DatePicker
        label={text('residence.from')}
        value={from}
        onChange={(day) => {
          setFrom(day);
          if (!regionsOn(day).some(({ code }) => code === region)) setRegion(null);
        }}
      />
      <Select
        label={text('residence.to')}
        data={(from === '' ? regions : regionsOn(from)).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
        value={region}
        onChange={setRegion}
        placeholder={text('region.choose')}
        searchable
        nothingFoundMessage={text('region.none')}
      />
    </Dialog>
  );
}
