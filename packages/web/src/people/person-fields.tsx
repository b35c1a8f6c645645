import { SegmentedControl, TextInput } from '@mantine/core';
import { SEXES, type Sex } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';
import { BirthFields } from './birth-fields.tsx';
import styles from './people.module.css';
import { isNumberOdd, isPhoneOdd, type TypedPerson } from './typed-person.ts';

interface PersonFieldsProps {
  readonly value: TypedPerson;
  readonly onChange: (value: TypedPerson) => void;
}

/** By what somebody is looked for and registered: the same fields in the same order both times. */
export function PersonFields({ value, onChange }: PersonFieldsProps) {
  const text = useText('people');
  const set = (change: Partial<TypedPerson>) => onChange({ ...value, ...change });
  return (
    <div className={styles.stack}>
      <div className={styles.three}>
        <TextInput
          label={text('family')}
          value={value.family}
          onChange={(event) => set({ family: event.currentTarget.value })}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={text('given')}
          value={value.given}
          onChange={(event) => set({ given: event.currentTarget.value })}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={text('patronymic')}
          value={value.patronymic}
          onChange={(event) => set({ patronymic: event.currentTarget.value })}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <BirthFields value={value.birth} onChange={(birth) => set({ birth })} />
      <SexField value={value.sex} onChange={(sex) => set({ sex })} />
      <div className={styles.two}>
        <TextInput
          label={text('phone')}
          value={value.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={isPhoneOdd(value.phone) ? text('phone.odd') : null}
          type="tel"
          autoComplete="off"
          maxLength={25}
        />
        <TextInput
          label={text('documentNumber')}
          value={value.documentNumber}
          onChange={(event) => set({ documentNumber: event.currentTarget.value })}
          error={isNumberOdd(value.documentNumber) ? text('documentNumber.odd') : null}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
      </div>
    </div>
  );
}

function SexField({ value, onChange }: { value: Sex; onChange: (sex: Sex) => void }) {
  const text = useText('people');
  return (
    <div>
      <p className={styles.label}>{text('sex')}</p>
      <SegmentedControl
        aria-label={text('sex')}
        data={SEXES.map((sex) => ({ value: sex, label: text(`sex.${sex}`) }))}
        value={value}
        onChange={(sex) => onChange(sex as Sex)}
      />
    </div>
  );
}
