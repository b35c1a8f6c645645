import { Button, NativeSelect } from '@mantine/core';
import {
  type Clause,
  type FormOutline,
  type Group,
  LEAF_KINDS,
  type LeafKind,
  type Pathway,
  type When,
} from '@tirek/domain/pathways';
import { useText } from '../text/language.tsx';
import { LeafFields } from './leaf-fields.tsx';
import { newLeaf } from './new-leaf.ts';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

interface Editing {
  readonly forms: readonly FormOutline[];
  readonly reads: Pathway['reads'];
}

/** When a rule holds, as forms to fill in: groups of conditions, each of which may be turned around. */
export function ConditionEditor({
  when,
  onChange,
  ...editing
}: Editing & { when: When; onChange: (when: When) => void }) {
  const text = useText('pathways');
  const put = (at: number, group: Group | null) =>
    onChange({ ...when, of: group ? when.of.with(at, group) : when.of.toSpliced(at, 1) });
  return (
    <div>
      {when.of.length > 1 && (
        <MatchSelect
          label={text('edit.groups')}
          value={when.match}
          onChange={(match) => onChange({ ...when, match })}
        />
      )}
      {when.of.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name of their own
        <div key={at} className={styles.group}>
          <GroupFields group={group} onChange={(changed) => put(at, changed)} {...editing} />
          {when.of.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => put(at, null)}>
              {text('edit.dropGroup')}
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() =>
          onChange({ ...when, of: [...when.of, { match: 'all', of: [newClause(editing)] }] })
        }
      >
        {text('edit.addGroup')}
      </Button>
    </div>
  );
}

const newClause = (editing: Editing): Clause => ({ not: false, is: newLeaf('band', editing) });

function GroupFields({
  group,
  onChange,
  ...editing
}: Editing & { group: Group; onChange: (group: Group) => void }) {
  const text = useText('pathways');
  const { t } = usePathwayWords(editing.forms);
  const put = (at: number, clause: Clause | null) =>
    onChange({ ...group, of: clause ? group.of.with(at, clause) : group.of.toSpliced(at, 1) });
  return (
    <>
      {group.of.length > 1 && (
        <MatchSelect
          label={text('edit.conditions')}
          value={group.match}
          onChange={(match) => onChange({ ...group, match })}
        />
      )}
      {group.of.map((clause, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
        <div key={at} className={styles.clause}>
          <div className={styles.fields}>
            <NativeSelect
              label={text('edit.kind')}
              data={LEAF_KINDS.map((kind) => ({ value: kind, label: t(`kindOf.${kind}`) }))}
              value={clause.is.kind}
              onChange={(event) =>
                put(at, { ...clause, is: newLeaf(event.currentTarget.value as LeafKind, editing) })
              }
            />
            <NativeSelect
              label={text('edit.holds')}
              data={[
                { value: 'yes', label: text('edit.is') },
                { value: 'no', label: text('edit.isNot') },
              ]}
              value={clause.not ? 'no' : 'yes'}
              onChange={(event) => put(at, { ...clause, not: event.currentTarget.value === 'no' })}
            />
          </div>
          <LeafFields leaf={clause.is} onChange={(is) => put(at, { ...clause, is })} {...editing} />
          {group.of.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => put(at, null)}>
              {text('edit.dropCondition')}
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange({ ...group, of: [...group.of, newClause(editing)] })}
      >
        {text('edit.addCondition')}
      </Button>
    </>
  );
}

function MatchSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: When['match'];
  onChange: (match: When['match']) => void;
}) {
  const text = useText('pathways');
  return (
    <NativeSelect
      label={label}
      data={[
        { value: 'all', label: text('edit.all') },
        { value: 'any', label: text('edit.any') },
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as When['match'])}
    />
  );
}
