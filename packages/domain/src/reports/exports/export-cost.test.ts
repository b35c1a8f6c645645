import { expect, it } from 'vitest';
import { sameRandomBytes, syntheticWave } from '../../../reference/synthetic-wave.ts';
import { anonymityLines, lossLines } from './bundle-head.ts';
import { titleOf } from './data-table.ts';
import { exportCost } from './export-cost.ts';
import { exportTables } from './export-tables.ts';

const { facts, forms } = syntheticWave();
const costOf = (anonymous: { k: number; l: number } | null, seed: number) =>
  exportCost(facts, forms, { anonymous, random: sameRandomBytes(seed) });

it('what hiding will cost is what the files say of themselves afterwards, whatever ids their rows get', () => {
  const anonymous = { k: 5, l: 2 };
  const cost = costOf(anonymous, 1);
  const given = { language: 'en', random: sameRandomBytes(3), anonymous } as const;
  const { tables, losses } = exportTables(facts, forms, given);
  const said = tables.map((table) =>
    [...anonymityLines(table), ...lossLines(table, { protection: { ...anonymous, losses } })]
      .join('\n')
      .replace(/(?<=\d),(?=\d{3})/g, ''),
  );
  expect(cost.tables.map(({ titles, rows }) => [titles.en, rows])).toEqual(
    tables.map((table) => [titleOf(table), table.rows]),
  );
  cost.tables.forEach(({ coarser, withheld, cells, smallestClass, fewestValues }, place) => {
    expect(said[place]).toContain(
      `Told less finely: ${coarser} cells; withheld: ${withheld}; of ${cells} in all.`,
    );
    expect(said[place]).toContain(`alike in all of them (k): ${smallestClass};`);
    expect(smallestClass).toBeGreaterThanOrEqual(5);
    if (fewestValues !== null) expect(said[place]).toContain(`such class (l): ${fewestValues}.`);
  });
});

it('exact files cost nothing, and say how many women would be alone in them', () => {
  const [women] = costOf(null, 1).tables;
  expect(women).toMatchObject({
    rows: 104,
    smallestClass: 1,
    coarser: 0,
    withheld: 0,
    changed: [],
  });
  expect(women?.rowsAlone).toBeGreaterThan(50);
});
