import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../problem.ts';
import { type Catalogue, checkCatalogues, LANGUAGES, type Language } from './index.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Every feature's catalogue in the repository, as `packages/<package>/src/text/<language>/<feature>.json`. */
const FEATURES = [
  ...new Set(
    globSync('packages/*/src/text/*/*.json', { cwd: REPOSITORY }).map((path) =>
      path.replaceAll('\\', '/').replace(/\/(?:[a-z]{2})\/([^/]+\.json)$/, '/*/$1'),
    ),
  ),
].sort();

function read(feature: string, language: Language): Catalogue {
  const path = `${REPOSITORY}${feature.replace('*', language)}`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Catalogue) : {};
}

const cataloguesOf = (feature: string) => ({
  kk: read(feature, 'kk'),
  ru: read(feature, 'ru'),
  en: read(feature, 'en'),
});

/** Words a neighbour who looks over her shoulder must never read. */
const NEVER_SAID =
  /terror|террор|лаңкес|radicali|радикал|extremis|экстрем|деструктив|jihad|джихад|жиһад|\bISIS\b|ИГИЛ|боевик|содырлар/iu;

/** Words of docs/glossary.md as they are found in a sentence: where the English one stands, the others must. */
const SAME_THING: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
  wave: { en: /\bwaves?\b/i, ru: /волн/iu, kk: /толқын/iu },
  consent: { en: /\bconsents?\b/i, ru: /согла[сш]/iu, kk: /келіс/iu },
  'one-time code': { en: /one-time code/i, ru: /однораз/iu, kk: /бір реттік/iu },
};

describe('the texts of the whole interface', () => {
  it('are found', () => {
    expect(FEATURES).toContain('packages/domain/src/text/*/problem.json');
  });

  it.each(FEATURES)('%s says the same in Kazakh, Russian and English', (feature) => {
    expect(checkCatalogues(cataloguesOf(feature))).toEqual([]);
  });

  it.each(FEATURES)('%s never says what would mark a family', (feature) => {
    const said = LANGUAGES.flatMap((language) =>
      Object.entries(read(feature, language)).filter(([, text]) => NEVER_SAID.test(text)),
    );
    expect(said).toEqual([]);
  });

  it.each(Object.entries(SAME_THING))('call a %s by one word in each language', (_word, same) => {
    const otherwise = FEATURES.flatMap((feature) => {
      const { kk, ru, en } = cataloguesOf(feature);
      return Object.keys(en)
        .filter((key) => same.en.test(en[key] ?? ''))
        .filter((key) => !same.ru.test(ru[key] ?? '') || !same.kk.test(kk[key] ?? ''))
        .map((key) => `${feature} ${key}: ${en[key]} | ${ru[key]} | ${kk[key]}`);
    });
    expect(otherwise).toEqual([]);
  });

  it('have a sentence for every problem, and none for a problem that does not exist', () => {
    const { en } = cataloguesOf('packages/domain/src/text/*/problem.json');
    const told = Object.keys(en).map((key) => key.split('.')[0]);
    expect([...new Set(told)].sort()).toEqual(Object.keys(PROBLEMS).sort());
  });
});
