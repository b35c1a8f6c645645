import type { ExchangePlace, RefusalList } from '../refusal.ts';
import { FHIR } from './names.ts';
import { readExpression } from './read-expressions.ts';
import type { EnableWhen, QuestionnaireItem } from './resource.ts';
import { quoted } from './to-fhirpath.ts';

type Reading = {
  list: RefusalList;
  place: ExchangePlace;
  severalAnswers: ReadonlySet<string>;
};

/**
 * When an item is shown. The tests of `enableWhen` are a part of our own language and are taken over; an item with several
 * answers is compared by any of them, which only `contains` says.
 */
export function enableWhenExpression(item: QuestionnaireItem, reading: Reading): string | null {
  const expression = item.extension?.find(({ url }) => url === FHIR.enableWhenExpression);
  if (expression) return readExpression(expression.valueExpression, reading);
  const tests = (item.enableWhen ?? []).map((test) => testOf(test, reading));
  if (tests.length === 0) return null;
  const joint = item.enableBehavior === 'any' ? ' or ' : ' and ';
  return tests.length === 1 ? tests[0]! : tests.map((test) => `(${test})`).join(joint);
}

function testOf(test: EnableWhen, { list, place, severalAnswers }: Reading): string {
  const { question, operator } = test;
  if (operator === 'exists') {
    return `${question}.${test.answerBoolean === false ? 'empty' : 'exists'}()`;
  }
  const value =
    test.answerCoding?.code !== undefined
      ? quoted(test.answerCoding.code)
      : test.answerString !== undefined
        ? quoted(test.answerString)
        : test.answerDate !== undefined
          ? `@${test.answerDate}`
          : (test.answerInteger ?? test.answerDecimal ?? test.answerBoolean);
  if (value === undefined) {
    list.refuse('value-not-held', place, test);
    return 'true';
  }
  if (!severalAnswers.has(question)) return `${question} ${operator} ${value}`;
  if (operator !== '=') list.refuse('value-not-held', place, test);
  return `${question} contains ${value}`;
}
