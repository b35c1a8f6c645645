import { figureOf, listNeeds, proposalOf } from '../needs/listed-needs.ts';
import { paragraph } from '../sentences/sentence.ts';
import type { BriefAction } from './brief.ts';
import type { Source } from './source.ts';

const MOST = 5;
const NAMED = 3;

/** One action for each need that the leading numbers point at, the most often named first. */
export function actionsOf(source: Source): BriefAction[] {
  return listNeeds(source, NAMED)
    .slice(0, MOST)
    .map((need) => {
      const { action, body } = proposalOf(need, source);
      const why = paragraph(`action-${need.id}`, figureOf(need, source));
      return { id: need.id, action, body, why };
    });
}
