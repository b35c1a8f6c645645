import { percentOf } from '@tirek/statistics';
import { type CompiledForm, isIn } from '../../instruments/index.ts';
import { formatPercent, LANGUAGE_NAMES } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { gatherScaleItems } from '../scale-items.ts';
import { listScores, rosterOfScale } from '../scores.ts';
import { countLowRatings } from '../tables/low-ratings.ts';
import { countTicks } from '../tables/multi-response.ts';
import { formText, listVariables, type Speech } from '../variables.ts';
import type { DraftSection } from './draft.ts';

const NAMED = 3;

/** Whether the numbers of a table's row may be told in a sentence as well. */
export type TellsRow = (table: string, row: string) => boolean;

type Setting = Speech & { readonly tells: TellsRow };

/** A few sentences, each made from the same counts as the tables below it, and silent where they are. */
export function buildSummary(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  setting: Setting,
): DraftSection {
  const sentences = [
    whoAnswered(facts, setting),
    ...forms.flatMap((form) => bandSentences(facts, form, setting)),
    ...forms.flatMap((form) => lowestRated(facts, form, setting)),
    ...forms.flatMap((form) => mostNamed(facts, form, setting)),
  ];
  return {
    id: 'summary',
    title: setting.t('section.summary'),
    blocks: sentences.map((text, i) => ({ kind: 'paragraph', id: `summary-${i + 1}`, text })),
  };
}

function whoAnswered({ responses }: WaveFacts, { t, tells }: Setting): string {
  const given = [...new Set(responses.map(({ language }) => language))];
  if (!given.every((language) => tells('languages', language))) {
    return t('summary.responsesOnly', { number: responses.length });
  }
  const languages = given
    .map((language) => ({
      name: LANGUAGE_NAMES[language],
      count: responses.filter((response) => response.language === language).length,
    }))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => t('summary.language', { name, number: count }))
    .join(', ');
  return t('summary.responses', { number: responses.length, languages });
}

/** Bands that ask for attention: each with its own base, none added to another. */
function bandSentences({ responses }: WaveFacts, form: CompiledForm, speech: Setting): string[] {
  return form.pkg.scales.flatMap((scale) => {
    const bandSet = scale.bandSets[0];
    if (!bandSet || rosterOfScale(form, scale) !== null) return [];
    const values = listScores(responses, form, scale).flatMap(({ value }) => value ?? []);
    const isTold = bandSet.bands.every(({ id }) =>
      speech.tells(`bands-${form.code}-${scale.id}-0`, id),
    );
    if (values.length === 0 || !isTold) return [];
    const bands = bandSet.bands
      .map((band) => {
        const count = values.filter((value) => isIn(band, value)).length;
        return shareOf(formText(form, speech, band.label) ?? band.id, count, values.length, speech);
      })
      .join('; ');
    return [
      speech.t(`summary.bands.${bandSet.kind}`, {
        scale: formText(form, speech, scale.title) ?? scale.id,
        bands,
      }),
    ];
  });
}

function lowestRated({ responses }: WaveFacts, form: CompiledForm, speech: Setting): string[] {
  return form.pkg.scales.flatMap((scale) => {
    if (scale.direction !== 'higher-is-better') return [];
    const gathered = gatherScaleItems(responses, { form, scale }, speech);
    const table = `low-${form.code}-${scale.id}`;
    const lowest = gathered
      ? countLowRatings(gathered)
          .filter(({ id }) => speech.tells(table, id))
          .slice(0, NAMED)
      : [];
    if (!gathered || lowest.length === 0) return [];
    const items = lowest
      .map(({ label, count, n }) => shareOf(quoted(label, speech), count, n, speech))
      .join('; ');
    return [speech.t('summary.lowest', { scale: gathered.title, items })];
  });
}

function mostNamed({ responses }: WaveFacts, form: CompiledForm, speech: Setting): string[] {
  return listVariables(form, speech)
    .filter(({ type }) => type === 'multi-choice')
    .flatMap((variable) => {
      const counted = countTicks(responses, variable);
      const table = `multi-${form.code}-${variable.linkId}`;
      const told = counted.rows.filter(({ option }) => speech.tells(table, option));
      if (counted.mentions === 0 || told.length === 0) return [];
      const answers = told
        .slice(0, NAMED)
        .map(({ label, count }) =>
          shareOf(quoted(label, speech), count, counted.respondents, speech),
        )
        .join('; ');
      return [speech.t('summary.named', { question: variable.label, answers })];
    });
}

function shareOf(label: string, count: number, n: number, { t, language }: Speech): string {
  const percent = formatPercent(percentOf(count, n) ?? 0, language);
  return t('summary.share', { label, number: count, n, percent });
}

/** Takes off a closing stop, so that a quoted statement can stand inside a sentence. */
const quoted = (label: string, { t }: Speech) =>
  t('quoted', { text: label.replace(/[.\s]+$/, '') });
