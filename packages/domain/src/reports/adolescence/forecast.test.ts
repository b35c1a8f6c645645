import { describe, expect, it } from 'vitest';
import { drawForecast } from './draw-forecast.ts';
import { type CountedChild, forecastAdolescence, type WaveMeasure } from './forecast.ts';

const asOf = '2026-12-01';

/** So many children of one year in one region, two in each family. */
const children = (region: string, bornYear: number, count: number): CountedChild[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ region, bornYear, family: `${region} ${bornYear} ${Math.floor(at / 2)}` },
  }));

const told = (given: readonly CountedChild[], ledger: readonly unknown[] = []) => {
  const made = forecastAdolescence({ asOf, children: given, ledger });
  if (made.kind !== 'told') throw new Error(made.code);
  return made;
};
const cellOf = (
  { forecast }: ReturnType<typeof told>,
  [measure, region, year]: [WaveMeasure, string | null, number],
) => {
  const at = forecast.years.indexOf(year);
  return forecast.tables
    .find((table) => table.measure === measure)
    ?.rows.find((row) => row.region === region)?.cells[at];
};

const many = Array.from({ length: 18 }, (_, at) => 2009 + at).flatMap((year) => [
  ...children('almaty', year, 24),
  ...children('turkistan', year, 18),
]);

describe('the wave of adolescents', () => {
  it('counts whoever is twelve to seventeen in a year, by region and altogether', () => {
    const made = told(many);
    expect(made.forecast.years).toEqual([
      ...[2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035],
    ]);
    expect(cellOf(made, ['turning-12', 'almaty', 2027])).toBe(24);
    expect(cellOf(made, ['turning-18', null, 2030])).toBe(42);
    expect(cellOf(made, ['adolescents', 'turkistan', 2031])).toBe(18 * 6);
  });

  it('tells no group of fewer than five children or three families', () => {
    const made = told([...many, ...children('abai', 2015, 4), ...children('abai', 2016, 30)]);
    expect(cellOf(made, ['turning-12', 'abai', 2027])).toBe('hidden');
    expect(cellOf(made, ['turning-12', 'almaty', 2028])).toBe(24);
    const siblings = children('abai', 2015, 8).map((each) => ({ ...each, family: 'one' }));
    expect(cellOf(told([...many, ...siblings]), ['turning-12', 'abai', 2027])).toBe('hidden');
  });

  it('hides with a small number what would give it away by a difference', () => {
    const made = told([...many, ...children('abai', 2015, 4), ...children('abai', 2016, 30)]);
    const row = (region: string | null) => cellOf(made, ['turning-12', region, 2027]);
    const shown = [row(null), row('almaty'), row('turkistan')].filter((cell) => cell !== 'hidden');
    expect(shown.length).toBeLessThan(3);
  });

  it('does not tell by a second look who came in between', () => {
    const before = told(many);
    const [one] = children('almaty', 2015, 1);
    const later = forecastAdolescence({
      ...{ asOf: '2027-01-01', ledger: [before.release] },
      children: [...many, { ...(one as CountedChild), family: 'new' }],
    });
    if (later.kind !== 'told') throw new Error(later.code);
    expect(cellOf(later, ['turning-12', 'almaty', 2027])).toBe('hidden');
    expect(cellOf(later, ['turning-12', 'turkistan', 2027])).toBe(18);
  });

  it('tells nothing at all where there are too few', () => {
    expect(
      forecastAdolescence({ asOf, children: children('abai', 2015, 3), ledger: [] }).kind,
    ).toBe('refused');
    expect(forecastAdolescence({ asOf, children: [], ledger: [] }).kind).toBe('refused');
  });

  it('is drawn as one bar a year, with its number or that it is hidden', () => {
    const svg = drawForecast(
      { years: [2026, 2027], cells: [12, 'hidden'] },
      { label: 'Wave', number: String, hidden: 'hidden' },
    );
    expect(svg.match(/<rect/g)).toHaveLength(2);
    expect(svg).toContain('>12<');
    expect(svg).toContain('>hidden<');
  });
});
