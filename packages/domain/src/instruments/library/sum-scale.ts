import type { WorkedExample } from '../form-package.ts';
import type { Scale } from '../scale.ts';
import type { Source } from '../source.ts';
import { nestedBands, type Words } from './first-version.ts';
import { asNumbered, printed } from './in-order.ts';
import { inOurWords } from './wording.ts';

/** A sum of whole points that all items share; all must be answered unless something else is said. */
export const sumScale = (
  id: string,
  title: Words,
  items: readonly string[],
  about: { from: number; to: number; source: Source } & Partial<Scale>,
): Scale => {
  const { from, to, ...more } = about;
  return {
    id,
    version: '1',
    title: inOurWords(...title),
    items: [...items],
    coding: asNumbered(from, to),
    combine: 'sum',
    minimumAnswered: items.length,
    proration: 'none',
    range: { min: items.length * from, max: items.length * to },
    direction: 'higher-is-worse',
    printedCoding: printed(from, to),
    bandSets: [],
    evidence: {},
    ...more,
  };
};

/** One or more cut-offs for screening, each reaching to the end of the scale. */
export const cutOffs = (
  bands: readonly [id: string, from: number, label: Words][],
  source: Source,
): Scale['bandSets'] => [
  { kind: 'nested', purpose: 'screening', bands: nestedBands(bands), source },
];

/** Short labels by number, where the words of an item are the site's to bring. */
export const byNumber = (items: readonly string[]): Record<string, Words> =>
  Object.fromEntries(
    items.map((linkId, index): [string, Words] => [
      linkId,
      [`${index + 1}-тармақ`, `Пункт ${index + 1}`, `Item ${index + 1}`],
    ]),
  );

/** A worked example by hand. */
export const worked = (
  name: string,
  source: string,
  answers: WorkedExample['answers'],
  expected: WorkedExample['expected'],
): WorkedExample => ({ name, source: `derived by hand: ${source}`, answers, expected });
