import type { Scale } from '../../instruments/index.ts';
import {
  ASSESSMENT_INFORMANTS,
  type Assessment,
  type AssessmentInformant,
  standingAssessments,
} from '../assessment.ts';
import { type ChangeVerdict, changeVerdict } from './change.ts';

export interface CoursePoint {
  readonly assessmentId: string;
  readonly on: string;
  readonly value: number;
  readonly pomp: number;
  /** Against the point before, and against the first; null for the first itself and where no rule is known. */
  readonly sinceLast: ChangeVerdict | null;
  readonly sinceFirst: ChangeVerdict | null;
}

/** One scale as one informant answered it over time. Two informants are two courses: nothing is averaged. */
export interface Course {
  readonly scale: string;
  readonly informant: AssessmentInformant;
  /** The oldest first. */
  readonly points: readonly CoursePoint[];
}

/** The courses of a form's scales; only scores of the very same scoring stand in one course. */
export function coursesOf(
  assessments: readonly Assessment[],
  { formCode, scales }: { formCode: string; scales: readonly Scale[] },
): Course[] {
  const standing = standingAssessments(assessments.filter((each) => each.formCode === formCode));
  const oldestFirst = standing.toReversed();
  return scales.flatMap((scale) =>
    ASSESSMENT_INFORMANTS.flatMap((informant) => {
      const own = oldestFirst.filter((each) => each.informant === informant);
      const points = pointsOf(own, scale);
      return points.length > 0 ? [{ scale: scale.id, informant, points }] : [];
    }),
  );
}

function pointsOf(own: readonly Assessment[], scale: Scale): CoursePoint[] {
  const scored = own.flatMap(({ id, takenOn, scores }) => {
    const score = scores.find(
      (each) => each.scale === scale.id && each.version === scale.version && each.row === undefined,
    );
    return score?.kind === 'scored' ? [{ id, takenOn, score }] : [];
  });
  const first = scored[0]?.score.value;
  return scored.map(({ id, takenOn, score }, at) => {
    const before = scored[at - 1]?.score.value;
    return {
      ...{ assessmentId: id, on: takenOn, value: score.value, pomp: score.pomp },
      sinceLast: before === undefined ? null : changeVerdict(scale, before, score.value),
      sinceFirst: at === 0 || first === undefined ? null : changeVerdict(scale, first, score.value),
    };
  });
}
