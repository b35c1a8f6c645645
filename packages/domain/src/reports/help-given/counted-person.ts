import type { Sex } from '../../people/index.ts';
import {
  type CareRule,
  foldSupport,
  receivedEvidenceBasedCare,
  type SupportRecords,
  standingAid,
} from '../../support/index.ts';
import type { CountedPerson, HelpedGroup } from './figures.ts';

const OF_AGE = 18;

/** As which of the groups somebody is counted in a year; null where her birth, or of a grown person the sex, is not known. */
export function groupOf(
  { sex, bornYear }: { readonly sex: Sex; readonly bornYear: number | null },
  year: number,
): HelpedGroup | null {
  if (bornYear === null) return null;
  if (year - bornYear < OF_AGE) return 'children';
  if (sex === 'female') return 'women';
  return sex === 'male' ? 'men' : null;
}

/** What somebody got between two days, as it is counted: of each kind at least one meeting that she came to. */
export function gotBetween(
  records: SupportRecords,
  {
    from,
    to,
    bornYear,
    rule,
  }: { from: string; to: string; bornYear: number | null; rule: CareRule },
): Pick<CountedPerson, 'got' | 'hadCare'> {
  const isWithin = (day: string) => day >= from && day <= to;
  const kinds = foldSupport(records).flatMap(({ course, sessions }) =>
    sessions.some(({ attendance, heldOn }) => attendance === 'attended' && isWithin(heldOn))
      ? [course.kind]
      : [],
  );
  const hadAid = standingAid(records).some(({ handedOn }) => isWithin(handedOn));
  const born = bornYear === null ? null : { from: `${bornYear}-01-01`, to: `${bornYear}-12-31` };
  return {
    got: [...new Set([...kinds, ...(hadAid ? (['aid'] as const) : [])])],
    hadCare: receivedEvidenceBasedCare(records, { from, to, born, rule }).received,
  };
}
