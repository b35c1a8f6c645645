import type { ReferralState } from '@tirek/domain/referrals';
import { useRead } from '../api/use-read.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useServiceWords } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './referrals.module.css';
import { toneOf, useReferralWords } from './use-referral-words.ts';

/** What of the reader's regions is open, unanswered and overdue; nobody's name and nothing that was told. */
export function BoardPage() {
  const text = useText('referrals');
  const t = useReferralWords();
  const format = useFormat();
  const { named } = useServiceWords();
  const { nameOf } = useRegionNames();
  const read = useRead('listReferralBoard', {});
  const rows = read.data?.rows ?? [];
  const regionName = (region: string | null) =>
    region === null ? text('board.everywhere') : nameOf(region);
  const regions = [...new Set(rows.map(({ region }) => region))].map((region) => ({
    region,
    own: rows.filter((row) => row.region === region),
  }));
  return (
    <Page title={text('title')} intro={text('board.intro')}>
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && rows.length === 0 && (
        <Panel>
          <p className={styles.quiet}>{text('board.none')}</p>
        </Panel>
      )}
      {regions.map(({ region, own }) => (
        <Panel
          key={region ?? ''}
          title={text('board.counts', {
            region: regionName(region),
            open: format.number(own.length),
            late: format.number(own.filter(({ isOverdue }) => isOverdue).length),
          })}
        >
          <DataTable
            caption={regionName(region)}
            rows={own.map((row, at) => ({ ...row, at }))}
            keyOf={({ at }) => String(at)}
            columns={[
              {
                key: 'provider',
                header: text('board.provider'),
                isRowHeader: true,
                cell: ({ provider }) => named(provider),
              },
              {
                key: 'state',
                header: text('board.state'),
                cell: ({ state }) => (
                  <StatusMark
                    tone={toneOf(state as ReferralState)}
                    label={t(`state.${state as ReferralState}`)}
                  />
                ),
              },
              {
                key: 'urgency',
                header: text('one.urgency'),
                cell: ({ urgency }) => t(`urgency.${urgency}`),
              },
              {
                key: 'sent',
                header: text('board.sent'),
                cell: ({ sentOn }) => format.date(sentOn, 'medium'),
              },
              {
                key: 'due',
                header: text('board.due'),
                cell: ({ dueAt, isOverdue }) => (
                  <span className={isOverdue ? styles.late : undefined}>
                    {dueAt === null ? '' : format.instant(dueAt)}
                  </span>
                ),
              },
            ]}
          />
        </Panel>
      ))}
    </Page>
  );
}
