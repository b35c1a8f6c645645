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
import { useRowKeys } from './use-row-keys.ts';

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
  const keys = useRowKeys(when.of.length);
  const drop = (at: number) => {
    keys.dropped(at);
    onChange({ ...when, of: when.of.toSpliced(at, 1) });
  };
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
        <div key={keys.keyOf(at)} className={styles.group}>
          <GroupFields
            group={group}
            onChange={(changed) => onChange({ ...when, of: when.of.with(at, changed) })}
            {...editing}
          />
          {when.of.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => drop(at)}>
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
  const keys = useRowKeys(group.of.length);
  const put = (at: number, clause: Clause) => onChange({ ...group, of: group.of.with(at, clause) });
  const drop = (at: number) => {
    keys.dropped(at);
    onChange({ ...group, of: group.of.toSpliced(at, 1) });
  };
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
        <div key={keys.keyOf(at)} className={styles.clause}>
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
            <Button variant="subtle" size="compact-sm" onClick={() => drop(at)}>
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
