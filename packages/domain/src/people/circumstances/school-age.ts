import { type Birth, birthRange } from '../birth.ts';
import { LAST_GRADE, type Schooling } from './circumstance.ts';

/** A school of general education ends with so many grades, as a rule. */
const LAST_OF_ALL = 11;

/** The day for which a child's grade is asked, and the age at which the programme says children go to school. */
export interface AtSchool {
  readonly on: string;
  /** Who is so old on the first of September goes to school that year; the law says six to seven, so a year later is as usual. */
  readonly schoolAge: number;
}

/** Lowest and highest grade in which children of that age are; null where a child is too young or too old for school. */
export function gradesForAge(
  birth: Birth,
  { on, schoolAge }: AtSchool,
): { lowest: number; highest: number } | null {
  const { from, to } = birthRange(birth);
  const year = schoolYearOf(on);
  const highest = gradeIn(year, firstSchoolYear(from, schoolAge));
  if (highest < 1) return null;
  const lowest = Math.max(0, gradeIn(year, firstSchoolYear(to, schoolAge + 1)));
  if (lowest > LAST_OF_ALL) return null;
  return { lowest, highest: Math.min(LAST_GRADE, highest) };
}

/** Whole years by which a grade is below those of the same age at least; 0 where it fits, or nothing is known. */
export function yearsBehind(
  { birth, grade }: { birth: Birth | null; grade: number | null },
  at: AtSchool,
): number {
  const grades = birth && grade !== null ? gradesForAge(birth, at) : null;
  return grades && grade !== null ? Math.max(0, grades.lowest - grade) : 0;
}

/** The calendar year in whose September somebody born on a day goes to school for the first time, by age. */
export function firstSchoolYear(birth: string, schoolAge: number): number {
  const year = Number(birth.slice(0, 4)) + schoolAge;
  return birth.slice(5) <= '09-01' ? year : year + 1;
}

/**
 * The same by the grade that is recorded, if one grade follows another from then on. `over`: no turn at school is to come.
 * Null where no grade is recorded, so that only the age tells.
 */
export function firstSchoolYearTold(
  schooling: Pick<Schooling, 'state' | 'grade'>,
  since: string,
): number | 'over' | null {
  const { state, grade } = schooling;
  if (state === 'college' || state === 'finished') return 'over';
  return grade === null ? null : schoolYearOf(since) - grade + 1;
}

const gradeIn = (year: number, firstYear: number): number => year - firstYear + 1;

/** The calendar year in whose September the school year of a day began. */
const schoolYearOf = (on: string): number =>
  Number(on.slice(0, 4)) - (on.slice(5, 7) < '09' ? 1 : 0);
