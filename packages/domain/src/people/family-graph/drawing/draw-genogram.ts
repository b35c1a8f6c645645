import { INK, QUIET_INK } from '../../../drawing/ink.ts';
import { element, escapeMarkup, FONT_FAMILY, type Svg, textLine } from '../../../drawing/svg.ts';
import type { Language } from '../../../text/index.ts';
import type { FamilyGraph } from '../family-graph.ts';
import { familyTexts } from '../family-texts.ts';
import type { Box, GenogramLayout } from '../layout/genogram-layout.ts';
import { layoutGenogram } from '../layout/layout-genogram.ts';
import { segmentsOf } from '../layout/segments.ts';
import {
  HALF_SYMBOL,
  LABEL_GAP,
  MARGIN,
  NAME_LINE,
  NAME_SIZE,
  NOTE_LINE,
  NOTE_SIZE,
} from '../layout/sizes.ts';
import { drawHome, homesOf } from './draw-homes.ts';
import { drawLegend, legendWidth } from './draw-legend.ts';
import { drawLine, drawLineWords } from './draw-line.ts';
import { drawSymbol } from './draw-symbol.ts';
import { genogramWords } from './genogram-words.ts';
import { tonesOf } from './tones.ts';

/** Below this the legend would be a column of single words. */
const NARROWEST = 328;
const ABOVE_LEGEND = 18;

export type Genogram = {
  readonly svg: Svg;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
};

/**
 * A family drawn as SVG text. Names come from whoever may read them; the drawing holds no more of anybody than they and what the
 * graph says.
 * @param id unique on the page
 * @throws RangeError when somebody is an own ancestor
 */
export function drawGenogram(
  graph: FamilyGraph,
  given: {
    id: string;
    language: Language;
    index: string | null;
    name: (person: string) => string;
  },
): Genogram {
  const { id, language, index, name } = given;
  const t = familyTexts(language);
  const layout = layoutGenogram(graph, { words: genogramWords(name, t), index });
  const homes = homesOf(graph, layout);
  const inner = Math.max(layout.width, NARROWEST, legendWidth(layout, { homes, index, t }));
  const legend = drawLegend(layout, {
    homes,
    index,
    t,
    width: inner,
    top: layout.height + ABOVE_LEGEND,
  });
  const [width, height] = [
    inner + 2 * MARGIN,
    layout.height + ABOVE_LEGEND + legend.height + 2 * MARGIN,
  ];
  const title = t('title');
  const description = t('description', {
    people: layout.boxes.length,
    rows: new Set(layout.boxes.map(({ y }) => y)).size,
    unions: graph.unions.length,
  });
  const left = MARGIN + (inner - layout.width) / 2;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'genogram',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': FONT_FAMILY,
    },
    element('title', { id: `${id}-title` }, escapeMarkup(title)),
    element('desc', { id: `${id}-description` }, escapeMarkup(description)),
    element(
      'g',
      { transform: `translate(${Math.round(left)} ${MARGIN})` },
      ...homes.map(drawHome),
      ...drawLines(layout),
      ...layout.boxes.map((box) => drawBox(box, box.person.id === index)),
    ),
    element('g', { transform: `translate(${MARGIN} ${MARGIN})` }, ...legend.marks),
  );
  return { svg, width: Math.ceil(width), height: Math.ceil(height), title, description };
}

function drawLines({ lines }: GenogramLayout): Svg[] {
  const toneOf = tonesOf(lines);
  const level = segmentsOf(lines).filter(({ isUpright }) => !isUpright);
  return [
    ...lines.map((line) => drawLine(line, { tone: toneOf(line), level })),
    ...lines.flatMap((line) =>
      line.kind !== 'descent' && line.words ? drawLineWords(line.words, toneOf(line)) : [],
    ),
  ];
}

function drawBox({ person, x, y, label }: Box, isIndex: boolean): Svg {
  const top = y + HALF_SYMBOL + LABEL_GAP;
  const notesTop = top + label.name.length * NAME_LINE;
  return element(
    'g',
    { 'data-person': person.id },
    ...drawSymbol(person, { x, y, isIndex }),
    ...label.name.map((line, i) =>
      textLine(line, {
        x,
        y: top + (i + 0.5) * NAME_LINE,
        size: NAME_SIZE,
        fill: INK,
        'font-weight': '700',
        'text-anchor': 'middle',
      }),
    ),
    ...label.notes.map((line, i) =>
      textLine(line, {
        x,
        y: notesTop + (i + 0.5) * NOTE_LINE,
        size: NOTE_SIZE,
        fill: QUIET_INK,
        'text-anchor': 'middle',
      }),
    ),
  );
}
