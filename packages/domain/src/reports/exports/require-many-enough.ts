import type { CompiledForm } from '../../instruments/index.ts';
import { Problem } from '../../problem.ts';
import type { WaveFacts } from '../facts.ts';
import { rosterRows } from '../observations.ts';

/**
 * That at least k families stand in each table of an export that has rows, told before any is made.
 * @throws Problem `export-too-few` where there are fewer
 */
export function requireManyEnough(
  { responses }: Pick<WaveFacts, 'responses'>,
  forms: readonly CompiledForm[],
  k: number,
): void {
  const rosters = forms.flatMap((form) =>
    form.items.filter(({ type }) => type === 'roster').map(({ linkId }) => ({ form, linkId })),
  );
  const families = [
    responses.length,
    ...rosters.map(
      ({ form, linkId }) =>
        responses.filter(({ answers }) => rosterRows(answers[form.code], linkId).length > 0).length,
    ),
  ];
  if (families.some((many) => many > 0 && many < k)) throw new Problem('export-too-few', { k });
}
