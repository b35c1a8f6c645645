import { getRouteApi } from '@tanstack/react-router';
import type { OutputOf } from '@tirek/domain/contract';
import type { Agreement, ThemeAgreement, themesContract } from '@tirek/domain/reports/themes';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { DifferenceList } from './difference-list.tsx';

const route = getRouteApi('/reports/$waveId/themes/compare');

type Compared = OutputOf<(typeof themesContract)['getThemeAgreement']>;

/** How far two coders agreed over a wave, and what they did not agree on, to be settled. */
export function ComparePage() {
  const { waveId } = route.useParams();
  const text = useText('themes');
  const read = useRead('getThemeAgreement', { waveId });
  return (
    <Page
      title={text('compare.title')}
      intro={text('compare.intro')}
      back={{ to: `/reports/${waveId}/themes`, label: text('list.title') }}
    >
      {read.data && read.data.excerpts > 0 ? (
        <Both compared={read.data} />
      ) : (
        <Panel>
          {read.isPending && <LoadingState />}
          {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
          {read.data && (
            <EmptyState icon="people" title={text('compare.none')}>
              {text('compare.noneWords')}
            </EmptyState>
          )}
        </Panel>
      )}
    </Page>
  );
}

function Both({ compared }: { compared: Compared }) {
  const text = useText('themes');
  const { notes, excerpts, differences } = compared;
  return (
    <>
      <Panel title={text('differences.title')}>
        {differences.length === 0 ? (
          <EmptyState icon="check" title={text('differences.nothing')}>
            {text('differences.nothingWords')}
          </EmptyState>
        ) : (
          <DifferenceList differences={differences} />
        )}
      </Panel>
      <Panel title={text('compare.title')} note={text('compare.base', { excerpts, notes })}>
        <AgreementTable compared={compared} />
        <p>{text('compare.undefinedNote')}</p>
      </Panel>
    </>
  );
}

function AgreementTable({ compared: { themes, pooled } }: { compared: Compared }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const format = useFormat();
  const two = (value: number) => format.number(value, { decimals: 2 });
  const used = themes.filter(({ first, second }) => first + second > 0);
  const rows: (Agreement & Pick<Partial<ThemeAgreement>, 'theme'>)[] = [...used, pooled];
  const undefinedWord = text('compare.undefined');
  return (
    <DataTable
      caption={text('compare.title')}
      rows={rows}
      keyOf={({ theme }) => theme ?? 'pooled'}
      columns={[
        {
          key: 'theme',
          header: text('note.themes'),
          isRowHeader: true,
          cell: ({ theme }) => (theme ? codebook(`theme.${theme}`) : text('compare.pooled')),
        },
        ...(['first', 'second', 'both'] as const).map((key) => ({
          key,
          header: text(`compare.${key}`),
          isNumber: true,
          cell: (row: Agreement) => format.number(row[key]),
        })),
        {
          key: 'percent',
          header: text('compare.percent'),
          isNumber: true,
          cell: ({ percent }) => (percent === null ? undefinedWord : format.percent(percent)),
        },
        {
          key: 'kappa',
          header: text('compare.kappa'),
          isNumber: true,
          cell: ({ kappa }) => (kappa ? two(kappa.value) : undefinedWord),
        },
        {
          key: 'interval',
          header: text('compare.interval'),
          isNumber: true,
          cell: ({ kappa }) =>
            kappa?.interval ? `${two(kappa.interval.low)} – ${two(kappa.interval.high)}` : null,
        },
        {
          key: 'alpha',
          header: text('compare.alpha'),
          isNumber: true,
          cell: ({ alpha }) => (alpha === null ? undefinedWord : two(alpha)),
        },
      ]}
    />
  );
}
