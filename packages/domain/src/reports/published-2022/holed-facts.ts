import { type CompiledForm, findForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { syntheticFacts } from './synthetic-facts.ts';

/** Columns of which every so manieth woman's cell is emptied, beginning with one. */
const HOLES = [
  { column: 'g05', every: 8, from: 2 },
  { column: 'age', every: 9, from: 0 },
  { column: 'education', every: 11, from: 3 },
  { column: 'marital', every: 13, from: 5 },
] as const;

/**
 * The answers of 2022 with holes in all that the regression of distress needs, so that there is something to fill in.
 * @param read the text of a file of the synthetic answers by its name
 */
export function holedFacts(read: (name: string) => string): {
  facts: WaveFacts;
  forms: readonly CompiledForm[];
} {
  const forms = ['needs-assessment-2022', 'ghq-12'].flatMap(
    (code) => findForm(code, '1.0.0') ?? [],
  );
  const files = { women: holedWomen(read('women.csv')), children: read('children.csv') };
  return { facts: syntheticFacts(files, forms), forms };
}

/** No cell of the file is quoted. */
function holedWomen(csv: string): string {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  const holed = lines.map((line, place) => {
    const gone = HOLES.filter(({ every, from }) => place % every === from);
    return line
      .split(',')
      .map((cell, i) => (gone.some(({ column }) => column === names[i]) ? '' : cell))
      .join(',');
  });
  return [head, ...holed].join('\n');
}
