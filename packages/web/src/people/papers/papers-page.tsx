import { Button, Switch } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Family, fullName } from '@tirek/domain/people';
import {
  birthsOf,
  isStuck,
  openPapers,
  PAPER_ACTORS,
  PAPER_KINDS,
  STUCK_REASONS,
} from '@tirek/domain/people/papers';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { familyName } from '../family-name.ts';
import { Choice, PaperDialog } from './paper-dialog.tsx';
import { type BoardPaper, isWanted, type PaperFilters, readFilters } from './paper-filters.ts';
import { PaperLine, PersonLink } from './paper-line.tsx';
import styles from './papers.module.css';
import { usePaperWords } from './use-paper-words.ts';

interface Row extends BoardPaper {
  readonly family: Family;
}

/** Every paper that does not move, or that holds others up, in the families within reach. */
export function PapersPage() {
  const text = useText('papers');
  const may = useMay();
  const navigate = useNavigate();
  const filters = readFilters(useSearch({ strict: false }));
  const list = useRead('listPapers', {});
  const [changed, setChanged] = useState<Row | null>(null);
  const { today = '', families = [] } = list.data ?? {};
  const rows = families
    .flatMap(({ family, holderId, papers }): Row[] =>
      openPapers(papers, { today, births: birthsOf(family) }).map((open) => ({
        ...open,
        ...{ family, familyId: family.id, holderId },
      })),
    )
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const shown = rows.filter((row) => isWanted(row, filters));
  const change = (part: { [Name in keyof PaperFilters]?: PaperFilters[Name] | '' }) => {
    const search = Object.fromEntries(
      Object.entries({ ...filters, ...part }).filter(([, value]) => value),
    );
    void navigate({ to: '/papers', search: search as never });
  };
  const namesOf = (family: Family) =>
    new Map(
      family.members.map(({ personId, name }) => [
        personId,
        (name && fullName(name)) || text('gone'),
      ]),
    );
  const holders = new Map(families.map(({ holderId, family }) => [holderId, family.holder]));
  return (
    <Page
      title={text('board.title')}
      intro={text(may('paper.record') ? 'board.intro' : 'board.introTeam')}
    >
      {list.isPending && <LoadingState lines={6} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data && (
        <>
          <Filters
            filters={filters}
            holders={holders.size > 1 ? holders : new Map()}
            onChange={change}
            onClear={() => void navigate({ to: '/papers', search: {} as never })}
          />
          <Panel title={text('board.count', { count: shown.length })} note={text('board.note')}>
            {shown.length === 0 && (
              <EmptyState
                icon="check"
                title={text(rows.some(isStuck) ? 'board.noneWanted' : 'board.none')}
              />
            )}
            <ul className={styles.papers}>
              {shown.map((row) => {
                const { family, paper, state } = row;
                const names = namesOf(family);
                const nameOf = (personId: string) => names.get(personId) ?? text('gone');
                return (
                  <li key={`${family.id} ${paper.subjectId}`}>
                    <PaperLine
                      paper={paper}
                      state={state}
                      open={row}
                      nameOf={nameOf}
                      whose={
                        <>
                          <PersonLink personId={paper.personId} name={nameOf(paper.personId)} />
                          {' · '}
                          <Link to="/families/$familyId/case" params={{ familyId: family.id }}>
                            {text('board.family', { name: familyName(family) || text('gone') })}
                          </Link>
                          {!family.isOwn && ` · ${text('board.holder', { name: family.holder })}`}
                        </>
                      }
                      onChange={may('paper.record') && family.isOwn ? () => setChanged(row) : null}
                    />
                  </li>
                );
              })}
            </ul>
          </Panel>
        </>
      )}
      {changed && (
        <PaperDialog
          personId={changed.paper.personId}
          known={changed.paper}
          today={today}
          kin={[...namesOf(changed.family)]
            .filter(([personId]) => personId !== changed.paper.personId)
            .map(([value, label]) => ({ value, label }))}
          onClose={() => setChanged(null)}
        />
      )}
    </Page>
  );
}

/** What is overdue first, then what waits longest. */
const order = (row: Row) =>
  `${row.reasons.includes('overdue') ? 0 : 1} ${row.paper.since} ${row.paper.subjectId}`;

function Filters({
  filters,
  holders,
  onChange,
  onClear,
}: {
  filters: PaperFilters;
  holders: ReadonlyMap<string, string>;
  onChange: (part: { [Name in keyof PaperFilters]?: PaperFilters[Name] | '' }) => void;
  onClear: () => void;
}) {
  const text = useText('papers');
  const { t, reason } = usePaperWords();
  return (
    <div className={styles.filters}>
      <Choice
        label={text('filter.reason')}
        none={text('filter.any')}
        values={STUCK_REASONS}
        word={reason}
        value={filters.reason ?? ''}
        onChange={(value) => onChange({ reason: value })}
      />
      <Choice
        label={text('kind')}
        none={text('filter.any')}
        values={PAPER_KINDS}
        word={(each) => t(`kind.${each}`)}
        value={filters.kind ?? ''}
        onChange={(value) => onChange({ kind: value })}
      />
      <Choice
        label={text('actor')}
        none={text('filter.any')}
        values={[...PAPER_ACTORS, 'nobody'] as const}
        word={(each) => (each === 'nobody' ? text('actor.nobody') : t(`actor.${each}`))}
        value={filters.actor ?? ''}
        onChange={(value) => onChange({ actor: value })}
      />
      {holders.size > 0 && (
        <Choice
          label={text('filter.holder')}
          none={text('filter.any')}
          values={[...holders.keys()]}
          word={(each) => holders.get(each) ?? ''}
          value={filters.holder ?? ''}
          onChange={(value) => onChange({ holder: value })}
        />
      )}
      <Switch
        className={styles.switch ?? ''}
        label={text('filter.all')}
        checked={filters.show === 'all'}
        onChange={(event) => onChange({ show: event.currentTarget.checked ? 'all' : '' })}
      />
      {Object.keys(filters).length > 0 && (
        <Button variant="subtle" size="sm" className={styles.clear ?? ''} onClick={onClear}>
          {text('filter.clear')}
        </Button>
      )}
    </div>
  );
}
