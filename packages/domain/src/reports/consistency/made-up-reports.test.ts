import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../text/index.ts';
import { checkReport, type Finding, readReportFile } from './index.ts';
import { LAYOUTS, type Layout, type Written, writeDown } from './test/layouts.ts';
import { makeUpReport } from './test/made-up-report.ts';

const bytesOf = (content: string) => new TextEncoder().encode(content);

function findingsIn({ name, content }: Written): readonly Finding[] {
  const read = readReportFile({ name, bytes: bytesOf(content) });
  if (read.kind !== 'read') throw new Error(read.reason);
  return checkReport(read.document);
}

/** More of them by hand: REPORTS=500 vitest run --project domain made-up-reports */
const REPORTS = Number(process.env.REPORTS ?? 20);
const PATIENCE = 300_000;

describe('over made-up reports', () => {
  it.each(LANGUAGES.flatMap((language) => LAYOUTS.map((layout) => [language, layout] as const)))(
    'nothing is said about a report that is right (%s, %s)',
    (language, layout) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
          const written = writeDown(
            makeUpReport(seed, language).map(({ block }) => block),
            layout,
          );
          expect(findingsIn(written)).toEqual([]);
        }),
        { numRuns: REPORTS },
      );
    },
    PATIENCE,
  );

  it(
    'a single wrong figure is found, and nothing besides',
    () => {
      const tally = new Map<string, { made: number; found: number; besides: number }>();
      for (const language of LANGUAGES)
        for (const layout of LAYOUTS)
          for (let seed = 1; seed <= Math.ceil(REPORTS / 8); seed++)
            spoil({ seed, language, layout }, tally);
      const all = [...tally.values()].reduce(
        (sum, each) => ({
          made: sum.made + each.made,
          found: sum.found + each.found,
          besides: sum.besides + each.besides,
        }),
        { made: 0, found: 0, besides: 0 },
      );
      const recall = all.found / all.made;
      const precision = all.found / (all.found + all.besides);
      for (const [what, { made, found, besides }] of tally)
        console.log(`${what}: ${found} of ${made} found, ${besides} besides`);
      console.log(
        `recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)} over ${all.made} slips`,
      );
      expect(all.made).toBeGreaterThan(700);
      expect(recall).toBeGreaterThan(0.99);
      expect(precision).toBe(1);
    },
    PATIENCE,
  );
});

function spoil(
  { seed, language, layout }: { seed: number; language: Language; layout: Layout },
  tally: Map<string, { made: number; found: number; besides: number }>,
) {
  const sections = makeUpReport(seed, language);
  const right = writeDown(
    sections.map(({ block }) => block),
    layout,
  );
  sections.forEach(({ slips }, at) => {
    for (const slip of slips) {
      const blocks = sections.map((section, other) => (other === at ? slip.block : section.block));
      const written = writeDown(blocks, layout);
      // A table of numbers alone has no sentences to be wrong in.
      if (written.content === right.content) continue;
      const place = written.places[at];
      const findings = findingsIn(written);
      const isInside = ({ line }: Finding) =>
        place !== undefined && line >= place.from && line <= place.to;
      const entry = tally.get(slip.what) ?? { made: 0, found: 0, besides: 0 };
      entry.made++;
      if (findings.some(isInside)) entry.found++;
      entry.besides += findings.filter((finding) => !isInside(finding)).length;
      tally.set(slip.what, entry);
    }
  });
}
