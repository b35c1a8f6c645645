import { Button } from '@mantine/core';
import type { findServices } from '@tirek/domain/services';
import { type ReactNode, useState } from 'react';
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
  isInDialog = false,
  onOpen,
}: {
  found: ReturnType<typeof findServices>;
  /** On a page each part is a panel; a dialog is one already. */
  isInDialog?: boolean;
  onOpen?: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  const Part = isInDialog ? DialogPart : Panel;
  if (fitting.length === 0 && others.length === 0) {
    return (
      <Part>
        <EmptyState icon="info" title={text('fitting.nobody')}>
          {text('fitting.nobodyWords')}
        </EmptyState>
      </Part>
    );
  }
  return (
    <>
      {fitting.length === 0 ? (
        <Part>
          <EmptyState icon="info" title={text('fitting.none')}>
            {text('fitting.noneWords')}
          </EmptyState>
        </Part>
      ) : (
        <Part title={text('fitting', { count: fitting.length })}>
          <Rows found={fitting} {...(onOpen ? { onOpen } : {})} />
        </Part>
      )}
      {others.length > 0 && (
        <Part>
          <details className={styles.others}>
            <summary>{text('others', { count: others.length })}</summary>
            <Rows found={others} {...(onOpen ? { onOpen } : {})} />
          </details>
        </Part>
      )}
    </>
  );
}

function DialogPart({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      {title && <h3 className={styles.partTitle}>{title}</h3>}
      {children}
    </section>
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
