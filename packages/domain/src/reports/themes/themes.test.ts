import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEED_CATEGORIES } from '../../cases/index.ts';
import { findForm } from '../../instruments/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import { categoryOf } from '../needs/category-of.ts';
import { agreementByTheme, type Pair, pooledAgreement } from './agreement.ts';
import { GOALS, goalOf, needOf, THEMES, type ThemeId, themesOf } from './codebook.ts';
import { differences, finalThemes } from './final-themes.ts';
import { isCutOf } from './is-cut-of.ts';
import { KEYWORDS } from './keywords.ts';
import { spotTraces } from './spot-traces.ts';
import { suggestThemes } from './suggest-themes.ts';

const themesGiven = fc.subarray([...THEMES]);
const pairs = fc.array(fc.record({ first: themesGiven, second: themesGiven }), { maxLength: 30 });

const aPair = (first: ThemeId[], second: ThemeId[]): Pair => ({ first, second });
const told = (found: ReturnType<typeof agreementByTheme>, theme: ThemeId) =>
  found.find((one) => one.theme === theme);

describe('the codebook', { timeout: 60_000 }, () => {
  it('has the problems of 2022 under the ids of the form, but for "something else"', () => {
    const form = findForm('needs-assessment-2022', '1.0.0');
    const item = form?.items.find(({ linkId }) => linkId === 'problems')?.item;
    const asked = item?.type === 'multi-choice' ? item.options : [];
    const ids = (Array.isArray(asked) ? asked : []).map(({ id }) => id);
    expect(ids).toHaveLength(21);
    expect(THEMES.filter((theme) => /^\d/.test(theme)).toSorted()).toEqual(
      ids.filter((id) => id !== '15_other').toSorted(),
    );
  });

  it('binds every theme to a need of the one taxonomy, and through it to one goal', () => {
    expect(GOALS.flatMap(themesOf)).toEqual([...THEMES]);
    for (const theme of THEMES)
      expect(Object.keys(NEED_CATEGORIES), theme).toContain(needOf(theme));
    // Rows of the list of needs and themes of a workshop that bear one name are about one thing.
    for (const theme of THEMES.filter((each) => /^\d/.test(each))) {
      expect(categoryOf('needs-assessment-2022', theme), theme).toBe(needOf(theme));
    }
    const domainOf = (theme: ThemeId) => NEED_CATEGORIES[needOf(theme)].domain;
    for (const theme of THEMES) {
      const domain = domainOf(theme);
      expect(goalOf(theme), theme).toBe(domain === 'resettlement' ? 'reintegration' : domain);
    }
    expect(domainOf('11_covid_19')).toBe(domainOf('05_own_health'));
  });

  it('has words of every theme in every language', () => {
    const without = THEMES.flatMap((theme) =>
      LANGUAGES.filter((language) => KEYWORDS[theme][language].length < 2).map(
        (language) => `${theme} ${language}`,
      ),
    );
    expect(without).toEqual([]);
  });
});

describe('the proposals', { timeout: 60_000 }, () => {
  const proposed = (text: string, language: 'kk' | 'ru' | 'en') =>
    suggestThemes(text, language).map(({ theme }) => theme);

  it('find what an excerpt is about in each language, also where Russian words stand in Kazakh speech', () => {
    expect(proposed('Пәтер жалдауға ақша жетпейді, жұмысқа алмайды.', 'kk')).toEqual([
      '01_housing',
      '02_finding_employment',
    ]);
    expect(
      proposed('Дети спрашивают, где папа, а мы не знаем, что говорить про отца.', 'ru'),
    ).toEqual(['talking_about_father']);
    expect(proposed('Балаға пособие тағайындалмады.', 'kk')).toEqual([
      '10_social_support_from_the_state',
    ]);
    expect(proposed('We keep each other going.', 'en')).toEqual(['peer_support']);
  });

  it('say which words made them think so, and nothing of what is not there', () => {
    expect(suggestThemes('Негде жить: квартиру не сдают.', 'ru')).toEqual([
      { theme: '01_housing', words: ['квартиру', 'негде жить'] },
    ]);
    expect(suggestThemes('Спасибо, что позвали.', 'ru')).toEqual([]);
  });

  it('never name a word that the excerpt has not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('пәтер', 'работу', 'врач', 'school', 'о', 'мама'), {
          maxLength: 9,
        }),
        fc.constantFrom(...LANGUAGES),
        (words, language) => {
          const text = words.join(' ');
          for (const { words: found } of suggestThemes(text, language)) {
            for (const word of found) expect(text).toContain(word);
          }
        },
      ),
    );
  });
});

