import {
  type Answers,
  type CompiledForm,
  isAbsent,
  isAnswered,
  isSafetyItem,
  pointsOf,
} from '../../instruments/index.ts';

/** How far an answer lies towards the worse end of its own coding. */
export interface ItemConcern {
  readonly linkId: string;
  /** 0: the best answer there is, 1: the worst. */
  readonly weight: number;
  /** An answer to it may mean danger, whatever the sum says. */
  readonly isSafety: boolean;
  /** To be talked about first: near the worse end, or anything but the best where it may mean danger. */
  readonly isConcern: boolean;
}

const NEAR_THE_END = 2 / 3;

/** The answered items of the scales and questions of danger outside of them, what has to be talked about first at the top; the others in the order of the form. */
export function itemsByConcern(form: CompiledForm, answers: Answers): ItemConcern[] {
  const seen = new Set<string>();
  const found: ItemConcern[] = [];
  for (const scale of form.pkg.scales) {
    for (const linkId of scale.items) {
      const value = answers[linkId];
      const item = form.byLinkId.get(linkId);
      if (seen.has(linkId) || !item || item.roster !== null || !isAnswered(value)) continue;
      const coded = pointsOf(scale, linkId);
      const points = typeof value === 'string' ? coded[value] : undefined;
      if (points === undefined) continue;
      seen.add(linkId);
      const all = item.options.flatMap(({ id }) => coded[id] ?? []);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const share = high === low ? 0 : (points - low) / (high - low);
      const weight = scale.direction === 'higher-is-worse' ? share : 1 - share;
      const isSafety = isSafetyItem(item);
      const isConcern = isSafety ? weight > 0 : weight >= NEAR_THE_END;
      found.push({ linkId, weight, isSafety, isConcern });
    }
  }
  // Outside of any scale, a yes to a question of danger or a refusal to answer it.
  for (const item of form.items) {
    const { linkId, roster } = item;
    if (seen.has(linkId) || roster !== null || !isSafetyItem(item)) continue;
    const value = answers[linkId];
    if (value === true || (isAbsent(value) && value.absent === 'declined'))
      found.push({ linkId, weight: 1, isSafety: true, isConcern: true });
  }
  return found.toSorted(
    (a, b) => rank(b) - rank(a) || (a.isConcern && b.isConcern ? b.weight - a.weight : 0),
  );
}

const rank = ({ isConcern, isSafety }: ItemConcern) => (isConcern ? (isSafety ? 2 : 1) : 0);
