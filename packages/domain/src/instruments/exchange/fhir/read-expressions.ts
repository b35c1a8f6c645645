import type { Language } from '../../../text/languages.ts';
import type { ExchangePlace, RefusalList } from '../refusal.ts';
import { OWN_NAMES } from './names.ts';
import type { Expression, Extension } from './resource.ts';
import { readString } from './strings.ts';

type Reading = { list: RefusalList; place: ExchangePlace };

/**
 * Our own expression that stands beside the FHIRPath. FHIRPath alone, from elsewhere, is refused: the whole of it cannot be
 * carried to phones, and half of it would hide a question that should be asked. Whether the two still say the same is
 * compared once the package is compiled (`compare-expressions.ts`).
 */
export function readExpression(
  expression: Expression | undefined,
  { list, place }: Reading,
): string {
  const own = expression?.extension?.find(({ url }) => url === OWN_NAMES.expression)?.valueString;
  if (own === undefined) list.refuse('expression-not-held', place, expression?.expression ?? '');
  return own ?? '';
}

/** A rule between answers, as R4 or as R5 has it. */
export function readConstraint(
  { extension = [] }: Extension,
  { list, place, base }: Reading & { base: Language },
): unknown {
  const parts = new Map(extension.map((part) => [part.url, part]));
  const expression = parts.get('expression');
  const human = parts.get('human');
  const severity = parts.get('severity')?.valueCode;
  const source =
    expression?.valueString === undefined
      ? expression?.valueExpression
      : { expression: expression.valueString, ...expression._valueString };
  return {
    id: parts.get('key')?.valueId ?? '',
    severity: severity === 'warning' ? 'soft' : 'hard',
    expression: readExpression(source, { list, place }),
    text: readString(human?.valueString, human?._valueString, { list, place, base }) ?? {},
  };
}
