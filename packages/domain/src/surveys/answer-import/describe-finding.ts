import en from '../../text/en/answer-import.json' with { type: 'json' };
import { type Language, translator } from '../../text/index.ts';
import kk from '../../text/kk/answer-import.json' with { type: 'json' };
import ru from '../../text/ru/answer-import.json' with { type: 'json' };
import type { ImportFinding } from './import-mapping.ts';

/** The sentence of a finding: where it is, what stands there, what would be right. */
export function describeFinding(finding: ImportFinding, language: Language): string {
  const t = translator({ kk, ru, en }[language], language);
  const { table, line, column, value } = finding;
  const place =
    line === null
      ? t('place.wholeTable', { table, column: column ?? '' })
      : t('place', { table, line: String(line), column: column ?? '' });
  const { rule } = finding.params;
  return t(finding.code, {
    ...finding.params,
    ...(rule === undefined ? {} : { rule: ruleText(finding, t, language) }),
    table,
    column: column ?? '',
    value: value ?? '',
    place,
  });
}

/** The form's own sentence where it has one in this language, else ours for the kind of rule. */
function ruleText(
  { params }: ImportFinding,
  t: ReturnType<typeof translator<typeof ru>>,
  language: Language,
): string {
  const own = params[`text.${language}`] ?? params['text.ru'] ?? params['text.en'];
  return String(own ?? t(`rule.${params.rule}` as RuleKey, { limit: params.limit ?? '' }));
}

type RuleKey = Extract<keyof typeof ru, `rule.${string}`>;
