import type { Union } from '../family-graph.ts';
import { type Finding, type FindingCode, finding } from '../findings.ts';
import { kinshipOf } from '../kinship.ts';
import { type Span, spanOf, surelyBefore, yearsBetween } from '../life-date.ts';
import type { GraphRule, Reading } from './reading.ts';

/** A child of this age is in no union, whatever somebody calls it. */
const IMPOSSIBLE_BELOW = 10;
/** Code of Kazakhstan "On marriage and the family", article 10: from 18, from 16 for weighty reasons. */
const UNLIKELY_BELOW = 16;
const FAR_APART = 30;

/** Who can be together, and when. */
export const unionRules: GraphRule = (reading) => {
  const { unions } = reading.graph;
  return [
    ...unions.flatMap((union) => [
      ...reading
        .strangers(...union.partners)
        .map((id) => finding('person-missing', [id], [union.id])),
      ...oneUnion(union, reading),
    ]),
    ...overlaps(reading),
  ];
};

function oneUnion(union: Union, reading: Reading): Finding[] {
  const { id, partners, end } = union;
  const [one, other] = partners;
  const { born, died, today, person } = reading;
  if (one === other) return [finding('union-with-oneself', [one], [id])];
  const found: Finding[] = [];
  const add = (code: FindingCode, about: readonly string[] = partners) =>
    found.push(finding(code, about, [id]));
  const from = spanOf(union.from);
  const until = end ? spanOf(end.on) : null;
  if (surelyBefore(today, from) || (until && surelyBefore(today, until))) add('date-in-future');
  if (until && surelyBefore(until, from)) add('dates-reversed');
  for (const partner of partners) {
    const death = died(partner);
    if (death && surelyBefore(death, from)) add('union-after-death', [partner]);
    if (until && surelyBefore(until, born(partner))) add('union-before-birth', [partner]);
    else if (surelyBefore(from, born(partner))) add('union-before-birth', [partner]);
    else if (union.from && person(partner)?.birth) {
      const { most } = yearsBetween(born(partner), from);
      if (most < IMPOSSIBLE_BELOW) add('partner-child', [partner]);
      else if (most < UNLIKELY_BELOW) add('partner-very-young', [partner]);
    }
  }
  if (person(one)?.birth && person(other)?.birth) {
    const { fewest, most } = yearsBetween(born(one), born(other));
    if (fewest >= FAR_APART || -most > FAR_APART) add('partners-far-apart');
  }
  if (areCloseKin(one, other, reading)) add('partners-close-kin');
  if (end?.how === 'death' && !died(one) && !died(other)) add('nobody-died');
  return found;
}

/** One descends from the other, or both have a parent in common; cousins marry. */
function areCloseKin(one: string, other: string, { graph }: Reading): boolean {
  const blood = kinshipOf(graph, { isByBlood: true });
  const parents = blood.parentsOf(one);
  return (
    blood.lineOf(one).has(other) ||
    blood.lineOf(other).has(one) ||
    blood.parentsOf(other).some((parent) => parents.includes(parent))
  );
}

/** Last day on which a union can have begun, and first on which it can have ended. */
type Lasting = { readonly begun: string; readonly ended: string };

function lastingOf(union: Union, { died, today }: Reading): Lasting {
  const deaths = union.partners.flatMap((id) => died(id) ?? []);
  const ends: readonly Span[] = [...(union.end ? [spanOf(union.end.on)] : []), ...deaths];
  const ended = ends.map(({ earliest }) => earliest).toSorted()[0];
  const latest = ends.map((end) => end.latest).toSorted()[0] ?? today.latest;
  const begun = spanOf(union.from).latest;
  return { begun: [begun, latest].toSorted()[0]!, ended: ended ?? '9999-12-31' };
}

function overlaps(reading: Reading): Finding[] {
  const { graph } = reading;
  const lasting = new Map(graph.unions.map((union) => [union.id, lastingOf(union, reading)]));
  return graph.unions.flatMap((one, i) =>
    graph.unions.slice(i + 1).flatMap((other) => {
      const common = one.partners.filter((id) => other.partners.includes(id));
      const [a, b] = [lasting.get(one.id), lasting.get(other.id)];
      if (common.length === 0 || one.id === other.id || !a || !b) return [];
      const begun = [a.begun, b.begun].toSorted().at(-1)!;
      const ended = [a.ended, b.ended].toSorted()[0]!;
      const code = begun < ended ? clashOf(one, other, { common, reading }) : null;
      return code ? [finding(code, common, [one.id, other.id])] : [];
    }),
  );
}

/** Which finding two unions at one time are: those of the same two people only when both are registered. */
function clashOf(
  one: Union,
  other: Union,
  { common, reading }: { common: readonly string[]; reading: Reading },
): FindingCode | null {
  const kinds = [one.kind, other.kind];
  if (kinds.every((kind) => kind === 'registered')) return 'registered-overlap';
  if (common.length === 2) return null;
  const isPolygamous = kinds.includes('religious-polygamous');
  const isWife = common.some((id) => reading.person(id)?.sex === 'female');
  return isPolygamous && !isWife ? null : 'unions-overlap';
}
