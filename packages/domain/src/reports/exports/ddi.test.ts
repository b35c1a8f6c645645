import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasProgram, run, withFolder, writePieces } from '../../../reference/other-programs.ts';
import { SOME_ORIGIN, sameRandomBytes, syntheticWave } from '../../../reference/synthetic-wave.ts';
import { LANGUAGES } from '../../text/index.ts';
import { ddiXml } from './ddi.ts';
import { randomTable } from './testing/random-table.ts';
import { buildWaveData } from './wave-data.ts';

const SCHEMA = fileURLToPath(
  new URL('../../../reference/ddi-codebook-2.5-part.rng', import.meta.url),
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
      return run('xmllint', ['--noout', '--relaxng', SCHEMA, ...names], folder);
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

  it('is in order for tables of every shape, whatever signs their texts hold', {
    timeout: 60_000,
  }, () => {
    const random = fc.sample(randomTable, { numRuns: 40, seed: 3 });
    expect(
      faults(...random.map((table) => ddiXml([table], { ...head, language: 'en' }, 'sav'))),
    ).toBe('');
  });

  it('is found out when an element stands out of its order', { timeout: 60_000 }, () => {
    const wrong = xml.replace('<fileName>', '<fileType>csv</fileType><fileName>');
    expect(faults(wrong)).toContain('fails to validate');
  });
});
