import { Checkbox, Stack, TextInput } from '@mantine/core';
import {
  type FamilyAgreement,
  HEALTH_NEEDS,
  HOME_LANGUAGES,
  SCHOOL_PASSES,
} from '@tirek/domain/people/pupils';
import { useText } from '../../text/language.tsx';
import { usePupilWords } from './use-pupil-words.ts';

interface FamilyFieldsProps {
  readonly value: FamilyAgreement;
  readonly onChange: (value: FamilyAgreement) => void;
}

/** What only the mother decides: nothing of it is marked unless she says so. */
export function FamilyFields({ value, onChange }: FamilyFieldsProps) {
  const text = useText('pupils');
  const t = usePupilWords();
  const groups = [
    ['languages', HOME_LANGUAGES.map((each) => [each, t(`language.${each}`)] as const)],
    ['health', HEALTH_NEEDS.map((each) => [each, t(`health.${each}`)] as const)],
    ['passes', SCHOOL_PASSES.map((each) => [each, t(`passes.${each}`)] as const)],
  ] as const;
  return (
    <>
      <TextInput
        label={t('phone')}
        description={text('agree.phoneHelp')}
        value={value.phone ?? ''}
        inputMode="tel"
        maxLength={20}
        autoComplete="off"
        onChange={(event) => onChange({ ...value, phone: event.currentTarget.value || null })}
      />
      <Checkbox
        label={t('helped.yes')}
        checked={value.isHelped}
        onChange={(event) => onChange({ ...value, isHelped: event.currentTarget.checked })}
      />
      {groups.map(([name, words]) => (
        <Checkbox.Group
          key={name}
          label={t(name)}
          value={[...value[name]]}
          onChange={(chosen) => onChange({ ...value, [name]: chosen })}
        >
          <Stack gap="xs" mt="xs">
            {words.map(([word, label]) => (
              <Checkbox key={word} value={word} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      ))}
    </>
  );
}
