import { useElementSize } from '@mantine/hooks';
import type { WaveProgress } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { daysBetween } from './days-between.ts';
import styles from './progress-chart.module.css';

interface ProgressChartProps {
  readonly byDay: WaveProgress['byDay'];
  /** First and last day to show, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

interface Day {
  readonly day: string;
  readonly total: number;
  readonly counts: Readonly<Record<Language, number>>;
}

const TONES: Record<Language, string> = { kk: '#0b5d4e', ru: '#5aa08f', en: '#b9d6cd' };
const HEIGHT = 180;
const FOOT = 22;
const TOP = 18;
/** Thinner bars than this cannot be told apart: then only the latest days are drawn, the table has all. */
const THINNEST_STEP = 9;
/** Room that the name of a day takes. */
const LABEL_WIDTH = 84;

/** Answers a day, stacked by language, with the same numbers as a table for those who want or need it. */
export function ProgressChart({ byDay, from, to }: ProgressChartProps) {
  const text = useText('surveys');
  const format = useFormat();
  const { ref, width: measured } = useElementSize<HTMLElement>();
  const width = Math.max(260, Math.round(measured));
  const all = countedDays(byDay, from, to);
  const days = all.slice(-Math.floor(width / THINNEST_STEP));
  const used = LANGUAGES.filter((language) => days.some(({ counts }) => counts[language] > 0));
  const largest = Math.max(1, ...days.map(({ total }) => total));
  const step = width / days.length;
  const bar = Math.min(36, step * 0.72);
  const scale = (HEIGHT - FOOT - TOP) / largest;
  const labelled = labelPlaces(days.length, Math.floor(width / LABEL_WIDTH));
  return (
    <figure ref={ref} className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{text('progress.chart')}</span>
        <span className={styles.legend}>
          {used.map((language) => (
            <span key={language} lang={language}>
              <svg width="12" height="12" aria-hidden="true">
                <rect width="12" height="12" rx="3" fill={TONES[language]} />
              </svg>
              {LANGUAGE_NAMES[language]}
            </span>
          ))}
        </span>
      </figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={text('progress.chartLabel', {
          days: days.length,
          largest,
          day: format.date(days.find(({ total }) => total === largest)?.day ?? from),
        })}
      >
        <line x1="0" x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="#bcc5c0" />
        {days.map(({ day, total, counts }, place) => {
          const x = place * step + (step - bar) / 2;
          let y = HEIGHT - FOOT;
          return (
            <g key={day}>
              {used.map((language) => {
                const height = counts[language] * scale;
                y -= height;
                return height > 0 ? (
                  <rect
                    key={language}
                    x={x}
                    y={y}
                    width={bar}
                    height={height}
                    fill={TONES[language]}
                  />
                ) : null;
              })}
              {total > 0 && step >= 22 && (
                <text x={x + bar / 2} y={y - 5} className={styles.number}>
                  {format.number(total)}
                </text>
              )}
              {labelled.has(place) && (
                <text
                  x={x + bar / 2}
                  y={HEIGHT - 5}
                  className={styles.day}
                  textAnchor={place === 0 ? 'start' : place === days.length - 1 ? 'end' : 'middle'}
                >
                  {format.date(day, 'day')}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <details className={styles.details}>
        <summary>{text('progress.table')}</summary>
        <DataTable
          caption={text('progress.chart')}
          rows={all.filter(({ total }) => total > 0)}
          keyOf={({ day }) => day}
          columns={[
            {
              key: 'day',
              header: text('progress.day'),
              isRowHeader: true,
              cell: ({ day }) => format.date(day),
            },
            ...used.map((language) => ({
              key: language,
              header: LANGUAGE_NAMES[language],
              isNumber: true,
              cell: ({ counts }: Day) => format.number(counts[language]),
            })),
            {
              key: 'total',
              header: text('progress.total'),
              isNumber: true,
              cell: ({ total }) => format.number(total),
            },
          ]}
        />
      </details>
    </figure>
  );
}

function countedDays(byDay: WaveProgress['byDay'], from: string, to: string): Day[] {
  const arrived = byDay.map(({ receivedOn }) => receivedOn).sort();
  const first = arrived[0] && arrived[0] < from ? arrived[0] : from;
  const last = [to, arrived.at(-1) ?? to].sort().at(-1) ?? to;
  const all = daysBetween(first, last);
  return all.map((day) => {
    const counts = { kk: 0, ru: 0, en: 0 };
    for (const { receivedOn, language, answers } of byDay) {
      if (receivedOn === day) counts[language] += answers;
    }
    return { day, counts, total: counts.kk + counts.ru + counts.en };
  });
}

/** First, last and a few between: as many days as can be named without touching. */
function labelPlaces(days: number, most: number): ReadonlySet<number> {
  if (days <= most) return new Set(Array.from({ length: days }, (_, place) => place));
  const every = (days - 1) / (most - 1);
  return new Set(Array.from({ length: most }, (_, label) => Math.round(label * every)));
}
