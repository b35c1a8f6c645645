import { Checkbox, Stack } from '@mantine/core';
import { useText } from '../../text/language.tsx';
import styles from './plan-page.module.css';

interface SectionPickerProps {
  readonly sections: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  /** Ids; null for all there are. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Which sections the report has. Whoever ticks all of them has all, also those that a later wave will add. */
export function SectionPicker({ sections, chosen, onChange }: SectionPickerProps) {
  const text = useText('releases');
  const isChosen = (id: string) => chosen === null || chosen.includes(id);
  const choose = (id: string, isWanted: boolean) => {
    const next = sections
      .map((each) => each.id)
      .filter((each) => (each === id ? isWanted : isChosen(each)));
    onChange(next.length === sections.length ? null : next);
  };
  return (
    <Stack gap="xs">
      <Checkbox
        label={text('sections.all')}
        checked={chosen === null}
        indeterminate={chosen !== null && chosen.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [])}
      />
      <Stack gap="xs" className={styles.inner ?? ''}>
        {sections.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={isChosen(id)}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
        ))}
      </Stack>
      <p className={styles.note}>{text('sections.always')}</p>
    </Stack>
  );
}
