import { INK } from '../../../drawing/ink.ts';
import { element, type Svg, textLine } from '../../../drawing/svg.ts';
import { textWidth } from '../../../drawing/text-width.ts';
import type { FamilyTexts } from '../family-texts.ts';
import type { GenogramLayout, GenogramLine } from '../layout/genogram-layout.ts';
import { drawBadge, type Home } from './draw-homes.ts';
import { CARE_DASHES, careArrow, parentageRing } from './draw-line.ts';
import { ASSERTED_DASH, drawSymbol } from './draw-symbol.ts';
import { CARE_TONE, PLAIN_TONE } from './tones.ts';

const SIZE = 12;
const ROW = 24;
const SIGN = 30;
const GAP = 7;
const BETWEEN = 20;
const HALF = 9;

/** A sign drawn in a field of 30 by 24, with its meaning. */
type Entry = { readonly text: string; readonly draw: (x: number, y: number) => readonly Svg[] };

/** The signs that occur in the drawing, and no others. */
export function drawLegend(
  layout: GenogramLayout,
  given: {
    homes: readonly Home[];
    index: string | null;
    t: FamilyTexts;
    width: number;
    top: number;
  },
): { marks: Svg[]; height: number } {
  const { width, top } = given;
  let [x, y] = [0, top];
  const marks = entriesOf(layout, given).flatMap(({ text, draw }) => {
    const needed = SIGN + GAP + textWidth(text, SIZE);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += ROW;
    }
    const at = x;
    x += needed + BETWEEN;
    return [
      ...draw(at, y + ROW / 2),
      textLine(text, { x: at + SIGN + GAP, y: y + ROW / 2, size: SIZE, fill: INK }),
    ];
  });
  return { marks, height: y + ROW - top };
}

/** How wide the drawing must be for the longest entry. */
export function legendWidth(
  layout: GenogramLayout,
  given: { homes: readonly Home[]; index: string | null; t: FamilyTexts },
): number {
  const texts = entriesOf(layout, given).map(({ text }) => SIGN + GAP + textWidth(text, SIZE));
  return Math.max(0, ...texts);
}

function entriesOf(
  { boxes, lines }: GenogramLayout,
  { homes, index, t }: { homes: readonly Home[]; index: string | null; t: FamilyTexts },
): Entry[] {
  const persons = boxes.map(({ person }) => person);
  const documented = { kind: 'documented', document: 'other-document' } as const;
  const alive = { state: 'alive', evidence: documented } as const;
  const symbol =
    (person: Parameters<typeof drawSymbol>[0], isIndex: boolean): Entry['draw'] =>
    (x, y) =>
      drawSymbol(person, { x: x + SIGN / 2, y, half: HALF, isIndex });
  const entries: Array<Entry | false> = [
    ...(['female', 'male', 'unknown'] as const).map(
      (sex) =>
        persons.some((person) => person.sex === sex) && {
          text: t(sex === 'unknown' ? 'legend.sex-unknown' : `legend.${sex}`),
          draw: symbol({ sex, life: alive }, false),
        },
    ),
    persons.some(({ id }) => id === index) && {
      text: t('legend.index'),
      draw: symbol({ sex: persons.find(({ id }) => id === index)!.sex, life: alive }, true),
    },
    ...(['deceased', 'missing', 'imprisoned', 'unknown'] as const).map((state) => {
      const found = persons.find(({ life }) => life?.state === state);
      if (!found?.life) return false;
      const life = { ...found.life, evidence: documented };
      return { text: t(`legend.${state}`), draw: symbol({ sex: found.sex, life }, false) };
    }),
    ...lineEntries(lines, { t, persons }),
    ...homes.slice(0, 1).map(({ letter, ground }) => ({
      text: t('legend.household'),
      draw: (x: number, y: number) => [
        element('rect', {
          x: x + 2,
          y: y - 8,
          width: SIGN - 4,
          height: 16,
          rx: 5,
          fill: ground.fill,
          stroke: ground.edge,
          'stroke-width': 1.4,
        }),
        drawBadge(letter, { x: x + SIGN / 2, y, edge: ground.edge }),
      ],
    })),
  ];
  return entries.filter((entry) => entry !== false);
}

