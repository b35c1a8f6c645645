import { Button } from '@mantine/core';
import { agreedFacts, type Pupil } from '@tirek/domain/people/pupils';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { SchoolDuePanel } from '../school/school-due-panel.tsx';
import { ToClosePanel } from '../school/to-close-panel.tsx';
import { EndPupilDialog, PupilDialog } from './pupil-dialog.tsx';
import styles from './pupils.module.css';
import { usePupilWords } from './use-pupil-words.ts';

/** The list of a school social worker: whom his school supports, put there by himself, and what was agreed. */
export function PupilsPage() {
  const text = useText('pupils');
  const list = useRead('listPupils', {});
  const [changed, setChanged] = useState<{ readonly known: Pupil | null } | null>(null);
  const [ended, setEnded] = useState<Pupil | null>(null);
  const pupils = (list.data?.pupils ?? []).toSorted(
    (a, b) =>
      a.name.klass.localeCompare(b.name.klass, undefined, { numeric: true }) ||
      a.name.family.localeCompare(b.name.family),
  );
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      isNarrow
      actions={
        <Button
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => setChanged({ known: null })}
        >
          {text('add')}
        </Button>
      }
    >
      {list.data && <SchoolDuePanel pupils={pupils} />}
      {list.isPending && <LoadingState lines={6} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data && (
        <Panel title={text('count', { count: pupils.length })}>
          {pupils.length === 0 && (
            <EmptyState icon="people" title={text('none')}>
              {text('noneWords')}
            </EmptyState>
          )}
          <ul className={styles.pupils}>
            {pupils.map((pupil) => (
              <li key={pupil.id}>
                <PupilLine
                  pupil={pupil}
                  onChange={() => setChanged({ known: pupil })}
                  onEnd={() => setEnded(pupil)}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <ToClosePanel />
      {changed && <PupilDialog known={changed.known} onClose={() => setChanged(null)} />}
      {ended && <EndPupilDialog known={ended} onClose={() => setEnded(null)} />}
    </Page>
  );
}

function PupilLine({
  pupil,
  onChange,
  onEnd,
}: {
  pupil: Pupil;
  onChange: () => void;
  onEnd: () => void;
}) {
  const text = useText('pupils');
  const t = usePupilWords();
  const school = useText('school');
  const { name } = pupil;
  const called = `${name.family} ${name.given}`;
  const told = agreedFacts(pupil, t);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {called} <span className={styles.klass}>{name.klass}</span>
        </h3>
        <ButtonLink
          variant="default"
          size="compact-sm"
          to="/pupils/$pupilId"
          params={{ pupilId: pupil.id }}
          aria-label={school('openOf', { name: called })}
        >
          {school('open')}
        </ButtonLink>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={text('change', { name: called })}
          onClick={onChange}
        >
          {text('changeIt')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={text('end', { name: called })}
          onClick={onEnd}
        >
          {text('endIt')}
        </Button>
      </div>
      {told.length > 0 ? <Facts facts={told} /> : <p className={styles.quiet}>{text('nothing')}</p>}
    </>
  );
}
