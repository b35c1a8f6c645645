import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { AidDialog } from './aid-dialog.tsx';
import { CourseFacts } from './course-facts.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import styles from './support.module.css';
import { type SupportShown, useSupport } from './use-support.ts';

const SHOWN = 3;

/** The help that somebody got last, and the way to write down what was given just now. */
export function SupportPanel({ personId, title }: { personId: string; title?: string }) {
  const text = useText('support');
  const { read, courses, receipt } = useSupport(personId);
  const { data } = read;
  return (
    <Panel title={title ?? text('title')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {data && courses.length === 0 && <p className={styles.quiet}>{text('none')}</p>}
      {data && receipt && (
        <ul className={styles.rows}>
          {courses.slice(0, SHOWN).map((shown) => (
            <li key={shown.course.id}>
              <CourseFacts {...{ shown, receipt }} support={data} />
            </li>
          ))}
        </ul>
      )}
      {data && (
        <div className={styles.buttons}>
          <RecordButtons personId={personId} support={data} />
          <ButtonLink variant="default" to="/people/$personId/support" params={{ personId }}>
            {text('whole')}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

/** Writing down a meeting needs her consent to a record and an open case; what was handed over needs the consent alone. */
export function RecordButtons({ personId, support }: { personId: string; support: SupportShown }) {
  const text = useText('support');
  const may = useMay();
  const [writing, setWriting] = useState<'sheet' | 'aid' | null>(null);
  if (!may('support.record')) return null;
  const { today } = support;
  return (
    <>
      {support.canRecord && (
        <Button onClick={() => setWriting('sheet')}>{text('sheet.title')}</Button>
      )}
      <Button variant="default" onClick={() => setWriting('aid')}>
        {text('aid.title')}
      </Button>
      {writing === 'sheet' && (
        <SheetDialog {...{ personId, today }} records={support} onClose={() => setWriting(null)} />
      )}
      {writing === 'aid' && <AidDialog {...{ personId, today }} onClose={() => setWriting(null)} />}
    </>
  );
}
