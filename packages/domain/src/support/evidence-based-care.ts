import { ageRange, type BornBetween } from '../consents/index.ts';
import { type CareRule, meetingsFor } from './care-rule.ts';
import { evidenceOf } from './evidence.ts';
import { foldSupport, type SupportRecords } from './fold-support.ts';
import type { Method, SupportKind } from './kinds.ts';
import { scopeObstacle } from './scope.ts';

/**
 * From how many attended meetings of one course on somebody received evidence-based care. The number is this program's own choice
 * and no finding: one below the five sessions of Problem Management Plus, so that one missed meeting does not undo it. A programme
 * may ask for another (docs/decisions/0100-support.md).
 */
export const CARE_RULE: CareRule = { version: 1, attended: 4, methods: {} };

/** Why a course does not count. */
export const NOT_COUNTED = ['not-evidence-based', 'beyond-scope', 'age', 'too-few'] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

/** Which records led to the answer, by which rule. */
export interface CareReceipt {
  readonly rule: CareRule;
  readonly from: string;
  readonly to: string;
  readonly courses: ReadonlyArray<{
    readonly courseId: string;
    readonly kind: SupportKind;
    readonly method: Method | null;
    /** The meetings that she came to within the time. */
    readonly attended: readonly string[];
    /** Null: it counts. */
    readonly why: NotCounted | null;
  }>;
}

/**
 * Whether somebody received evidence-based care within a time: of one course whose method is evidence-based for her age and within
 * the scope of whoever gave it, at least so many meetings that she came to. An age that is not known counts for nothing.
 */
export function receivedEvidenceBasedCare(
  records: SupportRecords,
  {
    from,
    to,
    born,
    rule = CARE_RULE,
  }: {
    readonly from: string;
    readonly to: string;
    readonly born: BornBetween | null;
    readonly rule?: CareRule;
  },
): { readonly received: boolean; readonly receipt: CareReceipt } {
  const courses = foldSupport(records).map(({ course, sessions }) => {
    const attended = sessions
      .filter(
        ({ attendance, heldOn }) => attendance === 'attended' && heldOn >= from && heldOn <= to,
      )
      .map(({ id }) => id);
    const { id: courseId, kind, method, beganOn } = course;
    const evidence = evidenceOf(method);
    const why = ((): NotCounted | null => {
      if (!evidence) return 'not-evidence-based';
      if (scopeObstacle(course)) return 'beyond-scope';
      if (!isOfAge(evidence.ages, born, beganOn)) return 'age';
      return attended.length < meetingsFor(rule, method) ? 'too-few' : null;
    })();
    return { courseId, kind, method, attended, why };
  });
  return {
    received: courses.some(({ why }) => why === null),
    receipt: { rule, from, to, courses },
  };
}

function isOfAge(
  ages: { readonly from: number; readonly to: number | null },
  born: BornBetween | null,
  on: string,
): boolean {
  if (born === null) return false;
  const { atLeast, atMost } = ageRange(born, on);
  return atLeast >= ages.from && (ages.to === null || atMost <= ages.to);
}
