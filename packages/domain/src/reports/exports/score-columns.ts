import type { CompiledForm, Scale } from '../../instruments/index.ts';
import { rosterOfScale } from '../scores.ts';
import { formText } from '../variables.ts';
import { isSensitive } from './answer-columns.ts';
import { type DataSource, draftVariable, type Naming, SPEECHES } from './data-source.ts';
import { exportTexts } from './export-texts.ts';
import { missing } from './table-builder.ts';

/** The scores of the scales that belong to the roster, or to none: the value and the percent of the maximum. */
export function scoreColumns(
  form: CompiledForm,
  { roster, ...naming }: Naming & { roster: string | null },
): DataSource[] {
  return form.pkg.scales
    .filter((scale) => rosterOfScale(form, scale) === roster)
    .flatMap((scale) => [
      scoreColumn(form, { scale, kind: 'score' }, naming),
      scoreColumn(form, { scale, kind: 'percent-of-maximum' }, naming),
    ]);
}

function scoreColumn(
  form: CompiledForm,
  { scale, kind }: { scale: Scale; kind: 'score' | 'percent-of-maximum' },
  naming: Naming,
): DataSource {
  const isScore = kind === 'score';
  const variable = draftVariable(
    {
      wished: `${scale.id}_${isScore ? 'score' : 'pomp'}`,
      kind: 'number',
      measure: 'scale',
      decimals: isScore ? (scale.decimals ?? (scale.combine === 'mean' ? 2 : 0)) : 1,
      labels: Object.fromEntries(
        SPEECHES.map((speech) => [
          speech.language,
          exportTexts(speech.language)(`variable.${kind}`, {
            scale: formText(form, speech, scale.title) ?? scale.id,
          }),
        ]),
      ),
      missing: ['not-scored'],
      exposure: scale.items.some((linkId) => isSensitive(form, linkId)) ? 'sensitive' : 'none',
      source: { kind, form: form.code, scale: scale.id, version: scale.version },
    },
    naming,
  );
  return {
    variable,
    read: ({ response, row }) => {
      const score = response.scores.find(
        (each) =>
          each.form === form.code &&
          each.scale === scale.id &&
          each.version === scale.version &&
          (each.row ?? null) === row,
      );
      if (score?.kind !== 'scored') return missing('not-scored');
      return isScore ? score.value : score.pomp;
    },
  };
}
