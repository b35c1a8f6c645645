import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { isHidden, type Report, type Table } from '../report.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { AnalysisPlan, type Condition } from './analysis-plan.ts';
import type { EarlierRelease } from './earlier-releases.ts';
import { type PlannedReport, runPlan } from './run-plan.ts';

const RENT: Condition = { form: 'small', question: 'home', options: ['rent'] };
const WORKS: Condition = { form: 'small', question: 'works', options: ['true'] };

/** Forty women: half of them rent, every fourth works. */
const FORTY = Array.from(
  { length: 40 },
  (_, i): Answers => ({
    age: 20 + (i % 20),
    home: i % 2 === 0 ? 'own' : 'rent',
    works: i % 4 < 1,
    calm: ['never', 'seldom', 'sometimes', 'often'][i % 4]!,
    tense: 'sometimes',
    wishes: i % 3 === 0 ? ['house'] : ['work'],
  }),
);

const factsOf = (given: readonly Answers[]) => smallWave(given.map((answers) => ({ answers })));

const planFor = (given: Partial<AnalysisPlan> = {}): AnalysisPlan => ({
  waveId: '00000000-0000-4000-8000-000000000001',
  audience: 'network',
  population: [],
  sections: null,
  ...given,
});

function run(
  plan: AnalysisPlan,
  {
    facts = factsOf(FORTY),
    snapshot = 'first',
    earlier = [],
  }: { facts?: WaveFacts; snapshot?: string; earlier?: readonly EarlierRelease[] } = {},
) {
  return runPlan(plan, { facts, forms: [SMALL_FORM], language: 'en', snapshot, earlier });
}

