import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './assignment-list.module.css';

interface AssignmentListProps<Held> {
  readonly assignments: readonly Held[];
  readonly keyOf: (held: Held) => string;
  readonly textOf: (held: Held) => string;
  readonly noteOf?: (held: Held) => ReactNode;
  readonly onEnd?: (held: Held) => void;
  /** What the button that takes one back says; of a role unless told. */
  readonly endLabelOf?: (name: string) => string;
}

/** The roles of somebody, or the practitioners of a team, each with the way to take it back. */
export function AssignmentList<Held>(props: AssignmentListProps<Held>) {
  const { assignments, keyOf, textOf, noteOf, onEnd } = props;
  const text = useText('access');
  const endLabelOf = props.endLabelOf ?? ((role: string) => text('account.endRole', { role }));
  if (assignments.length === 0) return <p className={styles.none}>{text('account.noRolesYet')}</p>;
  return (
    <ul className={styles.list}>
      {assignments.map((held) => (
        <li key={keyOf(held)}>
          <span>
            {textOf(held)}
            {noteOf && <span className={styles.note}>{noteOf(held)}</span>}
          </span>
          {onEnd && (
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={endLabelOf(textOf(held))}
              onClick={() => onEnd(held)}
            >
              <Icon name="close" size={18} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
