import { NativeSelect } from '@mantine/core';
import {
  HELP_MEASURES,
  type HelpCell,
  type HelpFigures,
  type HelpMeasure,
} from '@tirek/domain/reports/help-given';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { HelpReceipt } from './help-receipt.tsx';
import { HelpTable, useMeasureWord } from './help-table.tsx';

/** How many people got what help, as far as it may be told. */
export function HelpGivenPage() {
  const text = useText('support');
  const answer = useRead('getHelpGiven', {});
  return (
    <Page title={text('help')} intro={text('help.intro')}>
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && !answer.data.figures && (
        <EmptyState icon="people" title={text('help.none')}>
          {text('help.noneWords')}
        </EmptyState>
      )}
      {answer.data?.figures && <Figures figures={answer.data.figures} />}
    </Page>
  );
}

function Figures({ figures }: { figures: HelpFigures }) {
  const text = useText('support');
  const format = useFormat();
  const word = useMeasureWord();
  const { nameOf } = useRegionNames();
  const [measure, setMeasure] = useState<HelpMeasure>('counselling');
  const told = (cell: HelpCell | undefined) =>
    typeof cell === 'number' ? format.number(cell) : text('help.hidden');
  const rowsOf = (wanted: HelpMeasure) =>
    figures.tables.find((table) => table.measure === wanted)?.rows ?? [];
  const regions = rowsOf(measure).filter((row) => row.region !== null);
  const { from, to, rule } = figures;
  return (
    <>
      <Panel title={text('help.groups')} note={text('help.hiddenNote')}>
        <HelpTable
          told={(wanted, group) =>
            told(rowsOf(wanted).find((row) => row.region === null && row.group === group)?.cell)
          }
        />
      </Panel>
      <Panel title={text('help.regions')}>
        <NativeSelect
          label={text('help.what')}
          data={HELP_MEASURES.map((value) => ({ value, label: word(value) }))}
          value={measure}
          onChange={(event) => setMeasure(event.currentTarget.value as HelpMeasure)}
        />
        {regions.length === 0 ? (
          <p>{text('help.noRegions')}</p>
        ) : (
          <DataTable
            caption={word(measure)}
            rows={regions}
            keyOf={(row) => row.region ?? ''}
            columns={[
              {
                key: 'region',
                header: text('help.region'),
                isRowHeader: true,
                cell: ({ region }) => (region ? nameOf(region) : ''),
              },
              {
                key: 'people',
                header: text('help.people'),
                isNumber: true,
                cell: ({ cell }) => told(cell),
              },
            ]}
          />
        )}
      </Panel>
      <HelpReceipt {...{ from, to, rule }} />
    </>
  );
}
