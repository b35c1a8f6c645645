import { describe, expect, it } from 'vitest';
import { type CheckedPathway, checkPathway } from './check-pathway.ts';
import type { Leaf } from './condition.ts';
import { DEFAULT_PATHWAY } from './default-pathway.ts';
import type { Pathway, Rule } from './pathway.ts';
import { OUTLINES } from './testing/known-people.ts';

const check = (pathway: unknown) => checkPathway(pathway, OUTLINES);
const faultsOf = (checked: CheckedPathway) =>
  checked.kind === 'fine'
    ? []
    : checked.findings.map(({ fault, path, word }) => [fault, path, word]);

/** The default pathway with other rules. */
const withRules = (change: (rules: Rule[]) => Rule[]): Pathway => ({
  ...DEFAULT_PATHWAY,
  rules: change(DEFAULT_PATHWAY.rules),
});
/** The default pathway whose rule for the clinical range asks this instead. */
const asking = (leaf: Leaf | object, not = false) =>
  withRules((rules) =>
    rules.map((rule) =>
      rule.id === 'clinical-range'
        ? {
            ...rule,
            when: { match: 'any', of: [{ match: 'any', of: [{ not, is: leaf as Leaf }] }] },
          }
        : rule,
    ),
  );
const AT = 'rules.2.when.of.0.of.0.is';
const band = (bands: string[], form = 'phq-8', scale = form) => ({
  kind: 'band',
  form,
  scale,
  bands,
  times: 1,
});

describe('the checker of pathways', () => {
  it('passes the default pathway', () => {
    expect(faultsOf(check(DEFAULT_PATHWAY))).toEqual([]);
  });

  it('wants danger to lead to the two steps of safety by itself', () => {
    const without = withRules((rules) => rules.filter(({ id }) => id !== 'danger-now'));
    expect(faultsOf(check(without))).toEqual([['safety-first', 'rules', 'S0']]);
    const onlyOneKind = withRules((rules) =>
      rules.map((rule) =>
        rule.id === 'danger-today'
          ? {
              ...rule,
              when: {
                match: 'any',
                of: [
                  {
                    match: 'any',
                    of: [
                      { not: false, is: { kind: 'signal', urgency: 'today', kinds: ['violence'] } },
                    ],
                  },
                ],
              },
            }
          : rule,
      ),
    );
    expect(faultsOf(check(onlyOneKind))).toEqual([['safety-first', 'rules.1.when', 'S1']]);
  });

  it('wants the most urgent step first, all steps, and basic needs beside them', () => {
    const turned = withRules(([now, today, clinical, elevated, ...rest]) => [
      now!,
      today!,
      elevated!,
      clinical!,
      ...rest,
    ]);
    expect(faultsOf(check(turned))).toEqual([['order', 'rules.3.step', '4']]);
    const gap = withRules((rules) => rules.filter(({ id }) => id !== 'low-distress'));
    expect(faultsOf(check(gap))).toEqual([['ladder-gap', 'rules', '2']]);
    const alone = withRules((rules) => rules.filter(({ gives }) => gives !== 'beside'));
    expect(faultsOf(check(alone))).toEqual([['beside-missing', 'rules', '']]);
  });

  it('wants every worse band where a band leads up, and every better one where it leads down', () => {
    expect(faultsOf(check(asking(band(['moderately-severe']))))).toEqual([
      ['worse-band-missing', AT, 'severe'],
    ]);
    expect(faultsOf(check(asking(band(['mild', 'severe']))))[0]?.[0]).toBe('worse-band-missing');
    expect(faultsOf(check(asking(band(['low'], 'who-5'))))).toEqual([]);
    expect(faultsOf(check(asking(band(['not-low'], 'who-5'))))).toEqual([
      ['worse-band-missing', AT, 'low'],
    ]);
    expect(faultsOf(check(asking(band(['not-low'], 'who-5'), true)))).toEqual([]);
    expect(faultsOf(check(asking(band(['minimal']), true)))).toEqual([]);
    expect(faultsOf(check(asking(band(['mild']), true)))).toEqual([
      ['worse-band-missing', AT, 'minimal'],
    ]);
  });

  it('lets getting worse lead up only, and getting better down only', () => {
    const change = (is: string) => ({ kind: 'change', is, since: 'last', form: null });
    expect(faultsOf(check(asking(change('improved'))))).toEqual([
      ['change-turned', AT, 'improved'],
    ]);
    expect(faultsOf(check(asking(change('worsened'))))).toEqual([]);
    expect(faultsOf(check(asking(change('improved'), true)))).toEqual([]);
  });

  it('names the place of whatever does not exist', () => {
    expect(faultsOf(check(asking(band(['severe'], 'phq-7'))))).toEqual([
      ['form-unknown', AT, 'phq-7'],
    ]);
    expect(faultsOf(check(asking(band(['severe'], 'phq-8', 'sum'))))).toEqual([
      ['scale-unknown', AT, 'sum'],
    ]);
    expect(faultsOf(check(asking(band(['terrible', 'severe']))))).toEqual([
      ['band-unknown', AT, 'terrible'],
    ]);
    const item = (name: string, options: string[]) => ({
      kind: 'item',
      form: 'phq-8',
      item: name,
      options,
    });
    expect(faultsOf(check(asking(item('phq8_9', ['1']))))).toEqual([
      ['item-unknown', AT, 'phq8_9'],
    ]);
    expect(faultsOf(check(asking(item('phq8_8', ['4']))))).toEqual([['option-unknown', AT, '4']]);
    expect(faultsOf(check(asking({ kind: 'age', from: 18, below: 18 })))).toEqual([
      ['age-empty', AT, ''],
    ]);
    expect(
      faultsOf(
        check({
          ...DEFAULT_PATHWAY,
          reads: [{ ...DEFAULT_PATHWAY.reads[0]!, direction: 'higher-is-better' }],
        }),
      ),
    ).toContainEqual(['direction', 'reads.0', 'phq-8']);
  });

  it.each(['ideology', 'religiosity', 'union', 'radicalisation'])(
    'knows no condition on %s',
    (kind) => {
      expect(faultsOf(check(asking({ kind, is: 'any' })))).toMatchObject([
        ['shape', `${AT}.kind`, ''],
      ]);
    },
  );

  it('takes no survey of the programme for one, so that no answer about faith or marriage reaches a step', () => {
    const form = 'needs-assessment-2022';
    expect(
      faultsOf(check(asking({ kind: 'item', form, item: 'w18_religion', options: ['4'] }))),
    ).toEqual([['form-not-of-care', AT, form]]);
    expect(
      faultsOf(check(asking({ kind: 'item', form, item: 'marital', options: ['single'] }))),
    ).toEqual([['form-not-of-care', AT, form]]);
    const reads = [{ form, scale: 'women', direction: 'higher-is-better', changePoints: null }];
    expect(
      faultsOf(check({ ...DEFAULT_PATHWAY, reads: [...DEFAULT_PATHWAY.reads, ...reads] })),
    ).toEqual([['form-not-of-care', 'reads.5', form]]);
    const about = /relig|faith|belie[fv]|ideolog|god\b|pray|mosque|married|marriage|nikah/i;
    const reachable = OUTLINES.filter(({ isOfCare }) => isOfCare).flatMap(({ items }) =>
      items.filter(({ text }) => about.test(text.en ?? '')).map(({ id }) => id),
    );
    // PCL-5, item 9: what somebody thinks of herself and others since it happened.
    expect(reachable).toEqual(['pcl5_9']);
  });
});
