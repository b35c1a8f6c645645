import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticWave } from '../../../reference/synthetic-wave.ts';
import { LANGUAGES } from '../../text/index.ts';
import { buildWaveReport, HIDDEN, protectReport, type Report } from '../index.ts';
import { Brief, type BriefReceipt, buildBrief, buildRegionSheet, printBrief } from './index.ts';

const { facts, forms } = syntheticWave();
const receipt: BriefReceipt = {
  version: '9.8.7',
  madeOn: '2026-11-25',
  snapshot: 'ab12cd34ef56aaaa',
  release: { number: 4 },
};

let exact: Report;
let told: Report;
beforeAll(() => {
  exact = buildWaveReport(facts, forms, { language: 'en' });
  const outcome = protectReport(facts, forms, { language: 'en', audience: 'public' });
  if (outcome.kind !== 'protected') throw new Error(outcome.code);
  told = outcome.report;
}, 60_000);

/** What the cells of a report show to its readers, by table, row and column. */
function hiddenCells(report: Report): Set<string> {
  return new Set(
    report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind !== 'table'
          ? []
          : block.rows.flatMap((row) =>
              row.cells.flatMap((cell, i) =>
                JSON.stringify(cell) === JSON.stringify(HIDDEN)
                  ? [`${block.id}/${row.id}/${block.columns[i]?.id}`]
                  : [],
              ),
            ),
      ),
    ),
  );
}

function boundCells(brief: Brief): string[] {
  const paragraphs = [
    ...brief.findings.sentences,
    ...brief.unknown.sentences,
    ...brief.actions.rows.map(({ why }) => why),
  ];
  const bound = [
    ...brief.headlines.numbers.map(({ number }) => number),
    ...paragraphs.flatMap(({ parts = [] }) => parts.filter((part) => typeof part !== 'string')),
  ];
  return bound.map(({ cell }) => `${cell.table}/${cell.row}/${cell.column}`);
}

describe('the brief for a ministry', () => {
  it('tells the numbers of 2022 with base and interval', () => {
    const { headlines } = printBrief(buildBrief(exact, forms, receipt));
    expect(headlines.numbers).toEqual([
      {
        number: '104',
        label: 'answers in this report',
        base: 'Everybody who answered',
        interval: '',
      },
      {
        number: '15.4%',
        label: 'GHQ-12, scored 0-0-1-1: “Many signs (4–12)”',
        base: '16 of 104',
        interval: '95% interval 9.7–23.5%',
      },
      {
        number: '24.0%',
        label: '“Basic needs” – low rating',
        base: '25 of 104',
        interval: '95% interval 16.8–33.1%',
      },
      {
        number: '61.5%',
        label: 'Biggest problems: “Housing”',
        base: '64 of 104',
        interval: '95% interval 51.9–70.3%',
      },
    ]);
  });

  it('says which first place is certain and which is not', () => {
    const { findings } = printBrief(buildBrief(exact, forms, receipt));
    expect(findings.sentences[1]).toBe(
      "Women's rehabilitation and reintegration scale: rated lowest is “Basic needs” – 25 of 104 (24.0%, 95% interval 16.8–33.1%). Its first place is certain.",
    );
    expect(findings.sentences[2]).toContain('Which statement truly comes first');
  });

  it('names a body for every action, and the number that speaks for it', () => {
    const { actions } = printBrief(buildBrief(exact, forms, receipt));
    expect(actions.rows.map(({ body, why }) => [body, why])).toEqual([
      ['Housing department of the akimat', '“Housing”\u00a0– 64 of 104 (61.5%)'],
      ['Career centre', '“Finding work”\u00a0– 47 of 104 (45.2%)'],
      ['Department of Justice', "“Papers about my husband's death”\u00a0– 39 of 104 (37.5%)"],
      ['Regional centre of the programme, clinic', '“Many signs (4–12)”\u00a0– 16 of 104 (15.4%)'],
      ['Family support centre', '“Basic needs”\u00a0– 25 of 104 (24.0%)'],
    ]);
  });

  it('ends with the release, the fingerprint, the versions and the day', () => {
    expect(buildBrief(exact, forms, receipt).receipt).toBe(
      'Release 4 · fingerprint of the answers ab12cd34ef56 · needs-assessment-2022 1.0.0, ghq-12 1.0.0 · Tirek 9.8.7 · made on 25 November 2026',
    );
  });

  it('for the public reads no hidden cell and calls nothing the lowest that a hidden one may pass', () => {
    const brief = buildBrief(told, forms, receipt);
    const hidden = hiddenCells(told);
    expect(hidden.size).toBeGreaterThan(50);
    expect(boundCells(brief).length).toBeGreaterThan(20);
    expect(boundCells(brief).filter((cell) => hidden.has(cell))).toEqual([]);
    expect(brief.headlines.numbers.map(({ id }) => id)).toEqual(['responses', 'band', 'named']);
    const { findings, unknown } = printBrief(brief);
    expect(findings.sentences[1]).toContain('Something hidden may be rated lower.');
    expect(unknown.sentences).toContain(
      'Numbers of small groups are hidden: nothing is said of them here.',
    );
  });

  it('draws for the public only rows that its report draws', () => {
    const drawn = new Map(
      told.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'figure'
            ? [[`brief-${block.id}` as string, block.chart.rows] as const]
            : [],
        ),
      ),
    );
    const { figures } = buildBrief(told, forms, receipt);
    expect(figures).toHaveLength(2);
    for (const { id, chart } of figures) {
      expect(drawn.get(id)?.slice(0, chart.rows.length)).toEqual(chart.rows);
    }
  });

  it('is what its schema says, in every language', () => {
    for (const language of LANGUAGES) {
      const brief = buildBrief(buildWaveReport(facts, forms, { language }), forms, receipt);
      expect(Brief.parse(JSON.parse(JSON.stringify(brief)))).toEqual(brief);
    }
  }, 60_000);
});

