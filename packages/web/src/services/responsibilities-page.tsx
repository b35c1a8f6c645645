import { Button, NativeSelect } from '@mantine/core';
import { type Body, familyCaseTexts, NEED_CATEGORY_IDS } from '@tirek/domain/cases';
import type { OutputOf } from '@tirek/domain/contract';
import { type Answerer, type Cell, holdsOn, type servicesContract } from '@tirek/domain/services';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './responsibilities.module.css';
import { ResponsibilityDialog } from './responsibility-dialog.tsx';
import { ResponsibilityMatrix } from './responsibility-matrix.tsx';
import { useMayInRegions, useOwnRegion } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';

export type ResponsibilityMap = OutputOf<(typeof servicesContract)['listResponsibilities']>;

/** Who answers for which need in which region; what nobody answers for stands in red. */
export function ResponsibilitiesPage() {
  const text = useText('responsibilities');
  const answer = useRead('listResponsibilities', {});
  return (
    <Page title={text('title')} intro={text('intro')} isWide>
      {answer.isPending && <LoadingState lines={6} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && <Whole map={answer.data} />}
    </Page>
  );
}

function Whole({ map }: { map: ResponsibilityMap }) {
  const text = useText('responsibilities');
  const { regionsOn } = useRegionNames();
  const regions = regionsOn(map.today);
  const own = useOwnRegion();
  const [chosen, setChosen] = useState<string | null>(null);
  const [changed, setChanged] = useState<Cell | null>(null);
  const region = chosen ?? own ?? regions[0]?.code ?? '';
  const holes = NEED_CATEGORY_IDS.filter(
    (category) => !holdsOn(map.responsibilities, { region, category }, map.today),
  ).length;
  return (
    <>
      <Panel title={text('ofRegion')}>
        <NativeSelect
          label={text('region')}
          data={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={region}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <p className={styles.count}>
          {holes === 0 ? text('holes.none') : text('holes', { count: holes })}
        </p>
        <ul className={styles.rows}>
          {NEED_CATEGORY_IDS.map((category) => (
            <CellRow
              key={category}
              cell={{ region, category }}
              map={map}
              onChange={() => setChanged({ region, category })}
            />
          ))}
        </ul>
      </Panel>
      <ResponsibilityMatrix map={map} regions={regions} onChoose={setChosen} />
      {changed && (
        <ResponsibilityDialog
          key={`${changed.region} ${changed.category}`}
          cell={changed}
          map={map}
          onClose={() => setChanged(null)}
        />
      )}
    </>
  );
}

function CellRow({
  cell,
  map,
  onChange,
}: {
  cell: Cell;
  map: ResponsibilityMap;
  onChange: () => void;
}) {
  const text = useText('responsibilities');
  const format = useFormat();
  const { category } = useServiceWords();
  const named = useAnswererName();
  const mayInRegions = useMayInRegions();
  const held = holdsOn(map.responsibilities, cell, map.today);
  const name = category(cell.category);
  return (
    <li className={held ? undefined : styles.hole}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {!held && <StatusMark tone="bad" label={text('nobody')} />}
        {mayInRegions('responsibility.manage', [cell.region]) && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={text('changeOf', { name })}
            onClick={onChange}
          >
            {text('change')}
          </Button>
        )}
      </div>
      {held && (
        <p className={styles.words}>
          {text('held', {
            body: named(held.responsible.accountable),
            days: text('days', { count: held.responsible.days }),
          })}
          {held.responsible.deputy &&
            ` ${text('deputyIs', { body: named(held.responsible.deputy) })}`}
          {held.responsible.escalation &&
            ` ${text('escalationIs', { body: named(held.responsible.escalation) })}`}
          {held.until && ` ${text('untilIs', { date: format.date(held.until) })}`}
        </p>
      )}
    </li>
  );
}

/** The body that answers; where the directory names one, that institution. */
export function useAnswererName(): (answerer: Answerer) => string {
  const { language } = useLanguage();
  const { named } = useServiceWords();
  const { data } = useRead('listServices', {});
  const t = familyCaseTexts(language);
  return ({ body, providerId }) => {
    const known = data?.providers.find(({ id }) => id === providerId);
    const word = t(`body.${body as Body}`);
    return known ? `${named(known.provider.name)} (${word})` : word;
  };
}
