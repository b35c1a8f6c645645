import type { Parentage } from '../family-graph.ts';
import { type Finding, finding } from '../findings.ts';
import { daysBetween, surelyBefore, yearsBetween } from '../life-date.ts';
import type { GraphRule, Reading } from './reading.ts';

/** Nobody becomes a parent younger than this. */
const IMPOSSIBLE_BELOW = 10;
const UNLIKELY_BELOW = 14;
const MOTHER_UNLIKELY_ABOVE = 50;
const FATHER_UNLIKELY_ABOVE = 75;
/** Code of Kazakhstan "On marriage and the family", article 91: sixteen years between adopter and child. */
const ADOPTION_GAP = 16;
/** A child is born no longer than this after its father died; 300 days is also what the law presumes. */
const LONGEST_TERM = 300;
/** Days between two births of one mother: twins may come on two days, the next child not before half a year. */
const TWINS = 2;
const SHORTEST_TERM = 180;

/** Who can be whose parent. */
export const parentRules: GraphRule = (reading) => {
  const { parentages } = reading.graph;
  return [
    ...parentages.flatMap((each) => [
      ...reading.strangers(each.parent, each.child).map((id) => {
        return finding('person-missing', [id], [each.id]);
      }),
      ...ancestry(each, reading),
      ...ages(each, reading),
    ]),
    ...repeated(parentages),
    ...thirdParents(reading),
    ...closeBirths(reading),
  ];
};

function ancestry({ id, parent, child }: Parentage, { kinship }: Reading): Finding[] {
  return kinship.lineOf(parent).has(child) ? [finding('own-ancestor', [child, parent], [id])] : [];
}

function ages({ id, parent, child, kind }: Parentage, reading: Reading): Finding[] {
  const { born, died } = reading;
  const tell = (code: Parameters<typeof finding>[0]) => [finding(code, [parent, child], [id])];
  if (parent === child) return [];
  const birth = born(child);
  const { fewest, most } = yearsBetween(born(parent), birth);
  if (surelyBefore(birth, born(parent))) return tell('child-older-than-parent');
  if (kind === 'adoptive') return most < ADOPTION_GAP ? tell('adopter-close-in-age') : [];
  if (most < IMPOSSIBLE_BELOW) return tell('parent-far-too-young');
  const sex = reading.person(parent)?.sex;
  const isKnown = reading.person(parent)?.birth && reading.person(child)?.birth;
  const oldest = sex === 'female' ? MOTHER_UNLIKELY_ABOVE : FATHER_UNLIKELY_ABOVE;
  const found: Finding[] = [];
  if (most < UNLIKELY_BELOW) found.push(...tell('parent-very-young'));
  if (isKnown && fewest > oldest) {
    found.push(...tell(sex === 'female' ? 'mother-old' : 'father-old'));
  }
  const death = died(parent);
  if (death && kind === 'biological') {
    if (sex === 'female' && surelyBefore(death, birth)) found.push(...tell('mother-dead-at-birth'));
    const isLong = sex === 'male' && daysBetween(death, birth).fewest > LONGEST_TERM;
    if (isLong) found.push(...tell('father-dead-long-before'));
  }
  return found;
}

function repeated(parentages: readonly Parentage[]): Finding[] {
  const first = new Map<string, string>();
  return parentages.flatMap(({ id, parent, child }) => {
    const pair = `${parent} ${child}`;
    const known = first.get(pair);
    first.set(pair, known ?? id);
    return known ? [finding('parentage-repeated', [parent, child], [known, id])] : [];
  });
}

/** A child is born of one woman and one man. */
function thirdParents({ graph, person }: Reading): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, Parentage>();
  for (const each of graph.parentages.filter(({ kind }) => kind === 'biological')) {
    const sex = person(each.parent)?.sex;
    if (sex === undefined || sex === 'unknown') continue;
    const place = `${sex} ${each.child}`;
    const other = seen.get(place);
    if (other && other.parent !== each.parent) {
      const code = sex === 'female' ? 'two-mothers' : 'two-fathers';
      found.push(finding(code, [each.child, other.parent, each.parent], [other.id, each.id]));
    }
    seen.set(place, other ?? each);
  }
  return found;
}

function closeBirths({ graph, person, born }: Reading): Finding[] {
  const births = graph.parentages.filter(
    ({ kind, parent, child }) =>
      kind === 'biological' && person(parent)?.sex === 'female' && person(child)?.birth,
  );
  return births.flatMap((one, i) =>
    births
      .slice(i + 1)
      .filter(({ parent, child }) => parent === one.parent && child !== one.child)
      .flatMap((other) => {
        const [first, second] = [one.child, other.child];
        const there = daysBetween(born(first), born(second));
        // The distance whichever of the two came first.
        const fewest = Math.max(there.fewest, -there.most, 0);
        const most = Math.max(there.most, -there.fewest);
        return fewest > TWINS && most < SHORTEST_TERM
          ? [finding('births-close', [one.parent, first, second], [one.id, other.id])]
          : [];
      }),
  );
}
