import { paragraph, say } from '../sentences/sentence.ts';
import { themeOf } from './action-themes.ts';
import type { BriefAction } from './brief.ts';
import { highestBands, lowestRatings, mostNamed } from './leading-rows.ts';
import { numbersIn, plainLabel, type Source, type ToldRow } from './source.ts';

const MOST = 5;
const NAMED = 3;

/** One action for each theme that the leading numbers point at, the most often named first. */
export function actionsOf(source: Source): BriefAction[] {
  const named = mostNamed(source)
    .slice(0, 1)
    .flatMap(({ form, told }) =>
      told
        .slice(0, NAMED)
        .map((row) => ({ form, told: row, percent: 'percentOfRespondents' as const })),
    );
  const leading = [
    ...highestBands(source),
    ...lowestRatings(source).filter(({ isWhole }) => isWhole),
  ].map(({ form, told }) => ({
    form,
    told,
    percent: 'percent' as const,
  }));
  const actions = [...named, ...leading].map((each) => actionOf(each, source));
  return actions
    .filter(({ id }, i) => actions.findIndex((other) => other.id === id) === i)
    .slice(0, MOST);
}

function actionOf(
  { form, told, percent }: { form: string; told: ToldRow; percent: string },
  source: Source,
): BriefAction {
  const { b } = source;
  const label = plainLabel(told.row.label);
  const theme = themeOf(form, told.row.id);
  const { cell, base } = numbersIn(told, source);
  const id = theme ?? `${form}-${told.row.id}`;
  const why = say((params) => b('finding.share', params), {
    label,
    count: cell('count'),
    n: base(),
    percent: cell(percent),
  });
  return {
    id,
    action: theme ? b(`action.${theme}`) : b('action.open', { label }),
    body: theme ? b(`body.${theme}`) : b('body.open'),
    why: paragraph(`action-${id}`, why),
  };
}
