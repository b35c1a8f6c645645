import { Button, NativeSelect } from '@mantine/core';
import { NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import {
  COVERAGES,
  type CoverageOf,
  coverageIn,
  drawTileMap,
  PLACES,
  type Place,
  shareOf,
  type Tile,
} from '@tirek/domain/services';
import { useMemo, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { type RegionName, useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './coverage.module.css';
import { COVERAGE_COLOURS, SHARE_COLOURS } from './coverage-colours.ts';
import { NeedMatrix } from './need-matrix.tsx';
import type { Answer } from './services-page.tsx';
import { useServiceWords } from './use-service-words.ts';

/** Where what is missing: a map of squares and every need by region, in the city and in the village. */
export function CoveragePage() {
  const text = useText('directory');
  const directory = useRead('listServices', {});
  return (
    <Page
      title={text('coverage.title')}
      intro={text('coverage.intro')}
      back={{ to: '/services', label: text('title') }}
      isWide
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={18} />}
          onClick={() => window.print()}
        >
          {text('print')}
        </Button>
      }
    >
      {directory.isPending && <LoadingState lines={6} />}
      {directory.isError && <ErrorState error={directory.error} onRetry={directory.refetch} />}
      {directory.data && <Picture directory={directory.data} />}
    </Page>
  );
}

function Picture({ directory }: { directory: Answer }) {
  const text = useText('directory');
  const format = useFormat();
  const { t, category } = useServiceWords();
  const { regionsOn } = useRegionNames();
  const [place, setPlace] = useState<Place>('anywhere');
  const [need, setNeed] = useState<NeedCategory | ''>('');
  const { today } = directory;
  const coverage = useMemo(() => coverageIn(directory, place, today), [directory, place, today]);
  const regions = regionsOn(today).map(({ code, name }) => ({ code, name: shortName(name) }));
  const tiles = regions.map(({ code, name }): Tile => {
    if (need !== '') {
      const state = coverage(code, need);
      return { code, name, colour: COVERAGE_COLOURS[state], words: t(`coverage.${state}`) };
    }
    const { present, share } = shareOf(NEED_CATEGORY_IDS.map((each) => coverage(code, each)));
    const words = text('coverage.share', { present, all: NEED_CATEGORY_IDS.length });
    return { code, name, colour: SHARE_COLOURS[share], words };
  });
  const title = `${need === '' ? text('coverage.allNeeds') : category(need)}, ${t(`place.${place}`)}`;
  return (
    <>
      <Panel title={title} note={text('coverage.asOf', { date: format.date(today) })}>
        <div className={styles.choices}>
          <NativeSelect
            label={text('find.category')}
            data={[
              { value: '', label: text('coverage.allNeeds') },
              ...NEED_CATEGORY_IDS.map((each) => ({ value: each, label: category(each) })),
            ]}
            value={need}
            onChange={(event) => setNeed(event.currentTarget.value as NeedCategory | '')}
          />
          <NativeSelect
            label={text('coverage.place')}
            data={PLACES.map((each) => ({ value: each, label: t(`place.${each}`) }))}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value as Place)}
          />
        </div>
        <section
          className={styles.map}
          aria-label={title}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
          tabIndex={0}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the domain, which escapes every text
          dangerouslySetInnerHTML={{ __html: drawTileMap(tiles, title) }}
        />
        {need === '' && <p className={styles.quiet}>{text('coverage.shareNote')}</p>}
      </Panel>
      <Panel title={text('coverage.matrix')} note={text('coverage.matrixNote')}>
        <Legend />
        <Matrix {...{ regions, coverage }} />
      </Panel>
    </>
  );
}

function Legend() {
  const { t } = useServiceWords();
  return (
    <ul className={styles.legend}>
      {COVERAGES.map((each) => (
        <li key={each} style={{ background: COVERAGE_COLOURS[each] }}>
          {t(`coverage.${each}`)}
        </li>
      ))}
    </ul>
  );
}

function Matrix({ regions, coverage }: { regions: readonly RegionName[]; coverage: CoverageOf }) {
  const text = useText('directory');
  const { t, category } = useServiceWords();
  return (
    <>
      <div className={styles.wide}>
        <NeedMatrix
          label={text('coverage.matrix')}
          regions={regions}
          cell={(region, each) => {
            const state = coverage(region, each);
            return { words: t(`coverage.${state}`), colour: COVERAGE_COLOURS[state] };
          }}
        />
      </div>
      <ul className={styles.narrow}>
        {regions.map(({ code, name }) => (
          <li key={code}>
            <h3 className={styles.region}>{name}</h3>
            <dl className={styles.states}>
              {COVERAGES.map((state) => {
                const of = NEED_CATEGORY_IDS.filter((each) => coverage(code, each) === state);
                return (
                  of.length > 0 && (
                    <div key={state} style={{ background: COVERAGE_COLOURS[state] }}>
                      <dt>{t(`coverage.${state}`)}</dt>
                      <dd>{of.map(category).join(', ')}</dd>
                    </div>
                  )
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A region without the word for what it is, which all of them share. */
const shortName = (name: string): string =>
  name.replace(/\s*(облысы|область|Region)\s*/giu, ' ').trim();
