import { NativeSelect } from '@mantine/core';
import {
  type AdolescenceForecast,
  drawForecast,
  WAVE_MEASURES,
  type WaveCell,
  type WaveMeasure,
} from '@tirek/domain/reports/adolescence';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './adolescence.module.css';

/** How many children become adolescents within ten years, by region, as far as it may be told. */
export function AdolescencePage() {
  const text = useText('rescreening');
  const answer = useRead('getAdolescence', {});
  return (
    <Page title={text('wave')} intro={text('wave.intro')}>
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && !answer.data.forecast && (
        <EmptyState icon="people" title={text('wave.none')}>
          {text('wave.noneWords')}
        </EmptyState>
      )}
      {answer.data?.forecast && <Wave forecast={answer.data.forecast} />}
    </Page>
  );
}

const COUNTRY = '';

function Wave({ forecast }: { forecast: AdolescenceForecast }) {
  const text = useText('rescreening');
  const format = useFormat();
  const { nameOf } = useRegionNames();
  const [measure, setMeasure] = useState<WaveMeasure>('adolescents');
  const [region, setRegion] = useState(COUNTRY);
  const { years } = forecast;
  const rows = forecast.tables.find((table) => table.measure === measure)?.rows ?? [];
  const drawn = rows.find((row) => (row.region ?? COUNTRY) === region);
  const placeOf = (code: string | null) => (code ? nameOf(code) : text('wave.country'));
  const told = (cell: WaveCell | undefined) =>
    typeof cell === 'number' ? format.number(cell) : text('wave.hidden');
  const label = text('wave.chart', {
    measure: text(`wave.${measure}`),
    region: placeOf(region || null),
    numbers: years
      .map((year, at) => text('wave.year', { year, number: told(drawn?.cells[at]) }))
      .join(', '),
  });
  return (
    <Panel
      title={text(`wave.${measure}`)}
      note={text('wave.asOf', { date: format.date(forecast.asOf) })}
    >
      <div className={styles.choices}>
        <NativeSelect
          label={text('wave.measure')}
          data={WAVE_MEASURES.map((value) => ({ value, label: text(`wave.${value}`) }))}
          value={measure}
          onChange={(event) => setMeasure(event.currentTarget.value as WaveMeasure)}
        />
        <NativeSelect
          label={text('wave.region')}
          data={rows.map((row) => ({ value: row.region ?? COUNTRY, label: placeOf(row.region) }))}
          value={region}
          onChange={(event) => setRegion(event.currentTarget.value)}
        />
      </div>
      {drawn && (
        <section
          className={styles.chart}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
          tabIndex={0}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the domain, which escapes every text
          dangerouslySetInnerHTML={{
            __html: drawForecast(
              { years, cells: drawn.cells },
              { label, number: format.number, hidden: '–' },
            ),
          }}
        />
      )}
      <DataTable
        caption={text(`wave.${measure}`)}
        rows={rows}
        keyOf={(row) => row.region ?? COUNTRY}
        columns={[
          {
            key: 'region',
            header: text('wave.region'),
            isRowHeader: true,
            cell: (row) => placeOf(row.region),
          },
          ...years.map((year, at) => ({
            key: String(year),
            header: String(year),
            isNumber: true,
            cell: (row: (typeof rows)[number]) => told(row.cells[at]),
          })),
        ]}
      />
    </Panel>
  );
}
