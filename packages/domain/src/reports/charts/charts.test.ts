import { describe, expect, it } from 'vitest';
import { contrast, INK, QUIET_INK } from '../../drawing/ink.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';
import { LANGUAGES } from '../../text/index.ts';
import type { Chart } from '../report.ts';
import { drawChart } from './draw-chart.ts';
import { divergingTones, rankedFill, WARNING_INK } from './palette.ts';
import { HALF, NARROW, WHOLE } from './setting.ts';

const LONG =
  'Денсаулығыма байланысты қиындықтар қалағанымдай өмір сүруіме кедергі келтірмейді, қажет көмекті аламын';
const UNBREAKABLE = 'Қанағаттандырылмағандықтарыңыздан';

const row = (id: string, label: string) => ({ id, label, n: 104 });

const CHARTS: Record<string, Chart> = {
  'diverging bars': {
    type: 'diverging-bars',
    sideLabel: 'Қиындық',
    categories: [
      { id: '1', label: 'Мүлде келіспеймін', side: 'unfavourable' },
      { id: '2', label: 'Келіспеймін', side: 'unfavourable' },
      { id: '3', label: 'Екіұдай', side: 'neutral' },
      { id: '4', label: 'Келісемін', side: 'favourable' },
      { id: '5', label: 'Толық келісемін', side: 'favourable' },
    ],
    rows: [
      { ...row('a', LONG), percents: [7, 17, 3, 41, 32] },
      { ...row('b', UNBREAKABLE), percents: [0, 0, 0, 0, 100] },
      { ...row('c', 'Дін'), percents: [100, 0, 0, 0, 0] },
    ],
  },
  dots: {
    type: 'dots',
    axisLabel: 'Жауап бергендердің үлесі және оның 95% интервалы',
    rows: [
      { ...row('a', LONG), percent: 24, low: 16.8, high: 33.1 },
      { ...row('b', UNBREAKABLE), percent: 0, low: 0, high: 3.6 },
      { ...row('c', 'Дін'), percent: 100, low: 96.4, high: 100 },
    ],
  },
  ranking: {
    type: 'bars',
    layout: 'ranking',
    axisLabel: 'Саны',
    tones: [],
    rows: [
      { ...row('a', LONG), count: 104_000, percent: 100 },
      { ...row('b', UNBREAKABLE), count: 1, percent: 0.9 },
      { ...row('c', 'Дін'), count: 0, percent: 0 },
    ],
  },
  'histogram of 3': {
    type: 'bars',
    layout: 'histogram',
    axisLabel: LONG,
    tones: [],
    rows: ['0', '1', '2'].map((id, i) => ({ ...row(id, id), count: 1000 * i, percent: 1 })),
  },
  'histogram of 45': {
    type: 'bars',
    layout: 'histogram',
    axisLabel: 'Балл',
    tones: [
      { id: 'low', label: LONG, rank: 0 },
      { id: 'high', label: 'Белгілері көп (4–12)', rank: 1 },
    ],
    rows: Array.from({ length: 45 }, (_, i) => ({
      ...row(String(i), String(i)),
      count: i * 7,
      percent: 1,
      tone: i < 20 ? 'low' : 'high',
    })),
  },
};

const CASES = Object.entries(CHARTS).flatMap(([name, chart]) =>
  LANGUAGES.flatMap((language) =>
    (['wide', 'narrow'] as const).map((layout) => ({ name, chart, language, layout })),
  ),
);

type Text = { x: number; y: number; size: number; anchor: string; bold: boolean; text: string };

function textsIn(svg: string): Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', text = '']) => {
      const read = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
      return {
        x: Number(read('x')),
        y: Number(read('y')),
        size: Number(read('font-size')),
        anchor: read('text-anchor') ?? 'start',
        bold: read('font-weight') === '700',
        text,
      };
    },
  );
}

function boxOf({ x, size, anchor, bold, text }: Text): [left: number, right: number] {
  const width = textWidth(text, size, bold ? 'bold' : 'regular');
  if (anchor === 'end') return [x - width, x];
  return anchor === 'middle' ? [x - width / 2, x + width / 2] : [x, x + width];
}

