import { TextInput } from '@mantine/core';
import styles from './code-input.module.css';

interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly onFull: (digits: string) => void;
}

const DIGITS = 6;

/**
 * Six digits of an authenticator app, as one field: a screen reader, a password manager and the paste key all know how
 * to fill one field. Sends itself with the sixth digit.
 */
export function CodeInput({ label, value, onChange, onFull }: CodeInputProps) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, DIGITS);
        onChange(digits);
        if (digits.length === DIGITS && digits !== value) onFull(digits);
      }}
      classNames={{ input: styles.input ?? '' }}
      inputMode="numeric"
      autoComplete="one-time-code"
      placeholder="000000"
      autoFocus
    />
  );
}
