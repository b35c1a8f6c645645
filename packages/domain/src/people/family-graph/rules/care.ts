import type { Care } from '../family-graph.ts';
import { type Finding, type FindingCode, finding } from '../findings.ts';
import { spanOf, surelyBefore, yearsBetween } from '../life-date.ts';
import type { GraphRule, Reading } from './reading.ts';

const GROWN = 18;

/** Who can bring up whom. */
export const careRules: GraphRule = (reading) =>
  reading.graph.cares.flatMap((care) => [
    ...reading
      .strangers(care.carer, care.ward)
      .map((id) => finding('person-missing', [id], [care.id])),
    ...oneCare(care, reading),
  ]);

function oneCare(care: Care, { born, died, today, person, kinship }: Reading): Finding[] {
  const { id, carer, ward } = care;
  if (carer === ward) return [finding('own-carer', [carer], [id])];
  const found: Finding[] = [];
  const add = (code: FindingCode, about: readonly string[] = [carer, ward]) =>
    found.push(finding(code, about, [id]));
  const from = spanOf(care.from);
  const until = care.until ? spanOf(care.until) : null;
  if (surelyBefore(today, from) || (until && surelyBefore(today, until))) add('date-in-future');
  if (until && surelyBefore(until, from)) add('dates-reversed');
  if (surelyBefore(born(ward), born(carer))) add('carer-younger');
  for (const each of [carer, ward]) {
    const death = died(each);
    if (death && surelyBefore(death, from)) add('care-after-death', [each]);
  }
  const first = until && until.latest < from.latest ? until : from;
  if (surelyBefore(first, born(ward))) add('care-before-birth');
  if (care.from && person(carer)?.birth) {
    const { most } = yearsBetween(born(carer), from);
    if (most < GROWN) add('carer-not-grown');
  }
  if (care.from && person(ward)?.birth && yearsBetween(born(ward), from).fewest >= GROWN) {
    add('ward-grown');
  }
  if (kinship.parentsOf(ward).includes(carer)) add('carer-is-parent');
  return found;
}
