import { describe, expect, it } from 'vitest';
import { checkForm, safetyItems } from './check-form.ts';
import type { FormPackage } from './form-package.ts';
import type { Band, Scale } from './scale.ts';
import { aForm, asks, words } from './testing/a-form.ts';

const items = ['a', 'b'].map((linkId) => asks({ type: 'choice', linkId, options: 'yes_no' }));

const band = (id: string, from: number, below?: number): Band => ({
  id,
  from,
  ...(below !== undefined && { below }),
  label: words(id),
});

const scale = (kind: 'exclusive' | 'nested', bands: Band[], more: Partial<Scale> = {}): Scale => ({
  id: 'total',
  version: '1',
  title: words('Total'),
  items: ['a', 'b'],
  coding: { yes: 1, no: 0 },
  combine: 'sum',
  minimumAnswered: 2,
  proration: 'none',
  range: { min: 0, max: 2 },
  direction: 'higher-is-better',
  printedCoding: '1-0',
  bandSets: [{ kind, bands, source: { works: [{ citation: 'here', language: 'en' }] } }],
  evidence: {},
  source: { works: [{ citation: 'here', language: 'en' }] },
  ...more,
});

const example: FormPackage['examples'][number] = {
  name: 'yes twice',
  source: 'derived by hand',
  answers: { a: 'yes', b: 'yes' },
  expected: [{ scale: 'total', value: 2 }],
};

const good = scale('exclusive', [band('low', 0, 1), band('high', 1)]);

const errors = (overrides: Partial<FormPackage>, more = items) =>
  checkForm(aForm(more, { scales: [good], examples: [example], ...overrides })).filter(
    ({ severity }) => severity === 'error',
  );

describe('the checker', () => {
  it('finds nothing wrong with a form that is right', () => {
    expect(errors({})).toEqual([]);
  });

  it.each<[what: string, scale: Scale, code: string, path: string]>([
    [
      'a hole between bands',
      scale('exclusive', [band('low', 0, 1), band('high', 2)]),
      'bands-leave-a-hole',
      'scales[0].bandSets[0].bands[0]',
    ],
    [
      'a hole at the start',
      scale('exclusive', [band('high', 1)]),
      'bands-leave-a-hole',
      'scales[0].bandSets[0].bands[0]',
    ],
    [
      'a hole at the end',
      scale('exclusive', [band('low', 0, 1), band('high', 1, 2)]),
      'bands-leave-a-hole',
      'scales[0].bandSets[0].bands[1]',
    ],
    [
      'an overlap',
      scale('exclusive', [band('low', 0, 2), band('high', 1)]),
      'bands-overlap',
      'scales[0].bandSets[0].bands[0]',
    ],
    [
      'a band outside the range',
      scale('nested', [band('high', 3)]),
      'band-outside-range',
      'scales[0].bandSets[0].bands[0]',
    ],
    [
      'an empty band',
      scale('nested', [band('low', 1, 1)]),
      'band-empty-or-outside',
      'scales[0].bandSets[0].bands[0]',
    ],
    [
      'nested bands that are not nested',
      scale('nested', [band('high', 2), band('some', 1)]),
      'band-not-nested',
      'scales[0].bandSets[0].bands[1]',
    ],
    [
      'the same band twice',
      scale('nested', [band('some', 1), band('same', 1)]),
      'band-not-nested',
      'scales[0].bandSets[0].bands[1]',
    ],
    [
      'a band id twice',
      scale('nested', [band('some', 1), band('some', 2)]),
      'band-id-twice',
      'scales[0]',
    ],
    [
      'a printed coding that is not the coding',
      { ...good, printedCoding: '0-1' },
      'printed-coding-differs',
      'scales[0].printedCoding',
    ],
  ])('finds %s', (_, block, code, path) => {
    expect(errors({ scales: [block] })).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('finds a worked example that comes out otherwise, and says what came out', () => {
    const wrong = { ...example, expected: [{ scale: 'total', value: 1 }] };
    const [finding] = errors({ examples: [wrong] });
    expect(finding).toMatchObject({
      code: 'example-comes-out-otherwise',
      path: 'examples[0].expected[0]',
    });
    expect(finding!.params.got).toContain('"value":2');
  });

  it.each<[what: string, examples: FormPackage['examples'], code: string]>([
    ['a scale without an example', [], 'scale-without-example'],
    [
      'an example of an unknown item',
      [{ ...example, answers: { z: 'yes' } }],
      'example-unknown-item',
    ],
    [
      'an example that the form would refuse',
      [{ ...example, answers: { a: 'yes', b: 'maybe' } }],
      'example-invalid',
    ],
    [
      'an example with the wrong bands',
      [{ ...example, expected: [{ scale: 'total', value: 2, bands: ['low'] }] }],
      'example-comes-out-otherwise',
    ],
    [
      'an example that expects no score where there is one',
      [{ ...example, expected: [{ scale: 'total', incomplete: { answered: 1, needed: 2 } }] }],
      'example-comes-out-otherwise',
    ],
  ])('finds %s', (_, examples, code) => {
    expect(errors({ examples }).map((finding) => finding.code)).toContain(code);
  });

  it.each<[what: string, overrides: Partial<FormPackage>, code: string]>([
    [
      'text shipped that the licence keeps back',
      {
        wording: 'absent',
        licence: { owner: 'x', source: 'x', terms: 'x', checked: 'x', text: 'bring-your-own' },
      },
      'text-where-none-may-ship',
    ],
    [
      'a licence that says more than is there',
      { wording: 'absent' },
      'licence-says-text-is-shipped',
    ],
    ['own words without a mark', { wording: 'own' }, 'own-words-unmarked'],
    [
      'an attribution that nobody sees',
      {
        licence: {
          owner: 'x',
          source: 'x',
          terms: 'x',
          checked: 'x',
          text: 'shipped',
          attribution: 'by X',
        },
      },
      'attribution-not-shown',
    ],
  ])('finds %s', (_, overrides, code) => {
    expect(errors(overrides).map((finding) => finding.code)).toContain(code);
  });

  it('finds a text that no reader of a language could be shown', () => {
    const title = { kk: { text: 'Сауалнама', status: 'translated' as const } };
    expect(
      errors({ title, fallback: {} }).map(({ path, params }) => [path, params.language]),
    ).toEqual([
      ['title', 'ru'],
      ['title', 'en'],
    ]);
  });

  it('warns of drafts, gaps and missing evidence without forbidding them', () => {
    const draft = { ...words('?'), kk: { text: '?', status: 'draft' as const } };
    const form = aForm([
      asks({
        type: 'text',
        linkId: 'a',
        text: draft,
        help: { ru: { text: '?', status: 'translated' } },
      }),
    ]);
    expect(
      checkForm(form).map(({ severity, code, path, params }) => [
        severity,
        code,
        path,
        params.language,
      ]),
    ).toEqual([
      ['warning', 'translation-draft', 'items[0].text', 'kk'],
      ['warning', 'translation-missing', 'items[0].help', 'kk'],
      ['warning', 'translation-missing', 'items[0].help', 'en'],
      ['warning', 'no-evidence-recorded', 'evidence', 'ru'],
    ]);
  });

  it('forbids publishing a form with a safety item that tells nobody', () => {
    const risky = asks({ type: 'choice', linkId: 'harm', options: 'yes_no', safety: true });
    expect(safetyItems(aForm([...items, risky])).map(({ linkId }) => linkId)).toEqual(['harm']);
    expect(errors({}, [...items, risky])).toMatchObject([
      { code: 'safety-item-without-signal', path: 'items[2]', params: { linkId: 'harm' } },
    ]);
  });
});
