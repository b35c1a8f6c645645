import { Button } from '@mantine/core';
import {
  type FormOutline,
  inventPeople,
  type Pathway,
  SIMULATED,
  type Simulation,
  type StepCounts,
  simulate,
} from '@tirek/domain/pathways';
import { useState } from 'react';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

const PEOPLE = 2000;
const SEED = 2022;

interface Tried {
  readonly now: Simulation;
  readonly tried: Simulation;
}

/** How many of the same made-up people a pathway puts on each step, beside the one that is in force. */
export function SimulationPanel({
  pathway,
  inForce,
  forms,
  today,
}: {
  pathway: Pathway;
  inForce: Pathway;
  forms: readonly FormOutline[];
  today: string;
}) {
  const text = useText('pathways');
  const format = useFormat();
  const { t } = usePathwayWords(forms);
  const { regions, nameOf } = useRegionNames();
  const [tried, setTried] = useState<Tried | null>(null);
  const tryOut = () => {
    const codes = regions.map(({ code }) => code);
    const reads = [
      ...new Map(
        [...inForce.reads, ...pathway.reads].map((one) => [`${one.form} ${one.scale}`, one]),
      ).values(),
    ];
    const people = inventPeople(
      { reads, rules: [...inForce.rules, ...pathway.rules] },
      { count: PEOPLE, seed: SEED, today, forms, regions: codes.length > 0 ? codes : ['–'] },
    );
    setTried({ now: simulate(inForce, people, today), tried: simulate(pathway, people, today) });
  };
  const nameOfStep = (step: (typeof SIMULATED)[number]) =>
    step === null ? text('sim.undecided') : t(`short.${step}`);
  const groups = (of: 'byRegion' | 'byLanguage', name: (key: string) => string) =>
    tried && <GroupTable now={tried.now[of]} tried={tried.tried[of]} name={name} />;
  return (
    <div className={styles.simulation}>
      <h3 className={styles.name}>{text('sim.title')}</h3>
      <p className={styles.quiet}>{text('sim.note', { count: PEOPLE })}</p>
      <div className={styles.buttons}>
        <Button variant="default" size="sm" onClick={tryOut}>
          {text('sim.run')}
        </Button>
      </div>
      {tried && (
        <>
          <DataTable
            caption={text('sim.title')}
            rows={SIMULATED}
            keyOf={(step) => step ?? 'none'}
            columns={[
              { key: 'step', header: text('sim.step'), isRowHeader: true, cell: nameOfStep },
              {
                key: 'now',
                header: text('sim.now'),
                isNumber: true,
                cell: (step) => format.number(tried.now.all.get(step) ?? 0),
              },
              {
                key: 'then',
                header: text('sim.then'),
                isNumber: true,
                cell: (step) => format.number(tried.tried.all.get(step) ?? 0),
              },
              {
                key: 'change',
                header: text('sim.change'),
                isNumber: true,
                cell: (step) => difference(tried, step, format.number),
              },
            ]}
          />
          <details>
            <summary>{text('sim.regions')}</summary>
            {groups('byRegion', nameOf)}
          </details>
          <details>
            <summary>{text('sim.languages')}</summary>
            {groups('byLanguage', (key) => (key === 'kk' ? text('kazakh') : text('russian')))}
          </details>
        </>
      )}
    </div>
  );
}

function difference(
  { now, tried }: Tried,
  step: (typeof SIMULATED)[number],
  number: (value: number) => string,
): string {
  const change = (tried.all.get(step) ?? 0) - (now.all.get(step) ?? 0);
  return change > 0 ? `+${number(change)}` : number(change);
}

/** Of each group how many come to each step, before and after. */
function GroupTable({
  now,
  tried,
  name,
}: {
  now: ReadonlyMap<string, StepCounts>;
  tried: ReadonlyMap<string, StepCounts>;
  name: (key: string) => string;
}) {
  const text = useText('pathways');
  const format = useFormat();
  const { t } = usePathwayWords();
  const rows = format.sorted([...tried.keys()], name);
  return (
    <DataTable
      caption={text('sim.title')}
      rows={rows}
      keyOf={(key) => key}
      columns={[
        { key: 'group', header: text('sim.group'), isRowHeader: true, cell: name },
        ...SIMULATED.map((step) => ({
          key: step ?? 'none',
          header: step === null ? text('sim.undecided') : t(`short.${step}`),
          isNumber: true,
          cell: (key: string) =>
            `${format.number(now.get(key)?.get(step) ?? 0)} → ${format.number(tried.get(key)?.get(step) ?? 0)}`,
        })),
      ]}
    />
  );
}
