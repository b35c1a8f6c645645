import { Button, Select } from '@mantine/core';
import { type Assignment, PROGRAMME_WIDE_ROLES, ROLES, type Role } from '@tirek/domain/access';
import { useState } from 'react';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import styles from './assignment-picker.module.css';
import { roleTitle } from './role-title.ts';

interface AssignmentPickerProps {
  readonly onPick: (assignment: Assignment) => void;
  readonly isBusy?: boolean;
}

/** Stands for "everywhere" in a list that knows only text. */
const EVERYWHERE = '';

/** A role and, where the role can have one, the region in which it holds. */
export function AssignmentPicker({ onPick, isBusy = false }: AssignmentPickerProps) {
  const text = useText('access');
  const { regions } = useRegionNames();
  const [role, setRole] = useState<Role | null>(null);
  const [region, setRegion] = useState<string>(EVERYWHERE);
  const isWide = role !== null && PROGRAMME_WIDE_ROLES.includes(role);
  return (
    <div className={styles.picker}>
      <Select
        label={text('picker.role')}
        placeholder={text('picker.choose')}
        data={ROLES.map((value) => ({ value, label: roleTitle(text, value) }))}
        value={role}
        onChange={(value) => setRole(value as Role | null)}
        description={role ? text(`role.${role}.may`) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Select
        label={text('picker.region')}
        data={[
          { value: EVERYWHERE, label: text('picker.everywhere') },
          ...regions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={isWide ? EVERYWHERE : region}
        onChange={(value) => setRegion(value ?? EVERYWHERE)}
        disabled={isWide}
        description={isWide ? text('picker.wide') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        searchable
        nothingFoundMessage={text('picker.noRegion')}
      />
      <Button
        variant="default"
        loading={isBusy}
        disabled={role === null}
        onClick={() => {
          if (role === null) return;
          onPick({ role, region: isWide || region === EVERYWHERE ? null : region });
          setRole(null);
          setRegion(EVERYWHERE);
        }}
      >
        {text('picker.add')}
      </Button>
    </div>
  );
}
