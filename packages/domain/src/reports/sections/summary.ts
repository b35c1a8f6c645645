import type { CompiledForm } from '../../instruments/index.ts';
import { LANGUAGE_NAMES } from '../../text/index.ts';
import { isHidden, type Row, type TableDraft } from '../report.ts';
import { rosterOfScale } from '../scores.ts';
import {
  joined,
  numberAt,
  paragraph,
  type Reader,
  readerOf,
  say,
  type Words,
} from '../sentences/sentence.ts';
import { formText, listVariables, type Speech } from '../variables.ts';
import { type DraftSection, findTable } from './draft.ts';

const NAMED = 3;

/**
 * A few sentences on top, each read from the tables below it, and silent where they are.
 * @param sections the rest of the report as its readers will see it
 */
export function buildSummary(
  sections: readonly DraftSection[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const sentences = [
    ...whoAnswered(sections, speech),
    ...forms.flatMap((form) => bandSentences(sections, form, speech)),
    ...forms.flatMap((form) => lowestRated(sections, form, speech)),
    ...forms.flatMap((form) => mostNamed(sections, form, speech)),
  ];
  const own = sentences.map((words, i) => paragraph(`summary-${i + 1}`, words));
  return { id: 'summary', title: speech.t('section.summary'), blocks: own };
}

function whoAnswered(sections: readonly DraftSection[], speech: Speech): Words[] {
  const flow = findTable(sections, 'response-flow');
  const languages = findTable(sections, 'languages');
  if (!flow || !languages || flow.rows.some((row) => row.id === 'analysed' && !isTold(row))) {
    return [];
  }
  const number = readerOf(flow, speech).cell('analysed', 'count');
  if (!languages.rows.every((row) => isTold(row))) {
    return [say((params) => speech.t('summary.responsesOnly', params), { number })];
  }
  const read = readerOf(languages, speech);
  const counts = languages.rows
    .filter(({ id }) => (numberAt(languages, id, 'count') ?? 0) > 0)
    .toSorted(
      (a, b) =>
        (numberAt(languages, b.id, 'count') ?? 0) - (numberAt(languages, a.id, 'count') ?? 0),
    )
    .map(({ id }) =>
      say((params) => speech.t('summary.language', params), {
        name: LANGUAGE_NAMES[id as keyof typeof LANGUAGE_NAMES],
        number: read.cell(id, 'count'),
      }),
    );
  return [
    say((params) => speech.t('summary.responses', params), {
      number,
      languages: joined(counts, ', '),
    }),
  ];
}

/** Bands that ask for attention: each with its own base, none added to another. */
function bandSentences(
  sections: readonly DraftSection[],
  form: CompiledForm,
  speech: Speech,
): Words[] {
  return form.pkg.scales.flatMap((scale) => {
    const bandSet = scale.bandSets[0];
    const table = findTable(sections, `bands-${form.code}-${scale.id}-0`);
    if (!bandSet || !table || table.base.n === 0 || rosterOfScale(form, scale) !== null) return [];
    const isWhole = bandSet.bands.every(({ id }) =>
      table.rows.some((row) => row.id === id && isTold(row)),
    );
    if (!isWhole) return [];
    const read = readerOf(table, speech);
    const bands = bandSet.bands.map((band) =>
      shareOf(formText(form, speech, band.label) ?? band.id, { read, row: band.id }, speech),
    );
    return [
      say((params) => speech.t(`summary.bands.${bandSet.kind}`, params), {
        scale: formText(form, speech, scale.title) ?? scale.id,
        bands: joined(bands, '; '),
      }),
    ];
  });
}

function lowestRated(
  sections: readonly DraftSection[],
  form: CompiledForm,
  speech: Speech,
): Words[] {
  return form.pkg.scales.flatMap((scale) => {
    const table = findTable(sections, `low-${form.code}-${scale.id}`);
    if (scale.direction !== 'higher-is-better' || !table) return [];
    const told = table.rows.filter((row) => isTold(row));
    if (told.length === 0) return [];
    const read = readerOf(table, speech);
    const hasPlaces = table.columns.some(({ id }) => id === 'ranks');
    const items = told.slice(0, NAMED).map(({ id, label }) => {
      const share = shareOf(quoted(label, speech), { read, row: id }, speech);
      if (!hasPlaces) return share;
      return say((params) => speech.t('summary.lowestItem', params), {
        share,
        ranks: read.cell(id, 'ranks'),
      });
    });
    return [
      say(
        (params) =>
          speech.t(hidesNothing(table) ? 'summary.lowest' : 'summary.lowestShown', params),
        {
          scale: formText(form, speech, scale.title) ?? scale.id,
          items: joined(items, '; '),
        },
      ),
    ];
  });
}

function mostNamed(sections: readonly DraftSection[], form: CompiledForm, speech: Speech): Words[] {
  return listVariables(form, speech).flatMap((variable) => {
    const table = findTable(sections, `multi-${form.code}-${variable.linkId}`);
    if (!table || isEmpty(table)) return [];
    const told = table.rows.filter((row) => row.role === 'category' && isTold(row));
    if (told.length === 0) return [];
    const read = readerOf(table, speech);
    const answers = told
      .slice(0, NAMED)
      .map(({ id, label }) =>
        shareOf(quoted(label, speech), { read, row: id, percent: 'percentOfRespondents' }, speech),
      );
    return [
      say(
        (params) => speech.t(hidesNothing(table) ? 'summary.named' : 'summary.namedShown', params),
        {
          question: variable.label,
          answers: joined(answers, '; '),
        },
      ),
    ];
  });
}

/** Whether all numbers of a row may be told in a sentence as well. */
function isTold({ cells }: Row): boolean {
  return !cells.some(isHidden);
}

/** Where a row is hidden, it may come before those that are told. */
const hidesNothing = ({ rows }: TableDraft) =>
  rows.every((row) => row.role !== 'category' || isTold(row));

const isEmpty = (table: TableDraft) => table.rows.find(({ id }) => id === 'total')?.n === 0;

function shareOf(
  label: string,
  { read, row, percent = 'percent' }: { read: Reader; row: string; percent?: string },
  { t }: Speech,
): Words {
  return say((params) => t('summary.share', params), {
    label,
    number: read.cell(row, 'count'),
    n: read.base(row),
    percent: read.cell(row, percent),
  });
}

/** Takes off a closing stop, so that a quoted statement can stand inside a sentence. */
const quoted = (label: string, { t }: Speech) =>
  t('quoted', { text: label.replace(/[.\s]+$/, '') });
