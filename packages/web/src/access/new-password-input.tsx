import { PasswordInput } from '@mantine/core';
import { PASSWORD_MIN_LENGTH } from '@tirek/domain/access';
import { useText } from '../text/language.tsx';

interface NewPasswordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** What the server said of the last attempt. */
  readonly weakness: string | null;
}

/** A new password, with the one rule that matters said beforehand. */
export function NewPasswordInput({ label, value, onChange, weakness }: NewPasswordInputProps) {
  const text = useText('access');
  return (
    <PasswordInput
      label={label}
      description={text('password.rule', { count: PASSWORD_MIN_LENGTH })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
      error={isWeakness(weakness) ? text(`password.weak.${weakness}`) : null}
      size="md"
      required
      withAsterisk={false}
    />
  );
}

type Weakness = 'too-short' | 'too-long' | 'too-common' | 'holds-name';
const isWeakness = (value: string | null): value is Weakness =>
  value === 'too-short' || value === 'too-long' || value === 'too-common' || value === 'holds-name';
