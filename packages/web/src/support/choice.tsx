import { NativeSelect } from '@mantine/core';
import { useText } from '../text/language.tsx';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly value: Value | '';
  readonly onChange: (value: Value | '') => void;
  /** What the empty choice says; without it a choice has to be made. */
  readonly none?: string;
  /** One is always chosen already. */
  readonly isChosen?: boolean;
}

/** One word of a closed list, by the phone's own list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const text = useText('support');
  const { label, values, word, value, onChange, none, isChosen } = props;
  return (
    <NativeSelect
      label={label}
      data={[
        ...(isChosen ? [] : [{ value: '', label: none ?? text('choose') }]),
        ...values.map((each) => ({ value: each, label: word(each) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value | '')}
    />
  );
}