function reportOf(outcome: ReturnType<typeof run>): PlannedReport {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`);
  return outcome;
}

function released(plan: AnalysisPlan, given: Parameters<typeof run>[1] = {}): EarlierRelease {
  return {
    number: 7,
    audience: plan.audience,
    population: plan.population,
    snapshot: given.snapshot ?? 'first',
    report: reportOf(run(plan, given)).report,
  };
}

const tablesOf = ({ sections }: Report): Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

describe('a plan', () => {
  it('gives analysts exact numbers, and the network the same ones with small groups hidden', () => {
    const exact = reportOf(run(planFor({ audience: 'internal' })));
    expect({ audience: exact.report.audience, hidden: exact.hidden }).toEqual({
      audience: 'internal',
      hidden: 0,
    });
    const network = reportOf(run(planFor()));
    expect(network.report.audience).toBe('network');
    expect(network.hidden).toBeGreaterThan(0);
  });

  it('tells of those only who gave the answer, and says so above everything', () => {
    const { report } = reportOf(run(planFor({ audience: 'internal', population: [RENT] })));
    expect(report.responses).toBe(20);
    expect(report.banners).toContain('Only those who answered: Home: Rent.');
  });

  it('gives the chosen sections only, with a summary of them or with what is hidden', () => {
    const sectionsFor = (audience: AnalysisPlan['audience']) =>
      reportOf(run(planFor({ audience, sections: ['flow'] }))).report.sections.map(({ id }) => id);
    expect(sectionsFor('internal')).toEqual(['summary', 'flow']);
    expect(sectionsFor('network')).toEqual(['flow', 'protection']);
  });

  it('leaves out single tables, with the figures that draw them and every sentence that reads from them', () => {
    const whole = reportOf(run(planFor({ audience: 'internal' })));
    const gone = ['multi-small-wishes', 'languages', 'items-small-ease'];
    const planned = reportOf(run(planFor({ audience: 'internal', without: gone })));
    const ids = tablesOf(whole.report).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(gone));
    expect(tablesOf(planned.report).map(({ id }) => id)).toEqual(
      ids.filter((id) => !gone.includes(id)),
    );
    const blocks = planned.report.sections.flatMap((section) => section.blocks);
    const told = blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? (block.parts ?? []).flatMap((part) => (typeof part === 'string' ? [] : [part.cell.table]))
        : [block.id],
    );
    for (const id of gone) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(`figure-${id}`);
    }
    // They can be chosen again: the choices are still offered.
    expect(planned.sections).toEqual(whole.sections);
    expect(whole.sections.flatMap(({ tables }) => tables.map(({ id }) => id))).toEqual(ids);
    expect(tablesOf(planned.report).map(({ number }) => number)).toEqual(
      tablesOf(planned.report).map((_, place) => place + 1),
    );
  });

  it('leaves out a section whose last table was left out, and is refused when nothing is left at all', () => {
    const { report, sections } = reportOf(run(planFor({ audience: 'internal' })));
    const flow = sections.find(({ id }) => id === 'flow')?.tables.map(({ id }) => id) ?? [];
    const without = reportOf(run(planFor({ audience: 'internal', without: flow }))).report;
    expect(without.sections.map(({ id }) => id)).not.toContain('flow');
    const all = tablesOf(report).map(({ id }) => id);
    const plan = planFor({ audience: 'internal', without: all });
    expect(run(plan)).toMatchObject({
      code: 'nothing-left',
      instead: planFor({ audience: 'internal' }),
    });
  });

  it('hides from the network in what is left exactly what it hides in the whole report', () => {
    const hidden = (report: Report) =>
      new Map(tablesOf(report).map(({ id, rows }) => [id, rows.map(({ cells }) => cells)]));
    const whole = hidden(reportOf(run(planFor())).report);
    const part = hidden(reportOf(run(planFor({ without: ['frequency-small-home'] }))).report);
    expect(part.size).toBe(whole.size - 1);
    for (const [id, cells] of part) expect(cells).toEqual(whole.get(id));
  });

  it('that was kept before tables could be left out is still one', () => {
    const kept = { ...planFor(), sections: ['flow'] };
    expect(AnalysisPlan.parse(kept)).toEqual(kept);
  });

  it('puts the fingerprint of the answers into the receipt of every table', () => {
    const { report } = reportOf(run(planFor({ audience: 'internal' }), { snapshot: 'abc' }));
    const receipts = tablesOf(report).map(({ receipt }) => receipt?.snapshot);
    expect(receipts.length).toBeGreaterThan(10);
    expect(new Set(receipts)).toEqual(new Set(['abc']));
  });

  it('shows the network what was asked and how it is scored, but not how many answered each question', () => {
    const tables = tablesOf(reportOf(run(planFor())).report);
    const codebook = tables.find(({ id }) => id === 'codebook-small');
    expect(codebook?.columns.map(({ id }) => id)).toEqual(['codes', 'missing']);
    expect(codebook?.rows.flatMap(({ cells }) => cells).some(isHidden)).toBe(false);
    expect(new Set(codebook?.rows.map(({ n }) => n))).toEqual(new Set([40]));
    expect(tables.some(({ id }) => id === 'codebook-scales-small')).toBe(true);
  });
});

describe('a plan is refused, with the smallest change that would do,', () => {
  it('when it narrows down by what is no closed question outside of scales', () => {
    const calm: Condition = { form: 'small', question: 'calm', options: ['often'] };
    const plan = planFor({ population: [RENT, calm] });
    expect(run(plan)).toMatchObject({
      code: 'condition-unknown',
      details: ['calm'],
      instead: { ...plan, population: [RENT] },
    });
    const age: Condition = { form: 'small', question: 'age', options: ['20'] };
    expect(run(planFor({ population: [age] }))).toMatchObject({ code: 'condition-unknown' });
    const strange = { ...RENT, options: ['castle'] };
    expect(run(planFor({ population: [strange] }))).toMatchObject({ code: 'condition-unknown' });
  });

  it('when a section is asked for that no report has', () => {
    const plan = planFor({ sections: ['flow', 'secrets'] });
    expect(run(plan)).toMatchObject({
      code: 'section-unknown',
      details: ['secrets'],
      instead: { ...plan, sections: ['flow'] },
    });
  });

  it('when too few are left to be told of', () => {
    const facts = factsOf([
      ...FORTY.map((each) => ({ ...each, works: false })),
      ...FORTY.slice(0, 1),
    ]);
    const outcome = run(planFor({ population: [WORKS] }), { facts });
    expect(outcome).toMatchObject({ code: 'base-too-small', instead: planFor() });
  });

  it('when too few are left out, since those are told of as well', () => {
    const facts = factsOf([
      ...FORTY.map((each) => ({ ...each, works: true })),
      ...FORTY.slice(0, 4).map((each) => ({ ...each, works: false })),
    ]);
    const population = [WORKS];
    expect(run(planFor({ population }), { facts })).toMatchObject({
      code: 'base-too-small',
      instead: planFor(),
    });
    expect(run(planFor({ population, audience: 'internal' }), { facts }).kind).toBe('report');
  });

  it('when it would say that everybody gave an answer', () => {
    const facts = factsOf(FORTY.map((each) => ({ ...each, works: true })));
    expect(run(planFor({ population: [WORKS] }), { facts })).toMatchObject({
      code: 'base-too-small',
    });
  });
});

describe('after a release to the network', () => {
  const earlier = [released(planFor())];

  it('the same plan passes again', () => {
    expect(run(planFor(), { earlier }).kind).toBe('report');
  });

  it('another part of the same people is refused to the network and to everybody, however large', () => {
    for (const audience of ['network', 'public'] as const) {
      expect(run(planFor({ audience, population: [RENT] }), { earlier })).toMatchObject({
        code: 'other-population',
        release: 7,
        instead: planFor({ audience }),
      });
    }
  });

  it('the same people asked for in other words are the same people', () => {
    const first = released(planFor({ population: [RENT] }));
    const twice = { ...RENT, options: ['rent', 'rent'] };
    expect(run(planFor({ population: [twice, RENT] }), { earlier: [first] }).kind).toBe('report');
  });

  it('analysts may still look at any part', () => {
    const plan = planFor({ audience: 'internal', population: [RENT] });
    expect(run(plan, { earlier }).kind).toBe('report');
  });

  it('a release for analysts stands in nobody’s way', () => {
    const internal = [released(planFor({ audience: 'internal' }))];
    expect(run(planFor({ population: [RENT] }), { earlier: internal }).kind).toBe('report');
  });

  it('the answers of one woman more or less are refused', () => {
    for (const given of [FORTY.slice(1), [...FORTY, FORTY[0]!]]) {
      const outcome = run(planFor(), { facts: factsOf(given), snapshot: 'second', earlier });
      expect(outcome).toMatchObject({ code: 'changed-by-few', release: 7, instead: null });
    }
  });

  it('one woman in the place of another is refused as well, although as many answered', () => {
    const given = [...FORTY.slice(1), { ...FORTY[0]!, home: 'rent' }];
    expect(run(planFor(), { facts: factsOf(given), snapshot: 'second', earlier })).toMatchObject({
      code: 'changed-by-few',
    });
  });

  it('what a renewed program would hide otherwise is refused', () => {
    const report = earlier[0]!.report;
    const other: Report = {
      ...report,
      sections: report.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table' && block.id === 'frequency-small-home'
            ? {
                ...block,
                rows: block.rows.map((row) => ({
                  ...row,
                  cells: row.cells.map(() => ({ hidden: true as const })),
                })),
              }
            : block,
        ),
      })),
    };
    const before = [{ ...earlier[0]!, report: other }];
    expect(run(planFor(), { earlier: before })).toMatchObject({
      code: 'changed-by-few',
      details: ['frequency-small-home'],
    });
  });
});

describe('however people answered', () => {
  const woman = fc.record({
    home: fc.constantFrom('own', 'rent'),
    works: fc.boolean(),
    calm: fc.constantFrom('never', 'often'),
    tense: fc.constantFrom('never', 'often'),
  });

  it('a part that passes and the part it leaves out are both large enough', () => {
    fc.assert(
      fc.property(fc.array(woman, { minLength: 1, maxLength: 24 }), (women) => {
        const rented = women.filter(({ home }) => home === 'rent').length;
        const outcome = run(planFor({ population: [RENT] }), { facts: factsOf(women) });
        if (outcome.kind === 'refused') return;
        expect(Math.min(rented, women.length - rented)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 40 },
    );
  });

  it('no two releases of one wave that pass one after the other tell of fewer than five by their difference', () => {
    fc.assert(
      fc.property(
        fc.array(woman, { minLength: 12, maxLength: 24 }),
        fc.constantFrom<readonly Condition[]>([], [RENT], [WORKS], [RENT, WORKS]),
        fc.constantFrom<readonly Condition[]>([], [RENT], [WORKS], [RENT, WORKS]),
        (women, one, other) => {
          const facts = factsOf(women);
          const first = run(planFor({ population: [...one] }), { facts });
          if (first.kind === 'refused') return;
          const earlier = [released(planFor({ population: [...one] }), { facts })];
          const second = run(planFor({ population: [...other] }), { facts, earlier });
          if (second.kind === 'refused') return;
          expect(second.report.responses).toBe(first.report.responses);
        },
      ),
      { numRuns: 12 },
    );
  }, 30_000);
});
