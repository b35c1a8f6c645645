import { NativeSelect } from '@mantine/core';
import {
  ATTENTIONS,
  type Attention,
  type CaseSummary,
  FAMILY_LISTS,
  type FamilyListName,
  familiesIn,
  type ListFilter,
  WHOLE_LIST,
} from '@tirek/domain/cases';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { RenewalsCounted } from '../../privacy/retention/index.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useCaseWords } from '../case-shown.ts';
import { FamilyRows } from './family-rows.tsx';
import styles from './lists.module.css';
import { SavedLists } from './saved-lists.tsx';
import { listAddress, useListFilter } from './use-list-filter.ts';

/** The age that is asked for most: at twelve a child's own word begins to count in writing. */
const FIRST_AGE = 12;

/** The lists that practitioners live in. What is looked at stands in the address. */
export function ListsPage() {
  const text = useText('cases');
  const may = useMay();
  const answer = useRead('listCases', {});
  const { filter } = useListFilter();
  const { cases = [], today = '' } = answer.data ?? {};
  const decides = may('case.approve');
  const families = familiesIn(cases, filter, { decides });
  return (
    <Page title={text('lists.title')} intro={text(decides ? 'lists.introTeam' : 'lists.intro')}>
      <RenewalsCounted />
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && (
        <>
          <ListChoice cases={cases} filter={filter} decides={decides} />
          <SavedLists filter={filter} />
          <Panel title={text(`lists.name.${filter.list}`)} note={text(`lists.note.${filter.list}`)}>
            <Filters cases={cases} />
            <Selection
              key={JSON.stringify(filter)}
              families={families}
              filter={filter}
              today={today}
            />
          </Panel>
        </>
      )}
    </Page>
  );
}

function Selection({
  families,
  filter,
  today,
}: {
  families: ReturnType<typeof familiesIn>;
  filter: ListFilter;
  today: string;
}) {
  const text = useText('cases');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = families.filter(({ summary }) => chosen.has(summary.family.id));
  return (
    <>
      <BulkBar selected={selected} filter={filter} today={today} />
      {families.length === 0 ? (
        <EmptyState icon="check" title={text('lists.none')}>
          {text('lists.noneWords')}
        </EmptyState>
      ) : (
        <FamilyRows families={families} chosen={chosen} onChoose={setChosen} />
      )}
    </>
  );
}

function ListChoice({
  cases,
  filter,
  decides,
}: {
  cases: readonly CaseSummary[];
  filter: ListFilter;
  decides: boolean;
}) {
  const text = useText('cases');
  const kept = { attention: filter.attention, holder: filter.holder };
  const addressed = (list: FamilyListName): ListFilter => ({
    ...{ ...WHOLE_LIST, ...kept, list },
    age: list === 'ages' ? (filter.age ?? FIRST_AGE) : null,
  });
  return (
    <nav className={styles.lists} aria-label={text('lists.choice')}>
      {FAMILY_LISTS.map((list) => (
        <ButtonLink
          key={list}
          {...listAddress(addressed(list))}
          size="sm"
          variant={list === filter.list ? 'filled' : 'default'}
          aria-current={list === filter.list ? 'true' : undefined}
        >
          {text('lists.counted', {
            name: text(`lists.name.${list}`),
            count: familiesIn(cases, addressed(list), { decides }).length,
          })}
        </ButtonLink>
      ))}
    </nav>
  );
}

function Filters({ cases }: { cases: readonly CaseSummary[] }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const { filter, change } = useListFilter();
  const holders = new Map(cases.map(({ holderId, family }) => [holderId, family.holder]));
  const ages = new Set(
    cases.flatMap(({ ahead }) => ahead.flatMap((event) => (event.kind === 'age' ? event.age : []))),
  );
  if (filter.age !== null) ages.add(filter.age);
  const every = { value: '', label: text('lists.every') };
  return (
    <div className={styles.filters}>
      {filter.list === 'ages' && (
        <NativeSelect
          label={text('lists.age')}
          data={[
            every,
            ...[...ages]
              .toSorted((a, b) => a - b)
              .map((age) => ({ value: String(age), label: String(age) })),
          ]}
          value={String(filter.age ?? '')}
          onChange={(event) =>
            change({ age: event.currentTarget.value ? Number(event.currentTarget.value) : null })
          }
        />
      )}
      <NativeSelect
        label={text('fact.attention')}
        data={[every, ...ATTENTIONS.map((value) => ({ value, label: t(`attention.${value}`) }))]}
        value={filter.attention ?? ''}
        onChange={(event) =>
          change({ attention: (event.currentTarget.value || null) as Attention | null })
        }
      />
      {holders.size > 1 && (
        <NativeSelect
          label={text('fact.holder')}
          data={[every, ...[...holders].map(([value, label]) => ({ value, label }))]}
          value={filter.holder ?? ''}
          onChange={(event) => change({ holder: event.currentTarget.value || null })}
        />
      )}
    </div>
  );
}
