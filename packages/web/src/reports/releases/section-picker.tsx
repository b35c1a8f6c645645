import { Checkbox, Stack } from '@mantine/core';
import { type ChoosableSection, MOST_WITHOUT } from '@tirek/domain/reports';
import { useText } from '../../text/language.tsx';
import styles from './plan-page.module.css';

interface SectionPickerProps {
  readonly sections: readonly ChoosableSection[];
  /** Ids; null for all there are. */
  readonly chosen: readonly string[] | null;
  /** Ids of tables that stay out. */
  readonly without: readonly string[];
  readonly onChange: (chosen: readonly string[] | null, without: readonly string[]) => void;
}

/** Which sections and tables the report has. Whoever ticks all of them has all, also those that a later wave will add. */
export function SectionPicker({ sections, chosen, without, onChange }: SectionPickerProps) {
  const text = useText('releases');
  const isChosen = (id: string) => chosen === null || chosen.includes(id);
  const choose = (section: ChoosableSection, isWanted: boolean) => {
    const next = sections
      .map(({ id }) => id)
      .filter((id) => (id === section.id ? isWanted : isChosen(id)));
    const own = new Set(section.tables.map(({ id }) => id));
    onChange(
      next.length === sections.length ? null : next,
      without.filter((id) => !own.has(id)),
    );
  };
  const isWhole = chosen === null && without.length === 0;
  return (
    <Stack gap="xs">
      <Checkbox
        label={text('sections.all')}
        checked={isWhole}
        indeterminate={!isWhole && (chosen === null || chosen.length > 0)}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [], [])}
      />
      <Stack gap="xs" className={styles.inner ?? ''}>
        {sections.map((section) => (
          <OneSection
            key={section.id}
            section={section}
            isChosen={isChosen(section.id)}
            without={without}
            onSection={(isWanted) => choose(section, isWanted)}
            onTables={(ids) => onChange(chosen, ids)}
          />
        ))}
      </Stack>
      <p className={styles.note}>{text('sections.always')}</p>
    </Stack>
  );
}

interface OneSectionProps {
  readonly section: ChoosableSection;
  readonly isChosen: boolean;
  readonly without: readonly string[];
  readonly onSection: (isWanted: boolean) => void;
  readonly onTables: (without: readonly string[]) => void;
}

/** A section, and under it, opened when wanted, each of its tables. */
function OneSection({ section, isChosen, without, onSection, onTables }: OneSectionProps) {
  const text = useText('releases');
  const { title, tables } = section;
  const kept = tables.filter(({ id }) => !without.includes(id)).length;
  return (
    <div>
      <Checkbox
        label={title}
        checked={isChosen && (kept > 0 || tables.length === 0)}
        indeterminate={isChosen && kept > 0 && kept < tables.length}
        onChange={(event) => onSection(event.currentTarget.checked)}
      />
      {isChosen && tables.length > 1 && (
        <details className={styles.tables}>
          <summary>{text('sections.tables', { kept, all: tables.length })}</summary>
          <Stack gap="xs">
            {tables.map(({ id, title: name }) => (
              <Checkbox
                key={id}
                size="sm"
                label={name}
                checked={!without.includes(id)}
                disabled={!without.includes(id) && without.length >= MOST_WITHOUT}
                onChange={(event) =>
                  onTables(
                    event.currentTarget.checked
                      ? without.filter((each) => each !== id)
                      : [...without, id],
                  )
                }
              />
            ))}
          </Stack>
        </details>
      )}
    </div>
  );
}
