import { NativeSelect, NumberInput } from '@mantine/core';
import { MOST, type Service } from '@tirek/domain/services';
import { useText } from '../text/language.tsx';
import styles from './directory.module.css';

const orNull = (value: string | number): number | null => (value === '' ? null : Number(value));

/** For whom a service is, what it costs and how much room there is. */
export function TermFields({
  service: { ages, cost, hasWomenStaff, capacity, placesFree },
  onChange,
}: {
  service: Service;
  onChange: (part: Partial<Service>) => void;
}) {
  const text = useText('directory');
  const kind = cost === null ? 'unknown' : cost.amount === 0 ? 'free' : 'paid';
  return (
    <>
      <div className={styles.pair}>
        <NumberInput
          label={text('ageFrom')}
          min={0}
          max={MOST.age}
          allowDecimal={false}
          value={ages.from}
          onChange={(from) => onChange({ ages: { ...ages, from: orNull(from) ?? 0 } })}
        />
        <NumberInput
          label={text('ageTo')}
          description={text('ageToHelp')}
          min={0}
          max={MOST.age}
          allowDecimal={false}
          value={ages.to ?? ''}
          onChange={(to) => onChange({ ages: { ...ages, to: orNull(to) } })}
        />
      </div>
      <NativeSelect
        label={text('women')}
        data={[
          { value: '', label: text('unknown') },
          { value: 'yes', label: text('yes') },
          { value: 'no', label: text('no') },
        ]}
        value={hasWomenStaff === null ? '' : hasWomenStaff ? 'yes' : 'no'}
        onChange={({ currentTarget: { value } }) =>
          onChange({ hasWomenStaff: value === '' ? null : value === 'yes' })
        }
      />
      <NativeSelect
        label={text('cost')}
        data={[
          { value: 'unknown', label: text('cost.unknown') },
          { value: 'free', label: text('cost.free') },
          { value: 'paid', label: text('cost.paid') },
        ]}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            cost:
              value === 'unknown' ? null : { amount: value === 'free' ? 0 : 1, currency: 'KZT' },
          })
        }
      />
      {kind === 'paid' && (
        <NumberInput
          label={text('amount')}
          min={1}
          max={MOST.cost}
          allowDecimal={false}
          thousandSeparator=" "
          value={cost?.amount ?? ''}
          onChange={(amount) =>
            onChange({ cost: { amount: orNull(amount) || 1, currency: 'KZT' } })
          }
        />
      )}
      <div className={styles.pair}>
        <NumberInput
          label={text('capacity')}
          min={0}
          max={MOST.places}
          allowDecimal={false}
          value={capacity ?? ''}
          onChange={(value) => onChange({ capacity: orNull(value) })}
        />
        <NumberInput
          label={text('placesFree')}
          min={0}
          max={MOST.places}
          allowDecimal={false}
          value={placesFree ?? ''}
          onChange={(value) => onChange({ placesFree: orNull(value) })}
        />
      </div>
    </>
  );
}
