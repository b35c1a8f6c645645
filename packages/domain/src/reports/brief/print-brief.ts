import { drawChart } from '../charts/draw-chart.ts';
import { formatBase } from '../format-cell.ts';
import type { Figure, Paragraph } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { BRIEF_PAGES, type Brief } from './brief.ts';

/** One chart of a brief as a picture with its words. */
export type PrintedChart = {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  /** A whole SVG document. */
  readonly svg: string;
  /** Width over height. */
  readonly ratio: number;
  readonly alt: string;
  readonly note: string;
};

/** A brief ready for paper: sentences are plain text and charts are drawn. PDF, DOCX and HTML are made from this. */
export type PrintedBrief = Omit<
  Brief,
  'figures' | 'headlines' | 'findings' | 'unknown' | 'actions'
> & {
  readonly pages: number;
  readonly headlines: {
    readonly title: string;
    readonly numbers: ReadonlyArray<Record<'number' | 'label' | 'base' | 'interval', string>>;
  };
  readonly findings: { readonly title: string; readonly sentences: readonly string[] };
  readonly unknown: { readonly title: string; readonly sentences: readonly string[] };
  readonly figures: readonly PrintedChart[];
  readonly actions: {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: ReadonlyArray<Record<'action' | 'body' | 'why', string>>;
    readonly note: string;
  };
};

/** @throws RangeError when a chart has no size or no words for those who cannot see it */
export function printBrief(brief: Brief): PrintedBrief {
  const { headlines, findings, unknown, actions } = brief;
  return {
    ...brief,
    pages: BRIEF_PAGES[brief.kind],
    headlines: {
      title: headlines.title,
      numbers: headlines.numbers.map(({ number, label, base, interval }) => ({
        number: number.text,
        label,
        base,
        interval: interval ?? '',
      })),
    },
    findings: { title: findings.title, sentences: findings.sentences.map(textOf) },
    unknown: { title: unknown.title, sentences: unknown.sentences.map(textOf) },
    figures: brief.figures.map((figure) => printChart(figure, brief)),
    actions: {
      ...actions,
      rows: actions.rows.map(({ action, body, why }) => ({ action, body, why: why.text })),
    },
  };
}

const textOf = ({ text }: Paragraph) => text;

function printChart(figure: Figure, { language }: Brief): PrintedChart {
  const { id, title, description, base, notes, chart } = figure;
  if (description.trim() === '') throw new RangeError(`figure ${id} is not told in words`);
  const svg = drawChart(chart, { id, title, description, language, layout: 'narrow' });
  const [, across, down] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!across || !down) throw new RangeError(`figure ${id} has no size`);
  return {
    id,
    title,
    base: formatBase(base, { t: reportTexts(language) }),
    svg,
    ratio: across / down,
    alt: description,
    note: notes.join(' '),
  };
}
