import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasProgram, run, withFolder, writePieces } from '../../../reference/other-programs.ts';
import { SOME_ORIGIN, sameRandomBytes, syntheticWave } from '../../../reference/synthetic-wave.ts';
import { LANGUAGES } from '../../text/index.ts';
import { deidentify } from './coarsening/deidentify.ts';
import { ddiXml } from './ddi.ts';
import { randomTable } from './testing/random-table.ts';
import { buildWaveData } from './wave-data.ts';

const SCHEMA = fileURLToPath(
  new URL('../../../reference/ddi-codebook-2.5-profile.xsd', import.meta.url),
);
const { facts, forms } = syntheticWave();
const WRITTEN = '2026-11-25T02:03:04.000Z';
const tables = buildWaveData(facts, forms, { language: 'kk', random: sameRandomBytes(1) });
const head = {
  wave: facts.wave,
  language: 'kk',
  writtenAt: WRITTEN,
  origin: SOME_ORIGIN,
  protection: null,
} as const;
const xml = ddiXml(tables, head, 'csv');

/** Where the schema finds fault with a description. */
function faults(...descriptions: string[]): string {
  return withFolder((folder) => {
    descriptions.forEach((each, i) => {
      writePieces(`${folder}/${i}.xml`, [Buffer.from(each)]);
    });
    const names = descriptions.map((_, i) => `${i}.xml`);
    try {
      return run('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, ...names], folder);
    } catch (error) {
      return String(error);
    }
  });
}

describe('the description for an archive', () => {
  it('tells every variable in the three languages, with Kazakh letters whole', () => {
    expect(xml).toContain('<labl level="variable" xml:lang="kk">Отбасылық жағдайы</labl>');
    expect(xml).toContain('<labl level="variable" xml:lang="ru">Семейное положение</labl>');
    expect(xml).toContain('<labl level="variable" xml:lang="en">Marital status</labl>');
    for (const language of LANGUAGES) {
      expect(xml.split(`<abstract xml:lang="${language}">`).length).toBe(2);
    }
    const described = [...xml.matchAll(/<var ID="F(\d+)V\d+" name="(\w+)"/g)];
    expect(described.map(([, file, name]) => `${file} ${name}`)).toEqual(
      tables.flatMap(({ variables }, i) => variables.map(({ name }) => `${i + 1} ${name}`)),
    );
  });

  it('names no file and no variable that is not described in it, and none twice', () => {
    const ids = [...xml.matchAll(/ ID="(\w+)"/g)].map(([, id]) => id);
    const named = [...xml.matchAll(/ (?:files|var)="([\w ]+)"/g)].flatMap(
      ([, found]) => found?.split(' ') ?? [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((each) => !ids.includes(each))).toEqual([]);
  });

  it('counts what the report counts', () => {
    expect(xml).toContain('<caseQnty>104</caseQnty>');
    const widowed =
      /<catValu>3<\/catValu><labl[^>]*>Жесір<\/labl>.*?<catStat type="freq">(\d+)</.exec(xml);
    const marital = facts.responses.map(({ answers }) => answers['needs-assessment-2022']?.marital);
    expect(Number(widowed?.[1])).toBe(marital.filter((answer) => answer === 'widowed').length);
  });
});

describe.skipIf(!hasProgram('xmllint'))('the description for an archive, by the schema', () => {
  it('is in order', { timeout: 60_000 }, () => {
    expect(faults(xml)).toBe('');
  });

  it('is in order, and says what was withheld in three languages, where five families are alike', {
    timeout: 60_000,
  }, () => {
    const given = { k: 5, l: 2, forms, language: 'kk', random: sameRandomBytes(3) } as const;
    const { tables: alike, losses } = deidentify(tables, given);
    const protection = { k: 5, l: 2, losses };
    const told = ddiXml(alike, { ...head, protection }, 'csv');
    expect(faults(told)).toBe('');
    expect(told.split('<notes type="deidentification"').length - 1).toBe(
      LANGUAGES.length * losses.flatMap(({ variables }) => variables).length,
    );
    expect(told).toContain('<catValu>.g</catValu><labl level="category" xml:lang="kk">');
  });

  it('is in order for tables of every shape, whatever signs their texts hold', {
    timeout: 60_000,
  }, () => {
    const random = fc.sample(randomTable, { numRuns: 40, seed: 3 });
    expect(
      faults(...random.map((table) => ddiXml([table], { ...head, language: 'en' }, 'sav'))),
    ).toBe('');
  });

  it('is found out when an element stands out of its order', { timeout: 60_000 }, () => {
    const wrong = xml.replace('<fileName>', '<fileType charset="x">csv</fileType><fileName>');
    expect(faults(wrong)).toContain('fails to validate');
  });

  it.each([
    ['words that do not say their language', '<abstract xml:lang="kk">', '<abstract>'],
    ['a count that is none', '<caseQnty>104<', '<caseQnty>some<'],
    ['a statistic that the standard does not know', 'type="vald"', 'type="valid"'],
    ['a missing code in the manner of another program', 'VALUE=".a"', 'VALUE="-99"'],
  ])('is found out by %s', { timeout: 60_000 }, (_, right, slip) => {
    expect(xml).toContain(right);
    expect(faults(xml.replace(right, slip))).toContain('fails to validate');
  });
});