describe('the page on a kind of place', () => {
  const sheetOf = (report: Report, place: string) =>
    buildRegionSheet(report, { forms, place }, receipt);

  it('holds the scores of those who live there against all', () => {
    const sheet = sheetOf(exact, 'regional_capital');
    expect(sheet?.comparison?.rows.map(({ n, here, all }) => [n, here, all])).toEqual([
      ['62', '4.45 (4.33–4.58)', '4.43 (4.34–4.53)'],
      ['62', '1.23 (0.74–1.71)', '1.18 (0.83–1.54)'],
    ]);
    expect(sheet?.findings.sentences[0]?.text).toContain('No difference that could be relied on.');
  });

  it('draws the share of the highest band place by place, from the table of bands by groups, but for places with few answers', () => {
    const { figures, findings } = sheetOf(exact, 'regional_capital') as Brief;
    const [figure] = figures;
    expect(figures.map(({ id }) => id)).toEqual(['brief-band-groups-ghq-12-ghq']);
    if (figure?.chart.type !== 'dots') throw new Error('no dots');
    const table = exact.sections
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'table' && block.id === 'band-groups-ghq-12-ghq');
    if (table?.kind !== 'table') throw new Error('no table');
    const shares = figure.chart.rows.map(({ id, n, percent }) => {
      const row = table.rows.find((each) => each.id === id);
      expect(row?.cells[table.columns.findIndex((column) => column.id === 'band-high')]).toEqual({
        count: Math.round((n * percent) / 100),
        percent: expect.closeTo(percent, 9),
      });
      return [id, n];
    });
    expect(shares).toEqual([
      ['needs-assessment-2022-residency-regional_capital', 62],
      ['needs-assessment-2022-residency-district_center', 12],
      ['needs-assessment-2022-residency-monotown', 14],
    ]);
    expect(findings.sentences.at(-1)?.text).toContain('Many signs (4–12)');
  });

  it('compares no scores of eight villagers, not even for analysts', () => {
    const sheet = sheetOf(exact, 'rural');
    expect(sheet?.comparison).toBe(null);
    expect(sheet?.findings.sentences.map(({ text }) => text)).toEqual([
      'Fewer than 10 answers came from here: scores are not compared.',
    ]);
  });

  it('tells the public no scores by place, and says so', () => {
    const sheet = sheetOf(told, 'regional_capital');
    expect(sheet?.comparison).toBe(null);
    expect(sheet?.figures).toEqual([]);
    expect(sheet?.findings.sentences[0]?.text).toContain('are not told to these readers');
  });

  it('is not made for a place whose number the report hides, or that nobody asked about', () => {
    expect(sheetOf(told, 'rural')).toBe(null);
    expect(sheetOf(exact, 'moon')).toBe(null);
  });
});
