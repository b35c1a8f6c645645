import { Checkbox } from '@mantine/core';
import { fullName } from '@tirek/domain/people';
import { familyTexts, tellFinding } from '@tirek/domain/people/family-graph';
import type { MergeConflict, MergePreview } from '@tirek/domain/people/merging';
import { useLanguage, useText } from '../../text/language.tsx';
import styles from './merging.module.css';

/** What speaks against it, to be confirmed one by one. */
export function ConflictChecks({
  preview,
  confirmed,
  onChange,
}: {
  preview: MergePreview;
  confirmed: readonly MergeConflict[];
  onChange: (confirmed: readonly MergeConflict[]) => void;
}) {
  const text = useText('merging');
  const t = familyTexts(useLanguage().language);
  const members = [preview.kept, preview.other].flatMap(({ families }) =>
    families.flatMap((family) => family.members),
  );
  const names = new Map(
    members.map(({ personId, name }) => [personId, name ? fullName(name) : '']),
  );
  const findings = preview.findings.map((finding) =>
    tellFinding(finding, { t, name: (person) => names.get(person) ?? '' }),
  );
  return (
    <Checkbox.Group
      label={text('conflict.title')}
      value={[...confirmed]}
      onChange={(value) => onChange(value as MergeConflict[])}
    >
      <div className={styles.checks}>
        {preview.conflicts.map((conflict) => (
          <Checkbox
            key={conflict}
            value={conflict}
            label={
              conflict === 'family-unlikely'
                ? `${text('conflict.family-unlikely')} ${[...new Set(findings)].join(' ')}`
                : text(`conflict.${conflict}`)
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
