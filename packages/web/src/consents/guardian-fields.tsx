import { NativeSelect, TextInput } from '@mantine/core';
import { GUARDIAN_RELATIONS, type Guardian } from '@tirek/domain/consents';
import { useText } from '../text/language.tsx';
import type { Sitting } from './sitting.ts';

interface GuardianFieldsProps {
  readonly sitting: Sitting;
  readonly onChange: (sitting: Sitting) => void;
}

/** Who answers for a child, and the paper that says so. */
export function GuardianFields({ sitting, onChange }: GuardianFieldsProps) {
  const text = useText('consents');
  return (
    <>
      <NativeSelect
        label={text('form.relation')}
        value={sitting.relation}
        data={GUARDIAN_RELATIONS.map((value) => ({ value, label: text(`relation.${value}`) }))}
        onChange={(event) =>
          onChange({ ...sitting, relation: event.currentTarget.value as Guardian['relation'] })
        }
      />
      <TextInput
        label={text('form.guardianName')}
        value={sitting.guardianName}
        maxLength={200}
        onChange={(event) => onChange({ ...sitting, guardianName: event.currentTarget.value })}
      />
      {sitting.relation !== 'parent' && (
        <TextInput
          label={text('form.document')}
          description={text('form.documentHelp')}
          value={sitting.document}
          maxLength={200}
          onChange={(event) => onChange({ ...sitting, document: event.currentTarget.value })}
        />
      )}
    </>
  );
}
