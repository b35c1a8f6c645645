import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/languages.ts';
import type { Answers } from './answers.ts';
import { bundleForm, canBeAnswered, languagesOffered } from './bundle-form.ts';
import { checkForm } from './check-form.ts';
import { concludeForm, signalsOf } from './conclude-form.ts';
import { findForm, listForms } from './form-library.ts';
import { csvColumns } from './library/needs-assessment-2022/csv-columns.ts';
import { listStrings } from './package-strings.ts';
import { isIn, scoreForm } from './score-form.ts';
import { textOf } from './translated.ts';

const forms = listForms().map(({ code, version }) => findForm(code, version)!);
const byCode = forms.map((form) => [form.code, form] as const);

describe('every instrument that ships', () => {
  it('is found by code, and by code and version', () => {
    expect(forms.map(({ code }) => code)).toEqual([
      'needs-assessment-2022',
      'ghq-12',
      'who-5',
      'phq-8',
      'gad-7',
      'phq-9',
      'asq',
      'phq-4',
      'itq',
      'pcl-5',
      'c-ssrs',
      'cfm-2-4',
      'cfm-5-17',
      'sdq-parent',
      'sdq-teacher',
      'sdq-self',
      'school-days',
      'phq-a',
      'k6',
      'k10',
      'srq-20',
      'whodas-12',
      'psc-17',
      'cries-8',
      'cries-13',
      'cats-2',
      'cyrm-r',
      'arm-r',
      'proqol-5',
      'parental-stress',
      'women-scale-2022',
      'children-scale-2022',
    ]);
    expect(findForm('who-5')).toBe(findForm('who-5', '1.0.0'));
    expect(findForm('who-5', '9')).toBeNull();
    expect(findForm('phq-7')).toBeNull();
  });

  it('has a folder, and every folder is in the library', () => {
    const folders = readdirSync(new URL('./library/', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(forms.map(({ code }) => code).sort());
  });

  it.each(byCode)(
    '%s passes the checker: no band, example, coding or licence record is wrong',
    (_, form) => {
      expect(checkForm(form).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each(byCode)('%s scores its worked examples as expected', (_, { pkg, code }) => {
    const form = findForm(code)!;
    const scales = new Set(pkg.scales.map(({ id }) => id));
    for (const { name, answers, expected } of pkg.examples) {
      const scores = scoreForm(form, answers as Answers);
      for (const one of expected) {
        const score = scores.find(({ scale, row }) => scale === one.scale && row === one.row);
        scales.delete(one.scale);
        if ('value' in one) {
          expect(score, name).toMatchObject({ kind: 'scored' });
          expect((score as { value: number }).value, name).toBeCloseTo(one.value, 8);
          if (one.bands) expect(score, name).toMatchObject({ bands: one.bands });
        } else {
          expect(score, name).toMatchObject({ kind: 'incomplete', ...one.incomplete });
        }
      }
    }
    expect([...scales], 'scales without an example').toEqual([]);
  });

  it.each(byCode)('%s tells a phone of danger exactly where it tells the server', (_, form) => {
    for (const { name, answers } of form.pkg.examples) {
      const heard = form.open(null).signals(answers as Answers).length > 0;
      expect(heard, name).toBe(signalsOf(form, answers as Answers).length > 0);
    }
  });

  it('is attended where its owner wants somebody to stay with whoever answers', () => {
    const attended = forms.filter(({ pkg }) => pkg.attended).map(({ code }) => code);
    expect(attended).toEqual(['asq', 'c-ssrs']);
  });

  it.each(byCode)(
    '%s changes band exactly at the edge, and exclusive bands cover the range once',
    (_, { pkg }) => {
      for (const { bandSets, range } of pkg.scales) {
        for (const { kind, bands } of bandSets) {
          for (const band of bands) {
            expect(isIn(band, band.from)).toBe(true);
            expect(isIn(band, band.from - 1e-9)).toBe(false);
            if (band.below === undefined) expect(isIn(band, range.max)).toBe(true);
            else {
              expect(isIn(band, band.below)).toBe(false);
              expect(isIn(band, band.below - 1e-9)).toBe(true);
            }
          }
          for (let at = 0; at <= 400; at++) {
            const value = range.min + ((range.max - range.min) * at) / 400;
            const inside = bands.filter((band) => isIn(band, value));
            if (kind === 'exclusive') expect(inside, `${value}`).toHaveLength(1);
            else expect(inside).toEqual(bands.slice(0, inside.length));
          }
        }
      }
    },
  );

  it.each(byCode)('%s can be shown in every interface language', (_, { pkg }) => {
    for (const { text, place } of listStrings(pkg)) {
      for (const language of LANGUAGES) {
        expect(textOf(text, language, pkg.fallback[language]), place).not.toBe('');
      }
    }
  });

  it.each(byCode)('%s concludes and signals in its worked examples as expected', (_, form) => {
    for (const { name, answers, concluded = [], signals = [] } of form.pkg.examples) {
      const found = concludeForm(form, answers as Answers);
      for (const one of concluded) expect(found, name).toContainEqual(expect.objectContaining(one));
      expect(signalsOf(form, answers as Answers), name).toEqual(signals);
    }
  });

  it.each(byCode)('%s says who owns it, on what terms, and what was checked', (_, { pkg }) => {
    expect(pkg.licence.terms.length).toBeGreaterThan(20);
    expect(pkg.licence.checked.length).toBeGreaterThan(20);
  });
});

describe('languages', () => {
  it('are offered only where the wording is complete and no draft', () => {
    const offered = Object.fromEntries(forms.map((form) => [form.code, languagesOffered(form)]));
    expect(offered).toEqual({
      'needs-assessment-2022': ['kk', 'ru', 'en'],
      'who-5': ['en'],
      'phq-8': ['ru', 'en'],
      'gad-7': ['ru', 'en'],
      'phq-9': ['ru', 'en'],
      asq: ['en'],
      'phq-4': ['ru', 'en'],
      itq: ['en'],
      'pcl-5': ['en'],
      'phq-a': ['en'],
      k6: ['en'],
      k10: ['en'],
      'srq-20': ['en'],
      'school-days': ['kk', 'ru', 'en'],
      'women-scale-2022': ['kk', 'ru', 'en'],
      'children-scale-2022': ['kk', 'ru', 'en'],
      ...Object.fromEntries(
        forms.filter(({ pkg }) => pkg.wording === 'absent').map(({ code }) => [code, []]),
      ),
    });
  });

  it('in draft are for a demonstration, under a watermark', () => {
    const phq8 = findForm('phq-8')!;
    expect(languagesOffered(phq8, { allowDraft: true })).toEqual(['kk', 'ru', 'en']);
    expect(bundleForm(phq8, 'kk').d).toBe(1);
    expect(bundleForm(phq8, 'ru').d).toBeUndefined();
    expect(bundleForm(findForm('needs-assessment-2022')!, 'kk').d).toBeUndefined();
  });

  it('of a text fall back along the chain, never to nothing', () => {
    const text = { ru: { text: 'да', status: 'translated' as const } };
    expect(textOf(text, 'kk', ['ru', 'en'])).toBe('да');
    expect(() => textOf(text, 'kk', ['en'])).toThrow('internal');
  });

  it.each(byCode)(
    'of %s write Kazakh with its own letters and Russian without them',
    (_, { pkg }) => {
      const all = (language: 'kk' | 'ru') =>
        listStrings(pkg)
          .map(({ text }) => text[language]?.text ?? '')
          .join(' ');
      expect(all('kk')).toMatch(/[әғқңөұүһі]/);
      expect(all('ru')).not.toMatch(/[әғқңөұүһі]/i);
      // A Latin letter that looks Cyrillic breaks search and read-aloud.
      const mixed = /[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]/i;
      expect(all('kk')).not.toMatch(mixed);
      expect(all('ru')).not.toMatch(mixed);
    },
  );
});

describe('GHQ-12', () => {
  const ghq12 = findForm('ghq-12')!;

  it('ships without the wording of any item or answer', () => {
    for (const { item, options } of ghq12.items) {
      expect(item.text).toBeUndefined();
      expect(item.help).toBeUndefined();
      for (const option of options) expect(option.text).toBeUndefined();
    }
    const spoken = listStrings(ghq12.pkg)
      .filter(({ place }) => !/\b(source|evidence|meaning)\b/.test(place))
      .map(({ text }) => text.en!.text);
    const itemWords = spoken.filter((text) => !/^(Item \d+|[0-3])$/.test(text));
    // What is left: the title, three scale titles, five band labels.
    expect(itemWords).toHaveLength(1 + 3 + 5);
    expect(itemWords.join(' ')).toMatch(/^GHQ-12 questionnaire /);
  });

  it('cannot be opened for answering, and says why', () => {
    expect(canBeAnswered(ghq12)).toMatchObject({
      kind: 'no',
      reason: 'text-missing',
      owner: 'GL Assessment',
      items: expect.arrayContaining(['g01', 'g12']),
    });
    expect(() => bundleForm(ghq12, 'ru')).toThrow('form-has-no-text');
  });

  it('shows an imported wave by item numbers', () => {
    const item = ghq12.byLinkId.get('g07')!.item;
    expect(textOf(item.label!, 'kk')).toBe('7-тармақ');
    expect(textOf(item.label!, 'ru')).toBe('Пункт 7');
  });
});

describe('the data of 2022', () => {
  const { women, children } = csvColumns;
  const names = (columns: typeof women) => columns.map(({ column }) => column);

  it('find an item or a meaning for every column, and each column once', () => {
    expect(new Set(names(women)).size).toBe(women.length);
    expect(new Set(names(children)).size).toBe(children.length);
    expect(names(women)).toHaveLength(2 + 16 + 13 + 18 + 21 + 20);
    expect(names(children)).toHaveLength(3 + 1 + 9 + 11);
    expect(names(women)).toEqual(
      expect.arrayContaining([
        'marital',
        'w18_religion',
        'prob_01_housing',
        'chg_20_needs_theologian',
        'g12',
      ]),
    );
    expect(names(children)).toEqual(
      expect.arrayContaining(['age', 'c1_legal_status', 'prio_11_needs_theologian']),
    );
  });

  it('find an option for every code', () => {
    const column = (name: string) => women.find((one) => one.column === name);
    expect(column('years_outside')).toMatchObject({
      values: { '<4': 'under_4', '4-6': '4-6', '>6': 'over_6' },
    });
    expect(column('children_killed')).toMatchObject({ values: { '5+': '5_plus' } });
    expect(column('w01_legal_status')).toMatchObject({
      values: { 1: 'strongly_disagree', 2: 'disagree', 4: 'agree', 5: 'strongly_agree' },
    });
    expect(children.find((one) => one.column === 'c1_legal_status')).toMatchObject({
      values: { 1: 'strongly_disagree', 2: 'disagree', 3: 'agree', 4: 'strongly_agree' },
    });
    expect(column('met_needs')).toMatchObject({ values: { 1: true, 0: false } });
    for (const one of [...women, ...children]) {
      if (one.kind !== 'choice' && one.kind !== 'tick') continue;
      const item = findForm(one.form)!.byLinkId.get(one.linkId)!;
      const ids = item.options.map(({ id }) => id);
      const used = one.kind === 'tick' ? [one.option] : Object.values(one.values);
      for (const id of used) if (typeof id === 'string') expect(ids, one.column).toContain(id);
    }
  });
});

describe('the wording', () => {
  it('never names security, ideology or violence', () => {
    const needs = findForm('needs-assessment-2022')!;
    const all = listStrings(needs.pkg).flatMap(({ text }) =>
      Object.values(text).map((one) => one.text),
    );
    expect(all.join(' ')).not.toMatch(
      /террор|экстрем|радикал|terror|extrem|radical|қауіпсіздік органдары|лагер/i,
    );
  });

  it('of the needs assessment is marked as not the wording of 2022', () => {
    const { pkg } = findForm('needs-assessment-2022')!;
    expect(pkg.wording).toBe('own');
    expect(bundleForm(findForm('needs-assessment-2022')!, 'en').n).toContain(
      'not the wording of 2022',
    );
  });
});
