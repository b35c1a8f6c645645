import { Button } from '@mantine/core';
import type { IdentityVersion, Person } from '@tirek/domain/people';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { IdentityFacts } from './identity-facts.tsx';
import { IdentityForm } from './identity-form.tsx';
import styles from './people.module.css';

/** Who she is, how it was recorded before, and the way to change it. */
export function IdentityPanel({ person, newest }: { person: Person; newest: IdentityVersion }) {
  const text = useText('people');
  const format = useFormat();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const earlier = person.identities.filter((version) => version !== newest);
  if (isChanging) {
    return <IdentityForm personId={person.id} newest={newest} onClose={() => setChanging(false)} />;
  }
  return (
    <Panel
      title={text('person.identity')}
      actions={
        may('identity.change') && (
          <Button variant="default" size="sm" onClick={() => setChanging(true)}>
            {text('identity.change')}
          </Button>
        )
      }
    >
      <IdentityFacts identity={newest.identity} sex={person.sex} />
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text('identity.earlier', { count: earlier.length })}</summary>
          <ul className={styles.versions}>
            {earlier.map(({ recordId, version, identity, recordedAt }) => (
              <li key={`${recordId} ${version}`}>
                <p className={styles.known}>
                  {text('identity.recorded', { date: format.instant(recordedAt) })}
                </p>
                <IdentityFacts identity={identity} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
