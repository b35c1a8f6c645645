import { Button } from '@mantine/core';
import type { findServices } from '@tirek/domain/services';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import styles from './directory.module.css';
import type { DirectoryDialog } from './directory-dialogs.tsx';
import { ServiceRow } from './service-row.tsx';

/** So many are shown before the reader asks for more: a phone should not draw a country. */
const SHOWN = 20;

/** What fits, the best first, and of the rest why it does not. */
export function FoundServices({
  found: { fitting, others },
  onOpen,
}: {
  found: ReturnType<typeof findServices>;
  onOpen?: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  return (
    <>
      <Panel title={text('fitting', { count: fitting.length })}>
        {fitting.length === 0 ? (
          <EmptyState icon="info" title={text('fitting.none')}>
            {text('fitting.noneWords')}
          </EmptyState>
        ) : (
          <Rows found={fitting} {...(onOpen ? { onOpen } : {})} />
        )}
      </Panel>
      {others.length > 0 && (
        <Panel>
          <details className={styles.others}>
            <summary>{text('others', { count: others.length })}</summary>
            <Rows found={others} {...(onOpen ? { onOpen } : {})} />
          </details>
        </Panel>
      )}
    </>
  );
}

function Rows({
  found,
  onOpen,
}: {
  found: ReturnType<typeof findServices>['fitting'];
  onOpen?: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  const [shown, setShown] = useState(SHOWN);
  const left = found.length - shown;
  return (
    <>
      <ul className={styles.rows}>
        {found.slice(0, shown).map((each) => (
          <ServiceRow key={each.standing.id} found={each} {...(onOpen ? { onOpen } : {})} />
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
          {text('more', { count: Math.min(left, SHOWN) })}
        </Button>
      )}
    </>
  );
}
