import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import {
  type ListedRescreen,
  RESCREEN_LISTS,
  RESCREEN_WHYS,
  type RescreenFilter,
  type RescreenWhy,
  readRescreenFilter,
  rescreensIn,
  writeRescreenFilter,
} from '@tirek/domain/assessments/rescreening';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { RescreenList } from './rescreen-list.tsx';
import styles from './rescreening.module.css';
import { useRescreenWords } from './use-rescreen-words.ts';

const addressOf = (filter: RescreenFilter) =>
  ({ to: '/rescreens', search: writeRescreenFilter(filter) as never }) as const;

/** Whom the reader, or her team, is to ask again. What is looked at stands in the address. */
export function RescreensPage() {
  const text = useText('rescreening');
  const filter = readRescreenFilter(useSearch({ strict: false }));
  const answer = useRead('listRescreens', {});
  const { people = [], today = '' } = answer.data ?? {};
  const shown = rescreensIn(people, filter, today);
  return (
    <Page title={text('title')} intro={text('intro')}>
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && (
        <>
          <nav className={styles.lists} aria-label={text('choice')}>
            {RESCREEN_LISTS.map((list) => (
              <ButtonLink
                key={list}
                {...addressOf({ ...filter, list })}
                size="sm"
                variant={list === filter.list ? 'filled' : 'default'}
                aria-current={list === filter.list ? 'true' : undefined}
              >
                {text('counted', {
                  name: text(`list.${list}`),
                  count: rescreensIn(people, { ...filter, list }, today).length,
                })}
              </ButtonLink>
            ))}
          </nav>
          <Panel title={text(`list.${filter.list}`)}>
            <Filters people={people} filter={filter} />
            {shown.length === 0 ? (
              <EmptyState icon="check" title={text('none')}>
                {text('noneWords')}
              </EmptyState>
            ) : (
              <RescreenList people={shown} today={today} />
            )}
          </Panel>
        </>
      )}
    </Page>
  );
}

function Filters({
  people,
  filter,
}: {
  people: readonly ListedRescreen[];
  filter: RescreenFilter;
}) {
  const text = useText('rescreening');
  const { t } = useRescreenWords();
  const navigate = useNavigate();
  const change = (part: Partial<RescreenFilter>) =>
    void navigate(addressOf({ ...filter, ...part }));
  const holders = new Map(people.map(({ holderId, holder }) => [holderId, holder]));
  const every = { value: '', label: text('filter.every') };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={text('filter.why')}
        data={[every, ...RESCREEN_WHYS.map((value) => ({ value, label: t(`why.${value}`) }))]}
        value={filter.why ?? ''}
        onChange={(event) => change({ why: (event.currentTarget.value || null) as RescreenWhy })}
      />
      {holders.size > 1 && (
        <NativeSelect
          label={text('filter.holder')}
          data={[every, ...[...holders].map(([value, label]) => ({ value, label }))]}
          value={filter.holder ?? ''}
          onChange={(event) => change({ holder: event.currentTarget.value || null })}
        />
      )}
      <DatePicker
        label={text('filter.until')}
        value={filter.until ?? ''}
        onChange={(until) => change({ until: until || null })}
      />
    </div>
  );
}