describe('a chart', () => {
  it.each(CASES)('($name, $language, $layout) cuts no text', ({ chart, language, layout }) => {
    const svg = drawChart(chart, { id: 'c', title: 'T', description: 'D', language, layout });
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    expect([NARROW, HALF, WHOLE]).toContain(Number(width));
    const texts = textsIn(svg);
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      const [left, right] = boxOf(text);
      // The letters' own margin: half a unit of the safety that is in every width.
      expect([text.text, left >= -0.5, right <= Number(width) + 0.5]).toEqual([
        text.text,
        true,
        true,
      ]);
      expect(text.y).toBeLessThanOrEqual(Number(height));
    }
  });

  it.each(CASES)(
    '($name, $language, $layout) has no two labels upon each other',
    ({ chart, language, layout }) => {
      const texts = textsIn(
        drawChart(chart, { id: 'c', title: 'T', description: 'D', language, layout }),
      );
      const overlaps = texts.flatMap((a, i) =>
        texts.slice(i + 1).flatMap((b) => {
          if (Math.abs(a.y - b.y) >= Math.min(a.size, b.size) * 0.9) return [];
          const [[leftA, rightA], [leftB, rightB]] = [boxOf(a), boxOf(b)];
          // Widths are on the safe side by 8 %: touching within it is not an overlap.
          const common = Math.min(rightA, rightB) - Math.max(leftA, leftB);
          return common > 0.1 * Math.min(rightA - leftA, rightB - leftB) + 1
            ? [[a.text, b.text]]
            : [];
        }),
      );
      expect(overlaps).toEqual([]);
    },
  );

  it.each(CASES)('($name, $language, $layout) stands alone', ({ chart, language, layout }) => {
    const svg = drawChart(chart, {
      id: 'c',
      title: 'Бала & ана <2022>',
      description: '"D"',
      language,
      layout,
    });
    expect(svg).toContain('<title id="c-title">Бала &amp; ана &lt;2022&gt;</title>');
    expect(svg).toContain('aria-labelledby="c-title c-description"');
    expect(svg).not.toMatch(/style=|<style|<script|NaN|undefined|href/);
  });

  it('is the same every time it is drawn', () => {
    const [first] = CASES;
    if (!first) throw new Error('no case');
    const draw = () =>
      drawChart(first.chart, {
        id: 'c',
        title: 'T',
        description: 'D',
        language: first.language,
        layout: first.layout,
      });
    expect(draw()).toBe(draw());
  });
});

describe('the colours', () => {
  type Sides = ReadonlyArray<'unfavourable' | 'neutral' | 'favourable'>;
  const sides: { given: Sides }[] = [
    { given: ['unfavourable', 'favourable'] },
    { given: ['unfavourable', 'unfavourable', 'favourable', 'favourable'] },
    { given: ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable'] },
    {
      given: [
        'unfavourable',
        'unfavourable',
        'unfavourable',
        'favourable',
        'favourable',
        'favourable',
      ],
    },
  ];

  it.each(sides)('carry readable numbers on $given', ({ given }) => {
    for (const { fill, ink } of divergingTones(given)) {
      expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of text and bars are readable on white', () => {
    for (const ink of [INK, QUIET_INK, WARNING_INK]) {
      expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'of %i ranks stand out from white, and from each other up to five',
    (ranks) => {
      const fills = Array.from({ length: ranks }, (_, rank) => rankedFill(rank, ranks));
      for (const fill of fills) expect(contrast(fill, '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(new Set(fills).size).toBe(Math.min(ranks, 5));
    },
  );

  it.each(sides)('of neighbours on one side differ in brightness on $given', ({ given }) => {
    const tones = divergingTones(given);
    tones.slice(1).forEach((tone, i) => {
      const before = tones[i];
      const sameSide = given[i] === given[i + 1];
      if (before && sameSide) expect(contrast(tone.fill, before.fill)).toBeGreaterThan(1.5);
    });
  });
});

describe('wrapping', () => {
  it('keeps every line within the width unless a single word is wider', () => {
    const lines = wrapText(LONG, { width: 150, size: 13 });
    expect(lines.join(' ')).toBe(LONG);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
    expect(wrapText(UNBREAKABLE, { width: 50, size: 13 })).toEqual([UNBREAKABLE]);
  });
});
