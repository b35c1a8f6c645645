import { Button } from '@mantine/core';
import { fullName, type Person } from '@tirek/domain/people';
import { newestPapers, openPapers, type Paper, stateOn } from '@tirek/domain/people/papers';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { PaperHistory } from './paper-history.tsx';
import { PaperLine } from './paper-line.tsx';
import styles from './papers.module.css';

/** The papers of one person: what is there, what is not, and what keeps it. */
export function PapersPanel({ person }: { person: Person }) {
  const text = useText('papers');
  const may = useMay();
  const [family] = person.families;
  const answer = useRead(
    'listFamilyPapers',
    { familyId: family?.id ?? '' },
    { isWanted: family !== undefined && may('paper.read') },
  );
  const [changed, setChanged] = useState<{ readonly known: Paper | null } | null>(null);
  if (!family || !may('paper.read')) return null;
  const names = new Map(
    family.members.map(({ personId, name }) => [
      personId,
      (name && fullName(name)) || text('gone'),
    ]),
  );
  const nameOf = (personId: string) => names.get(personId) ?? text('gone');
  const { today = '', papers = [], agreed = [] } = answer.data ?? {};
  const births = new Map(family.members.map(({ personId, birth }) => [personId, birth]));
  const newest = newestPapers(papers);
  const open = openPapers(newest, { today, births });
  const own = newest
    .filter(({ personId }) => personId === person.id)
    .toSorted((a, b) => place(a) - place(b));
  const openOf = (paper: Paper) => open.find((each) => each.paper === paper) ?? null;
  function place(paper: Paper): number {
    const at = open.findIndex((each) => each.paper === paper);
    return at === -1 ? open.length : at;
  }
  const mayRecord = may('paper.record');
  const hasAgreed = agreed.includes(person.id);
  return (
    <Panel
      title={text('title')}
      actions={
        mayRecord &&
        hasAgreed && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => setChanged({ known: null })}
          >
            {text('add')}
          </Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && !hasAgreed && mayRecord && <p>{text('noConsent')}</p>}
      {answer.data && own.length === 0 && (hasAgreed || !mayRecord) && <p>{text('none')}</p>}
      <ul className={styles.papers}>
        {own.map((paper) => (
          <li key={paper.subjectId}>
            <PaperLine
              paper={paper}
              state={stateOn(paper, today)}
              open={openOf(paper)}
              nameOf={nameOf}
              onChange={mayRecord ? () => setChanged({ known: paper }) : null}
            />
            <PaperHistory versions={papers} paper={paper} />
          </li>
        ))}
      </ul>
      {changed && (
        <PaperDialog
          personId={person.id}
          known={changed.known}
          today={today}
          kin={[...names]
            .filter(([personId]) => personId !== person.id)
            .map(([value, label]) => ({ value, label }))}
          onClose={() => setChanged(null)}
        />
      )}
    </Panel>
  );
}