describe('what two coders found', { timeout: 60_000 }, () => {
  it('is counted theme by theme, by hand', () => {
    const found = agreementByTheme([
      aPair(['01_housing'], ['01_housing']),
      aPair(['01_housing'], []),
      aPair([], []),
      aPair(['peer_support'], ['01_housing']),
    ]);
    // Of four excerpts two agree; by chance 2/4 * 2/4 + 2/4 * 2/4 = 1/2 would.
    expect(told(found, '01_housing')).toMatchObject({
      n: 4,
      first: 2,
      second: 2,
      both: 1,
      percent: 50,
      kappa: { value: 0 },
    });
    // The first gave it once, the second never: what agrees is what chance lets agree.
    expect(told(found, 'peer_support')).toMatchObject({
      percent: 75,
      kappa: { value: 0, interval: null },
    });
  });

  it('has no kappa and no alpha where neither ever gave the theme', () => {
    const [housing] = agreementByTheme([aPair([], []), aPair([], [])]);
    expect(housing).toMatchObject({ percent: 100, kappa: null, alpha: null });
  });

  it('does not depend on who came first, and is full where both found the same', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const swapped = given.map(({ first, second }) => aPair(second, first));
        const [one, other] = [pooledAgreement(given), pooledAgreement(swapped)];
        expect(other.percent).toEqual(one.percent);
        if (one.kappa) expect(other.kappa?.value).toBeCloseTo(one.kappa.value, 12);
        if (one.alpha !== null) expect(other.alpha).toBeCloseTo(one.alpha, 12);
        const same = pooledAgreement(given.map(({ first }) => aPair(first, first)));
        if (same.kappa) expect(same.kappa.value).toBeCloseTo(1, 12);
      }),
    );
  });

  it('counts on both sides: agreed themes stay, a difference counts only once it is decided for', () => {
    fc.assert(
      fc.property(themesGiven, themesGiven, fc.boolean(), (first, second, isGiven) => {
        const open = differences([first, second]);
        const before = finalThemes([first, second], []);
        expect(before.open).toEqual(open);
        expect(
          before.themes.every((theme) => first.includes(theme) && second.includes(theme)),
        ).toBe(true);
        const after = finalThemes(
          [first, second],
          open.map((theme) => ({ theme, isGiven })),
        );
        expect(after.open).toEqual([]);
        expect(after.themes).toHaveLength(before.themes.length + (isGiven ? open.length : 0));
      }),
    );
  });

  it('is one person’s word where one coded', () => {
    expect(finalThemes([['peer_support', '01_housing']], [])).toEqual({
      themes: ['01_housing', 'peer_support'],
      open: [],
    });
    expect(goalOf('peer_support')).toBe('resilience');
  });
});

describe('a quotation', { timeout: 60_000 }, () => {
  const TEXT = 'В нашем селе Заречное школа далеко, и дочь ходит пешком.';

  it('is the excerpt or less of it, with what was taken out in brackets', () => {
    expect(isCutOf('Школа далеко, и дочь ходит пешком', TEXT)).toBe(true);
    expect(isCutOf('В нашем селе [название] школа далеко […] ходит пешком.', TEXT)).toBe(true);
    expect(isCutOf('Дочь ходит пешком, школа далеко.', TEXT)).toBe(false);
    expect(isCutOf('Дочь очень устаёт.', TEXT)).toBe(false);
  });

  it('is looked through for what tells who spoke', () => {
    const kinds = (text: string) => spotTraces(text).map(({ kind }) => kind);
    expect(kinds('Вчера Айгуль Серикова звонила с номера +7 701 000 00 00.')).toEqual([
      'name',
      'number',
    ]);
    expect(kinds('Мұны Раушан Болатқызы айтты.')).toEqual(['name']);
    expect(kinds('Живём в село Заречное, улица Лесная 4.')).toEqual(['place', 'place']);
    expect(kinds('Балалар мектепте ұялады. Олар үндемейді.')).toEqual([]);
  });
});
