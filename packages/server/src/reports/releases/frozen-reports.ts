import { Problem } from '@tirek/domain/problem';
import {
  type Certificate,
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
 * @param asker `language`: in which she is told what does not agree, unless it is right in that language and wrong in another
 * @throws Problem `release-inconsistent` with the first figure that does not agree; Error when a report was not checked
 */
export function frozenOf(
  outcomes: readonly PlanOutcome[],
  { checkedOn, language: read }: { checkedOn: string; language: Language },
): FrozenReports | PlanRefusal {
  const reports: Partial<Record<Language, Report>> = {};
  const seen: Partial<ReleaseCertificate['seen']> = {};
  const wrong: Array<{ readonly language: Language; readonly findings: Certificate['findings'] }> =
    [];
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.kind === 'refused') return outcome;
    const { report, certificate } = outcome;
    const language = LANGUAGES[place];
    if (!certificate || !language) throw new Error('A report without a certificate is not frozen.');
    const { numbers, tables, done, findings } = certificate;
    if (findings.length > 0) wrong.push({ language, findings });
    reports[language] = report;
    seen[language] = { numbers, tables, done: { ...done } };
  }
  const told = wrong.find(({ language }) => language === read) ?? wrong[0];
  const [first] = told?.findings ?? [];
  if (told && first) {
    const { language, findings } = told;
    throw new Problem('release-inconsistent', { ...first, language, findings: findings.length });
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