function lineEntries(
  lines: readonly GenogramLine[],
  {
    t,
    persons,
  }: { t: FamilyTexts; persons: ReadonlyArray<GenogramLayout['boxes'][number]['person']> },
): Array<Entry | false> {
  const unions = lines.flatMap((line) => (line.kind === 'union' ? [line] : []));
  const drops = lines.flatMap((line) => (line.kind === 'descent' ? line.drops : []));
  const parentages = drops.flatMap((drop) => drop.parentages);
  const cares = lines.flatMap((line) => (line.kind === 'care' ? [line.care] : []));
  const kinds = [
    ...unions.flatMap(({ union }) => union?.evidence.kind ?? []),
    ...parentages.map(({ evidence }) => evidence.kind),
    ...persons.flatMap(({ life }) => (!life || life.state === 'alive' ? [] : life.evidence.kind)),
  ];
  const level =
    (dash: string | undefined, d = '', width = 2): Entry['draw'] =>
    (x, y) => [
      element('path', {
        d: `M${x + 1} ${y}L${x + SIGN - 1} ${y}`,
        stroke: PLAIN_TONE,
        'stroke-width': width,
        'stroke-dasharray': dash,
      }),
      ...(d === ''
        ? []
        : [
            element('path', {
              d,
              transform: `translate(${x + SIGN / 2} ${y})`,
              stroke: PLAIN_TONE,
              'stroke-width': 2,
              fill: 'none',
            }),
          ]),
    ];
  const ended = (...ways: readonly string[]) =>
    unions.some(({ union }) => union?.end && ways.includes(union.end.how));
  const ring =
    (isUnknown: boolean): Entry['draw'] =>
    (x, y) => [
      element('path', {
        d: `M${x + SIGN / 2} ${y - 11}V${y + 11}`,
        stroke: PLAIN_TONE,
        'stroke-width': 2,
      }),
      parentageRing({ x: x + SIGN / 2, y, isUnknown, tone: PLAIN_TONE }),
    ];
  return [
    kinds.includes('documented') && { text: t('legend.documented'), draw: level(undefined) },
    kinds.includes('asserted') && { text: t('legend.asserted'), draw: level(ASSERTED_DASH) },
    unions.some(({ union }) => union === null) && {
      text: t('legend.not-told'),
      draw: level(undefined, '', 1.2),
    },
    unions.some(({ couple }) => couple.isRelated) && {
      text: t('legend.related'),
      draw: (x, y) => [-2.2, 2.2].flatMap((dy) => level(undefined)(x, y + dy)),
    },
    ended('separation') && { text: t('legend.separation'), draw: level(undefined, 'M-4 7L4 -7') },
    ended('divorce') && {
      text: t('legend.divorce'),
      draw: level(undefined, 'M-7 7L1 -7M-1 7L7 -7'),
    },
    ended('death', 'missing') && {
      text: t('legend.ended'),
      draw: level(undefined, 'M-5 -5L5 5M5 -5L-5 5'),
    },
    parentages.some(({ kind }) => kind === 'adoptive') && {
      text: t('legend.adoptive'),
      draw: ring(false),
    },
    drops.some(
      (drop) =>
        drop.parentages.some(({ kind }) => kind === 'unknown') &&
        drop.parentages.every(({ kind }) => kind !== 'adoptive'),
    ) && { text: t('legend.parentage-unknown'), draw: ring(true) },
    ...(['guardianship', 'kin-care'] as const).map(
      (kind): Entry | false =>
        cares.some((care) => care.kind === kind) && {
          text: t(`legend.${kind}`),
          draw: (x, y) => [
            element('path', {
              d: `M${x + 1} ${y}L${x + SIGN - 8} ${y}`,
              stroke: CARE_TONE,
              'stroke-width': kind === 'guardianship' ? 2.6 : 1.8,
              'stroke-linecap': 'round',
              'stroke-dasharray': CARE_DASHES[kind],
            }),
            careArrow({ tip: [x + SIGN, y], way: 1, tone: CARE_TONE, isFilled: true }),
          ],
        },
    ),
  ];
}
