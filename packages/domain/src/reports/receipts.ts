import type { CompiledForm, Scale } from '../instruments/index.ts';
import { REPORT_VERSION, type Receipt } from './report.ts';
import type { ReportTexts } from './report-texts.ts';

type Source = { readonly forms: readonly CompiledForm[]; readonly t: ReportTexts };

/** The receipt of a table of counts: nothing is weighted or filled in. */
export function countReceipt(definition: string, { forms, t }: Source): Receipt {
  return { definition, rule: t('receipt.counted'), version: versionOf(forms) };
}

/** The receipt of a table made from scores or from the items as they are scored. */
export function scaleReceipt(
  definition: string,
  { form, scale, method }: { form: CompiledForm; scale: Scale; method?: string },
  t: ReportTexts,
): Receipt {
  const { version, printedCoding: coding } = scale;
  const rule = t('scores.rule', { version, coding });
  return {
    definition,
    rule: method === undefined ? rule : `${rule} ${method}`,
    version: versionOf([form]),
  };
}

/** The receipt of a table whose numbers follow from a method, over one form or several. */
export function methodReceipt(
  definition: string,
  { forms, method }: { forms: readonly CompiledForm[]; method: string },
): Receipt {
  return { definition, rule: method, version: versionOf(forms) };
}

function versionOf(forms: readonly CompiledForm[]): string {
  const named = [...new Set(forms)].map(({ code, version }) => `${code} ${version}`);
  return [...named, `tirek-report ${REPORT_VERSION}`].join(', ');
}
