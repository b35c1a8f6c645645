import { Button } from '@mantine/core';
import type { Person } from '@tirek/domain/people';
import {
  periodsOf,
  SECTION_PERMISSIONS,
  SECTIONS,
  type Section,
  versionOf,
} from '@tirek/domain/people/circumstances';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { CircumstanceDialog } from './circumstance-dialog.tsx';
import styles from './circumstances.module.css';
import { useCircumstanceFacts, useCircumstanceTexts } from './use-circumstance-words.ts';

/** How she came, learns, is, works and lives: those parts that the reader's role opens. */
export function CircumstancesPanel({ person }: { person: Person }) {
  const text = useText('people');
  const t = useCircumstanceTexts();
  const may = useMay();
  const answer = useRead('listCircumstances', { personId: person.id });
  const [section, setSection] = useState<Section | null>(null);
  const { today = '', circumstances = [], hasAgreed = false } = answer.data ?? {};
  const periods = section ? periodsOf(circumstances, section) : [];
  return (
    <Panel title={text('circumstances')}>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && !hasAgreed && <p>{text('circumstances.noConsent')}</p>}
      {answer.data &&
        SECTIONS.filter((each) => may(SECTION_PERMISSIONS[each].read)).map((each) => (
          <div key={each} className={styles.part}>
            <div className={styles.head}>
              <h3 className={styles.name}>{t(`section.${each}`)}</h3>
              {hasAgreed && may(SECTION_PERMISSIONS[each].record) && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={text('circumstances.changePart', { part: t(`section.${each}`) })}
                  onClick={() => setSection(each)}
                >
                  {text('circumstances.change')}
                </Button>
              )}
            </div>
            <Part
              periods={periodsOf(circumstances, each)}
              birth={person.identities[0]?.identity.birth ?? null}
              today={today}
            />
          </div>
        ))}
      {section && (
        <CircumstanceDialog
          personId={person.id}
          section={section}
          standing={periods[0]?.told ?? null}
          basedOn={versionOf(circumstances, section)}
          today={today}
          onClose={() => setSection(null)}
        />
      )}
    </Panel>
  );
}

function Part({
  periods: [now, ...earlier],
  birth,
  today,
}: {
  periods: ReturnType<typeof periodsOf>;
  birth: Parameters<ReturnType<typeof useCircumstanceFacts>>[1]['birth'];
  today: string;
}) {
  const text = useText('people');
  const format = useFormat();
  const factsOf = useCircumstanceFacts();
  const day = (date: string) => format.date(date, 'medium');
  if (!now) return <p className={styles.quiet}>{text('none')}</p>;
  return (
    <>
      <Facts facts={factsOf(now.told, { birth, on: today })} />
      <p className={styles.quiet}>{text('residence.since', { from: day(now.since) })}</p>
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text('circumstances.earlier')}</summary>
          {earlier.map(({ since, until, told }) => (
            <div key={since}>
              <p className={styles.quiet}>
                {text('residence.between', { from: day(since), until: day(until ?? since) })}
              </p>
              <Facts facts={factsOf(told, { birth, on: since })} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}
