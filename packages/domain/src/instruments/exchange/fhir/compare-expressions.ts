import type { CompiledForm } from '../../compiled-form.ts';
import type { RefusalList } from '../refusal.ts';
import { scoreLinkId } from './names.ts';
import type { Extension, Questionnaire, QuestionnaireItem } from './resource.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

/**
 * Every FHIRPath expression of the file must be the one that the package it was read into gives: where somebody changed the one
 * and not the other, a phone here would do otherwise than the program that changed it.
 */
export function compareExpressions(
  form: CompiledForm,
  source: Questionnaire,
  list: RefusalList,
): void {
  const ours = expressionsOf(writeQuestionnaire(form, 'R5').item);
  for (const [linkId, expressions] of expressionsOf(source.item)) {
    const isScore = linkId.startsWith(scoreLinkId(''));
    for (const expression of expressions) {
      if (ours.get(linkId)?.has(expression)) continue;
      list.refuse(
        isScore ? 'score-altered' : 'expression-altered',
        { kind: 'item', linkId },
        expression,
      );
    }
  }
}

function expressionsOf(items: readonly QuestionnaireItem[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const look = (all: readonly QuestionnaireItem[]) => {
    for (const { linkId, extension = [], item = [] } of all) {
      const here = extension.flatMap(expressionsIn);
      if (here.length > 0) found.set(linkId, new Set(here));
      look(item);
    }
  };
  look(items);
  return found;
}

const expressionsIn = ({
  url,
  valueExpression,
  valueString,
  extension = [],
}: Extension): string[] => [
  ...(valueExpression ? [valueExpression.expression] : []),
  ...(url === 'expression' && valueString !== undefined ? [valueString] : []),
  ...extension.flatMap(expressionsIn),
];
