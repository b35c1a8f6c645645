import type { ExportCost } from '@tirek/domain/reports';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import styles from './exports-page.module.css';

type TableCost = ExportCost['tables'][number];

/** How well people will hide in each file and what of their answers is lost by it, before a file is made. */
export function CostOfHiding({ cost }: { cost: ExportCost }) {
  const text = useText('exports');
  return (
    <section className={styles.cost}>
      <h4 className={styles.costTitle}>{text('cost.title')}</h4>
      {cost.tables.map((table) => (
        <CostOfTable key={table.name} table={table} />
      ))}
    </section>
  );
}

function CostOfTable({ table }: { table: TableCost }) {
  const text = useText('exports');
  const { language } = useLanguage();
  const format = useFormat();
  const { rows, cells, smallestClass, fewestValues, coarser, withheld, changed } = table;
  const share = (count: number) =>
    text('cost.share', {
      count,
      percent: format.percent(cells === 0 ? 0 : (100 * count) / cells),
    });
  const facts: Array<readonly [string, ReactNode]> = [[text('cost.rows'), format.number(rows)]];
  if (smallestClass !== null) {
    const { rowsAlone: alone, rowsBelowFive: belowFive } = table;
    facts.push([text('cost.k'), text('cost.classes', { k: smallestClass, alone, belowFive })]);
  }
  if (fewestValues !== null) facts.push([text('cost.l'), format.number(fewestValues)]);
  facts.push([text('cost.coarser'), share(coarser)], [text('cost.withheld'), share(withheld)]);
  return (
    <>
      <p className={styles.costFile}>{table.titles[language] ?? table.name}</p>
      <Facts facts={facts} />
      {table.isApart && <p className={styles.words}>{text('cost.apart')}</p>}
      {changed.length > 0 && (
        <details className={styles.costChanges}>
          <summary>{text('cost.changes', { count: changed.length })}</summary>
          <ul>
            {changed.map(({ variable, labels, ...change }) => (
              <li key={variable}>
                {labels[language] ?? ''}: <Change {...change} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Change({
  change,
  coarser,
  withheld,
}: Omit<TableCost['changed'][number], 'variable' | 'labels'>): ReactNode {
  const text = useText('exports');
  if (change === 'withheld') return text('cost.change.withheld');
  return [
    ...(change === null ? [] : [text(`cost.change.${change}`, { count: coarser })]),
    ...(withheld > 0 ? [text('cost.change.cells', { count: withheld })] : []),
  ].join('; ');
}
