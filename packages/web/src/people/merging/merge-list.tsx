import { Button } from '@mantine/core';
import { fullName } from '@tirek/domain/people';
import type { Merge } from '@tirek/domain/people/merging';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import styles from './merging.module.css';
import { UndoDialog } from './undo-dialog.tsx';

/** Questions that wait, and records that stand as one person, each with what may be done about it. */
export function MergeList({ merges }: { merges: readonly Merge[] }) {
  const text = useText('merging');
  const people = useText('people');
  const format = useFormat();
  const [undone, setUndone] = useState<Merge | null>(null);
  const nameOf = (name: Merge['name']) => (name ? fullName(name) : text('list.outOfReach'));
  return (
    <>
      <ul className={styles.merges}>
        {merges.map((merge) => {
          const { id, personId, otherId, name, otherName, state, askedBy, at } = merge;
          const isSeen = name !== null && otherName !== null;
          return (
            <li key={id}>
              <div>
                <p>
                  <strong>{nameOf(name)}</strong>
                  {(state === 'waits' || otherName) && ` · ${nameOf(otherName)}`}
                </p>
                <p className={styles.why}>
                  {state === 'stands'
                    ? text('list.since', { date: format.instant(at) })
                    : text('list.askedBy', { name: askedBy })}
                </p>
              </div>
              {state === 'stands' && (
                <div className={styles.actions}>
                  <ButtonLink
                    variant="default"
                    size="sm"
                    to="/people/$personId"
                    params={{ personId }}
                  >
                    {people('card.open')}
                  </ButtonLink>
                  {merge.mayUndo && (
                    <Button variant="default" size="sm" onClick={() => setUndone(merge)}>
                      {text('undo')}
                    </Button>
                  )}
                </div>
              )}
              {state === 'waits' && otherId && isSeen && (
                <ButtonLink
                  variant={merge.mayDecide ? 'filled' : 'default'}
                  size="sm"
                  to="/people/$personId/same/$otherId"
                  params={{ personId, otherId }}
                >
                  {text('same.compare')}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ul>
      {undone && <UndoDialog merge={undone} onClose={() => setUndone(null)} />}
    </>
  );
}
