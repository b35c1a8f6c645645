import type { AnalysisPlan, Condition, ReportAudience } from '@tirek/domain/reports';

/** A condition as it is being made: at first no question is chosen, then none of its answers. */
export interface ConditionDraft {
  readonly of: Pick<Condition, 'form' | 'question'> | null;
  readonly options: readonly string[];
}

/** What the page has been told so far. It may not be a plan yet. */
export interface PlanDraft {
  readonly waveId: string | null;
  readonly audience: ReportAudience;
  readonly population: readonly ConditionDraft[];
  /** Null: all there are. */
  readonly sections: readonly string[] | null;
  /** Tables that stay out. A draft that was kept before they could be chosen has none. */
  readonly without?: readonly string[];
}

export const EMPTY_PLAN: PlanDraft = {
  waveId: null,
  audience: 'network',
  population: [],
  sections: null,
};

/** The plan, or null while the wave, a question or an answer has still to be chosen. */
export function planOf(draft: PlanDraft): AnalysisPlan | null {
  const { waveId, audience, population, sections, without = [] } = draft;
  if (waveId === null) return null;
  const conditions: Condition[] = [];
  for (const { of, options } of population) {
    if (of === null || options.length === 0) return null;
    conditions.push({ form: of.form, question: of.question, options: [...options] });
  }
  return {
    waveId,
    audience,
    population: conditions,
    sections: sections === null ? null : [...sections],
    ...(without.length > 0 && { without: [...without] }),
  };
}

/** A plan back into the page, to be changed further. */
export function draftOf(plan: AnalysisPlan): PlanDraft {
  const { waveId, audience, population, sections, without } = plan;
  return {
    waveId,
    audience,
    population: population.map(({ form, question, options }) => ({
      of: { form, question },
      options,
    })),
    sections,
    ...(without && { without }),
  };
}
