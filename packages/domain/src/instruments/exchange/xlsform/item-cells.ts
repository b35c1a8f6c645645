import type { Constraint } from '../../form-item.ts';
import { conditionToXPath, constraintToXPath, type ItemKinds, numberToXPath } from './xpath-out.ts';

/** What of an item stands in cells as XPath. */
export type Rules = {
  type: string;
  linkId: string;
  enableWhen?: string | undefined;
  calculation?: string | undefined;
  constraints?: readonly Constraint[] | undefined;
  min?: number | string | undefined;
  max?: number | string | undefined;
  maxLength?: number | undefined;
  maxChoices?: number | undefined;
  rowsFrom?: string | undefined;
  multiline?: boolean | undefined;
  precision?: string | undefined;
};

export type RuleCells = Record<
  'relevant' | 'calculation' | 'constraint' | 'repeat_count' | 'appearance',
  string
>;

/** The rules of an item as another program reads them, and the expressions that it will not see. */
export function ruleCells(rules: Rules, kinds: ItemKinds): { cells: RuleCells; lost: string[] } {
  const lost: string[] = [];
  const or = (written: string | null, source: string) => {
    if (written === null) lost.push(source);
    return written ?? '';
  };
  const { enableWhen, calculation, linkId } = rules;
  const hard = (rules.constraints ?? []).filter(({ severity }) => severity === 'hard');
  for (const { id, severity } of rules.constraints ?? []) if (severity === 'soft') lost.push(id);
  const tests = [
    ...limitTests(rules),
    ...hard.map(({ expression }) =>
      or(constraintToXPath(expression, { kinds, self: linkId }), expression),
    ),
  ].filter((test) => test !== '');
  return {
    lost,
    cells: {
      relevant: enableWhen ? or(conditionToXPath(enableWhen, kinds), enableWhen) : '',
      calculation: calculation ? or(calculated(calculation, rules.type, kinds), calculation) : '',
      constraint: tests.join(' and '),
      repeat_count: rules.rowsFrom ? `\${${rules.rowsFrom}}` : '',
      appearance: appearanceOf(rules),
    },
  };
}

const calculated = (source: string, type: string, kinds: ItemKinds) =>
  type === 'boolean' ? conditionToXPath(source, kinds) : numberToXPath(source, kinds);

function limitTests({ type, min, max, maxLength, maxChoices }: Rules): string[] {
  const date = (value: string, end: string) => `date('${value}${end.slice(value.length)}')`;
  const first = typeof min === 'string' ? date(min, '0000-01-01') : min;
  const last = typeof max === 'string' ? date(max, lastDay(max)) : max;
  return [
    ...(first === undefined ? [] : [`. >= ${first}`]),
    ...(last === undefined ? [] : [`. <= ${last}`]),
    ...(type === 'text' && maxLength !== undefined ? [`string-length(.) <= ${maxLength}`] : []),
    ...(maxChoices === undefined ? [] : [`count-selected(.) <= ${maxChoices}`]),
  ];
}

/** The last day of a year or a month, behind what is written of it. */
function lastDay(date: string): string {
  const [year = '0', month] = date.split('-');
  if (month === undefined) return '0000-12-31';
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `0000-00-${String(days).padStart(2, '0')}`;
}

/** Only where it means something of the answer itself. */
function appearanceOf({ type, multiline, precision }: Rules): string {
  if (type === 'text' && multiline) return 'multiline';
  if (type !== 'date') return '';
  return precision === 'month' ? 'month-year' : precision === 'year' ? 'year' : '';
}
