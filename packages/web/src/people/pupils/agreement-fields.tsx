import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { type Agreement, CLASS_SUPPORTS, FIRST_CALLS } from '@tirek/domain/people/pupils';
import { useText } from '../../text/language.tsx';
import { usePupilWords } from './use-pupil-words.ts';

/** What helps in class and whom to turn to first: to be chosen, never written. */
export function AgreementFields({
  value,
  onChange,
}: {
  value: Agreement;
  onChange: (value: Agreement) => void;
}) {
  const text = useText('pupils');
  const t = usePupilWords();
  return (
    <>
      <Checkbox.Group
        label={t('supports')}
        value={[...value.supports]}
        onChange={(supports) => onChange({ ...value, supports: supports as Agreement['supports'] })}
      >
        <Stack gap="xs" mt="xs">
          {CLASS_SUPPORTS.map((each) => (
            <Checkbox key={each} value={each} label={t(`support.${each}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={t('call')}
        data={[
          { value: '', label: text('choose') },
          ...FIRST_CALLS.map((each) => ({ value: each, label: t(`call.${each}`) })),
        ]}
        value={value.call ?? ''}
        onChange={(event) =>
          onChange({ ...value, call: (event.currentTarget.value || null) as Agreement['call'] })
        }
      />
    </>
  );
}
