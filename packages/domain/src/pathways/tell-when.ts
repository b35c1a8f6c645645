import type { When } from './condition.ts';
import { pathwayTexts, type Telling, tellClause } from './tell-leaf.ts';

/** When a rule holds, as it is read aloud; brackets only where groups of several stand beside each other. */
export function tellWhen({ match, of }: When, telling: Telling): string {
  const t = pathwayTexts(telling.language);
  const groups = of.map((group) => {
    const told = group.of
      .map((clause) => tellClause(clause, telling))
      .join(group.of.length > 1 ? `;${t(`join.${group.match}`)}` : '');
    return of.length > 1 && group.of.length > 1 ? `(${told})` : told;
  });
  return groups.join(`;${t(`join.${match}`)}`);
}
