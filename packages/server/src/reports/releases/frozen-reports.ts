import { Problem } from '@tirek/domain/problem';
import {
  CONSISTENCY_RULES,
  type PlanRefusal,
  type ReleaseCertificate,
  type Report,
} from '@tirek/domain/reports';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import type { PlanOutcome } from './plan-worker.ts';

export type FrozenReports = {
  readonly kind: 'frozen';
  readonly reports: Readonly<Partial<Record<Language, Report>>>;
  readonly certificate: ReleaseCertificate;
};

/**
 * The reports of a plan in all languages with the certificate of their figures, or the refusal of the plan.
 * @param outcomes one for each language, in their order
 * @throws Problem `release-inconsistent` with the first figure that does not agree; Error when a report was not checked
 */
export function frozenOf(
  outcomes: readonly PlanOutcome[],
  { checkedOn }: { checkedOn: string },
): FrozenReports | PlanRefusal {
  const reports: Partial<Record<Language, Report>> = {};
  const seen: Partial<ReleaseCertificate['seen']> = {};
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.kind === 'refused') return outcome;
    const { report, certificate } = outcome;
    const language = LANGUAGES[place];
    if (!certificate || !language) throw new Error('A report without a certificate is not frozen.');
    const { numbers, tables, done, findings } = certificate;
    const [first] = findings;
    if (first) throw new Problem('release-inconsistent', { ...first, findings: findings.length });
    reports[language] = report;
    seen[language] = { numbers, tables, done: { ...done } };
  }
  return {
    kind: 'frozen',
    reports,
    certificate: {
      rules: CONSISTENCY_RULES,
      checkedOn,
      seen: seen as ReleaseCertificate['seen'],
    },
  };
}
