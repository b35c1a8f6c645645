import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useText } from '../../text/language.tsx';

interface Named<Word extends string> {
  readonly label: string;
  readonly words: readonly Word[];
  readonly nameOf: (word: Word) => string;
}

/** One word of a closed list. */
export function OneOf<Word extends string>({
  label,
  words,
  nameOf,
  value,
  onChange,
}: Named<Word> & { value: Word | ''; onChange: (word: Word | '') => void }) {
  const text = useText('school');
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: text('choose') },
        ...words.map((word) => ({ value: word as string, label: nameOf(word) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Word | '')}
    />
  );
}

/** Some words of a closed list. */
export function SomeOf<Word extends string>({
  label,
  words,
  nameOf,
  value,
  onChange,
}: Named<Word> & { value: readonly Word[]; onChange: (words: Word[]) => void }) {
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Word[])}
    >
      <Stack gap="xs" mt="xs">
        {words.map((word) => (
          <Checkbox key={word} value={word} label={nameOf(word)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
